/** Where the editions lie: the templates folder of the package. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { editionYears, loadEdition } from '../document/edition.js';
import type { Editions } from '../index.js';

const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const templatesRoot = join(packageRoot, 'templates');

export const packagedEditions: Editions = {
  years: editionYears(templatesRoot),
  load: (year) => loadEdition(templatesRoot, year),
};

export function packageVersion(): string {
  return JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version;
}
