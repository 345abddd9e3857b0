/**
 * Third step of the build, into dist/bundle: the command line in one file, since loading the modules one by one takes
 * longer than a whole document does; and once more for `render` alone, half as long, since V8 reads all of a file
 * before it runs any of it. What dist/precompiled holds stays beside them: a run needs one year of it.
 */
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'dist', 'bundle');
const entry = join(root, 'dist', 'cli', 'main.js');
rmSync(folder, { recursive: true, force: true });

/** Leaves out the commands that main.js loads when they are called for, but for one. */
const only = (command) => ({
  name: 'one-command',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/\w+\.js$/ }, ({ importer, kind, path }) =>
      importer === entry && kind === 'dynamic-import' && path !== `./${command}.js` ? { external: true } : undefined,
    );
  },
});

const bundle = (name, plugins) =>
  build({
    entryPoints: [entry],
    outfile: join(folder, name),
    plugins,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    charset: 'ascii',
    // half the text takes half of the time that V8 reads it in
    minify: true,
    legalComments: 'none',
    // without its threads, which would make Node load its own
    alias: { fflate: 'fflate/browser' },
    // loaded only by what needs them, and large
    external: ['exceljs', '*/libraryTheme.js'],
    // they are required: what bin/keepCompiled.cjs runs cannot import
    supported: { 'dynamic-import': false },
    // modules find files by `../` from where they are: all that do so lie as deep in dist as the bundle
    define: { 'import.meta.url': 'url$' },
    banner: { js: "const url$ = require('node:url').pathToFileURL(__filename).href;" },
  });

await bundle('cli.cjs', []);
await bundle('render.cjs', [only('render')]);
