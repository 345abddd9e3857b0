/**
 * The trace: where every printed figure comes from, down to the cells of the workbook; and the other way, what a cell
 * moves. It says no more than the figures hold: hidden fields of withheld projects are no figures.
 */
import type { RenderedDocument } from '../document/rendered.js';
import { type Figure, figuresUnder, isLeaf, type Leaf, leavesOf } from '../figures/figure.js';
import { type Place, sentenceAround } from '../published/place.js';
import { fullAddress } from '../vocabulary/cells.js';
import { inThrees } from '../vocabulary/money.js';
import { firstOf } from '../vocabulary/names.js';
import { placedBlocks, type ReadLine, readingOfTree } from './reading.js';
import { cellPlace, statementOf } from './statement.js';

export interface TraceEntry {
  readonly place: Place;
  /** As it stands in the document, e.g. `51.36%`. */
  readonly text: string;
  readonly figure: Figure;
  /** Every cell that the figure comes from, in the order of the workbook's use. */
  readonly cells: readonly Leaf[];
}

/** An entry for every printed figure, in the order of the document; one that is printed twice has two. */
export function traceOf(document: Pick<RenderedDocument, 'tree' | 'printed'>): TraceEntry[] {
  return placedBlocks(readingOfTree(document)).flatMap(({ block, headings }) => {
    if (block.kind === 'paragraph')
      return entriesIn(block, (start) => ({ headings, sentence: sentenceAround(block.text, start) }));
    const statement = statementOf(block);
    return block.rows.flatMap((row) =>
      row.cells.flatMap((cell) => entriesIn(cell, () => ({ headings, ...cellPlace(statement, row, cell.column) }))),
    );
  });
}

const entriesIn = ({ text, spans = [] }: ReadLine, placeOf: (start: number) => Place): TraceEntry[] =>
  spans.map(({ start, end, figure }) => {
    return { place: placeOf(start), text: text.slice(start, end), figure, cells: leavesOf(figure) };
  });

/** The first of some cells by name, and how many there are. */
export function cellNames(cells: readonly Leaf[], most: number): string {
  const names = cells.map(({ at }) => fullAddress(at));
  return firstOf(names, most, ` 等 ${names.length} 个`);
}

/** What the office calls each rule. */
export const ruleNames: Readonly<Record<Figure['rule'], string>> = {
  sum: '合计',
  share: '占比',
  change: '增减额',
  rate: '增减率',
  stated: '直接填列',
  count: '计数',
};

const textOf = (input: Figure | Leaf): string => (isLeaf(input) ? fullAddress(input.at) : input.text);

/** `43018900` → `43,018,900 元` */
const yuan = (exact: string): string => `${inThrees(exact)} 元`;

/** The exact value with its own unit: amounts are in 元, what was computed from print is in 万元 or %. */
export function exactText({ exact, unit, rule }: Pick<Figure, 'exact' | 'unit' | 'rule'>): string {
  if (unit === '%') return `${exact}%`;
  return unit === '万元' && rule !== 'change' ? yuan(exact) : `${exact} ${unit}`;
}

/** The rule in words, with the printed figures that a reader can put into a calculator (FORM money-3). */
export function ruleText(figure: Figure): string {
  const { rule, inputs, text } = figure;
  const [first = '', second = ''] = inputs.map(textOf);
  if (rule === 'sum') return sumText(figure);
  const ofNothing = `上年为 0，${figure.isZero ? '本年也为 0，记 0.00' : '记 100.00'}`;
  const how = {
    share: second === '0.00' ? '：总数为 0，记 0.00' : ` = ${first} ÷ ${second} × 100`,
    change: ` = | 本年 ${first} − 上年 ${second} |`,
    rate: second === '0.00' ? `：${ofNothing}` : ` = 增减额 ${first} ÷ 上年 ${second} × 100`,
    stated: `：${first === '' ? '未填，按 0' : first}`,
    count: `：共 ${text}`,
  };
  return `${ruleNames[rule]}${how[rule]}`;
}

function sumText(figure: Figure): string {
  const { inputs, unit, exact } = figure;
  const amount = unit === '万元' ? `${yuan(exact)}，折成万元后四舍五入保留两位小数` : exact;
  if (inputs.length === 0) return '合计：没有金额，为 0';
  const under = figuresUnder(figure).length;
  const parts = under === inputs.length ? inputs.map(textOf).join(' + ') : `${inputs.length} 个单元格`;
  return `合计 = ${parts}${under > 0 ? '（按未四舍五入的金额相加）' : ''} = ${amount}`;
}

/** Entries that print this: `51.36%`, `2239.89` and `2,239.89` are found as a reader types them. */
export function findText(trace: readonly TraceEntry[], wanted: string): TraceEntry[] {
  const same = (text: string) => text.normalize('NFKC').replace(/[,\s]/g, '');
  const target = same(wanted);
  return trace.filter(({ text }) => same(text) === target || same(text) === `${target}%`);
}

/** Entries that a cell moves; `address` as Excel writes it, `项目支出!F12` or `'基本支出（功能）'!$E$5`. */
export function movedBy(trace: readonly TraceEntry[], address: string): TraceEntry[] {
  const wanted = cellAddress(address);
  return trace.filter(({ cells }) => cells.some((leaf) => fullAddress(leaf.at) === wanted));
}

/** `'项目支出'!$F$12` → `项目支出!F12`; also in the quotes that Windows leaves around a value. */
export function cellAddress(typed: string): string {
  const text = typed.trim().replace(/^["'“](.*)["'”]$/, '$1');
  const [, sheet = '', cell = text] = /^(.*)[!！]([^!！]*)$/.exec(text) ?? [];
  return `${sheet.replace(/^'(.*)'$/, '$1').replaceAll("''", "'")}!${cell.replaceAll('$', '').toUpperCase()}`;
}

/** A figure and what it comes from as an indented tree, one line each. */
export function figureTree(figure: Figure, depth = 0): string[] {
  const indent = '  '.repeat(depth);
  const { text, unit, id } = figure;
  const own = `${indent}${text}${unit === '%' ? '%' : ` ${unit}`}  ${id}  〔${ruleText(figure)}〕`;
  const below = figure.inputs.flatMap((input) =>
    isLeaf(input) ? [`${indent}  ${leafText(input, figure)}`] : figureTree(input, depth + 1),
  );
  return [own, ...below];
}

/** A cell with what it holds; of a counted cell the address says all. */
const leafText = (leaf: Leaf, { rule, unit }: Figure): string =>
  rule === 'count'
    ? fullAddress(leaf.at)
    : `${fullAddress(leaf.at)}  ${unit === '万元' ? yuan(leaf.exact) : leaf.exact}`;
