/**
 * Comparing names as people write them: full and half width, spaces, line breaks and what is invisible make no
 * difference (FACT published-6).
 */
import { closest, distance } from 'fastest-levenshtein';

/** A character that `nameKey` might change. Most names hold none, and are spared its passes. */
const unsettled = /[^\w.,()%/:+<=>、。《》【】一-龥]/;

/** What nobody sees: control and format characters, selectors of variants, fillers, halves of characters. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\uFFFE\uFFFF]/gu;

/** The form in which two spellings of one name are equal: two that nobody can tell apart always are. */
export function nameKey(name: string): string {
  if (!unsettled.test(name)) return name;
  return name
    .normalize('NFKC')
    .replace(unseen, '')
    .replace(/\s+/g, '')
    .replace(/[“”„‟"]/g, '"')
    .replace(/[‘’']/g, "'")
    .replace(/[‐‑‒–—―－-]+/g, '-');
}

/** The letters and digits of a name alone, as `nameKey` has them. */
export const lettersOf = (name: string): string => nameKey(name).replace(/[^\p{L}\p{N}]/gu, '');

/** `nameKey` for the names of one workbook, which stand in many cells: each is worked out once. */
export function nameKeys(): (name: string) => string {
  const keys = new Map<string, string>();
  return (name) => {
    const known = keys.get(name);
    if (known !== undefined) return known;
    const key = nameKey(name);
    keys.set(name, key);
    return key;
  };
}

/** Also ignores a tab's leading number (`3.`, `1.2 `, `表7 `) as export programs write it. */
export function sheetKeyOf(name: string): string {
  return nameKey(name).replace(/^(表?\d+(\.\d+)*[.、_-]?)/, '');
}

/** The candidate most like `name`, when it is like enough to be meant. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const best = closest(name, [...candidates]);
  const longer = Math.max(name.length, best.length);
  // of one or two characters, one at least must be the same
  const most = Math.min(longer - 1, Math.max(1, Math.ceil(longer / 2)));
  return distance(name, best) <= most ? best : undefined;
}

/** Whether all characters of `short` stand in `long`, in their order: as in an abbreviation. */
function isWithin(short: string, long: string): boolean {
  let found = 0;
  for (const character of long) if (character === short[found]) found += 1;
  return found >= short.length;
}

/** Fewer characters than this stand in order within too many names. */
const shortestAbbreviation = 4;

/**
 * Those of the candidates that `name` is a slip or an abbreviation of, the likest only: at most one character in four
 * is another, or all of the shorter stand in the longer. A name that shares no more than a place or 专项资金 is not
 * among them; nor is any where more than three are as like.
 */
export function likeNames(name: string, candidates: readonly string[]): readonly string[] {
  const own = nameKey(name);
  const like = candidates.flatMap((candidate) => {
    const other = nameKey(candidate);
    const [short, long] = own.length <= other.length ? [own, other] : [other, own];
    const apart = distance(own, other);
    const isSlip = apart <= Math.max(1, Math.floor(long.length / 4)) && apart < long.length;
    const isAbbreviation = short.length >= shortestAbbreviation && isWithin(short, long);
    return isSlip || isAbbreviation ? [{ candidate, apart }] : [];
  });
  const least = Math.min(...like.map(({ apart }) => apart));
  const likest = like.filter(({ apart }) => apart === least).map(({ candidate }) => candidate);
  return likest.length > 3 ? [] : likest;
}

/** Names as they were first written, without those that another holds, or that differ from it in （本级） only. */
export function distinctNames(names: readonly string[]): string[] {
  const kept: { key: string; name: string }[] = [];
  for (const name of names) {
    const key = nameKey(name).replace(/\(?本级\)?$/, '');
    if (!kept.some((one) => one.key.includes(key) || key.includes(one.key))) kept.push({ key, name });
  }
  return kept.map(({ name }) => name);
}

/** A name as it is told: on one line, with single spaces. */
export const oneLine = (name: string): string => name.replace(/\s+/g, ' ').trim();

/** The first of some names, as they are listed in a sentence; `more` where there are others. */
export const firstOf = (names: readonly string[], most: number, more = '等'): string =>
  names.slice(0, most).join('、') + (names.length > most ? more : '');
