/**
 * A copy of the document for whoever reviews it: a comment on each figure of part 3 and on each total of the tables.
 */

import { plainText } from '../document/parseInline.js';
import type { RenderedDocument } from '../document/rendered.js';
import { cleanLines } from '../document/text.js';
import type { Inline, Row } from '../document/tree.js';
import { type Figure, isLeaf } from '../figures/figure.js';
import type { PublishedDocument } from '../published/document.js';
import { openDocx } from '../published/open/docx/index.js';
import { addComments, type Comment } from './comments.js';
import { cellNames, leavesOf, ruleText } from './trace.js';

/** Cells are named up to here. */
const mostCells = 30;

/** Throws when the bytes are not the document of the tree: our mistake. */
export function annotateFigures({
  tree,
  printed,
  bytes,
}: RenderedDocument & { readonly bytes: Uint8Array }): Uint8Array {
  const numbers = paragraphNumbers(openDocx(bytes));
  const comments: Comment[] = [];
  for (const { inlines, commented } of paragraphsOf(tree)) {
    if (plainText(inlines).trim() === '') continue;
    const paragraph = numbers.shift();
    if (paragraph === undefined) throw new Error('the document has fewer paragraphs than its tree');
    for (const { figure, run } of figureRuns(inlines)) {
      const known = printed.get(figure);
      if (known && (commented || isSum(known))) comments.push({ paragraph, run, lines: commentLines(known) });
    }
  }
  return addComments(bytes, comments);
}

/** Of several cells; the amount of a single one explains itself in the list of figures. */
const isSum = (figure: Figure): boolean => figure.rule === 'sum' && leavesOf(figure).length > 1;

function commentLines(figure: Figure): string[] {
  const cells = leavesOf(figure);
  const from = figure.inputs.flatMap((input) => (isLeaf(input) ? [] : [`${input.text}：${input.id}`]));
  const named = cells.length > 0 ? `单元格：${cellNames(cells, mostCells)}` : '没有来自工作簿的单元格';
  return [ruleText(figure), ...from, named];
}

interface TreeParagraph {
  readonly inlines: readonly Inline[];
  /** Text, or a row of totals: whatever it prints is commented. */
  readonly commented: boolean;
}

/** Every paragraph and cell of the tree in the order of the file. */
function paragraphsOf(tree: RenderedDocument['tree']): TreeParagraph[] {
  return tree.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block): TreeParagraph[] => {
      if (block.kind === 'contents') return [];
      if (block.kind !== 'table') return [{ inlines: block.inlines, commented: true }];
      return [...block.head, ...block.body].flatMap((row) =>
        row.cells.map(({ inlines }) => ({ inlines, commented: isTotalRow(row) })),
      );
    }),
  );
}

/** 总计, 合计 and 小计, and the rows of 类 and 款, whose code columns are not all filled. */
function isTotalRow(row: Row): boolean {
  const texts = row.cells.map(({ inlines }) => plainText(inlines).trim());
  const isGroup = /^\d{3}$/.test(texts[0] ?? '') && texts.slice(1, 3).includes('');
  return isGroup || texts.some((text) => /总计|合计|小计/.test(text));
}

/**
 * The numbers of the paragraphs that hold text, without the contents: the same ones in the same order as the tree's.
 */
const paragraphNumbers = ({ blocks }: PublishedDocument): number[] =>
  blocks.flatMap((block) => {
    const lines = block.kind === 'table' ? block.rows.flatMap((row) => row.cells) : block.contents ? [] : [block];
    return lines.flatMap(({ text, source }) => (text === '' ? [] : (source ?? [])));
  });

/** Which run of the file holds each figure: the writer makes one of every line of every inline. */
function figureRuns(inlines: readonly Inline[]): { figure: string; run: number }[] {
  let run = 0;
  return inlines.flatMap((inline) => {
    const at = run;
    run +=
      inline.kind === 'break' ? 1 : cleanLines(inline.text).filter((line, index) => line !== '' || index > 0).length;
    return inline.kind === 'text' && inline.figure !== undefined ? [{ figure: inline.figure, run: at }] : [];
  });
}
