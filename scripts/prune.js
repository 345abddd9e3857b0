/**
 * Last step before packing: takes out of dist every module that nothing of the package reaches. The command line stands
 * whole in dist/bundle; only the library and the processes of a batch are started from modules of their own.
 */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { specifiersOf } from './specifiers.js';

const dist = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist');
const entries = ['library.js', 'library.d.ts', join('batch', 'worker.js')];
/** Needs the docx library; dist/precompiled holds what it makes. */
const forBuilding = join(dist, 'writers', 'docx', 'libraryTheme.js');
/** Made as a whole, from what is needed. */
const wholes = ['bundle', 'precompiled', 'pdf'];

const kept = new Set();
function keep(file) {
  if (kept.has(file) || file === forBuilding || !existsSync(file)) return;
  kept.add(file);
  const ending = file.endsWith('.d.ts') ? '.d.ts' : '.js';
  for (const specifier of specifiersOf(readFileSync(file, 'utf8')))
    if (specifier.startsWith('.')) keep(join(dirname(file), specifier.replace(/\.js$/, ending)));
}
for (const entry of entries) keep(join(dist, entry));

for (const path of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  const file = join(dist, path);
  if (wholes.includes(path.split(sep)[0]) || !/\.(js|d\.ts)$/.test(path) || kept.has(file)) continue;
  rmSync(file);
}
for (const room of readdirSync(dist)) removeEmpty(join(dist, room));

/** A folder in which nothing is left. */
function removeEmpty(folder) {
  if (!statSync(folder).isDirectory()) return;
  for (const inner of readdirSync(folder)) removeEmpty(join(folder, inner));
  if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}
