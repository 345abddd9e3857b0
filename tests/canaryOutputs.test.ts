/**
 * Withheld text stays in its cell (FORM text-5), through every command and every file: what the command line prints
 * and writes, what a batch writes, what the page's worker answers. Only the office's own annotated copy holds it.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { constants, inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Book, sampleBook } from './support/book.js';
import { canariesIn, canariesInFile, type Filled, filled, opened, ways } from './support/canaries.js';
import { type Ran, run } from './support/commandLine.js';
import { xlsxOf } from './support/rawXlsx.js';
import { root } from './support/samples.js';
import { pdfText, testWithLayout } from './support/tools.js';

/** In `npm run fuzz` every sample that has a withheld project; in `npm test` one. */
const everySample = process.env.EVERY_SPOT === '1';
const samples = everySample ? ['2026-unit', '2026-department', '2024-department'] : ['2026-unit'];

const timeout = 300_000;

const folder = mkdtempSync(join(tmpdir(), 'yusuan-canary-'));
const path = (...names: string[]) => join(folder, ...names);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, { book }: { readonly book: Book }): string {
  mkdirSync(path(name, '..'), { recursive: true });
  writeFileSync(path(name), xlsxOf(book.raw()));
  return path(name);
}

/** The files below a folder but for the one given, each with the canaries in it. */
const spilledBelow = (below: string, own = ''): string[] =>
  readdirSync(below, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== own)
    .flatMap((entry) => {
      const file = join(entry.parentPath, entry.name);
      return canariesInFile(readFileSync(file)).map((found) => `${relative(below, file)} ${found}`);
    });

const spilledIn = (what: string, { out, err }: Pick<Ran, 'out' | 'err'>): string[] =>
  [...canariesIn(out), ...canariesIn(err)].map((found) => `${what} ${found}`);

/** What a PDF says beside its pages: bookmarks, properties, structure. They are UTF-16, in hex or as bytes. */
function insideOfPdf(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf);
  const parts = [raw];
  for (let at = raw.indexOf('stream\n'); at >= 0; at = raw.indexOf('stream\n', at + 1)) {
    try {
      parts.push(inflateSync(raw.subarray(at + 7), { finishFlush: constants.Z_SYNC_FLUSH }));
    } catch {
      // the end of a stream, or one that is not compressed and read as it stands
    }
  }
  const utf16 = (bytes: Buffer) => new TextDecoder('utf-16be').decode(bytes);
  const inHex = (part: Buffer) => part.toString('latin1').match(/(?<=<)FEFF[0-9A-F]+(?=>)/gi) ?? [];
  return parts
    .flatMap((part) => [
      utf16(part),
      utf16(part.subarray(1)),
      part.toString('utf8'),
      ...inHex(part).map((hex) => utf16(Buffer.from(hex, 'hex'))),
    ])
    .join('\n');
}

/** Command lines on a workbook, beside which they write. */
function commandLines(workbook: string, other: Record<'workbook' | 'document' | 'before', string>): string[][] {
  const at = (name: string) => join(workbook, '..', name);
  const formats = ['--manifest', '--annotate', '--html', '--chart', '--chart-docx', '--xlsx', '--data'];
  const lines = [
    ['check', workbook],
    ['check', workbook, '--json'],
    ['render', workbook, '-o', at('公开.docx'), ...formats],
    ['render', workbook, '-o', at('又.docx'), '--json', '--html', '--trace'],
    ['figures', workbook, '--xlsx', at('数字.xlsx')],
    ['figures', workbook],
    ['figures', workbook, '--json'],
    ['figures', workbook, '--find', '0.00'],
    ['figures', workbook, '--cell', '项目支出!G8'],
    ['rollover', workbook, '-o', at('明年.xlsx')],
    ['rollover', workbook, '-o', at('明年又.xlsx'), '--json'],
    ['merge', other.workbook, workbook, '-o', at('汇总.xlsx')],
    ['merge', workbook, other.workbook, '-o', at('汇总又.xlsx'), '--json'],
    ['verify', workbook, other.document, '--annotate', at('核对.docx')],
    ['verify', workbook, other.document, '--json'],
    ['verify', '--manifest', at('公开.manifest.json')],
    ['audit', at('公开.docx'), '--notes', '--annotate', at('审核.docx')],
    ['audit', at('公开.html'), '--json', '--data', at('审核数据')],
    ['compare', other.before, workbook, '-o', at('对比.html')],
    ['compare', workbook, at('公开.docx'), '--json'],
    ['import', at('公开.docx'), '-o', at('导入.xlsx')],
    ['import', at('公开（各表）.xlsx'), '-o', at('导入又.xlsx'), '--json'],
  ];
  // what takes long and writes again what another line has written
  const again = (args: readonly string[]) => /^(rollover|import|audit|verify) .*--json/.test(args.join(' '));
  return lines.filter((args) => everySample || !again(args));
}

/** The command as it is installed. */
const yusuan = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'bin', 'yusuan.cjs'), ...args], { encoding: 'utf8' });

/** Commands that are given no workbook. */
const withoutWorkbook = ['new', 'editions'];

test('every command is called here, or is given no workbook', () => {
  const out = yusuan('--help').stdout;
  const all = [...out.matchAll(/^ {2}yusuan (\w+) /gm)].map(([, name = '']) => name);
  const called = commandLines('某.xlsx', { workbook: '', document: '', before: '' }).map(([name]) => name);
  expect(all.filter((name) => !called.includes(name))).toEqual(withoutWorkbook);
});

describe.each(samples)('%s', (sample) => {
  const other = { workbook: '', document: '', before: '' };
  beforeAll(async () => {
    const book = sampleBook(sample === '2026-unit' ? '2026-department' : '2026-unit');
    other.workbook = put('别的.xlsx', { book });
    other.document = path('别的.docx');
    other.before = put('改动前.xlsx', { book: sampleBook(sample) });
    await run('render', other.workbook, '-o', other.document, '--force');
  });

  /** What is said and written; and how many of the command lines could be carried out. */
  async function through(kind: string, one: Filled, only?: readonly string[]) {
    const workbook = put(`${sample} ${kind}/某.xlsx`, one);
    const said: string[] = [];
    let done = 0;
    for (const args of commandLines(workbook, other)) {
      if (only && !only.includes(args[0] ?? '')) continue;
      const ran = await run(...args);

      said.push(...spilledIn(args.join(' '), ran));
      if (ran.code === 0 || ran.out.includes('"differences"') || ran.out.includes('核对完毕')) done += 1;
    }
    return { said, written: spilledBelow(join(workbook, '..'), '某.xlsx'), done };
  }

  test.each(Object.entries(ways))(
    '%s: no command prints or writes a canary',
    async (kind, make) => {
      const { said, written, done } = await through(kind, make(sample));
      expect([said, written]).toEqual([[], []]);
      // with errors there is no document, but for that every command came to its end
      expect(done).toBe(kind === 'repaired cells' ? commandLines('', other).length : 0);
    },
    timeout,
  );

  test(
    'of a project that is public they are printed and written (so these can fail)',
    async () => {
      const { said, written } = await through('public', opened(sample), ['render', 'figures', 'check']);
      const commands = said.map((line) => line.split(' ')[0]);
      expect([...new Set(commands)]).toEqual(['figures']);
      const files = written.map((line) => line.split(' ')[0]);
      const known = [
        '公开.docx',
        '公开.html',
        '公开（数字来源）.docx',
        '公开（数据）.zip',
        '又（数字来源）.html',
        '数字.xlsx',
      ];
      expect([...new Set(files)]).toEqual(expect.arrayContaining(known));
    },
    timeout,
  );

  test(
    'nor does a batch, on the screen or in a file',
    () => {
      for (const [kind, make] of Object.entries(ways)) put(`${sample} 成批/${kind}.xlsx`, make(sample));
      const to = path(`${sample} 成批的结果`);
      for (const args of [[], ['--json']]) {
        const ran = yusuan('render', path(`${sample} 成批`), '--out-dir', to, ...args);
        expect(spilledIn('render --out-dir', { out: ran.stdout, err: ran.stderr })).toEqual([]);
      }
      const names = readdirSync(to);
      expect(names).toEqual(
        expect.arrayContaining(['summary.json', '总表.xlsx', 'damaged cells.问题.txt', 'repaired cells.docx']),
      );
      expect(spilledBelow(to)).toEqual([]);
    },
    timeout,
  );

  testWithLayout(
    'nor does the PDF: no page, no bookmark, no property, no structure',
    async () => {
      const workbook = put(`${sample} PDF/某.xlsx`, ways['repaired cells']?.(sample) ?? filled(sample));
      const ran = await run('render', workbook, '-o', path(`${sample} PDF/公开.docx`), '--pdf');
      const file = path(`${sample} PDF/公开.pdf`);
      const pages = pdfText(file, false).replaceAll(/\s/g, '');
      const inside = insideOfPdf(readFileSync(file));
      // what is published is found on the pages and in the bookmarks by the same search, so this can fail
      expect(pages).toContain(filled(sample).name);
      expect(inside).toContain('主要职能');
      expect(spilledIn('render --pdf', ran)).toEqual([]);
      expect(canariesIn(pages)).toEqual([]);
      expect(inside).not.toContain('机密');
    },
    timeout,
  );
});
