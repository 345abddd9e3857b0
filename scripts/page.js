/**
 * The whole tool as one web page that is opened from disk: dist/yusuan.html (npm run page, and the last step of the
 * build). The engine runs in a worker whose source lies in the page as text, since a page from disk may load nothing,
 * not even its own worker.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { zipSync } from 'fflate';
import { packagedEditions } from '../dist/editions/packaged.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const web = join(root, 'src', 'web');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Browsers of managed desktops. */
const target = ['chrome80', 'firefox115'];

/** src/web/platform stands for the files of src/platform that it has. */
const browserPlatform = {
  name: 'browser-platform',
  setup({ onLoad }) {
    const own = new Set(readdirSync(join(web, 'platform')));
    onLoad({ filter: /[\\/]src[\\/]platform[\\/]\w+\.ts$/ }, ({ path }) => {
      const name = path.split(/[\\/]/).at(-1);
      if (!own.has(name))
        throw new Error(`the page reaches src/platform/${name}, which has no twin in src/web/platform`);
      return { contents: `export * from ${JSON.stringify(join(web, 'platform', name))};`, resolveDir: web };
    });
  },
};

const editionTexts = () =>
  packagedEditions.years.map((year) => ({ ...packagedEditions.load(year), compiled: undefined }));

const { years } = packagedEditions;
const newest = packagedEditions.load(years.at(-1));

/** A module that exports data. */
const constants = (values) =>
  Object.entries(values)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');

/** The modules `page:about`, `page:built`, `page:editions` and `page:sample` (src/web/platform/modules.d.ts). */
const pageModules = {
  name: 'page-modules',
  setup({ onResolve, onLoad }) {
    const folder = join(root, 'dist', 'precompiled');
    onResolve({ filter: /^page:/ }, ({ path }) => ({ path, namespace: 'page' }));
    onLoad({ filter: /./, namespace: 'page' }, ({ path }) => {
      if (path === 'page:about') return { contents: constants({ version, years, partNumbers: newest.partNumbers() }) };
      if (path === 'page:editions') return { contents: constants({ editionTexts: editionTexts() }) };
      if (path === 'page:sample')
        return { contents: readFileSync(join(root, 'samples', 'sources', '2026-unit.json'), 'utf8'), loader: 'json' };
      // reading a document back is rarer than making one: its grammar is made when it is needed
      const names = readdirSync(folder).filter((name) => !name.endsWith('.grammar.json'));
      const entry = (name) => `${JSON.stringify(name)}: () => require(${JSON.stringify(join(folder, name))})`;
      return {
        contents: `export const builtFiles = {\n${names.map(entry).join(',\n')}\n};`,
        resolveDir: root,
      };
    });
  },
};

/** How everything in the page is bundled. */
const common = {
  write: false,
  bundle: true,
  minify: true,
  platform: 'browser',
  target,
  // a Chinese character is three bytes, escaped it would be six
  charset: 'utf8',
  legalComments: 'none',
  define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
  logLevel: 'error',
};

async function bundle(entry) {
  const { outputFiles } = await build({
    ...common,
    entryPoints: [join(web, entry)],
    outdir: join(root, 'dist'),
    format: 'iife',
    tsconfig: join(root, 'tsconfig.web.json'),
    external: ['*/libraryTheme.js'],
    plugins: [browserPlatform, pageModules],
  });
  return outputFiles[0].text;
}

/** Files as text that a page can hold. */
const packed = (files) => Buffer.from(zipSync(files, { level: 9, mtime: new Date(1980, 0, 1, 12) })).toString('base64');

/** What writes workbooks, packed: unpacked only when one is written. */
async function packedExcel() {
  const { outputFiles } = await build({
    ...common,
    stdin: { contents: "module.exports = require('exceljs');", resolveDir: root },
    format: 'cjs',
  });
  return packed({ 'exceljs.cjs': outputFiles[0].contents });
}

/**
 * The reader of PDF and the character maps that Chinese documents name (GB), packed: unpacked only when a PDF comes.
 */
async function packedPdf() {
  const folder = join(root, 'dist', 'pdf');
  const { outputFiles } = await build({ ...common, bundle: false, entryPoints: [join(folder, 'pdfjs.cjs')] });
  const maps = readdirSync(join(folder, 'cmaps')).filter((name) => /GB|^(UniCNS|UniJIS)-UTF16/.test(name));
  const entries = maps.map((name) => [`cmaps/${name}`, readFileSync(join(folder, 'cmaps', name))]);
  return packed(Object.fromEntries([['pdfjs.cjs', outputFiles[0].contents], ...entries]));
}

/** The parser of the page would alter these within a script. */
function whole(text) {
  const altered = /[\0\r\uFEFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.exec(text);
  if (altered)
    throw new Error(`a character that a page does not keep, before: ${text.slice(altered.index - 80, altered.index)}`);
  return text;
}

/** `</script>` and `<!--` must not stand in a script; within a string or a regular expression `\x3c` means the same. */
const harmless = (script) => script.replace(/<(?=\/script|!--|script)/gi, '\\x3c');

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const [worker, page, excel, pdf] = await Promise.all([
  bundle('engine/worker.ts'),
  bundle('main.tsx'),
  packedExcel(),
  packedPdf(),
]);
const style = readFileSync(join(web, 'page.css'), 'utf8');
// the worker's source lies in a block of text that the page makes a worker of
const script = whole(harmless(page));
const policy = [
  `default-src 'none'`,
  `script-src ${hashOf(script)} blob:`,
  'worker-src blob:',
  `style-src ${hashOf(style)}`,
  'img-src data: blob:',
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ');
const shell = readFileSync(join(web, 'page.html'), 'utf8');
const parts = { policy, style, worker: whole(harmless(worker)), excel, pdf, script };
const html = shell.replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);
mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(join(root, 'dist', 'yusuan.html'), html);
