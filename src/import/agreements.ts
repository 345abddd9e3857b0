/**
 * Cells that must agree to the 分 once they stand in a workbook (FORM agree-1 to agree-4): the checks hold them against
 * each other.
 */
import { classKeys } from '../figures/groups.js';
import type { Facts } from '../model/facts.js';
import { fullAddress } from '../vocabulary/cells.js';
import type { Money } from '../vocabulary/money.js';
import {
  basicClassNature,
  type ComparedLine,
  commissionedEconomicCode,
  comparedIncomes,
  threePublicEconomicCodes,
} from '../vocabulary/terms.js';
import type { Cell } from '../workbook/layout/types.js';
import { spotId, type Trial } from './trial.js';

export interface Agreement {
  readonly plus: readonly string[];
  readonly minus: readonly string[];
  /** equal: plus = minus. atLeast: plus ≥ minus. */
  readonly relation: 'equal' | 'atLeast';
}

type Cells = readonly (Cell<Money> | undefined)[];
type Pair = readonly [plus: Cells, minus: Cells, relation: Agreement['relation']];

function thisYear(facts: Facts): Pair[] {
  const general: readonly string[] = ['generalOwn', 'generalTransfer'];
  const byFunction = facts.basicByFunction.filter((row) => general.includes(row.source.value));
  const economic = (accept: (code: string) => boolean) =>
    facts.basicByEconomic.filter((row) => accept(row.code.value)).map((row) => row.amount);
  const natures = (['personnel', 'public'] as const).map(
    (nature): Pair => [
      economic((code) => basicClassNature[code.slice(0, 3)] === nature),
      byFunction.map((row) => row[nature]),
      'equal',
    ],
  );
  const running = facts.commissioned.filter((row) => row.nature.value === 'basic').map((row) => row.general);
  const threePublic = facts.threePublic.map(
    (row): Pair => [[row.general], economic((code) => code === threePublicEconomicCodes[row.item.value]), 'atLeast'],
  );
  return [...natures, [running, economic((code) => code === commissionedEconomicCode), 'equal'], ...threePublic];
}

/** 委托业务费 is part of the running costs of its unit, or of its project (FORM agree-3). */
function commissioned(facts: Facts): Pair[] {
  const general: readonly string[] = ['generalOwn', 'generalTransfer'];
  return facts.commissioned.map((row): Pair => {
    const unit = row.unit.value;
    const running = facts.basicByFunction.filter((line) => line.unit.value === unit);
    const project = facts.projectSpending.filter(
      (line) => line.unit.value === unit && line.project.value === row.project.value,
    );
    const paying =
      row.nature.value === 'basic'
        ? running.filter((line) => general.includes(line.source.value)).map((line) => line.public)
        : project
            .filter((line) => general.includes(line.source.value))
            .flatMap((line) => classKeys.map((key) => line[key]));
    return [paying, [row.general], 'atLeast'];
  });
}

function lastYear(facts: Facts): Pair[] {
  const of = (...lines: readonly ComparedLine[]) =>
    facts.lastYear.filter((row) => lines.includes(row.line.value)).map((row) => row.amount);
  const codes = facts.lastYearByCode.map((row) => row.amount);
  return [
    [of(...comparedIncomes), of('basic', 'project'), 'equal'],
    [of('generalOwn', 'generalTransfer'), of('generalBasic', 'generalProject'), 'equal'],
    [codes, of('generalBasic', 'generalProject'), 'equal'],
    [of('basic'), of('generalBasic'), 'atLeast'],
    [of('project'), of('generalProject'), 'atLeast'],
  ];
}

function procurement({ procurement: { goods, works, services, reservedForSmall, reservedForMicro } }: Facts): Pair[] {
  return [
    [[goods, works, services], [reservedForSmall], 'atLeast'],
    [[reservedForSmall], [reservedForMicro], 'atLeast'],
  ];
}

/** Each with the cells of its two sides, by their ids. */
export function agreements({ facts, spotAt }: Trial): Agreement[] {
  const ids = (cells: Cells) =>
    cells.flatMap((cell) => {
      const spot = cell && spotAt.get(fullAddress(cell.at));
      return spot ? [spotId(spot)] : [];
    });
  return [...thisYear(facts), ...commissioned(facts), ...lastYear(facts), ...procurement(facts)].map(
    ([plus, minus, relation]) => ({
      ...{ plus: ids(plus), minus: ids(minus), relation },
    }),
  );
}
