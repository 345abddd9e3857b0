/**
 * The next year's workbook from this year's facts: who, what for and which codes stay; this year's computed amounts
 * become last year's; every amount, reason, purpose, goal and remark goes (FACT published-5). Amounts exact, in 元.
 */
import type { Edition } from '../document/edition.js';
import { amountOfLine, generalByCode } from '../figures/compared.js';
import type { Entry } from '../figures/ledger.js';
import { formContent, tableContent } from '../model/contentOf.js';
import type { Facts } from '../model/facts.js';
import { exactText, isZero } from '../vocabulary/money.js';
import { amountUnits, comparedLines, entityKinds, labelOf, threePublicItems } from '../vocabulary/terms.js';
import { layout, type SheetKey } from '../workbook/layout/layout.js';
import type { Columns } from '../workbook/layout/types.js';
import type { Content, ContentRow, Mark, WorkbookPlan } from '../workbook/write/index.js';
import { spareRows } from '../workbook/write/needs.js';

type RolledSheet = (
  facts: Facts,
  ledger: readonly Entry[],
  next: NextYear,
) => ContentRow | readonly ContentRow[] | undefined;

export interface NextYear {
  readonly year: number;
  /** The edition whose sheets and columns the workbook gets; of an earlier year when that year's is not there yet. */
  readonly edition: Edition;
}

const { headcount, threePublic, lastYear, lastYearByCode, codes, projects, entity } = layout;

/** A row of some of the sheet's columns; the ones without a value are left out. */
function row(values: readonly (readonly [header: string, text: string | undefined])[]): ContentRow {
  return Object.fromEntries(values.flatMap(([header, text]) => (text === undefined ? [] : [[header, text] as const])));
}

/** Only these columns of the rows as typed. */
const keeping =
  (key: SheetKey, headers?: readonly string[]): RolledSheet =>
  (facts) =>
    tableContent(key, facts).map((typed) =>
      headers === undefined ? typed : row(headers.map((header) => [header, typed[header]] as const)),
    );

/** Whose workbook it is. The date of the signature is next year's to write. */
const rolledEntity: RolledSheet = (facts, _ledger, { year }) => ({
  ...row(
    [entity.columns.name, entity.columns.contact, entity.columns.phone].map(
      ({ header }) => [header, formContent('entity', facts)[header]] as const,
    ),
  ),
  [entity.columns.year.header]: String(year),
  [entity.columns.kind.header]: labelOf(entityKinds, facts.entity.kind.value),
  [entity.columns.amountUnit.header]: labelOf(amountUnits, 'yuan'),
});

const lastYearHeads = {
  inService: headcount.columns.lastInService,
  retired: headcount.columns.lastRetired,
  veteranRetired: headcount.columns.lastVeteranRetired,
} as const;

/** The numbers of people become last year's. Undefined where this year's edition does not ask for them. */
const rolledHeadcount: RolledSheet = (facts) => {
  const typed = formContent('headcount', facts);
  const counts = (Object.keys(lastYearHeads) as (keyof typeof lastYearHeads)[]).map(
    (key) => [lastYearHeads[key].header, typed[headcount.columns[key].header]] as const,
  );
  const word = headcount.columns.officeWord.header;
  return row([[word, typed[word]], ...counts]);
};

/** The next edition's codes with its names; below them those that only this workbook has. */
const rolledCodes: RolledSheet = (facts, _ledger, { edition }) => {
  const { category, code, name } = codes.columns;
  const attested = edition.codes.map((known) => ({
    [category.header]: known.category as string,
    [code.header]: known.code,
    [name.header]: known.name,
  }));
  const idOf = (typed: ContentRow) => `${typed[category.header]}${typed[code.header]}`;
  const known = new Set(attested.map(idOf));
  return [...attested, ...tableContent('codes', facts).filter((typed) => !known.has(idOf(typed)))];
};

const rolledThreePublic: RolledSheet = (facts) => {
  const { item, general, fund, capital, lastGeneral, lastFund, lastCapital } = threePublic.columns;
  const typed = new Map(tableContent('threePublic', facts).map((row) => [row[item.header] ?? '', row]));
  return Object.keys(threePublicItems).map((label) =>
    row([
      [item.header, label],
      [lastGeneral.header, typed.get(label)?.[general.header] ?? '0'],
      [lastFund.header, typed.get(label)?.[fund.header]],
      [lastCapital.header, typed.get(label)?.[capital.header]],
    ]),
  );
};

const rolledLines: RolledSheet = (facts, ledger) =>
  Object.entries(comparedLines).map(([label, line]) =>
    row([
      [lastYear.columns.line.header, label],
      [lastYear.columns.amount.header, exactText(amountOfLine(line, facts, ledger))],
    ]),
  );

const rolledCodeAmounts: RolledSheet = (_facts, ledger) =>
  [...generalByCode(ledger)]
    .filter(([, amount]) => !isZero(amount))
    .map(([code, amount]) =>
      row([
        [lastYearByCode.columns.code.header, code],
        [lastYearByCode.columns.amount.header, exactText(amount)],
      ]),
    );

/** The sheets that are not named here begin empty. */
const rolled: Partial<Record<SheetKey, RolledSheet>> = {
  entity: rolledEntity,
  duties: keeping('duties'),
  units: keeping('units'),
  innerOffices: keeping('innerOffices'),
  headcount: rolledHeadcount,
  codes: rolledCodes,
  projects: keeping('projects', [
    projects.columns.unit.header,
    projects.columns.name.header,
    projects.columns.disclosure.header,
  ]),
  threePublic: rolledThreePublic,
  lastYear: rolledLines,
  lastYearByCode: rolledCodeAmounts,
};

/** What the next edition has a column for. */
function fitting(key: SheetKey, content: ContentRow | readonly ContentRow[], edition: Edition) {
  const without = edition.withoutColumns[key] ?? [];
  const columns: Columns = layout[key].columns;
  const gone = new Set(without.map((name) => columns[name]?.header));
  const narrowed = (typed: ContentRow) =>
    Object.fromEntries(Object.entries(typed).filter(([header]) => !gone.has(header)));
  return Array.isArray(content) ? content.map(narrowed) : narrowed(content as ContentRow);
}

/** Each project of this year is marked, for the officer to keep or to drop. */
function projectMarks(facts: Facts): Mark[] {
  const year = facts.entity.year.value;
  const text = `${year}年的项目，金额和说明已清空。今年继续安排的：补填本行，并在“项目支出”表填金额；不再安排的：清空本行。`;
  return facts.projects.map((_, row) => ({ sheet: 'projects', row, column: 'name', text }));
}

/** The plan of the next year's workbook. The facts must be without errors. */
export function rolloverPlan(facts: Facts, ledger: readonly Entry[], next: NextYear): WorkbookPlan {
  const { edition, year } = next;
  const content: Content = Object.fromEntries(
    edition.sheets.flatMap((key) => {
      const made = rolled[key]?.(facts, ledger, next);
      return made === undefined ? [] : [[layout[key].name, fitting(key, made, edition)] as const];
    }),
  );
  const kindLabel = labelOf(entityKinds, facts.entity.kind.value) as WorkbookPlan['kindLabel'];
  return {
    year,
    kindLabel,
    sheets: edition.sheets,
    withoutColumns: edition.withoutColumns,
    partNumbers: edition.partNumbers(),
    content,
    spareRows: spareRows,
    marks: projectMarks(facts),
  };
}

/** The next year's edition; where there is none yet, the newest one's workbook serves. */
export function nextEdition(
  year: number,
  editions: { readonly years: readonly number[]; readonly load: (year: number) => Edition },
): NextYear & { readonly isThere: boolean } {
  const next = year + 1;
  const isThere = editions.years.includes(next);
  return { year: next, edition: editions.load(isThere ? next : (editions.years.at(-1) ?? year)), isThere };
}

/** What is to be known of a workbook of a year that has no form yet. */
export const noFormYetText = ({ year, edition }: NextYear): string =>
  `还没有${year}年的表样，先按${edition.year}年的工作簿结转；有了${year}年表样的新版本工具才能检查和生成文档。`;
