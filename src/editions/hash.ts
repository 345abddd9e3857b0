/**
 * What an edition is, in a hash: in manifests, and to know whether templates compiled at build time are still those of
 * the folder.
 */
import type { EditionTexts } from '../document/edition.js';
import { sha256Of } from '../platform/hash.js';

/**
 * All that an edition prints with: its templates and data as they come together from its own folder and those behind
 * it, sorted, line ends as `\n`; the same on every system, whatever order a folder lists its files in. The hash of its
 * JSON, in which every object has its keys in alphabetical order, as they stand here.
 */
export function editionHash(edition: EditionTexts): string {
  const { year, classes, sheets, withoutColumns, codes, templates, words, switches } = edition;
  const byName = [...templates].sort((a, b) => (a.name < b.name ? -1 : 1));
  const canonical = {
    classes: classes.map(({ code, name }) => ({ code, name })),
    codes: codes.map(({ category, code, name }) => ({ category, code, name })),
    sheets,
    switches: inOrder(switches),
    templates: byName.map(({ name, source }) => ({ name, source })),
    withoutColumns: inOrder(withoutColumns),
    words: inOrder(words),
    year,
  };
  return sha256Of(JSON.stringify(canonical));
}

/** With its keys in order: a folder may declare them in any. */
const inOrder = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
