/**
 * The tables of an office as a finance system might export them: in any order, under other names, in 元, with columns
 * of its own. What the reader of workbooks would make of them, without the file.
 */
import type { Edition } from '../../src/document/edition.js';
import type { Table as TreeTable } from '../../src/document/tree.js';
import type { View } from '../../src/figures/view/viewShape.js';
import { figureAt } from '../../src/import/trial.js';
import type { DocumentBlock, PublishedDocument, TableCell, TableRow } from '../../src/published/document.js';
import type { randomOf } from '../fuzz/mutate.js';
import { printedWithPaths, publishedOf } from '../support/printedValues.js';

type Random = ReturnType<typeof randomOf>;

export interface SystemTable {
  sheet: string;
  titles: string[];
  /** Heads from top to bottom, then the rows, each a text for every column; merged heads are repeated. */
  heads: string[][];
  rows: string[][];
  notes: string[];
}

/** The exact amounts of the view where it prints 万元. */
export function systemTables(view: View, edition: Edition, unit: '元' | '万元'): SystemTable[] {
  const { tree } = printedWithPaths(view, edition);
  return tree.sections.flatMap((section) => {
    const table = section.blocks.find(
      (block): block is TreeTable => block.kind === 'table' && block.style === 'statement',
    );
    if (!table) return [];
    const [first] = publishedOf({ ...tree, sections: [{ ...section, blocks: [table] }] }).blocks;
    const titles = publishedOf({ ...tree, sections: [section] }).blocks;
    const texts = titles.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
    const at = titles.findIndex(({ kind }) => kind === 'table');
    if (first?.kind !== 'table') return [];
    const paths = table.body.map(({ cells }) => cells.map(({ inlines }) => figureOf(inlines)));
    const grid = gridOf(first.rows, first.columns);
    const head = grid.slice(1, table.head.length);
    const body = grid.slice(table.head.length).map((row, index) =>
      row.map((text, column) => {
        const path = paths[index]?.[column];
        const figure = path === undefined || text === '' ? undefined : figureAt(view, path);
        return unit === '元' && figure?.unit === '万元' ? figure.exact : text;
      }),
    );
    const title = texts.slice(0, at).at(-1) ?? '';
    return [
      {
        sheet: title,
        titles: [title, `编制${view.kind}：${view.name}`, `单位：${unit}`],
        heads: head,
        rows: body,
        notes: texts.slice(at),
      },
    ];
  });
}

const figureOf = (inlines: readonly { readonly kind: string; readonly figure?: string }[]): string | undefined =>
  inlines.find(({ figure }) => figure !== undefined)?.figure;

function gridOf(rows: readonly TableRow[], columns: number): string[][] {
  const grid = rows.map(() => new Array<string>(columns).fill(''));
  rows.forEach(({ cells }, top) => {
    for (const { text, column, columnSpan, rowSpan } of cells)
      for (let down = 0; down < rowSpan; down += 1)
        for (let right = 0; right < columnSpan; right += 1) {
          const line = grid[top + down];
          if (line) line[column + right] = text;
        }
  });
  return grid;
}

/** As `openPublished` gives an .xlsx: rows of one text at the top are paragraphs. */
export function asWorkbook(tables: readonly SystemTable[]): PublishedDocument {
  const blocks: DocumentBlock[] = [];
  const sheets = [...new Set(tables.map(({ sheet }) => sheet))];
  for (const sheet of sheets) {
    const own = tables.filter((table) => table.sheet === sheet);
    const columns = Math.max(...own.map(({ heads }) => heads[0]?.length ?? 0));
    const rows = own.flatMap(({ titles, heads, rows: body, notes }) =>
      [...titles.map((text) => [text]), ...heads, ...body, ...notes.map((text) => [text])].map((texts) =>
        rowOf(texts, columns),
      ),
    );
    blocks.push({ kind: 'table', columns, rows, index: blocks.length, sheet });
  }
  return { format: 'xlsx', blocks, notices: [] };
}

const rowOf = (texts: readonly string[], columns: number): TableRow => ({
  head: false,
  cells: Array.from(
    { length: columns },
    (_, column): TableCell => ({
      text: texts[column] ?? '',
      column,
      columnSpan: 1,
      rowSpan: 1,
    }),
  ),
});

/** Puts a column between others; `cells`: of the rows. */
export function withColumn(table: SystemTable, at: number, head: string, cells: (row: number) => string): SystemTable {
  const put = (texts: readonly string[], text: string) => [...texts.slice(0, at), text, ...texts.slice(at)];
  return {
    ...table,
    heads: table.heads.map((texts) => put(texts, head)),
    rows: table.rows.map((texts, row) => put(texts, cells(row))),
  };
}

/** A column with amounts in it. */
const isMoney = ({ rows }: SystemTable, column: number): boolean =>
  rows.some((texts) => /^[\d,]+\.\d+$/.test(texts[column] ?? ''));

const moved = <T>(items: readonly T[], from: number, to: number): T[] => {
  const left = items.filter((_, index) => index !== from);
  return [...left.slice(0, to), items[from] as T, ...left.slice(to)];
};

export const changes: Readonly<Record<string, (tables: SystemTable[], random: Random) => SystemTable[]>> = {
  order: (tables, random) =>
    tables.map((_, at) => at).reduce((all) => moved(all, random.below(all.length), random.below(all.length)), tables),
  sheetNames: (tables) => tables.map((table, index) => ({ ...table, sheet: `Sheet${index + 1}` })),
  oneSheet: (tables) => tables.map((table) => ({ ...table, sheet: '导出' })),
  titles: (tables) =>
    tables.map((table) => ({
      ...table,
      titles: ['附件1', `2026年度${table.titles[0]}（公开）`, ...table.titles.slice(1)],
    })),
  extraColumn: (tables, random) =>
    tables.map((table) =>
      withColumn(table, random.below(3), random.of(['备注', '序号', '是否公开']), (row) => String(row + 1)),
    ),
  extraMoney: (tables, random) =>
    tables.map((table) => withColumn(table, 2 + random.below(3), '上年执行数', () => '123,456.00')),
  columnOrder: (tables, random) =>
    tables.map((table) => {
      const width = table.heads[0]?.length ?? 0;
      const [from, to] = [random.below(width), random.below(width)];
      return {
        ...table,
        heads: table.heads.map((texts) => moved(texts, from, to)),
        rows: table.rows.map((texts) => moved(texts, from, to)),
      };
    }),
  wholeCodes: (tables) =>
    tables.map((table) => {
      const head = table.heads.at(-1) ?? [];
      if (head[0] !== '类') return table;
      const parts = head.findIndex((text) => !['类', '款', '项'].includes(text));
      const joined = (texts: readonly string[], text: string) => [text, ...texts.slice(parts)];
      return {
        ...table,
        heads: table.heads.map((texts) => joined(texts, '科目编码')),
        rows: table.rows.map((texts) => joined(texts, texts.slice(0, parts).join(''))),
      };
    }),
  lowestHead: (tables) => tables.map((table) => ({ ...table, heads: table.heads.slice(-1) })),
  otherHead: (tables, random) =>
    tables.map((table) => {
      const head = [...(table.heads.at(-1) ?? [])];
      const at = random.below(head.length);
      head[at] = `${head[at]}（本级安排）`;
      return { ...table, heads: [...table.heads.slice(0, -1), head] };
    }),
  noUnit: (tables) =>
    tables.map((table) => ({ ...table, titles: table.titles.filter((text) => !text.startsWith('单位')) })),
  zeros: (tables) =>
    tables.map((table) => ({
      ...table,
      rows: table.rows.map((texts) =>
        texts.map((text, column) => (text === '' && isMoney(table, column) ? '0.00' : text)),
      ),
    })),
  totalsFirst: (tables) =>
    tables.map((table) => ({
      ...table,
      rows: [
        ...table.rows
          .filter((texts) => texts.some((text) => text === '总计'))
          .map((texts) => texts.map((text) => (text === '总计' ? '合　计' : text))),
        ...table.rows.filter((texts) => texts.every((text) => text !== '总计')),
      ],
    })),
};
