/** A comparison as a list in the terminal. */
import type { DocumentComparison } from '../compare/compare.js';
import type { RowChange, TableChange } from '../compare/tables.js';
import {
  cellGroups,
  cellText,
  clauseTexts,
  columnNotes,
  figureText,
  goalText,
  goalTexts,
  kindWords,
  lastYearText,
  onlyTables,
  resultText,
  rowName,
  sideText,
  subjectOf,
  tableCounts,
  tableTitle,
  textCounts,
} from '../compare/words.js';
import { wrapped } from '../terminal/wrap.js';

/** Rows of a table, and things of each other list, that are shown unless all are asked for. */
const most = 8;

interface Shown {
  readonly width: number;
  readonly all: boolean;
}

/** Ends with a line end. No line is wider than `width` columns. */
export function comparisonText(comparison: DocumentComparison, shown: Shown): string {
  const { before, after, notices, lastYear, figures, goals, texts, tables } = comparison;
  const says = (front: string, text: string) => wrapped(front, text, 6, shown.width);
  const lines = [
    ...says('', subjectOf(comparison)),
    ...says('  ', sideText('前', before)),
    ...says('  ', sideText('后', after)),
    ...[...notices, ...onlyTables(comparison)].flatMap((line) => says('  注意  ', line)),
    ...section(
      '上年数与前一份不同',
      (lastYear?.differences ?? []).map((one) => ({ front: `  ${one.name}  `, text: lastYearText(one) })),
      // each is a mistake in one of the two
      { ...shown, all: true },
    ),
    ...tables.flatMap((table) => tableLines(table, shown)),
    ...section(
      '表外的数',
      figures.changed.map((one) => ({ front: `  ${one.name}  `, text: figureText(one) })),
      shown,
    ),
    ...section(
      '绩效目标',
      goals.changed.map((one) => ({
        front: `  ${one.name}  `,
        text: goalText(one),
        within: goalTexts(one),
      })),
      shown,
    ),
    ...section(
      '文字',
      texts.changed.map((one) => ({ front: `  ${one.title}  `, text: textCounts(one), within: clauseTexts(one) })),
      shown,
    ),
    '',
    ...resultText(comparison).flatMap((line) => wrapped('', line, 2, shown.width)),
  ];
  return `${lines.join('\n')}\n`;
}

interface Item {
  readonly front: string;
  readonly text: string;
  /** What it is made of, listed where all is asked for. */
  readonly within?: readonly string[];
}

/** A front that is long is wrapped, too. */
const itemLines = ({ front, text, within = [] }: Item, { width, all }: Shown): string[] => [
  ...wrapped('', `${front}${text}`, 6, width),
  ...(all ? within.flatMap((line) => wrapped('      ', line, 10, width)) : []),
];

function section(title: string, items: readonly Item[], shown: Shown): string[] {
  if (items.length === 0) return [];
  const listed = shown.all ? items : items.slice(0, most);
  return ['', title, ...listed.flatMap((item) => itemLines(item, shown)), ...rest(items.length - listed.length, '项')];
}

const rest = (count: number, unit: string): string[] =>
  count > 0 ? [`  另有 ${count} ${unit}，用 --all 全部列出。`] : [];

function tableLines(table: TableChange, shown: Shown): string[] {
  const { rows } = table;
  const notes = columnNotes(table).flatMap((line) => wrapped('  注意  ', line, 6, shown.width));
  if (rows.length === 0 && notes.length === 0) return [];
  const listed = shown.all ? rows : rows.slice(0, most);
  return [
    '',
    ...wrapped('', `${tableTitle(table)}：${tableCounts(table)}`, 2, shown.width),
    ...notes,
    ...listed.flatMap((row) => itemLines(rowItem(row), shown)),
    ...rest(rows.length - listed.length, '行变化较小'),
  ];
}

function rowItem(row: RowChange): Item {
  const kind = row.kind === 'changed' ? '' : `${kindWords[row.kind]}  `;
  const unit = row.unit === '' || row.unit === row.name ? '' : `${row.unit} `;
  const cells = cellGroups(row).map(({ columns, cell }) => `${columns} ${cellText(row.kind, cell)}`);
  return { front: `  ${kind}${unit}${rowName(row)}  `, text: cells.length > 0 ? cells.join('；') : '金额没有变化' };
}
