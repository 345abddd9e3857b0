/**
 * What an edition is, in a hash: in manifests, and to know whether templates compiled at build time are still those of
 * the folder.
 */
import type { EditionTexts } from '../document/edition.js';
import { sha256Of } from '../platform/hash.js';

/**
 * All that an edition prints with: its templates and data as they come together from its own folder and those behind
 * it, sorted, line ends as `\n`; the same on every system, whatever order a folder lists its files in.
 */
export function editionHash({
  year,
  classes,
  sheets,
  withoutColumns,
  codes,
  templates,
  words,
  switches,
}: EditionTexts): string {
  const byName = [...templates].sort((a, b) => (a.name < b.name ? -1 : 1));
  const sources = byName.map(({ name, source }) => ({ name, source }));
  return sha256Of(canonical({ year, classes, sheets, withoutColumns, codes, words, switches, templates: sources }));
}

/** JSON with the keys of every object in order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}
