/** Which column of a document's table is which column of the form, by the texts above them. */
import { alike } from '../../vocabulary/likeness.js';
import type { DocumentTable } from '../document.js';
import { charactersOf } from './characters.js';
import type { FormTable } from './tableForm.js';

/** For each column of the document's table that of the form; undefined when the form has none such. */
export function columnsOf(form: FormTable, table: DocumentTable, headHeight: number): (number | undefined)[] {
  if (form.headWords.size === 0) return columnsByRow(form, table);
  const theirs = headTexts(table, headHeight);
  if (headHeight === 0) return theirs.map((_, column) => (column < form.width ? column : undefined));
  return aligned(form.heads, theirs, (ours, text) => likeness(ours, text));
}

/** A table without a head has a row that tells its columns best: that with the most of the form's own words. */
function columnsByRow({ width, keyRow }: FormTable, table: DocumentTable): (number | undefined)[] {
  const found = new Array<number | undefined>(table.columns).fill(undefined);
  const rows = table.rows.map(({ cells }) => cells.map((cell) => ({ cell, text: charactersOf(cell.text).text })));
  const shared = rows.map(
    (cells) => cells.filter(({ text }) => text !== '' && keyRow.some(({ words }) => words === text)).length,
  );
  const most = Math.max(0, ...shared);
  if (most * 2 <= keyRow.length) return found.map((_, column) => (column < width ? column : undefined));
  const cells = rows[shared.indexOf(most)] ?? [];
  const columns = aligned(
    keyRow.map(({ words }) => [words]),
    cells.map(({ text }) => (text === '' ? [] : [text])),
    likeness,
  );
  cells.forEach(({ cell }, index) => {
    const column = keyRow[columns[index] ?? -1]?.column;
    for (let right = 0; right < cell.columnSpan; right += 1) found[cell.column + right] = column;
  });
  return found;
}

/** Of each column, the texts above it, spans included. */
function headTexts(table: DocumentTable, headHeight: number): string[][] {
  const texts: string[][] = Array.from({ length: table.columns }, () => []);
  for (const { cells } of table.rows.slice(0, headHeight)) {
    for (const { text, column, columnSpan } of cells) {
      const plain = charactersOf(text).text;
      if (plain === '') continue;
      for (let right = 0; right < columnSpan; right += 1) texts[column + right]?.push(plain);
    }
  }
  return texts;
}

/** 0 to 1: by the lowest texts first, since merged heads lose the upper ones. */
function likeness(ours: readonly string[], theirs: readonly string[]): number {
  if (theirs.length === 0) return ours.length === 0 ? 1 : 0.3;
  const [a, b] = [ours.at(-1) ?? '', theirs.at(-1) ?? ''];
  return 0.7 * alike(a, b) + 0.3 * alike(ours.join(''), theirs.join(''));
}

const costOfGap = 0.6;

/** The two in order, as like as can be. */
function aligned<T>(ours: readonly T[], theirs: readonly T[], like: (a: T, b: T) => number): (number | undefined)[] {
  const best: number[][] = [Array.from({ length: theirs.length + 1 }, (_, b) => b * costOfGap)];
  for (let a = 1; a <= ours.length; a += 1) {
    const row = [a * costOfGap];
    for (let b = 1; b <= theirs.length; b += 1) {
      const both = (best[a - 1]?.[b - 1] ?? 0) + 1 - like(ours[a - 1] as T, theirs[b - 1] as T);
      row[b] = Math.min(both, (best[a - 1]?.[b] ?? 0) + costOfGap, (row[b - 1] ?? 0) + costOfGap);
    }
    best.push(row);
  }
  const found = new Array<number | undefined>(theirs.length).fill(undefined);
  for (let [a, b] = [ours.length, theirs.length]; a > 0 && b > 0; ) {
    const here = best[a]?.[b] ?? 0;
    const both = (best[a - 1]?.[b - 1] ?? 0) + 1 - like(ours[a - 1] as T, theirs[b - 1] as T);
    if (here === both) {
      a -= 1;
      b -= 1;
      found[b] = a;
    } else if (here === (best[a - 1]?.[b] ?? 0) + costOfGap) a -= 1;
    else b -= 1;
  }
  return found;
}
