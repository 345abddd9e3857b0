/**
 * Second step of the build, into dist/precompiled: the templates of every edition, checked and compiled, and the frames of the samples' documents.
 * Both take a good part of a cold run; without these files everything works all the same.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packagedEditions } from '../dist/cli/editions.js';
import { precompiledText } from '../dist/document/render.js';
import { compose, examine, hasErrors } from '../dist/index.js';
import { framesText } from '../dist/writers/docx/frames.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'dist', 'precompiled');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const year of packagedEditions.years) {
  writeFileSync(join(folder, `${year}.cjs`), precompiledText(packagedEditions.load(year)));
}

/** The sections of a sample's document; none when the sample and the sources do not agree just now. */
function sectionsOf(name) {
  const examined = examine({ name, bytes: readFileSync(join(root, 'samples', name)) }, packagedEditions);
  if (examined.state !== 'checked' || hasErrors(examined.findings)) return [];
  return [compose(examined.facts, examined.edition).tree.sections];
}

const samples = readdirSync(join(root, 'samples')).filter((name) => /^\d.*\.xlsx$/.test(name));
writeFileSync(join(folder, 'frames.json'), await framesText(samples.flatMap(sectionsOf)));
