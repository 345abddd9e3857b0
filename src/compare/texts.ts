/** What changed in the text under each heading. */
import { grouped } from '../model/grouped.js';
import { nameKey } from '../vocabulary/names.js';
import { type DataRow, dateTitle, type PublishedData } from '../writers/data/fields.js';
import { hasFigures } from './figures.js';
import { pairsBy, type Timeless } from './pairs.js';

export interface TextChange {
  readonly title: string;
  /** Clauses as they stand. */
  readonly gone: readonly string[];
  readonly added: readonly string[];
}

export interface TextsCompared {
  readonly changed: readonly TextChange[];
  /** Headings whose words are the same. */
  readonly unchanged: number;
}

/** '' where it has none. */
const dateOf = ({ texts }: PublishedData): string => texts.find(({ title }) => title === dateTitle)?.text ?? '';

/** A file of tables alone has no more than the sentences under empty ones, and no figures beside its tables. */
export const hasTexts = (data: PublishedData): boolean =>
  data.texts.some(({ title }) => title !== dateTitle) && hasFigures(data);

/**
 * Nothing where one has no text. Under each heading, clause by clause: the office's own name, the two years and the
 * numbers of lists make no difference; clauses whose amounts and rates are all figures printed under that heading are
 * left out, since figures are compared elsewhere. Those of the office's own words stay.
 */
export function compareTexts(before: PublishedData, after: PublishedData, timeless: Timeless): TextsCompared {
  if (!hasTexts(before) || !hasTexts(after)) return { changed: [], unchanged: 0 };
  const words = [before, after].map(({ entity }) => nameKey(entity));
  const plain = (text: string, isAfter: boolean) =>
    timeless(text, isAfter)
      .replaceAll(words[isAfter ? 1 : 0] || '\n', '')
      .replace(/^[（(]?([一二三四五六七八九十]+|\d{1,2})[）)、.．]/, '');
  const groups = (data: PublishedData, isAfter: boolean) => {
    const figures = grouped(data.figures, ({ title = '' }) => title);
    const texts = data.texts.filter(({ title }) => title !== dateTitle);
    const titles = grouped(texts, ({ title = '' }) => plain(title, isAfter));
    return [...titles].map(([key, rows]) => ({
      key,
      title: rows[0]?.title ?? '',
      clauses: rows.flatMap((row) => clausesOf(row, figures.get(row.title ?? '') ?? [])),
    }));
  };
  const pairs = pairsBy(groups(before, false), groups(after, true), ({ key }) => key);
  const all = pairs.map((pair): TextChange => {
    const found = pairsBy(pair.before?.clauses ?? [], pair.after?.clauses ?? [], ({ clause }, isAfter) =>
      plain(clause, isAfter),
    );
    // commas that a PDF has lost at the ends of lines make other clauses of the same words
    const [was, is] = [pair.before, pair.after].map((group, index) =>
      (group?.clauses ?? []).map(({ clause }) => plain(clause, index === 1)).join(''),
    );
    const title = (pair.after ?? pair.before)?.title ?? '';
    if (was === is) return { title, gone: [], added: [] };
    return {
      title,
      gone: found.flatMap((one) => (one.after === undefined && one.before !== undefined ? [one.before.clause] : [])),
      added: found.flatMap((one) => (one.before === undefined && one.after !== undefined ? [one.after.clause] : [])),
    };
  });
  const changed = all.filter(({ gone, added }) => gone.length + added.length > 0);
  return { changed: [...changed, ...dateChange(before, after)], unchanged: all.length - changed.length };
}

/** Of two versions: in another year the date is another. */
function dateChange(before: PublishedData, after: PublishedData): TextChange[] {
  const [was, is] = [dateOf(before), dateOf(after)];
  const isSame = was === '' || is === '' || nameKey(was) === nameKey(is) || before.year !== after.year;
  return isSame ? [] : [{ title: dateTitle, gone: [was], added: [is] }];
}

/** An amount or a rate as documents print them. */
const amount = /\d[\d,]*\.\d\d(?!\d)|\d[\d,]*(?:\.\d+)?(?=\s*(?:万元|%))/g;

/** 其中, 分别是, （2026年） say nothing by themselves. */
const fewestLetters = 3;

/** `figures`: those printed under the heading of the text. */
function clausesOf({ text = '' }: DataRow, figures: readonly DataRow[]): { readonly clause: string }[] {
  const values = new Set(figures.map(({ value = '' }) => value.replace(/^-/, '')));
  const isFigure = (printed: string) => values.has(printed.replaceAll(',', ''));
  return text
    .split(/[，。；：;]/)
    .map((clause) => ({ clause: clause.trim(), amounts: clause.match(amount) ?? [] }))
    .filter(({ clause, amounts }) =>
      amounts.length > 0 ? !amounts.every(isFigure) : (clause.match(/\p{L}/gu)?.length ?? 0) > fewestLetters,
    );
}
