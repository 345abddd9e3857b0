/** A document tree as plain texts, to be held against what was published. White space never counts. */
import { strFromU8, unzipSync } from 'fflate';
import type { Block, DocumentTree, Heading, Inline, Table, TreeCell } from '../../src/document/tree.js';

export const squeezed = (text: string): string => text.replace(/\s+/g, '');

export const textOf = (inlines: readonly Inline[]): string =>
  squeezed(inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join(''));

export const blocksOf = (tree: DocumentTree): Block[] => tree.sections.flatMap((section) => section.blocks);

export interface StatementTable {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
  /** The sentence in its place when it is empty, '' when there is none. */
  readonly note: string;
}

/** The numbered tables in order. */
export function statementTables(tree: DocumentTree): StatementTable[] {
  return tree.sections.flatMap((section) => {
    const tables = section.blocks.filter((block): block is Table => block.kind === 'table');
    return tables
      .filter((table) => table.style === 'statement')
      .map((table) => ({
        title: section.blocks
          .flatMap((b) => (b.kind === 'heading' && b.tableTitle ? [textOf(b.inlines)] : []))
          .join(''),
        rows: table.body.map((row) => row.cells.map((cell) => textOf(cell.inlines))),
        note: section.blocks
          .flatMap((block) =>
            block.kind === 'paragraph' && block.style === 'tableNote' ? [textOf(block.inlines)] : [],
          )
          .join(''),
      }));
  });
}

/** A table's body as a full grid: a merged cell stands in every place that it covers. */
export function gridOfTable(table: Table): string[][] {
  const grid: string[][] = table.body.map(() => []);
  table.body.forEach((row, top) => {
    let column = 0;
    const put = (cell: TreeCell) => {
      while (grid[top]?.[column] !== undefined) column += 1;
      for (let down = 0; down < cell.rowSpan; down += 1) {
        const line = grid[top + down];
        for (let right = 0; line && right < cell.columnSpan; right += 1) line[column + right] = textOf(cell.inlines);
      }
    };
    row.cells.forEach(put);
  });
  return grid;
}

export interface GoalTable {
  readonly title: string;
  readonly grid: readonly (readonly string[])[];
}

/** The performance tables in order. */
export function goalTables(tree: DocumentTree): GoalTable[] {
  let title = '';
  return blocksOf(tree).flatMap((block) => {
    if (block.kind === 'heading') title = textOf(block.inlines);
    return block.kind === 'table' && block.style === 'goal' ? [{ title, grid: gridOfTable(block) }] : [];
  });
}

export interface Sentence {
  readonly heading: boolean;
  readonly text: string;
}

const isPart = (block: Block, part: string): block is Heading =>
  block.kind === 'heading' && block.level === 1 && textOf(block.inlines).startsWith(part);

/** Headings and paragraphs from 机构设置 on, without the numbered tables, the performance tables and 落款. */
export function sentences(tree: DocumentTree): Sentence[] {
  let part = '';
  const found: Sentence[] = [];
  for (const block of blocksOf(tree)) {
    if (block.kind === 'heading' && block.level === 1) {
      part = ['第一部分', '第二部分', '第三部分', '第四部分'].find((name) => isPart(block, name)) ?? part;
    }
    if (part === '' || part === '第二部分') continue;
    if (block.kind === 'heading' && !block.tableTitle) found.push({ heading: true, text: textOf(block.inlines) });
    if (block.kind === 'paragraph' && block.style === 'body')
      found.push({ heading: false, text: textOf(block.inlines) });
  }
  const start = found.findIndex(({ heading, text }) => heading && text.startsWith('二、机构设置'));
  return found.slice(Math.max(0, start));
}

/** Every text of the tree in the order in which it is read, block by block and cell by cell. */
export const allTexts = (tree: DocumentTree): string[] =>
  blocksOf(tree).flatMap((block) => {
    if (block.kind === 'contents') return [];
    if (block.kind !== 'table') return [textOf(block.inlines)];
    return [...block.head, ...block.body].flatMap((row) => row.cells.map((cell) => textOf(cell.inlines)));
  });

/** The XML parts of a .docx by name. */
export function docxParts(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The text of each paragraph of the document part, as Word shows it. */
export function docxParagraphs(bytes: Uint8Array): string[] {
  const xml = docxParts(bytes)['word/document.xml'] ?? '';
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    squeezed(
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
        .map(([, text = '']) => text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole))
        .join(''),
    ),
  );
}
