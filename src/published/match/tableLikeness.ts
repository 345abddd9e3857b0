/** How like a table of a document is to one of the form, by the texts of its cells. */
import type { DocumentTable } from '../document.js';
import { charactersOf } from './characters.js';
import { costs } from './costs.js';
import { remembered } from './remembered.js';
import type { FormTable } from './tableForm.js';

const leastLikeness = 0.4;

/** Of each table, as every table of the form asks for them. */
const textsOf = new WeakMap<DocumentTable, ReadonlySet<string>>();

/** Undefined when the table has too little of the form's words. */
export function unlikeness(form: FormTable, table: DocumentTable): number | undefined {
  const texts = remembered(
    textsOf,
    table,
    () => new Set(table.rows.flatMap(({ cells }) => cells.map(({ text }) => charactersOf(text).text))),
  );
  let [all, found] = [0, 0];
  for (const word of form.words) {
    all += word.length;
    if (texts.has(word)) found += word.length;
  }
  if (all === 0 || found < all * leastLikeness) return undefined;
  return Math.round((1 - found / all) * costs.tableUnlike);
}
