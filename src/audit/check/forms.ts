/** The tables of the form in a published document, found by their titles, and their amounts by row and column. */
import { type PlacedBlock, placedBlocks } from '../place.js';
import { plain, withoutNumbering } from '../plain.js';
import type { ReadCell, Reading, ReadParagraph, ReadRow, ReadTable } from '../reading.js';
import { cellAt, columnLabel, goalOf, type Panel, rowLabel, type Statement, statementOf } from '../statement.js';
import { tidied } from '../verify.js';
import { type Cents, centsOf } from './finding.js';

/** By what a title says; the first that fits. */
const titles = {
  fiscalBalance: /财政拨款收支(预算)?总体情况表/,
  balance: /收支(预算)?总体情况表/,
  income: /收入(预算)?总体情况表/,
  expenditure: /支出(预算)?总体情况表/,
  basic: /一般公共预算基本支出情况表/,
  projects: /一般公共预算项目支出情况表/,
  general: /一般公共预算支出情况表/,
  fund: /政府性基金预算支出情况表/,
  capital: /国有资本经营预算支出情况表/,
  threePublic: /三公.?经费支出情况表/,
  commissioned: /委托业务费支出情况表/,
  carryOver: /上年结转结余情况(明细)?表/,
} as const;
export type FormKey = keyof typeof titles;
export const formKeys = Object.keys(titles) as FormKey[];

export interface FormRow {
  readonly row: ReadRow;
  /** As printed. */
  readonly label: string;
  /** 类, 款, 项 together; '' without. */
  readonly code: string;
  /** The name without code and numbering, typography evened out. */
  readonly name: string;
  /** By column; blank is 0. */
  readonly amounts: readonly Cents[];
  /** 总计 or 合计 of the whole list. */
  readonly isTotal: boolean;
}

export interface FormList {
  readonly panel: Panel;
  readonly rows: readonly FormRow[];
  /** What each column of amounts is called. */
  readonly columns: readonly string[];
}

export interface FormTable {
  readonly key: FormKey;
  readonly title: string;
  readonly headings: readonly string[];
  readonly statement: Statement;
  readonly lists: readonly FormList[];
  /** The paragraphs behind the table, up to the next title. */
  readonly notes: readonly ReadParagraph[];
}

export interface Published {
  readonly blocks: readonly PlacedBlock[];
  readonly tables: ReadonlyMap<FormKey, FormTable>;
  readonly goals: readonly { readonly table: ReadTable; readonly headings: readonly string[] }[];
}

const headingText = /^(第[一二三四五]部分|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/;

/** Headings that a foreign file does not mark are told by their numbers and titles. */
function withLevels(block: Reading['blocks'][number]): Reading['blocks'][number] {
  if (block.kind === 'table' || block.contents || block.level > 0) return block;
  const text = plain(block.text);
  if (text.length > 70) return block;
  const level = /^第[一二三四五]部分/.test(text)
    ? 1
    : /^[一二三四五六七八九十]{1,3}、/.test(text) && !/[。:]./.test(text)
      ? 2
      : /^\([一二三四五六]\)/.test(text) && /情况|事项|情况,其中:$/.test(text) && !/[。]|项目名称/.test(text)
        ? 3
        : /^(?!\d).*(情况表|绩效目标表|情况明细表)$/.test(text) && text.length < 40
          ? 2
          : 0;
  return { ...block, level };
}

export function publishedOf(reading: Reading): Published {
  const blocks = placedBlocks({ blocks: tidied(reading).blocks.map(withLevels) });
  const tables = new Map<FormKey, FormTable>();
  const goals: { table: ReadTable; headings: readonly string[] }[] = [];
  blocks.forEach(({ block, headings }, index) => {
    if (block.kind !== 'table') return;
    if (goalOf(block)) {
      goals.push({ table: block, headings });
      return;
    }
    const title = headings.at(-1) ?? '';
    const key = formKeys.find((candidate) => titles[candidate].test(plain(title).replace(/"/g, '')));
    if (key && !tables.has(key)) tables.set(key, formTable(key, title, headings, block, notesAfter(blocks, index)));
  });
  return { blocks, tables, goals };
}

function notesAfter(blocks: readonly PlacedBlock[], index: number): ReadParagraph[] {
  const notes: ReadParagraph[] = [];
  for (const { block } of blocks.slice(index + 1)) {
    if (block.kind === 'table' || block.level > 0) break;
    if (!/^表\d+$/.test(plain(block.text))) notes.push(block);
  }
  return notes;
}

function formTable(
  key: FormKey,
  title: string,
  headings: readonly string[],
  table: ReadTable,
  notes: readonly ReadParagraph[],
): FormTable {
  const statement = statementOf(table);
  const lists = statement.panels.map((panel) => ({
    panel,
    rows: statement.body
      .map((row) => formRow(row, panel))
      .filter(({ label, amounts }) => label !== '' || amounts.some((cents) => cents !== 0)),
    columns: panel.amounts.map((column) => columnLabel(statement, column)),
  }));
  return { key, title, headings, statement, lists, notes };
}

function formRow(row: ReadRow, panel: Panel): FormRow {
  const own = (column: number): ReadCell | undefined => cellAt(row, column);
  const texts = panel.labels.map((column) => plain(own(column)?.text ?? ''));
  const filled = texts.filter((text) => text !== '');
  // 类 and name in one cell; four digits are a year
  const leading = /^(\d{3}|\d{5}|\d{7})(?=\D)/.exec(filled[0] ?? '')?.[1];
  const code = leading ?? filled.filter((text) => /^\d{2,7}$/.test(text)).join('');
  const names = filled
    .filter((text) => !/^\d{2,7}$/.test(text))
    .map((text) => (leading ? text.replace(/^\d{3,7}/, '') : text));
  const name = withoutNumbering(names.at(-1) ?? '').rest.replace(/^其中:/, '');
  return {
    row,
    label: rowLabel(row, panel),
    code,
    name,
    amounts: panel.amounts.map((column) => centsOf(own(column)?.text ?? '') ?? 0),
    isTotal: /^(收入|支出)?(总计|合计)$/.test(names[0] ?? '') && code === '',
  };
}

/** Its heading says that it belongs to the document's own text, not to a list. */
export const isHeading = (text: string): boolean => headingText.test(plain(text));

/** Whether a table prints any amount. */
export const isEmpty = ({ lists }: FormTable): boolean =>
  lists.every((list) => list.rows.every((row) => row.amounts.every((cents) => cents === 0)));

export const totalRow = (list: FormList | undefined): FormRow | undefined => list?.rows.find((row) => row.isTotal);
