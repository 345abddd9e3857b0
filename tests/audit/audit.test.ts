/** The published document held against itself: silent on our own, telling on altered ones. */
import { describe, expect, test } from '@jest/globals';
import { audit } from '../../src/audit/audit.js';
import type { AuditFinding } from '../../src/audit/finding.js';
import { isRounding, percentOf, unitsOf, unitsText } from '../../src/audit/numbers.js';
import type { DocumentBlock, TableRow } from '../../src/published/document.js';
import { match } from '../../src/published/match/index.js';
import { openDocx } from '../../src/published/open/docx/index.js';
import { openPublished } from '../../src/published/open/index.js';
import { placesIn, placeText } from '../../src/published/place.js';
import { editions } from '../support/samples.js';
import { type AlterationKind, Altered, alterationKinds } from './alter.js';
import { documentOf, sampleNames } from './samples.js';

const full = process.env.YUSUAN_ALTERATIONS === 'full';

async function differences(bytes: Uint8Array): Promise<AuditFinding[]> {
  const opened = await openPublished({ name: 'published.docx', bytes });
  if (!opened.ok) throw new Error(JSON.stringify(opened.findings));
  const { findings } = audit(opened.document, match(opened.document, editions));
  return findings.filter(({ severity }) => severity === 'difference');
}

const told = (findings: readonly AuditFinding[]): string[] =>
  findings.map(({ kind, place, message }) => `${kind} ${placeText(place)} ${message}`);

describe.each(sampleNames)('%s', (name) => {
  test('our own document: nothing but rounding', async () => {
    const { bytes } = await documentOf(name);
    expect(told(await differences(bytes))).toEqual([]);
  });
});

/** What a reader without the workbook can see: more than a cent, and not only words of the office. */
const visible: readonly AlterationKind[] = [
  'factor10',
  'factor100',
  'factor10000',
  'transposed',
  'direction',
  'missingRow',
  'extraRow',
  'year',
];

test('altered once each: what can be seen is seen, and not told over and over', async () => {
  const documents = await Promise.all(sampleNames.map(documentOf));
  const counts = new Map<AlterationKind, { made: number; found: number }>();
  const [missed, often]: [string[], string[]] = [[], []];
  for (const [index, document] of documents.entries()) {
    for (const [turn, kind] of alterationKinds.entries()) {
      // each kind in every other document
      if (!full && (index + turn) % 2 === 1) continue;
      for (let seed = 0; seed < (full ? 15 : 1); seed += 1) {
        const altered = new Altered(document, seed * 31 + 7);
        if (!altered.add(kind)) continue;
        const count = counts.get(kind) ?? { made: 0, found: 0 };
        const all = await differences(altered.bytes());
        const found = all.length > 0;
        // an amount brings along the way that it is written, a row its name and the rows below it
        if (all.length > (kind.endsWith('Row') ? 6 : 2))
          often.push(`${JSON.stringify(altered.alterations[0])} ${all.map(({ message }) => message).join(' | ')}`);
        counts.set(kind, { made: count.made + 1, found: count.found + (found ? 1 : 0) });
        if (!found && visible.includes(kind)) missed.push(JSON.stringify(altered.alterations[0]));
      }
    }
  }
  const sum = (pick: (count: { made: number; found: number }) => number) =>
    visible.reduce((total, kind) => total + pick(counts.get(kind) ?? { made: 0, found: 0 }), 0);
  const [found, made] = [sum((count) => count.found), sum((count) => count.made)];
  const each = [...counts].map(([kind, count]) => `${kind} ${count.found}/${count.made}`);
  if (full) process.stdout.write(`audit: ${found} of ${made} visible; ${each.join(', ')}\n${missed.join('\n')}\n`);
  expect(often).toEqual([]);
  expect(made).toBeGreaterThanOrEqual(15);
  expect(found / made).toBeGreaterThan(0.94);
}, 300_000);

/** As in files that do not say which cells are merged: blanks beside the first. */
const unmerged = (block: DocumentBlock): DocumentBlock =>
  block.kind !== 'table'
    ? block
    : {
        ...block,
        rows: block.rows.map((row) => {
          const cells = row.cells.flatMap(({ columnSpan, ...cell }) =>
            Array.from({ length: columnSpan }, (_, more) => {
              return { ...cell, columnSpan: 1, column: cell.column + more, ...(more > 0 && { text: '' }) };
            }),
          );
          return { ...row, cells };
        }),
      };

test("no two amounts of a document's tables are called alike", async () => {
  const own = openDocx((await documentOf('2026-department')).bytes);
  for (const document of [own, { ...own, blocks: own.blocks.map(unmerged) }]) {
    const matched = match(document, editions);
    const placeOf = placesIn(document, matched);
    const amounts = matched.values.filter(({ hole, at }) => hole !== 'text' && at.column !== undefined);
    const places = amounts.map(({ at }) => placeText(placeOf(at)));
    expect(places.length).toBeGreaterThan(500);
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
  }
});

/** Each stands elsewhere, and one finding says so. */
test('rows twice and gone, units of money and names of others: all told of one document', async () => {
  const own = openDocx((await documentOf('2026-department')).bytes);
  const textOf = ({ cells }: TableRow) => cells.map(({ text }) => text).join(' ');
  const pending = new Set<string>();
  const once = (name: string, holds: boolean) => holds && !pending.has(name) && pending.add(name) !== undefined;
  const withCells = (row: TableRow, from: string, to: string): TableRow[] => [
    { ...row, cells: row.cells.map((cell) => ({ ...cell, text: cell.text === from ? to : cell.text })) },
  ];
  const rowsOf = (row: TableRow): TableRow[] => {
    const text = textOf(row);
    if (once('twice', /^206 04 04 .*大赛优秀/.test(text))) return [row, row];
    if (once('gone', text.includes('其中：事业收入'))) return [];
    if (once('unit', text.includes('单位：万元'))) return withCells(row, '单位：万元', '单位：元');
    if (once('name', text.includes('编制部门：')))
      return withCells(row, '编制部门：乌鲁木齐市科学技术局', '编制部门：某某市商务局');
    if (once('goal', text.startsWith('预算单位 乌鲁木齐科技')))
      return withCells(row, '乌鲁木齐科技信息服务中心', '某某信息中心');
    return [row];
  };
  const blocks = own.blocks.map((block): DocumentBlock => {
    if (block.kind === 'table') return { ...block, rows: block.rows.flatMap(rowsOf) };
    const { text } = block;
    if (once('sentence', text.includes('万元，占'))) return { ...block, text: text.replace('万元，占', '元，占') };
    if (once('project', text.includes('项目名称：高新技术企业奖补资金')))
      return { ...block, text: text.replace('企业奖补', '企业补助') };
    if (once('heading', text.startsWith('四、关于') && block.level > 0))
      return { ...block, text: text.replace('2026', '2025') };
    return block;
  });
  const { findings } = audit({ ...own, blocks }, match({ ...own, blocks }, editions));
  const told = findings.map(({ kind, message }) => `${kind} ${message}`).join('\n');
  const places = findings.map(({ place }) => placeText(place)).join('\n');
  expect(told).toContain('row 前面已有同样的一行');
  expect(told).toContain('row 表中缺少这一行');
  expect(told.split('unit 应为“万元”，这里印的是“元”')).toHaveLength(3);
  expect(told).toContain('name 应为“乌鲁木齐市科学技术局”，这里印的是“某某市商务局”');
  expect(told).toContain('name “某某信息中心”不是本部门的预算单位');
  expect(told).toContain(
    '“高新技术企业补助资金”在“一般公共预算项目支出情况表”中没有，表中相近的是“高新技术企业奖补资金”',
  );
  expect(places).toContain('部门收支总体情况表 · 表头上方');
  expect(places).toMatch(/^项目支出绩效目标表 · 2026年科教兴市栏目.* 预算单位$/m);
  expect(places).toMatch(/^四、关于[^：]*的总体说明$/m);
  expect(places).toContain('（二）项目名称：高新技术企业补助资金：预算安排规模：2,980.00万元');
});

describe('arithmetic', () => {
  test('rounding allows n × 0.005 + 0.005 and no more', () => {
    const cents = (count: number) => unitsOf(`${count < 0 ? '-' : ''}0.0${Math.abs(count)}`) ?? 0n;
    expect(isRounding(cents(1), 1)).toBe(true);
    expect(isRounding(cents(1), 2)).toBe(true);
    expect(isRounding(cents(2), 2)).toBe(false);
    expect(isRounding(cents(2), 3)).toBe(true);
    expect(isRounding(cents(-3), 4)).toBe(false);
  });

  test('shares are rounded half up from print', () => {
    const share = (part: string, whole: string) =>
      unitsText(percentOf(unitsOf(part) ?? 0n, unitsOf(whole) ?? 0n) ?? 0n);
    expect(share('2,239.89', '4,360.97')).toBe('51.36');
    expect(share('0.01', '200.00')).toBe('0.01');
    expect(share('0', '0.05')).toBe('0.00');
  });

  test('what is no number is none', () => {
    expect(unitsOf('1,234.5')).toBe(12345000n);
    expect(unitsOf('')).toBe(0n);
    expect(unitsOf('若干')).toBeUndefined();
    expect(unitsOf('1.23456')).toBeUndefined();
    expect(unitsText(unitsOf('-1234567.891') ?? 0n)).toBe('-1,234,567.891');
  });
});
