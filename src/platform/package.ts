/** Where this package lies. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const packageFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The folder of the editions that come with the package. */
export const templatesFolder = join(packageFolder, 'templates');

/** The version of package.json, e.g. `0.2.0`. */
export function packageVersion(): string {
  return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version;
}
