/**
 * The house: a room of src imports only rooms below it, and only the edges know the machine they run on
 * (docs/ARCHITECTURE.md, Rooms).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

/** From the bottom up. A folder within another may be a room of its own. */
const rooms = [
  'vocabulary',
  'platform',
  'diagnostics',
  'container',
  'workbook/layout',
  'workbook',
  'workbook/read',
  'workbook/write',
  'model',
  'figures',
  'document',
  'compile',
  'editions',
  'published',
  'checks',
  'writers',
  'annotate',
  'rollover',
  'merge',
  'import',
  'audit',
  'index.ts',
  'intake',
  'compare',
  'library.ts',
  'reference',
  'terminal',
  'batch',
  'web',
  'cli',
];

/** Rooms that may use what Node has and a browser has not. */
const edges = ['platform', 'terminal', 'batch', 'cli'];

/** The one room that may use a library that is large or serves the build only. */
const owners: Readonly<Record<string, string>> = { handlebars: 'compile', docx: 'writers', yargs: 'cli' };

interface Import {
  readonly from: string;
  readonly to: string;
}

const src = join(dirname(fileURLToPath(import.meta.url)), '..', 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort();
const sources = new Map(files.map((file) => [file, readFileSync(join(src, file), 'utf8')]));

/** The innermost room that holds a file of src; undefined when it stands in none. */
function roomOf(file: string): string | undefined {
  const holding = rooms.filter((room) => file === room || file.startsWith(`${room}/`));
  return holding.sort((a, b) => b.length - a.length)[0];
}

/** What stands above or beside another room and imports from it, type imports included. */
function wrongWays(imports: readonly Import[]): string[] {
  return imports
    .filter(({ from, to }) => {
      const [own, other] = [roomOf(from), roomOf(to)];
      if (own === undefined || other === undefined) return true;
      return own !== other && rooms.indexOf(other) > rooms.indexOf(own);
    })
    .map(({ from, to }) => `${from} → ${to}`);
}

/** Imports and exports of a source, also those that are made when they are called for. */
const specifiersOf = (source: string): string[] =>
  [...source.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*'([^']+)'/g)].map(([, specifier = '']) => specifier);

const importsOf = (file: string, source: string): Import[] =>
  specifiersOf(source)
    .filter((specifier) => specifier.startsWith('.'))
    .map((to) => ({
      from: file,
      to: normalize(join(dirname(file), to))
        .replaceAll('\\', '/')
        .replace(/\.js$/, '.ts'),
    }));

const withoutComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|(?<=\s)\/\/.*$/gm, '');

/** What of a source only Node has. */
const machineOf = (source: string): string[] =>
  withoutComments(source).match(/'node:[^']*'|\bBuffer\.|\bprocess\.|\bNodeJS\.|\b__dirname\b|\brequire\(/g) ?? [];

describe('rooms', () => {
  const imports = [...sources].flatMap(([file, source]) => importsOf(file, source));

  test('every file stands in a room, and every import is read', () => {
    expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
    expect(imports.filter(({ to }) => !sources.has(to))).toEqual([]);
    expect(imports.length).toBeGreaterThan(files.length);
  });

  test('imports lead downwards, those of types too', () => {
    expect(wrongWays(imports)).toEqual([]);
  });

  test('an import that leads upwards is seen', () => {
    const up = importsOf('figures/view/view.ts', "import type { Tree } from '../../document/tree.js';");
    expect(wrongWays(up)).toEqual(['figures/view/view.ts → document/tree.ts']);
    const late = importsOf('model/facts.ts', "const x = await import('../index.js');");
    expect(wrongWays(late)).toEqual(['model/facts.ts → index.ts']);
    expect(wrongWays(importsOf('workbook/layout/types.ts', "import '../read/index.js';"))).toHaveLength(1);
    expect(wrongWays(importsOf('workbook/read/index.ts', "import { a } from '../layout/layout.js';"))).toEqual([]);
  });
});

describe('the machine', () => {
  test('only the edges use what Node alone has', () => {
    const using = [...sources]
      .filter(([file]) => !edges.includes(roomOf(file) ?? ''))
      .flatMap(([file, source]) => machineOf(source).map((found) => `${file}: ${found}`));
    expect(using).toEqual([]);
  });

  test('what Node alone has is seen', () => {
    expect(machineOf("import { join } from 'node:path';")).toHaveLength(1);
    expect(machineOf('const bytes = Buffer.from(text);')).toHaveLength(1);
    expect(machineOf('/** Faster than Buffer.from and node:zlib. */\nconst buffer = 1; // process.env')).toEqual([]);
  });
});

test('what looks for files beside itself lies as deep as the bundle: it is asked where it is in place of them', () => {
  const asking = [...sources].filter(([, source]) => source.includes('import.meta.url')).map(([file]) => file);
  expect(asking.length).toBeGreaterThan(0);
  expect(asking.filter((file) => !/^[^/]+\/[^/]+$/.test(file))).toEqual([]);
});

describe('libraries', () => {
  test.each(Object.entries(owners))('%s is used in src/%s only, but for its types', (library, room) => {
    const users = [...sources]
      .filter(([, source]) => specifiersOf(source.replace(/^import type .*$/gm, '')).includes(library))
      .map(([file]) => roomOf(file));
    expect([...new Set(users)]).toEqual([room]);
  });

  test('printing does without the compiler: no room that it needs imports it', () => {
    const reached = new Set<string>();
    const visit = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const { to } of importsOf(file, sources.get(file) ?? '')) visit(to);
    };
    visit('document/print.ts');
    visit('index.ts');
    expect([...reached].filter((file) => roomOf(file) === 'compile' || roomOf(file) === 'editions')).toEqual([]);
  });
});
