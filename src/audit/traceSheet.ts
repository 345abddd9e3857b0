/**
 * The trace as a workbook: one sheet that can be filtered, one with every cell under every figure, linked to the
 * office's book.
 */
import { address, type CellRef, fullAddress } from '../vocabulary/cells.js';
import { type BatchColumn, column, linkTo, listSheet, writeSheets } from '../writers/xlsx/batchTable.js';
import { exactText, ruleNames, ruleText, type TraceEntry } from './trace.js';

/** `first`: where the second sheet lists its cells. */
type FigureLine = TraceEntry & { readonly number: number; readonly first: number };
type CellLine = Pick<FigureLine, 'number' | 'text'> & { readonly leaf: TraceEntry['cells'][number] };

const cellsSheet = '单元格';

/** `workbook` is the office's file as the links name it: its name, so that both files lie in one folder. */
export function traceWorkbook(trace: readonly TraceEntry[], workbook: string): Promise<Uint8Array> {
  let next = 2;
  const figures = trace.map((entry, index): FigureLine => {
    const first = next;
    next += entry.cells.length;
    return { ...entry, number: index + 1, first };
  });
  const cells = figures.flatMap(({ number, text, cells }) => cells.map((leaf): CellLine => ({ number, text, leaf })));
  const cellLink = (at: CellRef) => linkTo(`${workbook}#${quoted(at)}`, fullAddress(at));
  return writeSheets('数字来源', [
    listSheet('数字', figureColumns(cellLink), figures),
    listSheet(cellsSheet, cellColumns(cellLink), cells),
  ]);
}

type CellLink = (at: CellRef) => ReturnType<typeof linkTo>;

const figureColumns = (cellLink: CellLink): BatchColumn<FigureLine>[] => [
  column('序号', 6, ({ number }) => number),
  column('表或标题', 40, ({ place }) => place.headings.at(-1)),
  column('行', 36, ({ place }) => place.row),
  column('列', 24, ({ place }) => place.column),
  column('句子', 40, ({ place }) => place.sentence),
  column('印出', 14, ({ text }) => text),
  column('单位', 8, ({ figure }) => figure.unit),
  column('精确值', 18, ({ figure }) => exactText(figure)),
  column('规则', 10, ({ figure }) => ruleNames[figure.rule]),
  column('算法', 60, ({ figure }) => ruleText(figure)),
  column('单元格', 22, ({ cells: [only, ...more], first }) => {
    if (!only) return '';
    return more.length === 0 ? cellLink(only.at) : linkTo(`#'${cellsSheet}'!A${first}`, `${more.length + 1} 个`);
  }),
  column('编号', 48, ({ figure }) => figure.id),
];

const cellColumns = (cellLink: CellLink): BatchColumn<CellLine>[] => [
  column('数字序号', 10, ({ number }) => number),
  column('印出', 16, ({ text }) => text),
  column('单元格', 36, ({ leaf }) => cellLink(leaf.at)),
  column('原值', 24, ({ leaf }) => leaf.exact),
];

const quoted = (at: CellRef): string => `'${at.sheet.replaceAll("'", "''")}'!${address(at)}`;
