/** Holding a document against the published one: tests/published/README.md says what the data is. */
import type { DocumentTree } from '../../src/document/tree.js';
import { type GoalTable, goalTables, type Sentence, sentences, squeezed, statementTables } from './document.js';

export interface PublishedTable {
  readonly rows: readonly (readonly string[])[];
  readonly note?: string;
}

export interface PublishedSentence {
  readonly heading?: string;
  readonly frame?: string;
  readonly pieces?: readonly string[];
  readonly figures?: readonly string[];
}

interface IndicatorTable {
  readonly unit: string;
  readonly total: string;
  readonly other: string;
  readonly indicators: readonly (readonly string[])[];
}

export interface PublishedGoal extends IndicatorTable {
  readonly name: string;
  readonly fiscal: string;
  readonly goalFigures: readonly string[];
}

export interface PublishedEntityGoal extends IndicatorTable {
  readonly fromAbove: string;
  readonly fromOwn: string;
}

export interface Published {
  readonly figurePattern: string;
  readonly tables: Readonly<Record<string, PublishedTable>>;
  readonly paragraphs: readonly PublishedSentence[];
  readonly entityGoal?: PublishedEntityGoal;
  readonly goals?: readonly PublishedGoal[];
}

/** Where the document differs from the published one; empty when it says the same. */
export function differences(tree: DocumentTree, published: Published): string[] {
  const figuresOf = (text: string): string[] => text.match(new RegExp(published.figurePattern, 'g')) ?? [];
  return [
    ...tablesDiffer(tree, published),
    ...sentencesDiffer(sentences(tree), published.paragraphs, figuresOf),
    ...goalsDiffer(goalTables(tree), published, figuresOf),
  ];
}

const same = (where: string, ours: readonly string[], theirs: readonly string[]): string[] => {
  const [a, b] = [ours.join(' | '), theirs.join(' | ')];
  return a === b ? [] : [`${where}：印 ${a}\n${' '.repeat(where.length)}  应 ${b}`];
};

function tablesDiffer(tree: DocumentTree, { tables }: Published): string[] {
  const ours = statementTables(tree);
  return [
    ...same('表数', [String(ours.length)], [String(Object.keys(tables).length)]),
    ...Object.entries(tables).flatMap(([number, { rows, note = '' }]) => {
      const own = ours[Number(number) - 1] ?? { rows: [], note: '' };
      const length = Math.max(rows.length, own.rows.length);
      return [
        ...Array.from({ length }, (_, i) => same(`表${number}第${i + 1}行`, own.rows[i] ?? [], rows[i] ?? [])).flat(),
        ...same(`表${number}空表说明`, [own.note], [note]),
      ];
    }),
  ];
}

function sentencesDiffer(
  ours: readonly Sentence[],
  theirs: readonly PublishedSentence[],
  figuresOf: (text: string) => string[],
): string[] {
  const length = Math.max(ours.length, theirs.length);
  return Array.from({ length }, (_, i) => {
    const [own, published] = [ours[i], theirs[i]];
    const where = `第${i + 1}段`;
    if (!own || !published)
      return [`${where}：印 ${own?.text ?? '（无）'}，应 ${JSON.stringify(published ?? '（无）')}`];
    if (published.heading !== undefined)
      return same(where, [own.heading ? own.text : '（不是标题）'], [published.heading]);
    if (own.heading) return [`${where}：印标题 ${own.text}，应 ${published.frame}`];
    return [
      ...framed(where, own.text, ungluedFor(published.pieces ?? [published.frame ?? ''])),
      ...same(`${where}数字`, figuresOf(own.text), published.figures ?? []),
    ];
  }).flat();
}

/**
 * Paragraphs of a list that begin with a name of the office's own: projects with what they are for, and the units of
 * the 2026 form.
 */
const ofOwnName = /^\d+[.．].*(?:万元，(?:主要用于|完全不予公开)|（[^（）]*(?:行政|事业)单位）$)/;

/**
 * Two things of the published documents that the form does not repeat, because they run into names that begin or end
 * with a digit: the list mark `2.` (2.2022年…) before an office's own name, and before 2026 the amount right after the
 * name of a carry-over project. Any other list mark is held as published.
 */
function ungluedFor([first = '', ...more]: readonly string[]): string[] {
  if (!ofOwnName.test(first)) return [first, ...more];
  const marked = first.replace(/^(\d+)[.．]/, '$1、');
  const amount = /(?<![\d,]|结转|委托业务费)([\d,]+\.\d\d万元，(?:主要用于|完全不予公开))/;
  return [marked.replace(amount, '结转$1'), ...more];
}

/** The paragraph begins with the first piece, and the others follow in order. */
function framed(where: string, text: string, pieces: readonly string[]): string[] {
  let from = 0;
  for (const [index, piece] of pieces.entries()) {
    const wanted = squeezed(piece);
    const at = index === 0 ? (text.startsWith(wanted) ? 0 : -1) : text.indexOf(wanted, from);
    if (at < 0) return [`${where}：印 ${text}\n${' '.repeat(where.length)}  应有 ${wanted}`];
    from = at + wanted.length;
  }
  return [];
}

function goalsDiffer(tables: readonly GoalTable[], published: Published, figuresOf: (t: string) => string[]): string[] {
  const { entityGoal, goals = [] } = published;
  const expected = goals.length + (entityGoal ? 1 : 0);
  const projects = entityGoal ? tables.slice(1) : tables;
  const [entity] = tables;
  return [
    ...same('绩效目标表数', [String(tables.length)], [String(expected)]),
    ...(entityGoal && entity ? same('整体绩效目标表', entityGoalOf(entity), flat(entityGoal)) : []),
    ...goals.flatMap((goal, index) => {
      const own = projects[index];
      return own ? same(`绩效目标表${index + 1}`, goalOf(own, figuresOf), flatGoal(goal)) : [];
    }),
  ];
}

/** The basis of an indicator (the fourth text) is the office's own prose. */
const flat = ({ unit, fromAbove, fromOwn, other, total, indicators }: PublishedEntityGoal): string[] =>
  [unit, fromAbove, fromOwn, other, total, ...indicators.flatMap((row) => row.filter((_, i) => i !== 3))].map(squeezed);
const flatGoal = ({ name, unit, total, fiscal, other, goalFigures, indicators }: PublishedGoal): string[] =>
  [unit, name, total, fiscal, other, ...goalFigures, ...indicators.flat()].map(squeezed);

/**
 * The cell to the right of the first cell with this label (a merged label stands in several places); '' without such a
 * row.
 */
function beside(grid: GoalTable['grid'], label: string): string {
  const row = grid.find((cells) => cells.includes(label));
  return row?.find((text, index) => index > row.indexOf(label) && text !== label) ?? '';
}

/** The indicator rows under the head that has 三级指标, by the columns named. */
function indicatorsOf(grid: GoalTable['grid'], ...columns: readonly string[]): string[] {
  const head = grid.findIndex((cells) => cells.includes('三级指标'));
  const places = columns.map((column) => grid[head]?.indexOf(column) ?? -1);
  return grid.slice(head + 1).flatMap((cells) => places.map((place) => cells[place] ?? '（无）'));
}

const withoutLevel = (unit: string): string => unit.replace(/（本级）$/, '');

function goalOf({ grid }: GoalTable, figuresOf: (text: string) => string[]): string[] {
  const money = ['年度预算总额', '其中：财政拨款', '其他资金'].map((label) => beside(grid, label));
  return [
    withoutLevel(beside(grid, '预算单位')),
    beside(grid, '项目名称'),
    ...money,
    ...figuresOf(beside(grid, '项目总体目标')),
    ...indicatorsOf(grid, '一级指标', '二级指标', '指标值', '上年完成值', '指标分值权重'),
  ];
}

function entityGoalOf({ grid }: GoalTable): string[] {
  const name = grid.flat().find((text) => /名称（盖章）$/.test(text)) ?? '';
  return [
    withoutLevel(beside(grid, name)),
    ...['上级安排', '本级安排', '其他', '合计：'].map((label) => beside(grid, label)),
    ...indicatorsOf(grid, '一级指标', '二级指标', '指标值', '分值权重'),
  ];
}
