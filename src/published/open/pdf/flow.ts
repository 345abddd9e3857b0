/** The pages in one flow: paragraphs and tables as they were before they were set in pages. */
import type { OpenedBlock } from '../raw.js';
import { appendPart, type OpenPdfTable } from './joinTables.js';
import type { PageLayout, PageLine, PageTable } from './layout.js';
import { joinedLines } from './lines.js';
import { goesOn, isContentsLine, type Measures, measuresOf } from './paragraphs.js';

interface OpenParagraph {
  readonly kind: 'paragraph';
  readonly page: number;
  text: string;
  readonly first: PageLine;
  last: PageLine;
  lastPage: number;
}

type Open = OpenParagraph | (OpenPdfTable & { readonly kind: 'table'; readonly page: number; lastPage: number });

/** In reading order, tables joined over pages. */
export function flowOf(pages: readonly PageLayout[]): OpenedBlock[] {
  const flow: Open[] = [];
  const measures = measuresOf(pages);
  for (const page of pages) {
    const items = goesOnWithTable(flow, page) ?? page.items;
    for (const item of items) {
      if (item.kind === 'table') flow.push(opened(item, page));
      else addLine(flow, item, page, measures);
    }
  }
  return flow.map((open): OpenedBlock => {
    if (open.kind === 'paragraph') {
      return { kind: 'paragraph', text: open.text, level: 0, contents: isContentsLine(open.text), page: open.page };
    }
    const widths = open.xs.slice(1).map((x, index) => x - (open.xs[index] ?? 0));
    return { kind: 'table', rows: open.rows, widths, page: open.page };
  });
}

const opened = ({ xs, rows }: PageTable, { number }: PageLayout): Open => ({
  ...{ kind: 'table', page: number, lastPage: number, xs, rows: [...rows] },
});

/**
 * What is left of a page that begins with the rest of a table. One line may stand before it, if it stands before the
 * table's beginning too: a row without borders (编制单位, 单位：万元) that is told again with the head; above that number and
 * title of the table with 续. Undefined when the page does not begin so.
 */
function goesOnWithTable(flow: readonly Open[], page: PageLayout): PageLayout['items'] | undefined {
  const table = flow.at(-1);
  const at = page.items.findIndex((item) => item.kind === 'table');
  const next = page.items[at];
  if (table?.kind !== 'table' || next?.kind !== 'table' || table.lastPage !== page.number - 1) return undefined;
  const above = flow.slice(-1 - 8, -1).flatMap((open) => (open.kind === 'paragraph' ? [squeezed(open.text)] : []));
  const before = page.items.slice(0, at);
  const allLines = before.filter((item) => item.kind === 'line');
  const lines = allLines.filter(({ text }) => !tellsAgain(squeezed(text), above));
  const isCaption = lines.every(({ text, y }) => above.includes(squeezed(text)) && y === lines[0]?.y);
  if (allLines.length < before.length || !isCaption) return undefined;
  if (!appendPart(table, next)) return undefined;
  table.lastPage = page.number;
  return page.items.slice(at + 1);
}

/** 续表7 一般公共预算项目支出情况表; 表7（续）: says that it goes on, and beyond that only what stood above the table. */
function tellsAgain(line: string, above: readonly string[]): boolean {
  const told = line.replace(/^续(?=表)|[（(]续[）)]/, '');
  if (told === line) return false;
  let rest = told;
  for (const text of above) if (text !== '') rest = rest.replace(text, '');
  return rest === '';
}

const squeezed = (text: string): string => text.replace(/\s+/g, '');

function addLine(flow: Open[], line: PageLine, page: PageLayout, measures: Measures): void {
  const before = flow.at(-1);
  const margins = measures.marginsOf(page.width);
  const isNear = before !== undefined && page.number - before.lastPage <= 1;
  if (before?.kind === 'paragraph' && isNear && !isContentsLine(before.text)) {
    const onOnePage = before.lastPage === page.number;
    if (goesOn({ first: before.first, before: before.last }, line, onOnePage, margins, measures.pitchOf(line.size))) {
      before.text = joinedLines(before.text, line.text);
      before.last = line;
      before.lastPage = page.number;
      return;
    }
  }
  flow.push({ kind: 'paragraph', page: page.number, text: line.text, first: line, last: line, lastPage: page.number });
}
