/** The samples and the editions, as tests read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Edition } from '../../src/document/edition.js';
import { packagedEditions } from '../../src/editions/packaged.js';
import { type Checked, type Editions, examine } from '../../src/index.js';
import type { Content } from '../../src/workbook/write/index.js';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const loaded = new Map<number, Edition>();

/** The editions of this package, each read once. */
export const editions: Editions = {
  years: packagedEditions.years,
  load: (year) => {
    const edition = loaded.get(year) ?? packagedEditions.load(year);
    loaded.set(year, edition);
    return edition;
  },
};

/** Names of the files in a folder that end in `extension`, without it. */
export const namesIn = (folder: string, extension: string): string[] =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith(extension) && !file.startsWith('~'))
    .map((file) => file.slice(0, -extension.length))
    .sort();

export const sampleBytes = (name: string): Uint8Array => readFileSync(join(root, 'samples', `${name}.xlsx`));

export const readJson = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;

/** What a sample workbook holds, as typed. */
export const sampleSource = (name: string): Content => readJson(`samples/sources/${name}.json`);

/** Examines bytes that must at least be readable. */
export function examined(name: string, bytes: Uint8Array): Checked {
  const result = examine({ name: `${name}.xlsx`, bytes }, editions);
  if (result.state === 'unreadable') throw new Error(result.findings.map((found) => found.message).join('\n'));
  return result;
}
