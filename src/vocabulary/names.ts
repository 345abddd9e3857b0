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
  return distance(name, best) <= Math.max(1, Math.ceil(Math.max(name.length, best.length) / 2)) ? best : undefined;
}
