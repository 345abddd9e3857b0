/**
 * Third step of the build, into dist/bundle: the command line in one file, since loading the modules one by one takes
 * longer than a whole document does. What dist/precompiled holds stays beside it: a run needs one year of it.
 */
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const outfile = join(root, 'dist', 'bundle', 'cli.cjs');
rmSync(dirname(outfile), { recursive: true, force: true });

await build({
  entryPoints: [join(root, 'dist', 'cli', 'main.js')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  charset: 'ascii',
  // V8 reads all of the file before it runs any of it, which takes a fifth of the time of a small document: half the
  // text takes half of that
  minify: true,
  legalComments: 'none',
  // loaded only by what needs them, and large
  external: ['exceljs', '*/libraryTheme.js'],
  // modules find files by `../` from where they are: all that do so lie as deep in dist as the bundle
  define: { 'import.meta.url': 'url$' },
  banner: { js: "const url$ = require('node:url').pathToFileURL(__filename).href;" },
});
