/** The data of a document of ours: its printed figures, its numbered tables cell by cell, its indicators. */
import type { RenderedDocument } from '../../document/rendered.js';
import { cleanText } from '../../document/text.js';
import type { Block, Inline, Section } from '../../document/tree.js';
import { type Figure, figuresUnder } from '../../figures/figure.js';
import { plainText } from '../xlsx/tables.js';
import { type DataRow, dateTitle, type PublishedData } from './fields.js';
import { amountCells } from './places.js';
import { withUnits } from './unitRows.js';

/**
 * It says no more than the document: of a withheld project its code name and amounts (FORM text-5). What is not
 * printed but enters a printed share, change or rate stands below, `printed` false.
 */
export function dataOf({ tree, view, printed }: RenderedDocument): PublishedData {
  const found = tree.sections.flatMap(placesOf);
  const numbers = new Map<string, number>();
  const ofTree = found.flatMap((place) => figuresIn(place.inlines).map((run) => ({ ...run, place })));
  const all: { id: string; text: string; place?: FoundPlace; figure: Figure }[] = ofTree.map((one) => {
    const figure = printed.get(one.id);
    if (!figure) throw new Error(`no figure ${one.id}`);
    return { ...one, figure };
  });
  all.forEach(({ id }, index) => {
    if (!numbers.has(id)) numbers.set(id, index + 1);
  });
  // the list grows while it is walked: inputs have inputs
  for (const { figure } of all)
    for (const input of figure.rule === 'sum' ? [] : figuresUnder(figure))
      if (!numbers.has(input.id)) numbers.set(input.id, all.push({ id: input.id, text: '', figure: input }));
  return {
    year: view.year,
    entity: view.name,
    kind: view.kind,
    figures: all.map(({ id, text, place, figure }, index) => ({
      ...figureRow(figure, numbers),
      ...place?.words,
      number: String(index + 1),
      id,
      printed: String(place !== undefined),
      text,
    })),
    tables: numbered(withUnits(found.flatMap(tableRow(printed)), unitNames(view))),
    indicators: numbered(indicatorsOf(view)),
    goals: numbered(goalsOf(view).map(({ indicators, ...goal }) => goal)),
    texts: numbered([...tree.sections.flatMap(textsOf), ...dateRows(view.date)]),
  };
}

/** Rows with their numbers, from 1. */
export const numbered = (rows: readonly DataRow[]): DataRow[] =>
  rows.map((row, index) => ({ ...row, number: String(index + 1) }));

/** Units that have rows of their own in tables. */
const unitNames = ({ projectUnits, commissioned, carryOver }: RenderedDocument['view']): string[] =>
  [...projectUnits, ...commissioned.units, ...carryOver.units].map(({ name }) => name);

/** Paragraphs under a heading; not the words on the cover, the numbers of tables, the signature. */
function textsOf({ blocks }: Section): DataRow[] {
  let title = '';
  return blocks.flatMap((block): DataRow[] => {
    if (block.kind === 'heading') title = wordsOf(block.inlines);
    if (block.kind !== 'paragraph' || title === '' || unheaded.has(block.style)) return [];
    const text = wordsOf(block.inlines);
    return text === '' ? [] : [{ title, text }];
  });
}

const unheaded: ReadonlySet<string> = new Set(['coverTitle', 'contentsTitle', 'tableNumber', 'signature']);

interface FoundPlace {
  readonly words: DataRow;
  readonly inlines: readonly Inline[];
  /** A cell of a numbered table. */
  readonly cell?: string;
}

const wordsOf = (inlines: readonly Inline[]): string => cleanText(plainText(inlines)).trim();

/** Everything of a section that may print figures, in its order, under the heading or the table's title above it. */
function placesOf({ blocks }: Section): FoundPlace[] {
  let title = '';
  let table = '';
  return blocks.flatMap((block): FoundPlace[] => {
    if (block.kind === 'heading') title = wordsOf(block.inlines);
    if (block.kind === 'paragraph' && block.style === 'tableNumber')
      table = wordsOf(block.inlines).match(/\d+/)?.[0] ?? '';
    return placesIn(block, title, table);
  });
}

function placesIn(block: Block, title: string, number: string): FoundPlace[] {
  if (block.kind === 'contents') return [];
  if (block.kind !== 'table') return [{ words: { title }, inlines: block.inlines }];
  if (block.style === 'statement')
    return amountCells(block).map(({ row, column, code, name, inlines, text }) => ({
      words: { table: number, title, row, column, code, name },
      inlines,
      cell: text,
    }));
  return [...block.head, ...block.body].flatMap(({ cells }) =>
    cells.map(({ inlines }, index) => ({ words: { title, row: wordsOf(cells[index - 1]?.inlines ?? []) }, inlines })),
  );
}

const figuresIn = (inlines: readonly Inline[]): { id: string; text: string }[] =>
  inlines.flatMap((inline) =>
    inline.kind === 'text' && inline.figure !== undefined ? [{ id: inline.figure, text: inline.text }] : [],
  );

/** Without thousands separators; the exact amount where there is one: what was computed from print has none. */
const amountsOf = ({ text, unit, rule, exact }: Figure) => ({
  value: text.replaceAll(',', ''),
  yuan: unit === '万元' && rule !== 'change' ? exact : '',
});

/** A sum names its addends only where the document shows them all. */
function figureRow(figure: Figure, numbers: ReadonlyMap<string, number>): DataRow {
  const inputs = figuresUnder(figure).map(({ id }) => numbers.get(id));
  const { unit, rule } = figure;
  return { unit, ...amountsOf(figure), rule, inputs: inputs.includes(undefined) ? '' : inputs.join(' ') };
}

const tableRow =
  (printed: ReadonlyMap<string, Figure>) =>
  ({ words, inlines, cell }: FoundPlace): DataRow[] => {
    if (cell === undefined) return [];
    const figure = printed.get(figuresIn(inlines)[0]?.id ?? '');
    return [{ ...words, text: cell, ...(figure ? { ...amountsOf(figure), figure: figure.id } : {}) }];
  };

/** The date at the end of a document as a row of `texts`; none where it has none. */
export const dateRows = (date: string): DataRow[] =>
  date.trim() === '' ? [] : [{ title: dateTitle, text: cleanText(date).trim() }];

/** The performance tables that are printed; names of persons and telephone numbers are left to the document. */
function goalsOf({ performance, name }: RenderedDocument['view']) {
  if (!performance.hasTables) return [];
  const { hasEntityGoal, entityGoal, projectGoals } = performance;
  const none = { lastValue: '', scoring: '', evidence: '' };
  const whole = entityGoal.indicators.map((indicator) => ({ ...none, ...indicator }));
  return [
    ...(hasEntityGoal ? [{ goal: '整体支出', name, unit: '', text: entityGoal.goal, indicators: whole }] : []),
    ...projectGoals.map(({ name: of, unit, goal: text, indicators }) => ({
      ...{ goal: '项目支出', name: of, unit, text, indicators },
    })),
  ];
}

const indicatorsOf = (view: RenderedDocument['view']): DataRow[] =>
  goalsOf(view).flatMap(({ goal, name, unit, indicators }) =>
    indicators.map(({ level1, level2, level3, value, basis, hasWeight, weight, ...one }) => ({
      ...{ goal, name, unit, level1, level2, level3, value, basis, last: one.lastValue },
      weight: hasWeight ? weight.text : '',
      ...{ scoring: one.scoring, evidence: one.evidence },
    })),
  );
