/** What a person has to see when workbooks are merged; every finding names both files. */
import { type Finding, finding } from '../diagnostics/finding.js';
import { amountText, isZero, sum } from '../vocabulary/money.js';
import { nameKey } from '../vocabulary/names.js';
import { type FundingSource, fundingSources, labelOf } from '../vocabulary/terms.js';
import { layout, type SheetKey } from '../workbook/layout/layout.js';
import { allParts, fieldsOf, headerOf, type Part, type Parts, rowsOf } from './part.js';

function years({ own, others }: Parts): Finding[] {
  const expected = own.facts.entity.year.value;
  return others
    .filter((part) => part.facts.entity.year.value !== expected)
    .map((part) =>
      finding('M01', {
        found: String(part.facts.entity.year.value),
        expected: String(expected),
        values: { file: part.file, other: own.file },
      }),
    );
}

/** One name, in whatever spelling, in two workbooks: each later one against the first. */
function shared(
  parts: Parts,
  code: 'M02' | 'M04',
  cellsOf: (part: Part) => readonly { readonly name: { readonly value: string } }[],
): Finding[] {
  const first = new Map<string, Part>();
  return allParts(parts).flatMap((part) => {
    const names = cellsOf(part).map((row) => row.name.value);
    const twice = names.flatMap((name) => {
      const before = first.get(nameKey(name));
      return before && before !== part ? [{ name, before }] : [];
    });
    for (const name of names) if (!first.has(nameKey(name))) first.set(nameKey(name), part);
    return twice.map(({ name, before }) =>
      finding(code, { found: name, values: { file: before.file, other: part.file } }),
    );
  });
}

function codeNames(parts: Parts): Finding[] {
  const first = new Map<string, { name: string; file: string }>();
  return allParts(parts).flatMap(({ facts, file }) =>
    facts.codes.flatMap((row) => {
      const id = `${row.category.value}${row.code.value}`;
      const before = first.get(id);
      if (!before) first.set(id, { name: row.name.value, file });
      if (!before || nameKey(before.name) === nameKey(row.name.value)) return [];
      const values = { file: before.file, other: file, first: before.name, second: row.name.value };
      return [finding('M03', { found: row.code.value, values })];
    }),
  );
}

/** Money that one unit passes to another: counted as income of both, and spent twice. */
function passedOn(parts: Parts): Finding[] {
  const { own, others } = parts;
  const told = (part: Part, source: FundingSource, row: string, from: readonly Part[]) => {
    const amounts = part.ledger.filter((entry) => entry.source === source && !isZero(entry.amount));
    const [first] = amounts;
    if (!first || from.length === 0) return [];
    const values = { file: part.file, other: from.map(({ file }) => file).join('”“') };
    const details = {
      found: labelOf(fundingSources, source),
      expected: amountText(sum(amounts.map((a) => a.amount)), 'yuan'),
    };
    return [finding('M05', { at: first.at, row, values, related: amounts.map((entry) => entry.at), ...details })];
  };
  return [
    ...others.flatMap((part) => told(part, 'superiorGrant', '可能来自本级', [own])),
    ...told(own, 'affiliatedPayment', '可能来自下属单位', others),
  ];
}

const ordered = [
  ['projects', headerOf('projects', 'order')],
  ['projects', headerOf('projects', 'carryOverOrder')],
  ['commissioned', headerOf('commissioned', 'order')],
] as const;

function orderNumbers(parts: Parts): Finding[] {
  return ordered.flatMap(([key, header]) => {
    const first = new Map<string, Part>();
    for (const part of allParts(parts)) {
      for (const number of rowsOf(part, key).flatMap((row) => row[header] ?? [])) {
        const before = first.get(number);
        if (before && before !== part) {
          const at = { sheet: layout[key].name, row: 0, column: 0 };
          return [finding('M06', { at, column: header, values: { file: before.file, other: part.file } })];
        }
        first.set(number, part);
      }
    }
    return [];
  });
}

/** Sheets of which only 本级's texts are kept; its duties and offices are nobody else's, so those go without a word. */
const ownOnly: readonly SheetKey[] = ['otherMatters', 'entityIndicators'];

function textsLeftOut({ own, others }: Parts): Finding[] {
  return others.flatMap((part) => {
    const sheets = ownOnly.filter((key) => rowsOf(part, key).length > 0);
    if (fieldsOf(part, 'performance')[headerOf('performance', 'annualGoal')] !== undefined) sheets.push('performance');
    return sheets.map((key) =>
      finding('M07', {
        at: { sheet: layout[key].name, row: 0, column: 0 },
        values: { file: part.file, other: own.file },
      }),
    );
  });
}

function controlsLeftOut(parts: Parts): Finding[] {
  const item = headerOf('controlTotals', 'item');
  const has = (part: Part, label: string | undefined) =>
    rowsOf(part, 'controlTotals').some((row) => row[item] === label);
  const labels = new Set(allParts(parts).flatMap((part) => rowsOf(part, 'controlTotals').map((row) => row[item])));
  return [...labels].flatMap((label) => {
    const [holder] = allParts(parts).filter((part) => has(part, label));
    const [lacking] = allParts(parts).filter((part) => !has(part, label));
    if (!holder || !lacking) return [];
    return [finding('M08', { found: label ?? '', values: { file: holder.file, other: lacking.file } })];
  });
}

function statedPerformance(parts: Parts): Finding[] {
  const keys = ['fromAbove', 'fromOwn', 'fromOther', 'projectCount'] as const;
  return keys.flatMap((key) => {
    const [holder, lacking] = [true, false].map((stated) =>
      allParts(parts).find((part) => (part.facts.performance[key] !== undefined) === stated),
    );
    if (!holder || !lacking) return [];
    const at = holder.facts.performance[key]?.at;
    return [
      finding('M09', { at, column: headerOf('performance', key), values: { file: holder.file, other: lacking.file } }),
    ];
  });
}

/** M01 and on: those that stop the merging and those to look at. */
export function mergeFindingsOf(parts: Parts): Finding[] {
  return [
    ...years(parts),
    ...shared(parts, 'M02', (part) => part.facts.units),
    ...codeNames(parts),
    ...shared(parts, 'M04', (part) => part.facts.projectGoals),
    ...passedOn(parts),
    ...orderNumbers(parts),
    ...textsLeftOut(parts),
    ...controlsLeftOut(parts),
    ...statedPerformance(parts),
  ];
}
