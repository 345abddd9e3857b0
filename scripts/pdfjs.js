/**
 * Part of the build, into dist/pdf: what of pdf.js the reading of text needs, in one file that runs in Node and in a
 * browser alike, without its worker and its canvas; and the character maps. As the library comes it inflates whatever a
 * file asks for: here it stops at limits (src/published/open/pdf tells how it asks).
 */
import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { annotations } from './pdfAnnotations.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const target = join(root, 'dist', 'pdf');
const outfile = join(target, 'pdfjs.cjs');

/** Each piece of the worker that gets a limit, once in its source; `budget$` is what a document may use up. */
const limited = [
  [
    '    let size = this.minBufferLength;\n    while (size < requested)',
    '    inflated$(requested - buffer.byteLength);\n    let size = this.minBufferLength;\n    while (size < requested)',
  ],
  [
    '        totalLength += chunk.byteLength;\n      }\n      const data = new Uint8Array(totalLength);',
    '        totalLength += chunk.byteLength;\n        inflated$(chunk.byteLength);\n      }\n      const data = new Uint8Array(totalLength);',
  ],
  [
    '    const bytes = this.stream.isAsync ? await this.stream.asyncGetBytes() : this.stream.getBytes();\n    try {',
    `    const bytes = this.stream.isAsync ? await this.stream.asyncGetBytes() : this.stream.getBytes();
    try {
      if (name === 'deflate' && host$.inflate) {
        const decompressed = host$.inflate(bytes);
        inflated$(decompressed.byteLength);
        return { decompressed, compressed: bytes };
      }`,
  ],
  [
    '    this.optimizer.push(fn, args);\n    this.weight++;',
    '    operated$();\n    this.optimizer.push(fn, args);\n    this.weight++;',
  ],
  [
    '    const old = this.state;\n    this.stateStack.push(this.state);',
    '    saved$(this.stateStack.length);\n    const old = this.state;\n    this.stateStack.push(this.state);',
  ],
];
/** What is made to be drawn, or handed to another thread: there is neither. */
const unneeded = {
  worker: [
    [
      '  static buildFontPaths(font, glyphs, handler, evaluatorOptions) {',
      '  static buildFontPaths(font, glyphs, handler, evaluatorOptions) {\n    return;',
    ],
    [
      '      fnArray: this.fnArray,\n      argsArray: this.argsArray,\n      lastChunk,',
      '      fnArray: this.fnArray.slice(),\n      argsArray: this.argsArray.slice(),\n      lastChunk,',
    ],
    // where the PDF itself tells the characters, the program that draws them is neither inflated nor read
    ['          if (fontFile.isAsync) {', '          if (fontFile.isAsync && !composite && !toUnicode) {'],
    ['          if (fontFile.isEmpty) {', '          if (!composite && !toUnicode && fontFile.isEmpty) {'],
    [
      '    if (!file || file.isEmpty) {\n      if (file) {',
      '    if (file && (properties.composite || properties.hasIncludedToUnicodeMap)) {\n      amendFallbackToUnicode(properties);\n      return;\n    }\n    if (!file || file.isEmpty) {\n      if (file) {',
    ],
    // a font once loaded is set at once: the library waits for a promise each time, and short texts set it each
    [
      '    const timeSlotManager = new TimeSlotManager();\n    function closePendingRestoreOPS(',
      '    const timeSlotManager = new TimeSlotManager();\n    const fonts$ = new Map();\n    function closePendingRestoreOPS(',
    ],
    [
      '            const fontSize = args[1];\n            next(self.handleSetFont(',
      `            const fontSize = args[1];
            const font$ = args[0] instanceof Name ? fonts$.get(args[0].name) : undefined;
            if (font$) {
              stateManager.state.font = font$.font;
              operatorList.addDependency(font$.loadedName);
              args = [font$.loadedName, fontSize];
              break;
            }
            next(self.handleSetFont(`,
    ],
    [
      '              operatorList.addDependency(loadedName);\n              operatorList.addOp(OPS.setFont,',
      `              const { font } = stateManager.state;
              if (args[0] instanceof Name && !font.isType3Font) fonts$.set(args[0].name, { font, loadedName });
              operatorList.addDependency(loadedName);
              operatorList.addOp(OPS.setFont,`,
    ],
    ['  get _transfers() {', '  get _transfers() {\n    return [];'],
    // of all that lies over a page only texts and what is filled in, as drawn
    [
      '  get _parsedAnnotations() {',
      '  get _parsedAnnotations() {\n    return Promise.resolve(annotationsOf$(this.xref, this.annotations));',
    ],
    ['transparency: partialEvaluator.hasBlendModes(resources, this.nonBlendModesSet),', 'transparency: false,'],
    // its dictionary is unpacked when a PDF has such a stream
    [
      'let BrotliDecode = makeBrotliDecode();',
      'let BrotliDecode = (bytes) => {\n  BrotliDecode = makeBrotliDecode();\n  return BrotliDecode(bytes);\n};',
    ],
  ],
  main: [
    ['data: structuredClone(obj, transfer ? {\n        transfer\n      } : null)', 'data: obj'],
    // all that it exports, which keeps the viewer's parts in the file
    [/globalThis\.pdfjsLib = \{[^}]*\};/, ''],
    [/globalThis\._pdfjsTestingUtils = \{[^}]*\};/, ''],
    [/export \{[^}]*\};/, 'export { getDocument, OPS };'],
  ],
};
/**
 * What the library replaces in every program that loads it, though Node and browsers have it: a push in JavaScript
 * takes ten times as long.
 */
const leftAlone = [
  [/arity: 1, forced: FORCED \}, \{(?=[^}]{0,120}push: function push)/, 'arity: 1, forced: false }, {'],
  // asks Node for all that fetches from anywhere, which takes as long as a page, and nothing here does
  [/if \(typeof Response\.prototype\.bytes !== "function"\)/, 'if (false)'],
  [/forced: NO_SOURCE_SUPPORT \}/, 'forced: false }'],
  [/forced: WRONG_SYMBOLS_CONVERSION \|\| ILL_FORMED_UNICODE \|\| !NATIVE_RAW_JSON \}/, 'forced: false }'],
];
/** Files of the library's own that show a document or change it. */
const viewer =
  /src\/(display\/(editor\/.*|(annotation|xfa|draw)_layer|text_layer_images|canvas|touch_manager)|core\/(annotation|(editor|xfa)\/.*))\.js$/;

/** Without those; what else they load stays: the library loads each polyfill with the first file that needs it. */
function withoutViewer(source) {
  const files = source.split(/^(?=;\/\/ \.\/)/m);
  const isViewer = (file) => viewer.test(file.slice(0, file.indexOf('\n')));
  if (!files.some(isViewer)) throw new Error('pdf.js is another one: its files are not marked');
  const loads = (file) => (file.match(/^var \w+ = __webpack_require__\(\d+\);$/gm) ?? []).join('\n');
  return files.map((file) => (isViewer(file) ? `${loads(file)}\n` : file)).join('');
}

const counters = `
export const host$ = { inflate: undefined };
export const budget$ = { bytes: Infinity, operators: Infinity, annotations: Infinity, undrawn: 0, attached: false };
function inflated$(count) { budget$.bytes -= count; if (budget$.bytes < 0) throw new Error('too large'); }
function saved$(depth) { if (depth > 2000) { budget$.operators = -1; throw new Error('too deep'); } }
function operated$() { budget$.operators -= 1; if (budget$.operators < 0) throw new Error('too many operators'); }
`;

const limits = {
  name: 'limits',
  setup({ onLoad }) {
    onLoad({ filter: /pdf(\.worker)?\.mjs$/ }, ({ path }) => {
      const isWorker = path.endsWith('pdf.worker.mjs');
      const changes = isWorker
        ? [...limited, ...unneeded.worker, ...leftAlone.filter(([before]) => !/SOURCE/.test(before.source))]
        : [...unneeded.main, ...leftAlone];
      let source = readFileSync(path, 'utf8');
      for (const [before, after] of changes) {
        if (source.split(before).length !== 2) throw new Error(`pdf.js is another one: ${before}`);
        source = source.replace(before, () => after);
      }
      return { contents: isWorker ? withoutViewer(source) + counters + annotations : withoutViewer(source) };
    });
  },
};

const entry = `
export { budget$ as budget, host$ as host } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
export { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';`;

/** What the library wants to have even where nothing is drawn. */
const shims = ['DOMMatrix', 'ImageData', 'Path2D'].map((name) => `${name} = globalThis.${name} ?? class {}`).join(', ');

const sources = [
  fileURLToPath(import.meta.url),
  join(root, 'scripts', 'pdfAnnotations.js'),
  join(library, 'package.json'),
];
const isFresh = existsSync(outfile) && sources.every((path) => statSync(path).mtimeMs < statSync(outfile).mtimeMs);
if (!isFresh) {
  mkdirSync(target, { recursive: true });
  await build({
    stdin: { contents: entry, resolveDir: root },
    outfile,
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'cjs',
    target: ['node20', 'es2022'],
    charset: 'ascii',
    legalComments: 'none',
    // without Node's own things it is the same program everywhere
    define: { process: 'undefined', 'import.meta.url': 'undefined' },
    banner: { js: `const ${shims};` },
    plugins: [limits],
  });
  cpSync(join(library, 'cmaps'), join(target, 'cmaps'), { recursive: true });
  cpSync(join(library, 'LICENSE'), join(target, 'LICENSE'));
}
