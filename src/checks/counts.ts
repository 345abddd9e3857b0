/**
 * What is counted, and what stands beside it: people, houses, cars, equipment. All may be as it is, so only warnings.
 */
import { type Finding, finding } from '../diagnostics/finding.js';
import { isZero, type Quantity } from '../vocabulary/money.js';
import { layout } from '../workbook/layout/layout.js';
import { amountsOf, type Check, type CheckContext } from './check.js';

/** 实有人数 stated otherwise than 在职, 退休 and 离休 come to; more people in service than posts. */
function people({ facts: { headcount } }: CheckContext): Finding[] {
  const { columns } = layout.headcount;
  const { actual, established, inService, retired, veteranRetired } = headcount;
  const parts = [inService, retired, veteranRetired];
  const total = parts.reduce((all, { value }) => all + value, 0);
  const related = parts.map(({ at }) => at);
  const findings: Finding[] = [];
  if (actual && actual.value !== total) {
    const details = { at: actual.at, found: String(actual.value), expected: String(total), related };
    findings.push(finding('N22', { row: columns.actual.header, ...details }));
  }
  if (inService.value > established.value) {
    const details = { at: inService.at, found: String(inService.value), expected: String(established.value) };
    findings.push(finding('N23', { row: columns.inService.header, related: [established.at], ...details }));
  }
  return findings;
}

/** Equipment over 100万元 is equipment over 50万元, too. */
function equipment({ facts }: CheckContext): Finding[] {
  const assets = facts.stateAssets;
  const columns = layout.stateAssets.columns;
  const pairs = [
    ['equipment100', 'equipment50'],
    ['plannedEquipment100', 'plannedEquipment50'],
  ] as const;
  return pairs.flatMap(([large, small]) => {
    if (assets[large].value <= assets[small].value) return [];
    const details = {
      found: String(assets[large].value),
      expected: String(assets[small].value),
      related: [assets[small].at],
    };
    return [
      finding('T14', { at: assets[large].at, row: columns[large].header, column: columns[small].header, ...details }),
    ];
  });
}

const isNone = (value: Quantity | number): boolean => (typeof value === 'number' ? value === 0 : isZero(value));

/** A value of what there is none of. The other way round may be: houses that are rented, cars that are written off. */
function worth(context: CheckContext): Finding[] {
  const assets = context.facts.stateAssets;
  const columns = layout.stateAssets.columns;
  const pairs = [
    ['houseArea', 'houseValue'],
    ['generalCars', 'generalCarsValue'],
    ['dutyCars', 'dutyCarsValue'],
    ['otherCars', 'otherCarsValue'],
  ] as const;
  return pairs.flatMap(([counted, valued]) => {
    const [many, value] = [assets[counted], assets[valued]];
    if (!isNone(many.value) || isZero(value.value)) return [];
    const details = { found: amountsOf(context)(value.value), related: [many.at] };
    return [finding('T22', { at: value.at, row: columns[valued].header, column: columns[counted].header, ...details })];
  });
}

export const countChecks: readonly Check[] = [
  { title: '人员人数', reads: ['headcount'], needs: ['headcount'], run: people },
  { title: '大型设备', reads: ['stateAssets'], run: equipment },
  { title: '资产的数量与价值', reads: ['stateAssets'], run: worth },
];
