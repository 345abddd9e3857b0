/**
 * What has to be known of a document before any of it is written: how its tables fit their pages, and on which side of
 * the sheet those begin that run over pages (margins.ts).
 */
import type { DocumentTree, Heading, Paragraph, Section, Table } from '../../document/tree.js';
import { lineCount, raggedness } from './balance.js';
import { heightAbove, measuresOf, textOf } from './blockHeight.js';
import type { ContentsEntry, ContentsPages } from './contents.js';
import { fitTable, type TableFit } from './fit.js';
import { textArea } from './geometry.js';
import type { Continued, FrameSection } from './margins.js';
import { measurer } from './measure.js';
import { titleWidth } from './titleLines.js';

export interface Plan {
  readonly fits: ReadonlyMap<Table, TableFit>;
  readonly sections: readonly FrameSection[];
}

/** `pages`: those of a laid-out copy, where there is one; else pages are reckoned from the lines of the text. */
export function planOf(
  tree: DocumentTree,
  entries: ReadonlyMap<Heading, ContentsEntry>,
  pages: ContentsPages | undefined,
): Plan {
  const fits = fitsOf(tree);
  let next = 1;
  const sections = tree.sections.map((section): FrameSection => {
    const start = next;
    if (section.numbering === 'body') next += pagesOf(section, fits);
    const title = continuedTitle(section, fits);
    if (!title) return section;
    const printed = pages?.get(entries.get(title.heading)?.anchor ?? '');
    return { ...section, continued: { line: title.line, firstPage: parityOf(printed ?? start) } };
  });
  return { fits, sections };
}

const parityOf = (page: number): Continued['firstPage'] => (page % 2 === 1 ? 'odd' : 'even');

function fitsOf(tree: DocumentTree): ReadonlyMap<Table, TableFit> {
  const fits = new Map<Table, TableFit>();
  const measured = measurer();
  for (const { blocks, orientation } of tree.sections) {
    const { width, height } = textArea(orientation);
    blocks.forEach((block, index) => {
      if (block.kind !== 'table') return;
      const above = heightAbove(blocks.slice(0, index), width);
      fits.set(block, fitTable(block, width, height - above, height, measured));
    });
  }
  return fits;
}

/**
 * The number and the title over the only table of a section, if that runs over pages: 表7 above 一般公共预算项目支出情况表. A table
 * without a number, or one of several, goes on without them.
 */
function continuedTitle(
  { blocks, numbering }: Section,
  fits: ReadonlyMap<Table, TableFit>,
): { readonly heading: Heading; readonly line: string } | undefined {
  const tables = blocks.filter((block) => block.kind === 'table');
  const [only] = tables;
  if (only === undefined || tables.length > 1 || numbering !== 'body' || (fits.get(only)?.pages ?? 1) === 1) return;
  const at = blocks.indexOf(only);
  const [number, heading] = blocks.slice(Math.max(0, at - 2), at);
  if (number?.kind !== 'paragraph' || number.style !== 'tableNumber' || heading?.kind !== 'heading') return;
  return { heading, line: `续${textOf(number).trim()}　${textOf(heading).trim()}` };
}

/** Pages of a section; what stands below a table is taken to find room on its last page. */
function pagesOf({ blocks, orientation }: Section, fits: ReadonlyMap<Table, TableFit>): number {
  const { width, height } = textArea(orientation);
  let pages = 1;
  let left = height;
  for (const block of blocks) {
    if (block.kind === 'table') pages += (fits.get(block)?.pages ?? 1) - 1;
    if (block.kind !== 'heading' && block.kind !== 'paragraph') continue;
    const { line, after } = measuresOf(block);
    for (let lines = linesOf(block, width); lines > 0; lines -= 1) {
      if (line > left) {
        pages += 1;
        left = height;
      }
      left -= line;
    }
    left -= after;
  }
  return pages;
}

/** Characters by which a paragraph of the body is set in on its first line. */
const FIRST_LINE = 2;

function linesOf(block: Heading | Paragraph, width: number): number {
  const { em } = measuresOf(block);
  const isBody = block.kind === 'paragraph' ? block.style === 'body' : block.level > 1 && !block.tableTitle;
  const text = textOf(block);
  return lineCount((titleWidth(text) + (isBody ? FIRST_LINE : 0)) * em, width, em, raggedness(text));
}
