/** The form as a reader of documents needs it: paragraphs and tables in their order, with what each can say. */

import { branchesOf, type FormPlace, type Hole, type Node, type Tag } from '../../document/grammar.js';
import { type Automaton, automatonOf } from './automaton.js';
import { charactersOf } from './characters.js';
import { type Pattern, patternOf } from './sentence.js';
import { isUnitName } from './shapes.js';
import { captionOf, cellsOf, type FormTable, formTableOf } from './tableForm.js';

export type FormItem = FormParagraph | FormTableItem | FormContents;

export interface FormParagraph {
  readonly kind: 'paragraph';
  /** h1 to h3, p, or tr and th for the line above a table's head. */
  readonly tag: string;
  readonly pattern: Pattern;
  /** The form's own. */
  readonly words: string;
  /** A document may do without. */
  readonly isOptional: boolean;
  readonly place: FormPlace;
}

export interface FormTableItem {
  readonly kind: 'table';
  readonly table: FormTable;
  /** The heading before it. */
  readonly title: string;
  readonly place: FormPlace;
  /** What may follow any number of times. */
  readonly again: readonly FormContinuation[];
}

/** The rest of a table that pages have split, and the lines above its head when they are repeated. */
export type FormContinuation =
  | { readonly kind: 'continuation'; readonly table: FormTable }
  | { readonly kind: 'repeated'; readonly paragraph: FormParagraph };

export interface FormContents {
  readonly kind: 'contents';
  /** All its entries, one after the other. */
  readonly text: string;
}

export type BlockItem = FormItem | FormContinuation;

export interface Form {
  readonly automaton: Automaton<BlockItem>;
  readonly paragraphs: readonly FormParagraph[];
  readonly tables: readonly FormTableItem[];
  readonly contents: FormContents;
  /** Paths of names of units, indices left out (`carryOver.units[].name`). */
  readonly unitPaths: ReadonlySet<string>;
  /** Conditions under which units are named in paragraphs. */
  readonly unitConditions: ReadonlySet<string>;
}

const paragraphTags = ['h1', 'h2', 'h3', 'p'];

/** Of a grammar in which what the cover decides is settled. */
export function formOf(nodes: readonly Node[]): Form {
  const contents: FormContents = { kind: 'contents', text: contentsText(nodes) };
  const made = new Map<Node, FormItem[]>();
  let title = '';
  const itemsOf = (node: Node): readonly FormItem[] | undefined => {
    const known = made.get(node);
    if (known) return known;
    const items = node.kind === 'tag' ? itemsOfTag(node, contents, title) : node.kind === 'text' ? [] : undefined;
    if (items) made.set(node, items);
    if (node.kind === 'tag' && node.attributes.for === 'table') title = wordsOf(node.children);
    return items;
  };
  const automaton = automatonOf<BlockItem>(nodes, itemsOf, (item) => (item.kind === 'table' ? item.again : []));
  const items = [...made.values()].flat();
  return {
    automaton,
    paragraphs: items.filter((item) => item.kind === 'paragraph'),
    tables: items.filter((item) => item.kind === 'table'),
    contents,
    unitPaths: new Set(
      holesOf(nodes)
        .filter(isUnitName)
        .map(({ path }) => withoutNumbers(path)),
    ),
    unitConditions: new Set(unitConditions(nodes)),
  };
}

const withoutNumbers = (path: string): string => path.replace(/\[#\d+\]/g, '[]');

function unitConditions(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'tag') return node.name === 'table' ? [] : unitConditions(node.children);
    const inner = branchesOf(node).flatMap(unitConditions);
    const names =
      node.kind === 'choice' && node.condition !== undefined && holesOf(node.branches[0] ?? []).some(isUnitName);
    return names ? [withoutNumbers(node.condition ?? ''), ...inner] : inner;
  });
}

/** Everything that nodes print from the view. */
function holesOf(nodes: readonly Node[]): Hole[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'hole') return [node.hole];
    return node.kind === 'tag' ? holesOf(node.children) : branchesOf(node).flatMap(holesOf);
  });
}

function itemsOfTag(tag: Tag, contents: FormContents, title: string): FormItem[] | undefined {
  if (paragraphTags.includes(tag.name)) return [paragraphOf(tag, false)];
  if (tag.name === 'contents') return [contents];
  if (tag.name !== 'table') return undefined;
  const table = formTableOf(tag);
  const captions = captionParagraphs(table.caption);
  const repeated = captions.map((paragraph) => ({ kind: 'repeated', paragraph }) as const);
  const again = [{ kind: 'continuation', table } as const, ...repeated];
  return [...captions, { kind: 'table', table, title, place: tag.place, again }];
}

const paragraphOf = (tag: Tag, isOptional: boolean): FormParagraph => ({
  kind: 'paragraph',
  tag: tag.name,
  get pattern() {
    return patternOf(tag.children);
  },
  get words() {
    return wordsOf(tag.children);
  },
  isOptional,
  place: tag.place,
});

/** The lines above a table's head, and each of their cells. */
export const captionParagraphs = (rows: readonly Tag[]): FormParagraph[] =>
  rows.flatMap((row) => [paragraphOf(row, true), ...cellsOf(row).map((cell) => paragraphOf(cell, true))]);

/** The paragraphs, and lines above tables, that print something from the view and all of it at `paths`. */
export function paragraphsPrinting(nodes: readonly Node[], paths: readonly string[]): FormParagraph[] {
  const isOne = ({ children }: Tag) => {
    const holes = holesOf(children);
    return holes.length > 0 && holes.every(({ path }) => paths.includes(path));
  };
  return nodes.flatMap((node) => {
    if (node.kind !== 'tag') return branchesOf(node).flatMap((branch) => paragraphsPrinting(branch, paths));
    if (paragraphTags.includes(node.name)) return isOne(node) ? [paragraphOf(node, false)] : [];
    if (node.name !== 'table') return paragraphsPrinting(node.children, paths);
    return captionOf(node)
      .flatMap((row) => [row, ...cellsOf(row)])
      .filter(isOne)
      .map((tag) => paragraphOf(tag, true));
  });
}

/** What the contents page says, as far as it is known beforehand. */
function contentsText(nodes: readonly Node[]): string {
  return nodes
    .map((node) => (node.kind === 'tag' ? entryOf(node) : branchesOf(node).map(contentsText).join('')))
    .join('');
}

function entryOf(tag: Tag): string {
  if (tag.name !== 'h1' && tag.name !== 'h2') return contentsText(tag.children);
  const { contents, 'contents-number': number = '' } = tag.attributes;
  return charactersOf(number, contents ?? wordsOf(tag.children)).text;
}

/** The form's own words in nodes as it prints them, without gaps; all branches one after the other. */
export function wordsOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text.replace(/\s/g, '');
      return node.kind === 'tag' ? wordsOf(node.children) : branchesOf(node).map(wordsOf).join('');
    })
    .join('');
}
