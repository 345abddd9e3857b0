/** What the forms of 2024 and 2025 print and the later ones do not. */
import { describe, expect, test } from '@jest/globals';
import { runChecks } from '../../src/checks/index.js';
import { ledgerOf } from '../../src/figures/ledger.js';
import { buildView } from '../../src/figures/view/view.js';
import { editions, examined, sampleBytes } from '../support/samples.js';

const checked = examined('2024-department', sampleBytes('2024-department'));
const view = buildView(checked.facts, checked.edition);
const texts = (figures: Readonly<Record<string, { readonly text: string }>>) =>
  Object.fromEntries(Object.entries(figures).map(([name, { text }]) => [name, text]));

test('预算绩效情况 of 2024: projects counted by their money, the withheld among them', () => {
  const { fiscalProjectCount, nonFiscalProjectCount, withheldProjectCount, withheldProjects } = view.performance;
  const printed = texts({ fiscalProjectCount, nonFiscalProjectCount, withheldProjectCount, withheldProjects });
  expect(printed).toEqual({
    fiscalProjectCount: '11',
    nonFiscalProjectCount: '0',
    withheldProjectCount: '1',
    withheldProjects: '2.00',
  });
});

test('机构设置及人员情况 of 2024: units by kind, offices, headcount and its changes', () => {
  const { subordinateCount, administrativeUnits, publicInstitutions, officeCount, headcount } = view.organization;
  const { established, actual, inService, retired, veteranRetired } = headcount;
  expect(
    texts({ subordinateCount, administrativeUnits, publicInstitutions, officeCount, established, actual }),
  ).toEqual({
    subordinateCount: '3',
    administrativeUnits: '1',
    publicInstitutions: '3',
    officeCount: '14',
    established: '123',
    actual: '292',
  });
  const changes = [inService, retired, veteranRetired].map(
    ({ now, change, increased }) => `${now.text} ${increased ? '+' : '-'}${change.text}`,
  );
  expect(changes).toEqual(['112 +11', '178 -3', '2 -5']);
});

describe('委托业务费, which the forms before 2026 do not ask for', () => {
  const nothingBroken = { broken: new Set<never>(), keyOfTab: new Map() };
  const codesFound = (sheets: typeof checked.edition.sheets) => {
    const { facts, edition } = checked;
    const cellOf = (sheet: string) => ({ sheet, row: 0, column: 0 });
    const context = { facts, ledger: ledgerOf(facts), cellOf, form: { ...edition, sheets } };
    return runChecks(context, nothingBroken).findings.map(({ code }) => code);
  };

  test('is not missed beside 30227 of the basic expenditure', () => {
    expect(checked.facts.basicByEconomic.map(({ code }) => code.value)).toContain('30227');
    expect(codesFound(checked.edition.sheets)).not.toContain('T04');
  });

  test('is missed by a form that asks for it', () => {
    expect(codesFound(editions.load(2026).sheets)).toContain('T04');
  });
});
