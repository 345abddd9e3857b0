/** A text as reading sees it: what only differs in width, brackets, dashes, quotes or spaces is the same. */

export interface Characters {
  /** One character for each that counts. */
  readonly text: string;
  /**
   * Where each stands in the source: the piece (of several joined), and the offset in it where it begins and where it
   * ends.
   */
  readonly pieces: readonly number[];
  readonly offsets: readonly number[];
  readonly ends: readonly number[];
  /** White space stood before the character. */
  readonly spaced: readonly boolean[];
  /** The text as it was written, from one character up to another. */
  source(start: number, end: number): string;
}

const alike: Readonly<Record<string, string>> = {
  ...same('(', '（〔[【［〈'),
  ...same(')', '）〕]】］〉'),
  ...same('-', '—–－‐‑−―─━'),
  ...same('"', '“”„″「」『』＂'),
  ...same("'", '‘’＇'),
  ...same('.', '．'),
  ...same(',', '，'),
  ...same(':', '：'),
  ...same(';', '；'),
  ...same('<', '《'),
  ...same('>', '》'),
  ...same('~', '～'),
  ...same('·', '•・'),
};

function same(as: string, characters: string): Record<string, string> {
  return Object.fromEntries([...characters].map((character) => [character, as]));
}

const space = /[\s\u200b-\u200d\u2060\ufeff\u00ad]/;
const punctuation = /[\p{P}\p{S}]/u;

const known = new Map<string, string>(Object.entries(alike));

/**
 * Of one character; full-width letters and digits and compatibility forms become the usual ones. '' for white space.
 */
function canonical(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const plain = space.test(character) ? '' : character.normalize('NFKC');
  const made = plain.length > 1 ? character : plain;
  known.set(character, made);
  return made;
}

/** The pieces follow each other as if they were one text. */
export function charactersOf(...texts: readonly string[]): Characters {
  let text = '';
  const [pieces, offsets, ends, spaced]: [number[], number[], number[], boolean[]] = [[], [], [], []];
  texts.forEach((piece, number) => {
    let gap = false;
    for (let offset = 0; offset < piece.length; offset += 1) {
      const character = piece.charAt(offset);
      const plain = canonical(character);
      if (plain === '') {
        gap = true;
        continue;
      }
      if (plain === '-' && text.endsWith('-') && !gap) {
        ends[ends.length - 1] = offset + 1;
        continue;
      }
      text += plain;
      pieces.push(number);
      offsets.push(offset);
      ends.push(offset + 1);
      spaced.push(gap);
      gap = false;
    }
  });
  const last = Math.max(0, texts.length - 1);
  pieces.push(last);
  offsets.push(texts[last]?.length ?? 0);
  const source = (start: number, end: number) => {
    const [first, from] = [pieces[start] ?? 0, offsets[start] ?? 0];
    const [until, to] = [pieces[end - 1] ?? 0, ends[end - 1] ?? 0];
    if (first === until) return texts[first]?.slice(from, to) ?? '';
    return [texts[first]?.slice(from), ...texts.slice(first + 1, until), texts[until]?.slice(0, to)].join('');
  };
  return { text, pieces, offsets, ends, spaced, source };
}

/** By code: 1 where a character is punctuation or a symbol, 2 where it is not, 0 where it has not been asked for. */
const marks = new Uint8Array(0x10000);

/** Whether a character is punctuation or a symbol. */
export function isPunctuation(character: string): boolean {
  const code = character.charCodeAt(0);
  if (character.length !== 1) return punctuation.test(character);
  if (marks[code] === 0) marks[code] = punctuation.test(character) ? 1 : 2;
  return marks[code] === 1;
}

/** 0 to 9; other digits have become these before. */
export const isDigit = (character: string): boolean => character >= '0' && character <= '9' && character.length === 1;

/**
 * The part of the pieces' texts that the characters from `start` up to `end` come from; within one piece, that of
 * `start`.
 */
export function sourceRange(
  { pieces, offsets, ends }: Characters,
  start: number,
  end: number,
): { piece: number; from: number; to: number } {
  const piece = pieces[start] ?? 0;
  const from = offsets[start] ?? 0;
  if (end <= start) return { piece, from, to: from };
  const last = pieces[end - 1] === piece ? end - 1 : pieces.lastIndexOf(piece, end - 1);
  return { piece, from, to: ends[last] ?? from };
}
