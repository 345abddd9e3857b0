/** A paragraph, a label, a heading or an amount against the published one. */

import type { Figure } from '../figures/figure.js';
import { type Place, sentenceAround } from '../published/place.js';
import { inThrees } from '../vocabulary/money.js';
import type { Difference, Kind } from './difference.js';
import { exactOf, numberKind, parsePrinted, sameNumber } from './numbers.js';
import { comparableText, withoutNumbering } from './plain.js';
import type { ReadLine } from './reading.js';
import { diffTokens, type Hunk, type Token, tokensOf } from './tokens.js';

export interface TextPair {
  readonly expected: ReadLine;
  readonly published: ReadLine;
  /** A cell's text is named by row and column; to any other place its sentence is added. */
  readonly place: Place;
}

/** Numbers, units and direction words one by one; all else that differs in one text is one difference of wording. */
export function compareText(pair: TextPair): Difference[] {
  const { expected, published } = pair;
  if (comparableText(expected.text) === comparableText(published.text)) return [];
  const hunks = diffTokens(tokensOf(expected), tokensOf(published));
  const told = hunks.map((hunk) => compareHunk(hunk, pair));
  const found = told.flatMap(({ differences }) => differences);
  const isNumbered = hunks.length === 0 && numberedOtherwise(expected.text, published.text);
  const worded = hunks.find((_, index) => told[index]?.isWorded);
  return worded || isNumbered
    ? [...found, tellAt(pair, worded?.start)('wording', expected.text, published.text)]
    : found;
}

/** Both are numbered, but not alike: not a matter of `1.` or `1、`. */
function numberedOtherwise(expected: string, published: string): boolean {
  const [a, b] = [withoutNumbering(comparableText(expected)), withoutNumbering(comparableText(published))];
  return a.rest === b.rest && a.number !== '' && b.number !== '' && a.number !== b.number;
}

/** What differs in place of each other; `isWorded`: more than that. */
function compareHunk({ expected, published, start }: Hunk, pair: TextPair) {
  const tell = tellAt(pair, start);
  const both = (wanted: Token['kind']): [readonly Token[], readonly Token[]] => {
    // digits of a name (a document's number, a code) that differ are a matter of wording
    const is = ({ kind, year }: Token) => kind === wanted && (kind !== 'number' || year || !isOfCell(pair));
    return [expected.filter(is), published.filter(is)];
  };
  const [[numbers, others], [units, otherUnits], [ways, otherWays]] = [both('number'), both('unit'), both('direction')];
  const arePaired = numbers.length === others.length;
  const amounts = arePaired
    ? numbers.flatMap((own, index) => numberDifference(own, others[index] as Token, tell))
    : loneFigures(numbers, others, published.length > 0 ? () => tell : ({ start: own }) => tellAt(pair, start, own));
  // beside other words that differ, a unit more or less is one of them
  const isAlone = units.length + otherUnits.length === expected.length + published.length;
  const areCounted = arePaired && (isAlone || units.length === otherUnits.length);
  const more = units.length > otherUnits.length ? units : otherUnits;
  const counted = areCounted ? more.flatMap((_, index) => unitDifference(units[index], otherUnits[index], tell)) : [];
  const turned = ways.flatMap((own, index) => {
    const other = ways.length === otherWays.length ? otherWays[index] : undefined;
    return other && wayOf(own.text) !== wayOf(other.text) ? [[own, other] as const] : [];
  });
  const done = new Set(
    [...(arePaired ? [numbers, others] : []), ...(areCounted ? [units, otherUnits] : []), ...turned].flat(),
  );
  const rest = (tokens: readonly Token[]) => tokens.flatMap((token) => (done.has(token) ? [] : [token.text])).join('');
  return {
    differences: [...amounts, ...counted, ...turned.map(([own, other]) => tell('direction', own.text, other.text))],
    isWorded: rest(expected) !== rest(published),
  };
}

/** 增加 and 增长 say the same: another word, but no other direction. */
function wayOf(word: string): 'up' | 'down' | 'level' {
  if (word === '持平') return 'level';
  return /^[增上]/.test(word) ? 'up' : 'down';
}

type Tell = (kind: Kind, expected: string, published: string, figure?: Figure) => Difference;

function numberDifference({ text, year, figure }: Token, published: Token, tell: Tell): Difference[] {
  if (text === published.text) return [];
  if (year && published.year) return [tell('year', text, published.text)];
  const { kind, ...factor } = kindOf(text, published.text, figure) ?? { kind: 'figure' };
  return [{ ...tell(kind, grouped(text), grouped(published.text), figure), ...factor }];
}

/** Of one or two units, in the same place; with the amount before it. */
function unitDifference(own: Token | undefined, other: Token | undefined, tell: Tell): Difference[] {
  const amount = own?.amount ?? other?.amount;
  return own?.text === other?.text
    ? []
    : [tell('unit', `${amount}${own?.text ?? ''}`, `${amount}${other?.text ?? ''}`)];
}

/** A figure of ours that has nothing in its place. */
const loneFigures = (a: readonly Token[], b: readonly Token[], tellOf: (own: Token) => Tell): Difference[] =>
  a
    .filter(({ figure, text }) => figure && !b.some((other) => other.text === text))
    .map((own) => tellOf(own)('figure', grouped(own.text), '', own.figure));

/** Grouped for reading; `4360.97` → `4,360.97`. */
const grouped = (text: string): string => (/^[+-]?\d{4,}\.\d/.test(text) ? inThrees(text) : text);

const isOfCell = ({ place }: TextPair): boolean => place.row !== undefined;

/**
 * Differences at a place of the published text: behind so many of its characters, as they are compared. `own`: so many
 * of ours stand before what the published lacks, and the sentence is ours.
 */
function tellAt(pair: TextPair, start = 0, own?: number): Tell {
  const { text, source = -1, pieces = [] } = pair.published;
  const before = beginning(text, start);
  const at = pieces.findLast((piece) => piece.start <= before)?.source ?? source;
  const [said, from] = own === undefined ? [text, before] : [pair.expected.text, beginning(pair.expected.text, own)];
  // 编制单位：… 单位：… is no sentence of clauses
  const sentence = sentenceAround(said, from, /[，。；]/.test(said) ? from : said.length);
  const place = isOfCell(pair) ? pair.place : { ...pair.place, sentence };
  return (kind, expected, published, figure) => ({ kind, place, published, expected, at, ...(figure && { figure }) });
}

/** How many characters of a text are so many as they are compared. */
function beginning(text: string, compared: number): number {
  let [end, left] = [0, compared];
  for (const character of text) {
    left -= comparableText(character).length;
    if (left < 0) return end;
    end += character.length;
  }
  return end;
}

/** Blank, a dash and a written zero are the same amount. */
export function amountKey(text: string): string {
  const normal = comparableText(text).replace(/,/g, '');
  return /^(-|—|0|0\.0+)?$/.test(normal) ? '' : normal;
}

/** Why a number is not ours; undefined where it is. */
function kindOf(expected: string, published: string, figure: Figure | undefined) {
  const [a, b] = [expected, published].map((text) => parsePrinted(comparableText(text)));
  if (!a || !b) return { kind: 'figure' } as const;
  return sameNumber(a, b) ? undefined : numberKind(b, a, figure && exactOf(figure));
}

/** None where both are the same number, or nothing. `rowAt`: the paragraph of a row that lacks the cell. */
export function compareAmount(
  mine: ReadLine | undefined,
  theirs: ReadLine | undefined,
  place: Place,
  rowAt: number,
): Difference[] {
  const [expected, published] = [mine?.text ?? '', theirs?.text ?? ''];
  if (amountKey(expected) === amountKey(published)) return [];
  const figure = mine?.spans?.[0]?.figure;
  const isPercent = (text: string) => comparableText(text).endsWith('%');
  const found = kindOf(expected, published, figure);
  if (!found && isPercent(expected) === isPercent(published)) return [];
  const at = theirs?.source ?? rowAt;
  return [{ kind: 'figure', ...found, place, published, expected, at, ...(figure && { figure }) }];
}
