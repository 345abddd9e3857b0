/**
 * The published document against the one that the workbook gives. Blocks are laid side by side by heading, head row
 * and
 * content; then each table row by code and name; then each figure and sentence.
 */
import type { RenderedDocument } from '../document/rendered.js';
import type { PublishedDocument } from '../published/document.js';
import { align, likeness } from './align.js';
import { compareTable } from './compareTable.js';
import { compareText } from './compareText.js';
import type { Difference, FigureOf } from './difference.js';
import { type PlacedBlock, placedBlocks } from './place.js';
import { comparableText, keyOf } from './plain.js';
import { type ReadBlock, type Reading, type ReadParagraph, readingOfPublished, readingOfTree } from './reading.js';
import { goalOf, rowText, statementOf } from './statement.js';
import { withWholeTables } from './wholeTables.js';

/** Differences in the order of our document. */
export function verify(
  { tree, printed }: Pick<RenderedDocument, 'tree' | 'printed'>,
  published: PublishedDocument,
): Difference[] {
  const figureOf: FigureOf = (id) => (id === undefined ? undefined : printed.get(id));
  const [own, other] = [readingOfTree(tree), withWholeTables(readingOfPublished(published))];
  if (published.format === 'xlsx') return compareTablesOnly(own, other, figureOf);
  if (published.format !== 'pdf') return compareReadings(own, other, figureOf);
  const found = compareReadings(withoutContents(own), withWholeHeadings(withoutListed(other, own), own), figureOf);
  return found.filter((one) => one.kind !== 'wording' || withoutCommas(one.published) !== withoutCommas(one.expected));
}

/** A workbook of published tables has no text, and mostly no performance tables. */
function compareTablesOnly(own: Reading, other: Reading, figureOf: FigureOf): Difference[] {
  const isGoal = (block: ReadBlock) => block.kind === 'table' && goalOf(block) !== undefined;
  const hasGoals = other.blocks.some(isGoal);
  const blocks = own.blocks.filter((block) => hasGoals || !isGoal(block));
  return compareReadings({ blocks }, other, figureOf).filter(({ kind }) => kind !== 'missingText');
}

/** LibreOffice now and then leaves out a comma at the end of a line when it makes a PDF. */
const withoutCommas = (text: string): string => comparableText(text).replace(/[,、]/g, '');

/** In a PDF the lines of the contents are broken where they are full, and nothing says what they are. */
const withoutContents = ({ blocks }: Reading): Reading => ({
  blocks: blocks.filter((block) => !isContents(block) && !isContentsTitle(block)),
});

const isContentsTitle = (block: ReadBlock): boolean =>
  block.kind === 'paragraph' && comparableText(block.text) === '目录';

/** A long heading that is broken in two lines is two paragraphs of a PDF. */
function withWholeHeadings(published: Reading, own: Reading): Reading {
  const headings = own.blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.level > 0 ? [keyOf(block.text)] : [],
  );
  const isOne = (text: string) => headings.includes(keyOf(text));
  const blocks: ReadBlock[] = [];
  for (const block of published.blocks) {
    const last = blocks.at(-1);
    const whole = last?.kind === 'paragraph' && block.kind === 'paragraph' ? last.text + block.text : '';
    if (
      last?.kind === 'paragraph' &&
      block.kind === 'paragraph' &&
      whole !== '' &&
      isOne(whole) &&
      !isOne(last.text) &&
      !isOne(block.text)
    )
      blocks[blocks.length - 1] = { ...last, text: whole };
    else blocks.push(block);
  }
  return { blocks };
}

/** Without what stands from 目录 up to the headings over the first paragraph of text. */
function withoutListed(published: Reading, own: Reading): Reading {
  const { blocks } = published;
  const from = blocks.findIndex(isContentsTitle);
  const body = own.blocks.slice(own.blocks.findLastIndex(isContents) + 1).filter((block) => !isBlank(block));
  const at = body.findIndex((block) => block.kind === 'table' || block.level === 0);
  const first = body[at];
  if (from < 0 || first?.kind !== 'paragraph') return published;
  const keys = body.slice(0, at).map((block) => (block.kind === 'paragraph' ? keyOf(block.text) : ''));
  const begins = (block: ReadBlock | undefined) =>
    block?.kind === 'paragraph' &&
    likeness(comparableText(block.text).slice(0, 30), comparableText(first.text).slice(0, 30)) >= 0.7;
  const isHeading = (block: ReadBlock | undefined) =>
    block?.kind === 'paragraph' &&
    keys.some((key) => key.includes(keyOf(block.text)) || likeness(key, keyOf(block.text)) >= 0.7);
  let to = blocks.findIndex((block, index) => index > from && begins(block));
  while (to > from + 1 && isHeading(blocks[to - 1])) to -= 1;
  return to < 0 ? published : { blocks: [...blocks.slice(0, from), ...blocks.slice(to)] };
}

export function compareReadings(own: Reading, published: Reading, figureOf: FigureOf): Difference[] {
  const expected = placedBlocks(own).filter(({ block }) => !isBlank(block));
  const others = published.blocks.filter((block) => !isBlank(block));
  const left = expected.map((placed) => profileOf(placed.block));
  const right = others.map((block) => profileOf(block));
  const pairs = align(left, right, { left: (item) => item.fixed, right: (item) => item.fixed }, score);
  const partner = new Map(pairs);
  const groups = joinRest(left, right, partner);
  const found: Difference[] = [];
  let contentsMissing = 0;
  expected.forEach((placed, index) => {
    const at = partner.get(index);
    const other = at === undefined ? undefined : others[at];
    if (other) found.push(...compareBlocks(placed, other, groups.published.get(at ?? -1) ?? [], figureOf));
    else if (groups.absorbed.has(index)) return;
    else if (isContents(placed.block)) contentsMissing += 1;
    else found.push(missing(placed));
  });
  const used = new Set([...partner.values(), ...[...groups.published.values()].flat().map(({ index }) => index)]);
  const extra = others.flatMap((block, index) =>
    used.has(index) ? [] : [extraBlock(block, headingsAbove(index, expected, partner))],
  );
  const listed = expected.filter(({ block }) => isContents(block)).length;
  return [...found, ...contentsDifference(contentsMissing, listed, expected, partner), ...extra];
}

const isBlank = (block: ReadBlock): boolean => block.kind === 'paragraph' && comparableText(block.text) === '';
const isContents = (block: ReadBlock): boolean => block.kind === 'paragraph' && block.contents;

/** What a block is recognised by, worked out once. */
interface Profile {
  readonly block: ReadBlock;
  readonly contents: boolean;
  /** Equal and single on both sides: the same block for sure. */
  readonly fixed: string;
  /** A paragraph without numbering, year and punctuation; a table's head. */
  readonly key: string;
  readonly text: string;
  readonly rows: ReadonlySet<string>;
}

function profileOf(block: ReadBlock): Profile {
  if (block.kind === 'paragraph') {
    const text = comparableText(block.text);
    return {
      block,
      contents: block.contents,
      fixed: `${block.contents}${text}`,
      key: keyOf(block.text),
      text,
      rows: new Set(),
    };
  }
  const { head, body } = statementOf(block);
  const rows = new Set(
    body.flatMap((row) => row.cells.map((cell) => comparableText(cell.text)).filter((text) => /\p{L}{2}/u.test(text))),
  );
  const key = head.map(rowText).join('') || body.slice(0, 2).map(rowText).join('');
  return { block, contents: false, fixed: `表${body.map(rowText).join('|')}`, key, text: key, rows };
}

function score(a: Profile, b: Profile): number {
  if (a.block.kind !== b.block.kind) return 0;
  if (a.block.kind === 'table') {
    const shared = [...a.rows].filter((row) => b.rows.has(row)).length;
    const all = a.rows.size + b.rows.size - shared;
    const alike = 0.4 * likeness(a.key, b.key) + (all === 0 ? 0.6 : (1.2 * shared) / all);
    return alike >= 0.5 ? 3 * alike : 0;
  }
  // an entry of the contents and the heading that it names have the same text
  const apart = a.contents === b.contents ? 1 : 0.8;
  if (a.key === b.key && a.key !== '') return (a.text === b.text ? 2 : 1.8) * apart;
  const alike = likeness(a.key, b.key);
  if (alike >= 0.5) return alike * apart;
  // a long paragraph that was cut in pieces: its beginning still tells it
  const length = Math.min(a.key.length, b.key.length);
  const begins = length >= 12 && likeness(a.key.slice(0, length), b.key.slice(0, length)) >= 0.85;
  return begins ? 0.4 * apart : 0;
}

interface Rest {
  readonly index: number;
  readonly block: ReadParagraph;
}

/**
 * Paragraphs without a partner that are a piece of a neighbour's: a paragraph that was split in two, or two that
 * were joined.
 * `published`: by the index of the published paragraph, the ones that continue it; `absorbed`: ours that stand in
 * another.
 */
function joinRest(left: readonly Profile[], right: readonly Profile[], partner: Map<number, number>) {
  const back = new Map([...partner].map(([i, j]) => [j, i]));
  const published = new Map<number, Rest[]>();
  right.forEach(({ block, text }, j) => {
    if (back.has(j) || block.kind !== 'paragraph' || text.length < 4) return;
    let before = j - 1;
    while (
      before >= 0 &&
      !back.has(before) &&
      published.get(before) === undefined &&
      right[before]?.block.kind === 'paragraph'
    )
      before -= 1;
    const owner = left[back.get(before) ?? -1];
    if (owner?.block.kind !== 'paragraph' || owner.contents || !contains(owner.text, text)) return;
    published.set(before, [...(published.get(before) ?? []), { index: j, block }]);
  });
  const absorbed = new Set<number>();
  left.forEach(({ block, text, contents }, i) => {
    if (partner.has(i) || block.kind !== 'paragraph' || contents || text.length < 4) return;
    const neighbours = [i - 1, i + 1].map((near) => right[partner.get(near) ?? -1]);
    if (neighbours.some((near) => near?.block.kind === 'paragraph' && near.text.includes(text))) absorbed.add(i);
  });
  return { published, absorbed };
}

/** Nearly all of the piece stands in the whole. */
function contains(whole: string, piece: string): boolean {
  if (whole.includes(piece)) return true;
  let known = 0;
  for (let at = 0; at + 2 <= piece.length; at += 1) if (whole.includes(piece.slice(at, at + 2))) known += 1;
  return piece.length > 8 && known / (piece.length - 1) >= 0.8;
}

function compareBlocks(placed: PlacedBlock, other: ReadBlock, rest: readonly Rest[], figureOf: FigureOf): Difference[] {
  const { block, headings } = placed;
  if (block.kind === 'table') return other.kind === 'table' ? compareTable(block, other, headings, figureOf) : [];
  if (other.kind === 'table') return [];
  const text = [other.text, ...rest.map((piece) => piece.block.text)].join('');
  const published = { ...other, text: block.contents || other.contents ? withoutLeader(text) : text };
  return compareText({ expected: block, published, place: { headings }, inTable: false }, figureOf);
}

/** The dots and the page number behind an entry of the contents. */
const withoutLeader = (text: string): string => text.replace(/(?:[\s.…·]+|[.…·]{2,})\d{1,4}$/, '');

function missing({ block, headings }: PlacedBlock): Difference {
  if (block.kind === 'table')
    return { kind: 'missingTable', place: { headings }, published: '', expected: headings.at(-1) ?? '', at: -1 };
  return {
    kind: 'missingText',
    place: { headings, sentence: short(block.text) },
    published: '',
    expected: block.text,
    at: -1,
  };
}

function extraBlock(block: ReadBlock, headings: readonly string[]): Difference {
  if (block.kind === 'paragraph') {
    const place = { headings, sentence: short(block.text) };
    return { kind: 'extraText', place, published: block.text, expected: '', at: block.at };
  }
  const shown = block.rows.slice(0, 3).map(rowText).join(' ');
  return {
    kind: 'extraTable',
    place: { headings },
    published: short(shown),
    expected: '',
    at: block.rows[0]?.cells[0]?.at ?? -1,
  };
}

const short = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59)}…`);

/** The headings of the nearest block before that has a partner. */
function headingsAbove(
  index: number,
  expected: readonly PlacedBlock[],
  partner: ReadonlyMap<number, number>,
): readonly string[] {
  const before = [...partner].filter(([, other]) => other < index).sort((a, b) => b[1] - a[1])[0];
  return expected[before?.[0] ?? -1]?.headings ?? [];
}

/** A contents page that is not there at all is one difference, not thirty. */
function contentsDifference(
  count: number,
  listed: number,
  expected: readonly PlacedBlock[],
  partner: ReadonlyMap<number, number>,
): Difference[] {
  if (count === 0) return [];
  if (count === listed)
    return [{ kind: 'missingText', place: { headings: ['目录'] }, published: '', expected: '目录', at: -1 }];
  return expected.flatMap((placed, index) =>
    isContents(placed.block) && !partner.has(index) ? [missing(placed)] : [],
  );
}
