/** 图说预算 as a document tree: one table for each picture, its bars as cells. */
import type { View } from '../figures/view/viewShape.js';
import type { Bar, Picture } from './pictures.js';
import type { Align, Block, DocumentTree, Inline, Row, TreeCell } from './tree.js';

const run = (text: string): Inline[] => [{ kind: 'text', text, bold: false }];

const cell = (inlines: readonly Inline[], align: Align, more: Partial<TreeCell> = {}): TreeCell => ({
  ...{ inlines, align, columnSpan: 1, rowSpan: 1, bold: false, indent: 0, border: true },
  ...more,
});

/** `2026年某某局图说预算`. */
export const chartTitle = ({ year, name }: Pick<View, 'year' | 'name'>): string => `${year}年${name}图说预算`;

/** A document of one section. */
export function chartTree(title: string, entity: string, pictures: readonly Picture[]): DocumentTree {
  const head: Block = {
    ...{ kind: 'heading', level: 2, inlines: run(title), contents: false, tableTitle: true },
  };
  const unit: Block = { kind: 'paragraph', style: 'tableNote', align: 'right', inlines: run('单位：万元') };
  const rows = pictures.flatMap(rowsOf);
  const body: Block[] =
    rows.length > 0 ? [{ kind: 'table', widths: [34, 46, 20], head: [], body: rows, style: 'statement' }] : [];
  return {
    ...{ title, entity },
    sections: [{ orientation: 'portrait', numbering: 'none', vertical: 'top', blocks: [head, unit, ...body] }],
  };
}

function rowsOf({ title, series, bars, sentence }: Picture): Row[] {
  return [
    { cells: [cell(run(title), 'left', { columnSpan: 3, bold: true })] },
    ...bars.flatMap((bar) => barRows(bar, series)),
    { cells: [cell(sentence.map(withoutFigure), 'left', { columnSpan: 3 })] },
  ];
}

function withoutFigure(inline: Inline): Inline {
  return inline.kind === 'text' ? { kind: 'text', text: inline.text, bold: inline.bold } : inline;
}

function barRows({ label, values }: Bar, series: readonly string[]): Row[] {
  return values.map(({ text, length }, index) => {
    const name = series[index] === undefined ? label : `${index === 0 ? `${label} ` : ''}${series[index]}`;
    const bar = cell([], 'left', { bar: { length, last: index > 0 } });
    return { cells: [cell(run(name), series.length > 0 ? 'right' : 'left'), bar, cell(run(text), 'right')] };
  });
}
