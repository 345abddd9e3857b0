/** A comparison in sentences, for the terminal, the page and the workbook alike. */
import { grouped } from '../model/grouped.js';
import type { DocumentComparison, Side, SideInfo } from './compare.js';
import type { FigureChange, LastYearChange } from './figures.js';
import type { GoalChange, IndicatorChange, WordsChange } from './goals.js';
import type { CellChange, ChangeKind, RowChange, TableChange } from './tables.js';
import type { TextChange } from './texts.js';

/** Of rows, figures and indicators alike. */
export const kindWords: Readonly<Record<ChangeKind, string>> = { changed: '变化', new: '新增', gone: '没有了' };

const sideWords: Readonly<Record<Side['kind'], string>> = {
  workbook: '工作簿',
  document: '公开文档',
  data: '公开数据',
};

/** `某某局，部门，2025 年 → 2026 年`. */
export function subjectOf({ before, after, relation }: DocumentComparison): string {
  const years = relation === 'versions' ? `${after.year} 年，两个版本` : `${before.year} 年 → ${after.year} 年`;
  return `${after.entity}，${after.entityKind}，${years}`;
}

/** `前：去年公开.docx（公开文档，2025 年）`. */
export const sideText = (label: '前' | '后', { file, kind, year }: SideInfo): string =>
  `${label}：${file}（${sideWords[kind]}，${year} 年）`;

const list = (parts: readonly (readonly [count: number, words: string])[]): string =>
  parts.flatMap(([count, words]) => (count > 0 ? [`${words} ${count}`] : [])).join('，');

/** `变化 12 行，新增 2 行，没有变化 40 行`. */
export function tableCounts({ rows, unchanged }: TableChange): string {
  const of = (kind: ChangeKind) => rows.filter((row) => row.kind === kind).length;
  const counts = (['changed', 'new', 'gone'] as const).map((kind) => [of(kind), kindWords[kind]] as const);
  return `${list([...counts, [unchanged, '没有变化']])} 行`;
}

/** `表1 部门收支总体情况表`. */
export const tableTitle = ({ number, title }: TableChange): string => (number === '' ? title : `表${number} ${title}`);

/** Sentences on columns that only one of two tables has, and on names that it lacks. */
export function columnNotes({ columnsOnlyBefore, columnsOnlyAfter, isByCodeOnly }: TableChange): string[] {
  const said = (which: string, columns: readonly string[]) =>
    columns.length > 0 ? [`只有${which}一份有的栏，没有比较：${columns.join('、')}。`] : [];
  return [
    ...said('前', columnsOnlyBefore),
    ...said('后', columnsOnlyAfter),
    ...(isByCodeOnly ? ['有一份的这张表没有科目名称，各行只按科目编码对上。'] : []),
  ];
}

/** Code and name, and what they were. */
export const rowName = ({ code, name, was }: Pick<RowChange, 'code' | 'name' | 'was'>): string =>
  `${code === '' ? name : `${code} ${name}`}${was === '' ? '' : `（原为“${was}”）`}`;

type Amounts = Pick<CellChange, 'before' | 'after' | 'change' | 'rate' | 'yuan'>;

/** `664.34 → 767.54，+103.20（+15.53%）`; `空白` where there was no amount. */
export function amountsText({ before, after, change, rate, yuan }: Amounts): string {
  const blank = (text: string) => (text === '' ? '空白' : text);
  const difference = change === '' ? '' : `，${change}${rate === '' ? '' : `（${rate}）`}`;
  return `${blank(before)} → ${blank(after)}${difference}${yuan === '' ? '' : `（印出的数相同；${yuan}）`}`;
}

/** The last of a column's heads, which tells columns apart; all of them where it does not. */
function shortColumn(column: string, columns: readonly string[]): string {
  const last = column.split('·').at(-1) ?? '';
  return columns.filter((other) => other.split('·').at(-1) === last).length > 1 ? column : last;
}

/** Of a row that only one has, its amounts; of one in both, how they changed. */
export const cellText = (kind: ChangeKind, cell: Amounts): string =>
  kind === 'changed' ? amountsText(cell) : kind === 'new' ? cell.after : cell.before;

/** Columns of a row that have changed alike, with what they have in common. */
export function cellGroups({
  cells,
}: Pick<RowChange, 'cells'>): { readonly columns: string; readonly cell: CellChange }[] {
  const all = cells.map(({ column }) => column);
  return [...grouped(cells, amountsText).values()].flatMap((group) => {
    const [cell] = group;
    const columns = group.map(({ column }) => shortColumn(column, all)).join('、');
    return cell ? [{ columns, cell }] : [];
  });
}

/** `没有了  政府采购 · 货物  6.10 → 空白`. */
export const figureText = (change: FigureChange): string =>
  `${amountsText(change)}${change.unit === '万元' ? '' : `（${change.unit}）`}`;

/** Of a performance table in one line: its amounts, and how many indicators. */
export function goalText({ kind, aim, amounts, indicators, unchanged }: GoalChange): string {
  if (kind !== 'changed') return `${kindWords[kind]}，指标 ${indicators.length} 个`;
  const of = (which: ChangeKind) => indicators.filter((one) => one.kind === which).length;
  const counts = list([
    [of('changed'), '变化'],
    [of('new'), '新增'],
    [of('gone'), '没有了'],
    [unchanged, '没有变化'],
  ]);
  const told = [...(aim ? ['总体目标变化'] : []), ...amounts.map(wordsText)].map((one) => `${one}；`);
  return `${told.join('')}指标${counts} 个`;
}

/** `变化  完成率：指标值 ≥95% → ≥98%；分值权重 5 → 10`; of an indicator of a performance table. */
function indicatorText({ kind, name, fields }: IndicatorChange): string {
  const said = fields.map((one) => (kind === 'changed' ? wordsText(one) : one.after || one.before));
  return `${kindWords[kind]}  ${name}：${said.join('；')}`;
}

/** `财政拨款（万元） 2.00 → 3.00`. */
const wordsText = ({ field, before, after }: WordsChange): string =>
  `${field} ${before || '空白'} → ${after || '空白'}`;

/** What changed in a performance table, each as a line. */
export const goalTexts = ({ aim, indicators }: GoalChange): string[] => [
  ...(aim ? [`${kindWords.changed}  ${wordsText(aim)}`] : []),
  ...indicators.map(indicatorText),
];

/** The clauses of a heading's text that one of the two has, each as a line. */
export const clauseTexts = ({ gone, added }: TextChange): string[] => [
  ...gone.map((words) => `${kindWords.gone}：${words}`),
  ...added.map((words) => `${kindWords.new}：${words}`),
];

/** Of the text under a heading. */
export const textCounts = ({ gone, added }: TextChange): string =>
  list([
    [gone.length, '没有了'],
    [added.length, '新增'],
  ]).replaceAll(/(\d+)/g, '$1 处');

/** `今年的文档说上年是 664.34，去年的是 670.00`. */
export const lastYearText = ({ said, printed }: LastYearChange): string =>
  printed === '' ? `后一份里的上年数是 ${said}，前一份没有这一项` : `后一份里的上年数是 ${said}，前一份是 ${printed}`;

/** Titles of tables that one of the two lacks. */
export function onlyTables({ onlyBefore, onlyAfter }: DocumentComparison): string[] {
  const said = (which: string, titles: readonly string[]) =>
    titles.length > 0 ? [`只有${which}一份有的表：${titles.join('、')}。`] : [];
  return [...said('前', onlyBefore), ...said('后', onlyAfter)];
}

/** What was compared and how much of it changed, and what was not, at the end. */
export function resultText(comparison: DocumentComparison): string[] {
  const { tables, figures, goals, texts, lastYear } = comparison;
  const rows = tables.flatMap((table) => table.rows).length;
  const unchanged = tables.reduce((sum, table) => sum + table.unchanged, 0);
  const held = lastYear
    ? [
        lastYear.differences.length > 0
          ? `后一份里的上年数核对了 ${lastYear.held} 个，与前一份不同的 ${lastYear.differences.length} 个。`
          : `后一份里的上年数核对了 ${lastYear.held} 个，与前一份都相同。`,
      ]
    : [];
  return [
    `表 ${tables.length} 张：有变化的 ${rows} 行，没有变化的 ${unchanged} 行；表外的数变化 ${figures.changed.length} 个；` +
      `绩效目标表有变化的 ${goals.changed.length} 张；文字有变化的标题 ${texts.changed.length} 个。`,
    ...held,
  ];
}
