/**
 * What templates print, told by the printing itself: the view's texts and figures carry their own paths while they are
 * rendered, so that the document says which path printed what. Nothing here knows how documents are read.
 */

import type { Edition } from '../../src/document/edition.js';
import { parseMarkup } from '../../src/document/parseMarkup.js';
import { printForm } from '../../src/document/print.js';
import type { Block, DocumentTree, Inline, TreeCell } from '../../src/document/tree.js';
import type { Figure } from '../../src/figures/figure.js';
import type { View } from '../../src/figures/view/viewShape.js';
import type {
  DocumentBlock as PublishedBlock,
  PublishedDocument,
  TableCell,
  TableRow,
} from '../../src/published/document.js';

const [open, middle, close] = ['\ue000', '\ue001', '\ue002'];
const marked = /\ue000([^\ue001]*)\ue001([^\ue002]*)\ue002/g;

export interface Expected {
  readonly path: string;
  readonly text: string;
}

/** The view with every text and figure naming its path. `index` names are the view's own. */
function named(value: unknown, path: string): unknown {
  if (typeof value === 'string') return `${open}${path}${middle}${value}${close}`;
  if (Array.isArray(value)) return value.map((item, index) => named(item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return value;
  if ((value as { kind?: string }).kind === 'figure') {
    const figure = value as Figure;
    return Object.assign(Object.create(Object.getPrototypeOf(figure)), figure, { id: path });
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, named(item, path === '' ? key : `${path}.${key}`)]),
  );
}

/** Columns of merged cells and their like are numbers in attributes. */
const plainInAttributes = (markup: string): string =>
  markup.replace(/<[a-z][^>]*>/g, (tag) => tag.replace(marked, '$2'));

export function printedWithPaths(view: View, edition: Edition): { tree: DocumentTree; expected: Expected[] } {
  const printed = new Map<string, Figure>();
  const markup = printForm(edition, named(view, '') as View, printed);
  const tree = parseMarkup(plainInAttributes(markup), { title: '', entity: view.name });
  return { tree, expected: tree.sections.flatMap(({ blocks }) => blocks).flatMap(expectedOf) };
}

const expectedOf = (block: Block): Expected[] => {
  if (block.kind === 'contents') return [];
  if (block.kind !== 'table') return inlinesExpected(block.inlines);
  return [...block.head, ...block.body].flatMap(({ cells }) =>
    cells.flatMap(({ inlines }) => inlinesExpected(inlines)),
  );
};

/** A figure inside a text that is marked does not occur. */
function inlinesExpected(inlines: readonly Inline[]): Expected[] {
  const whole = inlines
    .map((inline) => {
      if (inline.kind === 'break') return '\n';
      return inline.figure === undefined ? inline.text : `${open}${inline.figure}${middle}${inline.text}${close}`;
    })
    .join('');
  return [...whole.matchAll(marked)].map(([, path = '', text = '']) => ({ path, text }));
}

const bare = (text: string): string => text.replace(marked, '$2');
const plainText = (inlines: readonly Inline[]): string =>
  bare(inlines.map((inline) => (inline.kind === 'break' ? '\n' : inline.text)).join(''));

/** The tree as a reader of files would give it; contents are left out. */
export function publishedOf(tree: DocumentTree): PublishedDocument {
  const blocks: PublishedBlock[] = [];
  for (const block of tree.sections.flatMap((section) => section.blocks)) {
    if (block.kind === 'contents') continue;
    const index = blocks.length;
    if (block.kind === 'table') {
      const rows = rowsOf(
        [...block.head, ...block.body].map(({ cells }) => cells),
        block.head.length,
      );
      blocks.push({ kind: 'table', columns: block.widths.length, rows, index });
    } else {
      const level = block.kind === 'heading' ? block.level : 0;
      blocks.push({ kind: 'paragraph', text: plainText(block.inlines), level, index });
    }
  }
  return { format: 'docx', blocks, notices: [] };
}

function rowsOf(rows: readonly (readonly TreeCell[])[], heads: number): TableRow[] {
  const free: number[] = [];
  return rows.map((cells, row) => {
    let column = 0;
    const placed: TableCell[] = cells.map(({ inlines, columnSpan, rowSpan }) => {
      while ((free[column] ?? 0) > row) column += 1;
      const at = column;
      for (let right = 0; right < columnSpan; right += 1) free[at + right] = row + rowSpan;
      column += columnSpan;
      return { text: plainText(inlines), column: at, columnSpan, rowSpan };
    });
    return { cells: placed, head: row < heads };
  });
}
