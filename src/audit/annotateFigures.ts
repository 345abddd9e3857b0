/**
 * A copy of the document for whoever reviews it: a comment on each figure of part 3 and on each total of the tables.
 */
import type { RenderedDocument } from '../document/rendered.js';
import { type Figure, figuresUnder, leavesOf } from '../figures/figure.js';
import { openDocx } from '../published/open/docx/index.js';
import { addComments, type Comment } from '../writers/docx/comments.js';
import { linesIn, type ReadRow, readingOfTree } from './reading.js';
import { cellNames, ruleText } from './trace.js';

/** Cells are named up to here. */
const mostCells = 30;

/** Throws when the bytes are not the document of the tree: our mistake. */
export function annotateFigures(document: RenderedDocument & { readonly bytes: Uint8Array }): Uint8Array {
  const published = linesIn(openDocx(document.bytes));
  const comments = linesIn(readingOfTree(document)).flatMap(({ line, row }, at): Comment[] => {
    const paragraph = published[at]?.line.source;
    if (paragraph === undefined) throw new Error('the document has fewer paragraphs than its tree');
    const told = (line.spans ?? []).filter(({ figure }) => row === undefined || isTotalRow(row) || isSum(figure));
    return told.map(({ figure, run }) => ({ paragraph, run, lines: commentLines(figure) }));
  });
  return addComments(document.bytes, comments);
}

/** Of several cells; the amount of a single one explains itself in the list of figures. */
const isSum = (figure: Figure): boolean => figure.rule === 'sum' && leavesOf(figure).length > 1;

function commentLines(figure: Figure): string[] {
  const cells = leavesOf(figure);
  const from = figuresUnder(figure).map(({ text, id }) => `${text}：${id}`);
  const named = cells.length > 0 ? `单元格：${cellNames(cells, mostCells)}` : '没有来自工作簿的单元格';
  return [ruleText(figure), ...from, named];
}

/** 总计, 合计 and 小计, and the rows of 类 and 款, whose code columns are not all filled. */
function isTotalRow({ cells }: ReadRow): boolean {
  const texts = cells.map(({ text }) => text.trim());
  const isGroup = /^\d{3}$/.test(texts[0] ?? '') && texts.slice(1, 3).includes('');
  return isGroup || texts.some((text) => /总计|合计|小计/.test(text));
}
