/** docs/workbook.md: every sheet and column of the workbook, out of the layout itself. */
import { layout, type SheetKey } from '../workbook/layout/layout.js';
import { type PartNumbers, withPartNumbers } from '../workbook/layout/printedIn.js';
import { type AnyColumn, type Columns, columnNeed, keepsLines } from '../workbook/layout/types.js';
import { amountsKnownInPrint, namesAsPrinted, needsRule, printedRule } from '../workbook/write/guideText.js';
import { markdownTable } from './markdown.js';

/** What of the layout an edition has. */
export interface EditionScope {
  readonly year: number;
  readonly sheets: readonly SheetKey[];
  readonly withoutColumns: Readonly<Partial<Record<SheetKey, readonly string[]>>>;
  readonly partNumbers: () => PartNumbers;
}

/** What may stand in the cell, and in which unit. */
function valueText(column: AnyColumn): string {
  const { type } = column;
  switch (type.kind) {
    case 'amount':
      return '金额（单位见“基本信息”）';
    case 'count':
      return '整数';
    case 'quantity':
      return '数字';
    case 'year':
      return '年度';
    case 'date':
      return '日期';
    case 'choice':
      return `选择：${Object.keys(type.choices).join('、')}`;
    case 'functionCode':
      return `功能科目编码（${type.digits.join('、')}位）`;
    case 'economicCode':
      return `经济科目编码（${type.digits.join('、')}位）`;
    case 'anyCode':
      return '科目编码（3、5、7位）';
    case 'unitName':
      return '“预算单位”表中的名称';
    case 'projectName':
      return '项目名称';
    case 'goalName':
      return '绩效目标表名称';
    case 'display':
      return '公式，不读取';
    case 'longText':
      return keepsLines(column) ? '文字（可多行）' : '文字';
    default:
      return '文字';
  }
}

const yearsText = (years: readonly number[]): string => years.join('、');

/** In which editions, where it is not all of them. */
function onlyIn(years: readonly number[], all: readonly EditionScope[]): string {
  if (years.length === all.length) return '';
  return years.length === 0 ? '（现有表样都不用）' : `（只用于 ${yearsText(years)} 年）`;
}

/** With the numbers of the newest edition. */
const inNewest = (text: string, editions: readonly EditionScope[]): string =>
  withPartNumbers(text, editions.at(-1)?.partNumbers() ?? {});

function columnRow(key: SheetKey, name: string, column: AnyColumn, editions: readonly EditionScope[]): string[] {
  const having = editions
    .filter((edition) => edition.sheets.includes(key) && !(edition.withoutColumns[key] ?? []).includes(name))
    .map(({ year }) => year);
  const ofSheet = editions.filter((edition) => edition.sheets.includes(key));
  const help = `${inNewest(column.help, editions)}${onlyIn(having, ofSheet)}${column.withheldWithProject ? '不予公开的项目：不读取、不印出。' : ''}`;
  return [
    column.header,
    columnNeed(column),
    valueText(column),
    help,
    column.example,
    inNewest(column.printedIn, editions),
  ];
}

function rules(key: SheetKey): string[] {
  const sheet = layout[key];
  if (sheet.kind === 'form') return ['逐项填写：项目 | 内容 | 填写说明，按“项目”列的文字查找。'];
  const columns: Columns = sheet.columns;
  const headers = (names: readonly string[]) => names.map((name) => `“${columns[name]?.header}”`).join('、');
  return [
    `逐行填写，按列名查找，列的先后不限。${sheet.mayBeEmpty ? '可以一行不填。' : '至少一行。'}`,
    ...(sheet.unique.length > 0
      ? [`${headers(sheet.unique)}${sheet.unique.length > 1 ? '合起来' : ''}不能重复。`]
      : []),
    ...(sheet.atLeastOneOf.length > 0 ? [`每行在${headers(sheet.atLeastOneOf)}中至少填一列。`] : []),
    ...(sheet.continues === undefined
      ? []
      : [`${headers([sheet.continues])}只在每一块的第一行必填，以下各行留空即沿用上面的名称。`]),
    ...(sheet.prefilled === undefined ? [] : [`${headers([sheet.prefilled])}是固定行，空白工作簿已填好。`]),
  ];
}

function sheetSection(key: SheetKey, number: number, editions: readonly EditionScope[]): string {
  const sheet = layout[key];
  const years = editions.filter((edition) => edition.sheets.includes(key)).map(({ year }) => year);
  const rows = Object.entries(sheet.columns as Columns).map(([name, column]) => columnRow(key, name, column, editions));
  const heads = [sheet.kind === 'form' ? '项目' : '列', '要求', '填什么', '说明', '例', '印在'];
  return [
    `## ${number}. ${sheet.name}${onlyIn(years, editions)}`,
    '',
    inNewest(sheet.help, editions),
    '',
    ...rules(key).map((rule) => `- ${rule}`),
    '',
    markdownTable(heads, rows),
  ].join('\n');
}

/** The whole page. */
export function workbookPage(editions: readonly EditionScope[]): string {
  const keys = Object.keys(layout) as SheetKey[];
  return [
    '# 工作簿',
    '',
    '<!-- 由 npm run docs 从 src/workbook/layout 生成，请勿手改。 -->',
    '',
    `本页列出工作簿的每张表、每一列。表样年度：${yearsText(editions.map(({ year }) => year))}。空白工作簿用 \`npx yusuan new\` 生成，每张表的要求也写在“填写说明”表和各单元格的输入提示里。`,
    '',
    `- 金额按“基本信息”的“金额单位”（元或万元）填写，全部精确计算；公开文档一律印万元，四舍五入保留两位小数。“印在”说的表号、章节号是 ${editions.at(-1)?.year} 年表样的。`,
    '- 自己加的列和表不读取，也不影响结果；表和列按名称查找，可以移动位置。',
    `- 要求：${needsRule}`,
    `- 印出的数：${printedRule}`,
    `- 上年数：${amountsKnownInPrint}`,
    `- 名称和文字：${namesAsPrinted}`,
    '- 一笔钱只填一次：本年数从“基本支出”“项目支出”等表算出，不在别处再填。',
    '',
    keys.map((key, i) => sheetSection(key, i + 1, editions)).join('\n\n'),
    '',
  ].join('\n');
}
