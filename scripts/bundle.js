/**
 * Third step of the build, into dist/bundle: the command line in one file, and beside it what V8 has compiled of it after a document was made.
 * The cache serves only the very Node that wrote it (bin/yusuan.cjs); any other compiles the file as usual.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { filename, cacheName, load } = createRequire(import.meta.url)('../bin/yusuan.cjs');
rmSync(dirname(filename), { recursive: true, force: true });

/** Modules find files beside themselves by `import.meta.url`: each keeps its own. */
const ownUrls = {
  name: 'own-urls',
  setup({ onLoad }) {
    onLoad({ filter: /\.m?js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      if (!source.includes('import.meta.url')) return undefined;
      const place = JSON.stringify(relative(dirname(filename), path).replaceAll('\\', '/'));
      return { contents: source.replaceAll('import.meta.url', `urlOf$(${place})`) };
    });
  },
};

/** dist/precompiled (src/platform/built.ts) goes into the bundle, so that the cache of compiled code covers it too. */
const builtFiles = {
  name: 'built-files',
  setup({ onLoad }) {
    const folder = join(root, 'dist', 'precompiled');
    onLoad({ filter: /[\\/]dist[\\/]platform[\\/]built\.js$/ }, () => {
      const entry = (name) => `${JSON.stringify(name)}: () => require(${JSON.stringify(join(folder, name))})`;
      const files = readdirSync(folder).map(entry).join(',\n');
      return { contents: `const files = {\n${files}\n};\nexport const builtFile = (name) => files[name]?.();` };
    });
  },
};

/** string-width's tables of emoji take longer to set up than a workbook to read, and only help needs them. */
const lateStringWidth = {
  name: 'late-string-width',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /^string-width$/ }, async ({ importer, resolveDir, kind, namespace }) => {
      if (namespace === 'late') return undefined;
      const { path } = await resolve('string-width', { importer, resolveDir, kind, namespace: 'late' });
      return { path, namespace: 'late' };
    });
    onLoad({ filter: /./, namespace: 'late' }, ({ path }) => ({
      contents: `export default (...args) => require(${JSON.stringify(path)}).default(...args);`,
      resolveDir: root,
    }));
  },
};

const { outputFiles } = await build({
  write: false,
  entryPoints: [join(root, 'dist', 'cli', 'main.js')],
  outfile: filename,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  charset: 'ascii',
  legalComments: 'none',
  // loaded only by what needs them, and large
  external: ['exceljs', 'docx'],
  // V8 runs no import() in a script that is loaded from a cache
  supported: { 'dynamic-import': false },
  plugins: [builtFiles, ownUrls, lateStringWidth],
  banner: {
    // at once: a module inside has a __dirname of its own
    js: "const folder$ = __dirname; const urlOf$ = (place) => require('node:url').pathToFileURL(require('node:path').join(folder$, place)).href;",
  },
});

// ASCII loads fastest; esbuild leaves Chinese in regular expressions, which know the same escapes as strings
const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
mkdirSync(dirname(filename), { recursive: true });
writeFileSync(filename, outputFiles[0].text.replace(/[\u0080-\uffff]/g, escaped));

const folder = mkdtempSync(join(tmpdir(), 'yusuan-'));
const { write } = process.stdout;
try {
  const { main, cache } = load();
  process.stdout.write = () => true; // what render says belongs to no build
  const exitCode = await main(['render', join(root, 'samples', '2026-unit.xlsx'), '-o', join(folder, 'document.docx')]);
  if (exitCode !== 0) throw new Error(`the bundle cannot render a sample: exit code ${exitCode}`);
  writeFileSync(cacheName(), cache());
} finally {
  process.stdout.write = write;
  rmSync(folder, { recursive: true, force: true });
}
