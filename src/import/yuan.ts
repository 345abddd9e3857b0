/**
 * 元 for amounts that are printed in 万元: each cell begins at the printed amount and is moved by so little that every
 * printed sum of cells rounds to what is printed (FORM money-1), that sums which must agree do so exactly (FORM agree-1
 * to agree-4), and that 增加 and 减少 are what is printed (FORM money-4). What adds up to what is asked of the figures
 * themselves.
 */
import { layout, type SheetKey } from '../workbook/layout/layout.js';
import type { Columns } from '../workbook/layout/types.js';
import { agreements } from './agreements.js';
import { fenTyped, halfPrintedStep, printedStep, yuanText } from './amounts.js';
import { type Draft, type Found, type FoundRow, isRows } from './found.js';
import type { Printed } from './printed.js';
import { type Bound, type Solution, solve } from './solve.js';
import { addends, figureAt, spotId, type Trial } from './trial.js';

interface Amounts {
  readonly index: ReadonlyMap<string, number>;
  readonly nominal: readonly bigint[];
}

/** Whether a column holds money. */
export const isAmount = (sheet: SheetKey, column: string): boolean => {
  const columns: Columns = layout[sheet].columns;
  return columns[column]?.type.kind === 'amount';
};

/** Goes over every cell of a draft that is not blank. */
export function eachCell(
  draft: Draft,
  visit: (found: Found, spot: { sheet: SheetKey; row: number; column: string }) => void,
): void {
  for (const [key, sheet] of Object.entries(draft)) {
    const rows = isRows(sheet) ? sheet : [sheet];
    rows.forEach((cells, row) => {
      for (const [column, found] of Object.entries(cells)) {
        if (found) visit(found, { sheet: key as SheetKey, row, column });
      }
    });
  }
}

function amountsOf(draft: Draft): Amounts {
  const index = new Map<string, number>();
  const nominal: bigint[] = [];
  eachCell(draft, (found, spot) => {
    const text = found.text || found.standIn || '';
    if (!isAmount(spot.sheet, spot.column) || text === '') return;
    index.set(spotId(spot), nominal.length);
    nominal.push(fenTyped(text) ?? 0n);
  });
  return { index, nominal };
}

/** `plus` − `minus` within bounds, in 分. */
interface Wanted {
  readonly plus: readonly string[];
  readonly minus: readonly string[];
  readonly low: bigint | undefined;
  readonly high: bigint | undefined;
}

/** Sums that print as published. */
function printedSums(read: Printed, trial: Trial): Wanted[] {
  return read.paths().flatMap((path): Wanted[] => {
    const value = read.value(path);
    const figure = figureAt(trial.view, path);
    if (!value || figure?.unit !== '万元') return [];
    if (figure.rule === 'change') return lastYear(read, trial, path);
    const fen = read.fen(path);
    if (fen === undefined || !['amount', 'plainAmount', 'cell'].includes(value.hole)) return [];
    return [around(addends(figure, trial), fen, value.hole === 'cell' && fen === 0n)];
  });
}

/**
 * Half up: 50 元 below still rounds up to it, 50 above rounds to the next. What prints as 0.00 in a table is more than
 * nothing; what is blank in a table is nothing.
 */
function around(plus: readonly string[], fen: bigint, isBlank = false): Wanted {
  if (isBlank) return { plus, minus: [], low: 0n, high: 0n };
  if (fen > 0n && fen < halfPrintedStep) return { plus, minus: [], low: 1n, high: halfPrintedStep - 1n };
  const shown = ((fen + halfPrintedStep) / printedStep) * printedStep;
  return { plus, minus: [], low: shown - halfPrintedStep, high: shown + halfPrintedStep - 1n };
}

function lastYear(read: Printed, trial: Trial, path: string): Wanted[] {
  const compared = path.replace(/\.change$/, '');
  const fen = read.last(compared);
  const [now, last] = [figureAt(trial.view, `${compared}.now`), figureAt(trial.view, `${compared}.last`)];
  if (fen === undefined || !now || !last) return [];
  const increased = read.flag(`${compared}.increased`);
  const [plus, minus] = [addends(now, trial), addends(last, trial)];
  if (fen === 0n && read.isFromNothing(compared)) return [around(minus, fen, true)];
  const direction: Wanted[] =
    increased === undefined
      ? []
      : [increased ? { plus, minus, low: 0n, high: undefined } : { plus, minus, low: undefined, high: -1n }];
  return [around(minus, fen), ...direction];
}

const far = 1e7;
/** Amounts are moved by whole 元. */
const fenOfYuan = 100;

/**
 * What is further off than rounding can make it is no matter of 元: the document contradicts itself, or a row of it was
 * not read.
 */
const isNear = ({ plus, minus, low, high }: Bound): boolean => {
  const allowed = 50 * (plus.length + minus.length + 2);
  return low <= allowed && high >= -allowed;
};

/** Bounds on how far the cells move; the same sums once. */
function boundsOf(wanted: readonly Wanted[], { index, nominal }: Amounts): Bound[] {
  const byKey = new Map<string, Bound>();
  for (const { plus, minus, low, high } of wanted) {
    const indices = (ids: readonly string[]) => ids.flatMap((id) => index.get(id) ?? []);
    const [p, m] = [indices(plus), indices(minus)];
    if (p.length + m.length === 0) continue;
    const total = (of: readonly number[]) => of.reduce((sum, at) => sum + (nominal[at] ?? 0n), 0n);
    const from = total(p) - total(m);
    const bound = {
      plus: p,
      minus: m,
      low: low === undefined ? -far : Math.ceil(Number(low - from) / fenOfYuan),
      high: high === undefined ? far : Math.floor(Number(high - from) / fenOfYuan),
    };
    if (!isNear(bound)) continue;
    const key = `${[...p].sort().join()}-${[...m].sort().join()}`;
    const known = byKey.get(key);
    byKey.set(
      key,
      known ? { ...known, low: Math.max(known.low, bound.low), high: Math.min(known.high, bound.high) } : bound,
    );
  }
  const positive = nominal.map(
    (amount, at): Bound => ({
      plus: [at],
      minus: [],
      low: Math.ceil((amount === 0n ? 0 : 1) - Number(amount) / fenOfYuan),
      high: far,
    }),
  );
  return [...byKey.values(), ...positive.filter(({ low }) => low > -1000)];
}

export interface Solved {
  readonly draft: Draft;
  /** How many amounts were moved, and how many there are that are not nothing. */
  readonly moved: number;
  readonly amounts: number;
  /** How many printed sums no 元 could be found for. */
  readonly broken: number;
}

/** Cells of nothing, which stay so. */
const nothings = ({ nominal }: Amounts): Bound[] =>
  nominal.flatMap((amount, at) => (amount === 0n ? [{ plus: [at], minus: [], low: 0, high: 0 }] : []));

/**
 * What is printed comes first: agreements that cannot be had as well are given up, one by one, beginning with the last.
 * Where they all can, nothing is given up. What a sentence prints as 0.00 is nothing, and less than half of 0.01万元 only
 * where a sum shows it.
 */
function bestMoves(
  printed: readonly Wanted[],
  agreed: readonly Wanted[],
  amounts: Amounts,
  margin: number | undefined,
): Solution {
  const solved = (wanted: readonly Wanted[], pins: readonly Bound[]) =>
    solve(amounts.nominal.length, [...boundsOf(wanted, amounts), ...pins], margin);
  const zeros = nothings(amounts);
  const whole = solved([...agreed, ...printed], zeros);
  if (whole.broken === 0) return whole;
  const plain = solved(printed, zeros);
  const freed = plain.broken === 0 ? plain : solved(printed, []);
  const pins = freed.broken < plain.broken ? [] : zeros;
  let best = pins.length === 0 ? freed : plain;
  if (pins.length === 0) {
    const all = solved([...agreed, ...printed], pins);
    if (all.broken === 0) return all;
  }
  const kept: Wanted[] = [];
  for (const one of agreed) {
    const more = solved([...kept, one, ...printed], pins);
    if (more.broken > best.broken) continue;
    kept.push(one);
    best = more;
  }
  return best;
}

/** The draft with its amounts in 元. */
export function inYuan(draft: Draft, read: Printed, trial: Trial): Solved {
  const amounts = amountsOf(draft);
  const agreed = agreements(trial).flatMap((pair) => withSlack(pair, amounts) ?? []);
  const { moves, broken } = bestMoves(printedSums(read, trial), agreed, amounts, read.inYuan ? 0 : undefined);
  const moved = withChangedCells(draft, (found, spot) => {
    const at = amounts.index.get(spotId(spot));
    const by = at === undefined ? 0 : (moves[at] ?? 0);
    if (at === undefined || by === 0 || found.text === '') return found;
    return { ...found, text: yuanText((amounts.nominal[at] ?? 0n) + BigInt(Math.round(by)) * BigInt(fenOfYuan)) };
  });
  return {
    draft: moved,
    moved: moves.filter((by) => by !== 0).length,
    amounts: amounts.nominal.filter((amount) => amount !== 0n).length,
    broken,
  };
}

/** Sides that agree but for rounding are made to agree; others are left as they are printed. */
function withSlack(
  { plus, minus, relation }: ReturnType<typeof agreements>[number],
  { index, nominal }: Amounts,
): Wanted | undefined {
  const total = (ids: readonly string[]) => ids.reduce((sum, id) => sum + (nominal[index.get(id) ?? -1] ?? 0n), 0n);
  const gap = total(plus) - total(minus);
  const allowed = halfPrintedStep * BigInt(plus.length + minus.length + 1);
  const bounds = { plus, minus, low: 0n, high: relation === 'equal' ? 0n : undefined };
  if (relation === 'atLeast') return gap < -allowed ? undefined : bounds;
  return gap > allowed || gap < -allowed ? undefined : bounds;
}

/** The draft with its cells changed; undefined takes one away. */
export function withChangedCells(
  draft: Draft,
  change: (found: Found, spot: { sheet: SheetKey; row: number; column: string }) => Found | undefined,
): Draft {
  const changed = (sheet: SheetKey, cells: FoundRow, row: number): FoundRow =>
    Object.fromEntries(
      Object.entries(cells).map(([column, found]) => [column, found && change(found, { sheet, row, column })]),
    );
  return Object.fromEntries(
    Object.entries(draft).map(([key, sheet]) => [
      key,
      isRows(sheet)
        ? sheet.map((cells, row) => changed(key as SheetKey, cells, row))
        : changed(key as SheetKey, sheet, 0),
    ]),
  );
}
