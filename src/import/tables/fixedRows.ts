/**
 * Rows that the form names itself: a finance system may name them a little otherwise, or list them in another order.
 */

import type { FormRow, Strip } from '../../published/match/tableForm.js';
import { nearest } from '../../vocabulary/names.js';
import { type Question, unusedAnswer } from './answers.js';
import { headKey, rowsOfStrip } from './formColumns.js';
import type { TableLine } from './lines.js';

/** The form's own words of a row, and the column that they stand in. */
export interface FixedRow {
  readonly column: number;
  readonly words: string;
}

const wordsOf = ({ cells }: FormRow): FixedRow | undefined => {
  const cell = cells.find(({ words }) => words !== undefined && words !== '');
  return cell && { column: cell.column, words: cell.words ?? '' };
};

/** Undefined where the office's own words name any of the rows. */
export function fixedRows(strip: Strip): readonly FixedRow[] | undefined {
  const rows = rowsOfStrip(strip);
  const isOwn = rows.some(({ cells }) =>
    cells.some(({ hole, words }) => hole?.helper === 'text' || (hole === undefined && words === undefined)),
  );
  return isOwn ? undefined : rows.flatMap((row) => wordsOf(row) ?? []);
}

/** A label without its number, 其中 and the code before it. */
const bare = (text: string): string =>
  headKey(text)
    .replace(/^[一二三四五六七八九十]+、|^\(?[一二三四五六七八九十\d]+\)?[.、)]?/, '')
    .replace(/^\d+/, '')
    .replace(/^其中:/, '')
    .replace(/(?:合|共)计$/, '总计');

export interface FixedLines {
  /** In the order of the form, with the form's words. */
  readonly lines: readonly TableLine[];
  readonly questions: readonly Question[];
}

/** `said`: what an officer has answered, by their words. A row without amounts that the form has not is left out. */
export function inFixedRows(
  lines: readonly TableLine[],
  fixed: readonly FixedRow[],
  label: string,
  said: Readonly<Record<string, string>>,
): FixedLines {
  const column = fixed[0]?.column ?? 0;
  const placed = new Map<FixedRow, TableLine>();
  const questions: Question[] = [];
  let last = -1;
  const place = (line: TableLine, fits: (row: FixedRow) => boolean): boolean => {
    const open = fixed.flatMap((row, index) => (fits(row) && !placed.has(row) ? [index] : []));
    // rows of one name: the next of them
    const index = open.find((at) => at > last) ?? open[0];
    const row = index === undefined ? undefined : fixed[index];
    if (index === undefined || !row) return false;
    placed.set(row, withWords(line, row));
    last = index;
    return true;
  };
  for (const line of lines) {
    const own = line.texts.get(column) ?? '';
    const hasAmounts = [...line.amounts.values()].some(({ fen }) => fen !== 0n);
    if (own === '' && !hasAmounts) continue;
    const answer = said[own];
    if (answer === unusedAnswer) continue;
    const key = headKey(answer ?? own);
    if (place(line, ({ words }) => headKey(words) === key)) continue;
    if (place(line, ({ words }) => bare(words) === bare(key) && bare(key) !== '')) continue;
    if (hasAmounts)
      questions.push(
        asked(
          own,
          fixed.filter((row) => !placed.has(row)),
          label,
        ),
      );
  }
  return { lines: fixed.flatMap((row) => placed.get(row) ?? []), questions };
}

/** The row that an officer means by the form's words; undefined when it is none of them. */
export const rowMeant = (answer: string, fixed: readonly FixedRow[]): FixedRow | undefined =>
  fixed.find(({ words }) => headKey(words) === headKey(answer)) ??
  fixed.find(({ words }) => bare(words) === bare(answer) && bare(answer) !== '');

const withWords = ({ texts, amounts }: TableLine, { column, words }: FixedRow): TableLine => ({
  texts: new Map([...texts, [column, words]]),
  amounts,
});

function asked(key: string, open: readonly FixedRow[], table: string): Question {
  const words = open.map((row) => row.words);
  return { kind: '行', table, key, nearest: nearest(headKey(key), words) ?? '', choices: [...words, unusedAnswer] };
}

const totals = ['合计', '总计', '总合计', '共计'];

/** A row that is called nothing but the total. */
export const isTotalLine = ({ texts }: TableLine): boolean =>
  texts.size > 0 && [...texts.values()].every((text) => totals.includes(headKey(text)));

/** The total of a list: called as the form calls it, and where the form has it. `texts`: columns of words. */
export function withTotal(lines: readonly TableLine[], strip: Strip, isOnTop: boolean): readonly TableLine[] {
  const total = rowsOfStrip(strip).flatMap((row) => wordsOfTotal(row) ?? [])[0];
  if (total === undefined) return lines;
  const isTotal = ({ texts }: TableLine) =>
    texts.size > 0 && [...texts.values()].every((text) => [...totals, total.words].includes(headKey(text)));
  const named = lines
    .filter(isTotal)
    .map(({ amounts }) => ({ texts: new Map([[total.column, total.words]]), amounts }));
  const others = lines.filter((line) => !isTotal(line));
  return isOnTop ? [...named, ...others] : [...others, ...named];
}

/** Of a row whose words are the form's and that prints nothing but amounts. */
function wordsOfTotal(row: FormRow): FixedRow | undefined {
  const isFixed = row.cells.every(({ hole, words }) => words !== undefined || (hole && hole.helper !== 'text'));
  const fixed = wordsOf(row);
  return isFixed && fixed && totals.includes(fixed.words) ? fixed : undefined;
}
