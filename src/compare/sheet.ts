/** A comparison as a workbook: all changes, to sort and filter. */
import { type BatchColumn, column, listSheet, writeSheets } from '../writers/xlsx/batchTable.js';
import type { DocumentComparison } from './compare.js';
import type { FigureChange, LastYearChange } from './figures.js';
import type { GoalChange } from './goals.js';
import type { CellChange, RowChange, TableChange } from './tables.js';
import type { TextChange } from './texts.js';
import { columnNotes, kindWords, onlyTables, resultText, sideText, subjectOf, tableTitle } from './words.js';

type Amounts = { readonly before: string; readonly after: string; readonly change: string; readonly rate: string };

/** A number as a number; whatever else as it stands. */
function cellOf(text: string): string | number {
  const plain = text.replaceAll(',', '');
  return /^[-+]?\d{1,13}(\.\d{1,4})?$/.test(plain) ? Number(plain) : text;
}

const amount = <Row extends Amounts>(head: string, key: 'before' | 'after' | 'change'): BatchColumn<Row> => ({
  head,
  width: 16,
  format: '#,##0.00',
  of: (row) => cellOf(row[key]),
});

const amounts = <Row extends Amounts>(unit: string): BatchColumn<Row>[] => [
  amount(`前${unit}`, 'before'),
  amount(`后${unit}`, 'after'),
  amount(`增减${unit}`, 'change'),
  { head: '增减 %', width: 12, format: '0.00', of: ({ rate }) => cellOf(rate.replace('%', '')) },
];

/** The bytes of an .xlsx file; the same comparison gives the same bytes. */
export const comparisonWorkbook = (comparison: DocumentComparison): Promise<Uint8Array> =>
  writeSheets('比较', [
    listSheet('说明', [column<string>('比较的是什么，结果', 110, (line) => line)], saidOf(comparison)),
    listSheet('上年数核对', lastYearColumns, comparison.lastYear?.differences ?? []),
    listSheet('各表', cellColumns, comparison.tables.flatMap(cellsOf)),
    listSheet('表外的数', figureColumns, comparison.figures.changed),
    listSheet('绩效目标', indicatorColumns, comparison.goals.changed.flatMap(indicatorsOf)),
    listSheet('文字', clauseColumns, comparison.texts.changed.flatMap(clausesOf)),
  ]);

function saidOf(comparison: DocumentComparison): string[] {
  const { before, after, notices, tables } = comparison;
  return [
    ...[subjectOf(comparison), sideText('前', before), sideText('后', after), '金额单位：万元'],
    ...[...notices, ...onlyTables(comparison)],
    ...tables.flatMap((table) => columnNotes(table).map((note) => `${tableTitle(table)}：${note}`)),
    ...resultText(comparison),
  ];
}

const lastYearColumns: readonly BatchColumn<LastYearChange>[] = [
  column('项目', 60, ({ name }) => name),
  { head: '后一份里的上年数', width: 18, format: '#,##0.00', of: (row) => cellOf(row.said) },
  { head: '前一份', width: 18, format: '#,##0.00', of: (row) => cellOf(row.printed) },
];

/** A cell that changed, or a row whose words alone did. */
interface CellRow extends Omit<CellChange, 'size'> {
  readonly table: string;
  readonly row: RowChange;
}

const noCell = { column: '', before: '', after: '', change: '', rate: '', yuan: '' };

const cellsOf = (table: TableChange): CellRow[] =>
  table.rows.flatMap((row) =>
    (row.cells.length > 0 ? row.cells : [noCell]).map((cell) => ({ ...cell, table: tableTitle(table), row })),
  );

const cellColumns: readonly BatchColumn<CellRow>[] = [
  column('表', 34, ({ table }) => table),
  column('预算单位', 28, ({ row }) => row.unit),
  { head: '编码', width: 12, of: ({ row }) => row.code },
  column('名称', 40, ({ row }) => row.name),
  column('变化', 9, ({ row }) => kindWords[row.kind]),
  column('栏目', 28, ({ column }) => column),
  ...amounts<CellRow>('（万元）'),
  column('备注', 40, ({ row, yuan }) =>
    [row.was === '' ? '' : `原为“${row.was}”`, yuan === '' ? '' : `印出的数相同：${yuan}`].filter(Boolean).join('；'),
  ),
];

const figureColumns: readonly BatchColumn<FigureChange>[] = [
  column('项目', 60, ({ name }) => name),
  column('变化', 9, ({ kind }) => kindWords[kind]),
  column('单位', 9, ({ unit }) => unit),
  ...amounts<FigureChange>(''),
];

const indicatorsOf = ({ name: goal, aim, amounts, indicators }: GoalChange) => [
  ...[...(aim ? [aim] : []), ...amounts].map((one) => ({ goal, kind: 'changed', name: '', ...one }) as const),
  ...indicators.flatMap(({ kind, name, fields }) => fields.map((one) => ({ goal, kind, name, ...one }))),
];

const indicatorColumns: readonly BatchColumn<ReturnType<typeof indicatorsOf>[number]>[] = [
  column('绩效目标表', 40, ({ goal }) => goal),
  column('变化', 9, ({ kind }) => kindWords[kind]),
  column('三级指标', 40, ({ name }) => name),
  column('内容', 16, ({ field }) => field),
  column('前', 30, (row) => row.before),
  column('后', 30, (row) => row.after),
];

const clausesOf = ({ title, gone, added }: TextChange) => [
  ...gone.map((text) => ({ title, kind: kindWords.gone, text })),
  ...added.map((text) => ({ title, kind: kindWords.new, text })),
];

const clauseColumns: readonly BatchColumn<ReturnType<typeof clausesOf>[number]>[] = [
  column('标题', 44, ({ title }) => title),
  column('变化', 9, ({ kind }) => kind),
  column('文字', 90, ({ text }) => text),
];
