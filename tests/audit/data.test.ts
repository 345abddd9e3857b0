/** The data of a published document: those that its own workbook gives, as far as a reader can see them. */
import { describe, expect, test } from '@jest/globals';
import { dataOfPublished } from '../../src/audit/data/index.js';
import { misreadReason } from '../../src/import/refusal.js';
import type { RenderedDocument } from '../../src/index.js';
import type { PublishedDocument } from '../../src/published/document.js';
import { match } from '../../src/published/match/index.js';
import { openPublished } from '../../src/published/open/index.js';
import { dataOf } from '../../src/writers/data/dataOf.js';
import type { DataRow, PublishedData } from '../../src/writers/data/fields.js';
import { publishedOf } from '../support/printedValues.js';
import { editions } from '../support/samples.js';
import { composed, sampleNames } from './samples.js';

const dataRead = (document: PublishedDocument) => dataOfPublished(document, match(document, editions));
const samples = new Map(sampleNames.map((name) => [name, composed(name)]));
const reads = new Map([...samples].map(([name, { tree }]) => [name, dataRead(publishedOf(tree))]));

/** What the document does not show: 元, and whether an amount was typed or added up from cells. */
const shown = ({ yuan, rule, ...row }: DataRow): DataRow => ({
  ...Object.fromEntries(Object.entries(row).filter(([, text]) => text !== '')),
  ...(['share', 'change', 'rate'].includes(rule ?? '') ? { rule } : {}),
});

describe.each([...samples])('of the document of %s', (name, rendered) => {
  const ours = dataOf(rendered);
  const read = reads.get(name) as PublishedData;

  test('agree in every field that the document shows', () => {
    expect([read.year, read.entity, read.kind]).toEqual([String(ours.year), ours.entity, ours.kind]);
    expect(read.tables.map(shown)).toEqual(ours.tables.map(shown));
    expect(read.indicators.map(shown)).toEqual(ours.indicators.map(shown));
    expect(read.goals.map(shown)).toEqual(ours.goals.map(shown));
    expect(read.texts.map(shown)).toEqual(ours.texts.map(shown));
    const figures = (rows: readonly DataRow[]) => rows.filter(({ printed }) => printed === 'true').map(shown);
    expect(figures(read.figures)).toEqual(figures(ours.figures));
  });

  test('give last year’s amounts where the words say what they were, and no 元', () => {
    const unprinted = (rows: readonly DataRow[]) =>
      rows.filter(({ printed }) => printed === 'false').map(({ id, unit, value }) => ({ id, unit, value }));
    expect(unprinted(read.figures)).toEqual(unprinted(ours.figures));
    expect([...read.figures, ...read.tables].filter(({ yuan = '' }) => yuan !== '')).toEqual([]);
  });
});

const unit = publishedOf((samples.get('2026-unit') as RenderedDocument).tree);
const before = reads.get('2026-unit') as PublishedData;
const changed = (document: PublishedDocument, change: (text: string) => string): PublishedDocument => ({
  ...document,
  blocks: document.blocks.map((block) =>
    block.kind === 'paragraph'
      ? { ...block, text: change(block.text) }
      : {
          ...block,
          rows: block.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => ({ ...cell, text: change(cell.text) })),
          })),
        },
  ),
});

describe('where the document says otherwise', () => {
  const figureOf = (rows: readonly DataRow[], id: string) => rows.filter((row) => row.id === id);

  test('what it prints is taken, never what it should be; last year’s follows from nothing that is contradicted', () => {
    const id = '全部/一般财力/合计';
    const values = [...new Set(figureOf(before.figures, id).map(({ value }) => value))];
    expect(values).toHaveLength(1);
    const inText = unit.blocks.findIndex((block) => block.kind === 'paragraph' && /一般公共预算.*占/.test(block.text));
    const wrong: PublishedDocument = {
      ...unit,
      blocks: unit.blocks.map((block, index) =>
        index === inText && block.kind === 'paragraph'
          ? { ...block, text: block.text.replace(/[\d,]+\.\d\d(?=万元)/, '1.23') }
          : block,
      ),
    };
    const read = dataRead(wrong);
    expect(new Set(figureOf(read.figures, id).map(({ value }) => value))).toEqual(new Set([...values, '1.23']));
    const last = (rows: readonly DataRow[]) => rows.filter(({ printed }) => printed === 'false').length;
    expect(last(read.figures)).toBe(last(before.figures) - 1);
  });

  test('amounts in 元 and documents without a name give no data', () => {
    const read = match(unit, editions);
    expect(misreadReason(read, unit)).toBeUndefined();
    expect(
      misreadReason(
        read,
        changed(unit, (text) => text.replace('单位：万元', '单位：元')),
      ),
    ).toMatch('单位：元');
    expect(misreadReason({ name: '' }, unit)).toMatch('没有读到部门（单位）名称');
  });
});

test('a heading below the third of a web page is a heading', async () => {
  const html = '<!doctype html><html lang="zh-CN"><body><h2>甲</h2><h4>（一）乙</h4><p>正文。</p></body></html>';
  const opened = await openPublished({ name: '甲.html', bytes: new TextEncoder().encode(html) });
  expect(opened.ok && opened.document.blocks.map((block) => block.kind === 'paragraph' && block.level)).toEqual([
    2, 3, 0,
  ]);
});
