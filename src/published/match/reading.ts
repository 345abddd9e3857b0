/**
 * From the alignment of blocks to what the document says: paragraphs first, then the tables, whose rows are known by
 * what was read before.
 */
import type { DocumentTable, PublishedDocument } from '../document.js';
import type { BlockPath } from './blocks.js';
import { charactersOf } from './characters.js';
import type { Form } from './form.js';
import { captionFrames, frameOf, headFrames } from './frames.js';
import { type BlockMove, type MatchedPart, type ParagraphPart, partsOf, type TablePart } from './parts.js';
import { formWordsOf, withSense } from './sense.js';
import { readExactly } from './sentence.js';
import type { FormTable } from './tableForm.js';
import { type KnownUnits, readRows } from './tableRows.js';
import { tableSaid } from './tableSaid.js';
import { unitsInTables } from './tableUnits.js';
import type { Frame, LackingPart, LackingRow, Match, MatchedTable, PrintedValue, ReadPlace } from './types.js';
import { joinedValues, type SaidValues, saidBy, saidBySentence } from './values.js';

export type DocumentReading = Pick<
  Match,
  | 'values'
  | 'doubtful'
  | 'flags'
  | 'unmatched'
  | 'displaced'
  | 'missing'
  | 'lackingRows'
  | 'tables'
  | 'frames'
  | 'captions'
>;

interface PartSaid {
  readonly said: SaidValues;
  readonly doubtful: readonly PrintedValue[];
  /** Rows of a table. */
  readonly unmatched?: readonly ReadPlace[];
  readonly lacking?: readonly LackingRow[];
  readonly captions?: readonly Frame[];
}

/** `name`: of the office, '' when the document does not say; `isAlone`: it is a 单位, its own only unit. */
export function readingOf(
  document: PublishedDocument,
  form: Form,
  path: BlockPath | undefined,
  { name, isAlone }: { readonly name: string; readonly isAlone: boolean },
): DocumentReading {
  const moves = path?.moves ?? [];
  const parts = partsOf(moves);
  const paragraphs = new Map<MatchedPart, PartSaid>();
  for (const part of parts) if (part.kind === 'paragraph') paragraphs.set(part, paragraphSaid(part));
  const flags = parts.flatMap((part) => part.flags);
  const told = joinedValues([{ values: [], flags }, ...[...paragraphs.values()].map(({ said }) => said)]);
  const inDoubt = [...paragraphs.values()].flatMap(({ doubtful }) => doubtful);
  const pieces = new Map(parts.flatMap((part) => (part.kind === 'table' ? [[part, piecesOf(part, document)]] : [])));
  const tables = [...pieces].map(([{ item }, own]) => ({ form: item.table, pieces: own }));
  const units = unitsInTables(tables, unitsOf(form, told, inDoubt, name), isAlone);
  const read = parts.map((part) =>
    part.kind === 'table' ? tableRead(part, pieces.get(part) ?? [], units) : (paragraphs.get(part) as PartSaid),
  );
  const rows = read.flatMap(({ unmatched = [] }) => unmatched);
  const words = formWordsOf(form);
  const sensible = (frame: Frame) => withSense(frame, words);
  const others = unexplained(moves, document);
  return {
    values: read.flatMap(({ said }) => said.values),
    flags: [...flags, ...read.flatMap(({ said }) => said.flags)],
    doubtful: read.flatMap(({ doubtful }) => doubtful),
    unmatched: [...others, ...rows].sort((a, b) => a.block - b.block),
    displaced: others.filter(({ block }) => isOfForm(document, form, block)),
    missing: moves.flatMap(lacking),
    lackingRows: read.flatMap(({ lacking: rows = [] }) => rows),
    captions: read.flatMap(({ captions = [] }) => captions).map(sensible),
    tables: matchedTables(moves, parts),
    frames: parts.flatMap((part) => (part.kind === 'paragraph' ? [sensible(frameOf(part.item, part.found))] : [])),
  };
}

function paragraphSaid({ item, found, positions }: ParagraphPart): PartSaid {
  const { characters, sentence, blocks } = found;
  const at = (piece: number) => ({ block: blocks[piece] ?? 0 });
  return saidBy(sentence, (moves) => saidBySentence(moves, { characters, at, positions, place: item.place }));
}

const piecesOf = ({ blocks }: TablePart, document: PublishedDocument): DocumentTable[] =>
  blocks.map((at) => document.blocks[at]).filter((block): block is DocumentTable => block?.kind === 'table');

function tableRead(
  { item, positions }: TablePart,
  pieces: readonly DocumentTable[],
  units: (form: FormTable) => KnownUnits,
): PartSaid {
  const said = tableSaid(readRows(item.table, pieces, units(item.table)), positions);
  const captions = [captionFrames(item), headFrames(item)].flatMap((frames) => pieces.flatMap(frames));
  return { ...said, captions: [...captions, ...said.frames] };
}

/**
 * The units that paragraphs name; where they say that there are no others than the office itself, it is the only one.
 */
function unitsOf(
  form: Form,
  { values, flags }: SaidValues,
  doubtful: readonly PrintedValue[],
  name: string,
): KnownUnits {
  const isName = ({ path }: PrintedValue) => form.unitPaths.has(withoutIndices(path));
  const named = values.filter(isName).map(({ text }) => text);
  const areNone = flags.some(({ path, holds }) => !holds && form.unitConditions.has(withoutIndices(path)));
  const names = [name, ...named].map((text) => charactersOf(text).text).filter((text) => text !== '');
  return { names: new Set(names), areAll: (named.length > 0 || areNone) && !doubtful.some(isName) };
}

const withoutIndices = (path: string): string => path.replace(/\[\d+\]/g, '[]');

/** A paragraph of the form's has so many pairs of its own characters, at least, that it is none by chance. */
const leastOwn = 6;

/** Whether a paragraph is word for word what the form prints, only not there. */
function isOfForm({ blocks }: PublishedDocument, { paragraphs }: Form, at: number): boolean {
  const block = blocks[at];
  if (block?.kind !== 'paragraph') return false;
  const characters = charactersOf(block.text);
  return paragraphs.some(
    ({ pattern }) => pattern.leastPairs >= leastOwn && readExactly(pattern, characters) !== undefined,
  );
}

function unexplained(moves: readonly BlockMove[], document: PublishedDocument): ReadPlace[] {
  return moves
    .filter(({ item, from, to }) => item === undefined && to > from)
    .map(({ from }) => {
      const block = document.blocks[from];
      return { block: from, start: 0, end: block?.kind === 'paragraph' ? block.text.length : 0 };
    });
}

function lacking({ item, isRead, from }: BlockMove): LackingPart[] {
  if (isRead || !item) return [];
  if (item.kind === 'table') return [{ template: item.place, tag: 'table', before: from, words: item.title }];
  if (item.kind !== 'paragraph' || item.isOptional) return [];
  return [{ template: item.place, tag: item.tag, before: from, words: item.words }];
}

/** Those found, and those that the document should have. */
function matchedTables(moves: readonly BlockMove[], parts: readonly MatchedPart[]): MatchedTable[] {
  const lacking = moves.flatMap(({ item, isRead }) => (item?.kind === 'table' && !isRead ? [item] : []));
  return [
    ...parts.flatMap((part) => (part.kind === 'table' ? [{ ...titleOf(part.item), blocks: part.blocks }] : [])),
    ...lacking.map((item) => ({ ...titleOf(item), blocks: [] })),
  ];
}

const titleOf = ({ place, title }: TablePart['item']) => ({ template: place, title });
