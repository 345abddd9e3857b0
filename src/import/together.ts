/**
 * This year's tables and last year's document as one: amounts from the tables, texts and last year's amounts from the
 * document.
 */
import type { Edition } from '../document/edition.js';
import { ledgerOf } from '../figures/ledger.js';
import { rolloverPlan } from '../rollover/rollover.js';
import { nameKey } from '../vocabulary/names.js';
import { layout, type SheetKey } from '../workbook/layout/layout.js';
import type { Columns } from '../workbook/layout/types.js';
import type { ContentRow } from '../workbook/write/index.js';
import { type Draft, type Found, type FoundRow, inferred, rowsOf } from './found.js';
import { trialOf } from './trial.js';

type Who = Parameters<typeof trialOf>[1];

const asLastYear = '照上年公开文档，请核对今年是否仍然如此';
const nowLast = '上年公开文档的本年数';

const again = (found: Found | undefined, how: string): Found | undefined =>
  found === undefined || found.text === '' ? undefined : inferred(found.text, how);

const hasText = (found: Found | undefined): found is Found => found !== undefined && found.text !== '';

/** The row with its blank and missing cells taken from another. */
function filled(row: FoundRow, from: FoundRow | undefined, columns: readonly string[], how: string): FoundRow {
  if (from === undefined) return row;
  const more = columns.flatMap((column) => {
    const found = hasText(row[column]) ? row[column] : again(from[column], how);
    return found === undefined ? [] : [[column, found] as const];
  });
  return { ...row, ...Object.fromEntries(more) };
}

/** Rows of the same key: the cells of `keys`, as names are compared. */
function matching(rows: readonly FoundRow[], keys: readonly string[]): (row: FoundRow) => FoundRow | undefined {
  const keyOf = (row: FoundRow) => keys.map((key) => nameKey(row[key]?.text ?? '')).join('\n');
  const known = new Map(rows.map((row) => [keyOf(row), row]));
  return (row) => known.get(keyOf(row));
}

/** A sheet of the rolled-over workbook by column keys again. */
function rolledRows(key: SheetKey, rows: readonly ContentRow[], how: string): FoundRow[] {
  const columns: Columns = layout[key].columns;
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(columns).flatMap(([name, { header }]) => {
        const text = row[header];
        return text === undefined ? [] : [[name, inferred(text, how)] as const];
      }),
    ),
  );
}

/** Sheets of which last year's rows hold on where the tables have none. */
const kept: readonly SheetKey[] = ['duties', 'innerOffices', 'extraTerms'];

/** Texts and last year's amounts, by sheet: which rows belong together, and which columns are taken. */
const takenTexts: readonly (readonly [SheetKey, keys: readonly string[], columns: readonly string[]])[] = [
  ['units', ['name'], ['nature']],
  ['projects', ['name'], ['policyBasis', 'carrier', 'period', 'carryOverPurpose']],
  ['purposes', ['budget', 'code'], ['purpose']],
];
const takenAmounts: readonly (readonly [SheetKey, keys: readonly string[], columns: readonly string[]])[] = [
  ['lastYear', ['line'], ['amount']],
  ['threePublic', ['item'], ['lastGeneral', 'lastFund', 'lastCapital']],
];

/** `last`: the draft of last year's document; `edition`: this year's. */
export function combinedDraft(
  tables: Draft,
  last: { readonly draft: Draft; readonly who: Who; readonly edition: Edition },
  edition: Edition,
): Draft {
  const { facts } = trialOf(last.draft, last.who, last.edition);
  const next = { year: last.who.year + 1, edition };
  const { content } = rolloverPlan(facts, ledgerOf(facts), next);
  const rolled = (key: SheetKey): FoundRow[] => {
    const sheet = content[layout[key].name];
    return Array.isArray(sheet) ? rolledRows(key, sheet, nowLast) : [];
  };
  const sheets = new Map<SheetKey, FoundRow | readonly FoundRow[] | undefined>();
  for (const key of kept) {
    if (tables[key] === undefined || rowsOf(tables, key).length > 0) continue;
    sheets.set(
      key,
      rowsOf(last.draft, key).map((row) => filled({}, row, Object.keys(row), asLastYear)),
    );
  }
  const take = (from: (key: SheetKey) => readonly FoundRow[], how: string) => {
    return ([key, keys, columns]: (typeof takenTexts)[number]) => {
      const known = matching(from(key), keys);
      sheets.set(
        key,
        rowsOf(tables, key).map((row) => filled(row, known(row), columns, how)),
      );
    };
  };
  takenTexts.forEach(take((key) => rowsOf(last.draft, key), asLastYear));
  takenAmounts.forEach(take(rolled, nowLast));
  sheets.set(
    'lastYearByCode',
    rowsOf(tables, 'lastYearByCode').length > 0 ? tables.lastYearByCode : rolled('lastYearByCode'),
  );
  const codes = matching(rowsOf(tables, 'codes'), ['category', 'code']);
  const missing = rowsOf(last.draft, 'codes').filter((row) => hasText(row.code) && codes(row) === undefined);
  sheets.set('codes', [...rowsOf(tables, 'codes'), ...missing]);
  const taken = [...sheets].filter(([key, rows]) => rows !== undefined && tables[key] !== undefined);
  return { ...tables, ...Object.fromEntries(taken) };
}
