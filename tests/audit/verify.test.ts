/** What counts as a difference, what does not, and where it is shown. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { annotateFigures } from '../../src/audit/annotateFigures.js';
import { differenceText, isOfWordingAlone } from '../../src/audit/difference.js';
import { numberKind, type PrintedNumber, parsePrinted } from '../../src/audit/numbers.js';
import { comparableText, withoutNumbering } from '../../src/audit/plain.js';
import { verify } from '../../src/audit/verify.js';
import { publicParts } from '../../src/index.js';
import type { DocumentBlock, DocumentTable, TableCell, TableRow } from '../../src/published/document.js';
import { openDocx } from '../../src/published/open/docx/index.js';
import { openHtml } from '../../src/published/open/html/index.js';
import { placeText } from '../../src/published/place.js';
import { addComments } from '../../src/writers/docx/comments.js';
import { writeHtml } from '../../src/writers/html/index.js';
import { examined, sampleBytes } from '../support/samples.js';
import { testWithValidator, validationErrors } from '../support/tools.js';
import { randomOf } from './alter.js';
import { endingElsewhere, withOtherAmount } from './paragraphs.js';
import { documentOf, sampleNames } from './samples.js';

const part = 'word/document.xml';

function rewritten(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part] ?? new Uint8Array()))) }, { level: 1 });
}

function compared(document: Awaited<ReturnType<typeof documentOf>>, bytes: Uint8Array) {
  return verify(document, openDocx(bytes));
}

const shown = (found: ReturnType<typeof compared>) =>
  found.map((one) => `${one.kind} ${placeText(one.place)} ${differenceText(one)}`);
const inTexts = (change: (text: string) => string) => (xml: string) =>
  xml.replace(
    /(<w:t(?:\s[^>]*)?>)([^<]*)(<\/w:t>)/g,
    (_, open: string, text: string, close: string) => open + change(text) + close,
  );
const fullWidth = (text: string) =>
  text.replace(/[!-%'-;=?-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

describe.each(sampleNames)('%s: typography is no difference', (name) => {
  let document: Awaited<ReturnType<typeof documentOf>>;
  beforeAll(async () => {
    document = await documentOf(name);
  });

  test.each<[string, (xml: string) => string]>([
    ['full-width digits and signs', inTexts((text) => (text.includes('&') ? text : fullWidth(text)))],
    [
      'half-width punctuation',
      inTexts((text) =>
        text.replace(/，/g, ',').replace(/：/g, ':').replace(/（/g, '(').replace(/）/g, ')').replace(/；/g, ';'),
      ),
    ],
    ['straight quotes', inTexts((text) => text.replace(/[“”]/g, '&quot;'))],
    ['spaces between the characters', inTexts((text) => text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, ' '))],
    ['numbers without separators', inTexts((text) => text.replace(/(\d),(?=\d{3})/g, '$1'))],
    ['1、 for 1.', inTexts((text) => text.replace(/^(\d{1,2})\.(?=\D)/, '$1、'))],
    ['line breaks in the sentences', (xml) => xml.replace(/，比上年预算/g, '，</w:t><w:br/><w:t>比上年预算')],
    [
      'other fonts, no styles, no head rows',
      (xml) => xml.replace(/<w:rFonts[^>]*\/>|<w:pStyle[^>]*\/>|<w:tblHeader[^>]*\/>/g, ''),
    ],
    [
      'revisions accepted or rejected by nobody',
      (xml) => xml.replace(/<\/w:p>(?=<w:p>)/, '<w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>'),
    ],
  ])('%s', (_, change) => {
    expect(shown(compared(document, rewritten(document.bytes, change)))).toEqual([]);
  });

  test('paragraphs that end anywhere else; an amount that differs in one is told once', () => {
    const own = openDocx(document.bytes);
    for (const seed of [1, 2]) {
      const random = randomOf(seed);
      const against = (blocks: readonly DocumentBlock[]) =>
        verify(document, { ...own, blocks: endingElsewhere(blocks, random) });
      expect(shown(against(own.blocks))).toEqual([]);
      const { blocks, turned } = withOtherAmount(own.blocks, random);
      expect(against(blocks).map(({ published }) => published)).toEqual([expect.stringContaining(turned)]);
    }
  });

  test('its own public page, with boxes, contents and links', () => {
    const { edition } = examined(name, sampleBytes(name));
    const page = writeHtml(document.tree, { beside: publicParts(document.view, edition) });
    const against = (html: string) => shown(verify(document, openHtml(strToU8(html))));
    expect(page).toContain('class="skip"');
    expect(against(page)).toEqual([]);
    expect(against(page.replace('目　录', '目　次')).join()).toContain('目　次');
  });
});

describe('2026-unit', () => {
  test('captions as paragraphs above the tables are no difference', async () => {
    const document = await documentOf('2026-unit');
    const moved = rewritten(document.bytes, (xml) =>
      xml.replace(
        /(<w:tbl>(?:(?!<w:tr[\s>]).)*)<w:tr(?=[\s>])(?:(?!<\/w:tr>).)*单位：万元.*?<\/w:tr>/gs,
        '<w:p><w:r><w:t>编制单位：乌鲁木齐市工业和信息化局</w:t></w:r></w:p><w:p><w:r><w:t>单位：万元</w:t></w:r></w:p>$1',
      ),
    );
    expect(shown(compared(document, moved))).toEqual([]);
  });

  test('a difference names the place, both amounts, the rule and the paragraph', async () => {
    const document = await documentOf('2026-unit');
    const found = compared(
      document,
      rewritten(document.bytes, (xml) => xml.replace('>51.36%<', '>51.63%<')),
    );
    expect(shown(found)).toEqual([
      expect.stringMatching(/^transposed 二、关于.*收入预算情况说明：一般公共预算.*公开为“51.63”，工作簿为“51.36”$/),
    ]);
    expect(found[0]?.figure?.rule).toBe('share');
    expect(found[0]?.at).toBeGreaterThan(0);
  });

  test.each([
    ['behind a number of a sentence', /(机关运行经费财政拨款预算(?:<[^>]*>)*[\d,.]+(?:<[^>]*>)*)万元/, '$1元'],
    ['lost behind a number', /(机关运行经费财政拨款预算(?:<[^>]*>)*[\d,.]+(?:<[^>]*>)*)万元/, '$1'],
    ['above a table', /单位：万元/, '单位：元'],
    ['beside another word', /(机关运行经费财政拨款)预算((?:<[^>]*>)*[\d,.]+(?:<[^>]*>)*)万元/, '$1支出$2元', 'wording'],
  ])('another unit of money is no matter of wording: %s', async (_, words, other, ...more: string[]) => {
    const document = await documentOf('2026-unit');
    const found = compared(
      document,
      rewritten(document.bytes, (xml) => xml.replace(words, other)),
    );
    expect(found.map((one) => [one.kind, isOfWordingAlone(one)])).toEqual([
      ['unit', false],
      ...more.map((kind) => [kind, true]),
    ]);
  });

  test('another word of the same direction is one of wording', async () => {
    const document = await documentOf('2026-unit');
    const found = (word: string) =>
      compared(
        document,
        rewritten(document.bytes, (xml) => xml.replace('万元，下降', `万元，${word}`)),
      ).map(({ kind }) => kind);
    expect([found('降低'), found('增长')]).toEqual([['wording'], ['direction']]);
  });

  test('a paragraph in many pieces: what differs is told at its own piece, and of its own sentence', async () => {
    const document = await documentOf('2026-unit');
    const own = openDocx(document.bytes);
    const cut = (change: (text: string) => string) =>
      own.blocks.flatMap((block): DocumentBlock[] => {
        if (block.kind === 'table' || !block.text.startsWith('2026年财政拨款“三公”经费')) return [block];
        const pieces = change(block.text).match(/.{1,25}/gs) ?? [];
        return pieces.map((text, index) => ({ ...block, text, source: 9000 + index }));
      });
    const against = (change: (text: string) => string) => verify(document, { ...own, blocks: cut(change) });
    const last = cut((text) => text).filter(({ kind, ...block }) => 'source' in block && Number(block.source) >= 9000);
    expect(last.length).toBeGreaterThan(9);
    expect(against((text) => text)).toEqual([]);
    const [found, ...more] = against((text) => text.replace(/[^，。]{4}。$/, '另有原因。'));
    expect([found?.kind, found?.at, more]).toEqual(['wording', 9000 + last.length - 1, []]);
  });

  test('what stands above a table: told whole and at its own cell; in any order no difference', async () => {
    const document = await documentOf('2026-unit');
    const own = openDocx(document.bytes);
    const above = own.blocks.find((block) => block.kind === 'table');
    const [office, unit] = above?.rows[0]?.cells.filter(({ text }) => text !== '') ?? [];
    const against = (change: (block: DocumentTable) => readonly DocumentBlock[]) =>
      verify(document, {
        ...own,
        blocks: own.blocks.flatMap((block) => (block.kind === 'table' && block === above ? change(block) : [block])),
      });
    const withCells = (cells: readonly (TableCell | undefined)[]) => (block: DocumentTable) => [
      { ...block, rows: [{ head: true, cells: cells.flatMap((cell) => cell ?? []) }, ...block.rows.slice(1)] },
    ];
    const [found, ...more] = against(withCells([office, unit && { ...unit, text: '单位：元' }]));
    expect([found?.kind, found?.at, found?.place.sentence, more]).toEqual([
      'unit',
      unit?.source,
      `${office?.text} 单位：元`,
      [],
    ]);
    expect(shown(against(withCells([unit, office])))).toEqual([]);
    const paragraphs = (texts: readonly string[]) => (block: DocumentTable) => [
      ...texts.map((text) => ({ kind: 'paragraph', text, level: 0, index: 0 }) as const),
      { ...block, rows: block.rows.slice(1) },
    ];
    const [first, last] = [office?.text ?? '', unit?.text ?? ''];
    expect(shown(against(paragraphs([last, first])))).toEqual([]);
    expect(shown(against(paragraphs([first, last.replace('万元', '元')])))).toEqual([
      expect.stringMatching(/^unit .*编制单位：[^：]*单位：元 /),
    ]);
  });

  test('page numbers of the contents are no difference', async () => {
    const document = await documentOf('2026-unit');
    const own = openDocx(document.bytes);
    const blocks = own.blocks.map((block, at) =>
      block.kind === 'paragraph' && block.contents ? { ...block, text: `${block.text} ${at}` } : block,
    );
    expect(shown(verify(document, { ...own, blocks }))).toEqual([]);
  });

  test('a figure of a clause that is lost is told of that clause, not of the one behind', async () => {
    const document = await documentOf('2026-unit');
    const own = openDocx(document.bytes);
    const blocks = own.blocks.map((block) =>
      block.kind === 'paragraph' ? { ...block, text: block.text.replace(/，占51\.36%/, '') } : block,
    );
    const found = verify(document, { ...own, blocks }).filter(({ kind }) => kind === 'figure');
    expect(found.map(({ place }) => place.sentence)).toEqual([expect.stringMatching(/，占51\.36%$/)]);
  });

  test('two paragraphs published as one: what differs in the second is told of it alone', async () => {
    const document = await documentOf('2026-unit');
    const joined = (xml: string) =>
      xml.replace(
        /(3\.办公家具价值(?:(?!<w:p[ >]).)*?)<\/w:p><w:p(?:\s[^>]*)?>(?:<w:pPr>(?:(?!<\/w:pPr>).)*<\/w:pPr>)?/s,
        '$1',
      );
    const altered = (xml: string) => joined(xml).replace('4.其他资产价值', '4.另外资产价值');
    expect(rewritten(document.bytes, joined)).not.toEqual(document.bytes);
    expect(shown(compared(document, rewritten(document.bytes, joined)))).toEqual([]);
    expect(shown(compared(document, rewritten(document.bytes, altered)))).toEqual([expect.stringMatching(/^wording /)]);
  });

  test('a missing table, a missing paragraph and one too many', async () => {
    const document = await documentOf('2026-unit');
    const found = compared(
      document,
      rewritten(document.bytes, (xml) => {
        const at = xml.indexOf('<w:tbl>', xml.indexOf('>财政拨款“三公”经费支出情况表<', xml.indexOf('</w:sdt>')));
        const cut = xml.slice(0, at) + xml.slice(xml.indexOf('</w:tbl>', at) + 8);
        return cut
          .replace(/<w:p>(?:(?!<\/w:p>).)*3\.办公家具价值.*?<\/w:p>/s, '')
          .replace(
            /(<w:sectPr(?:(?!<w:sectPr).)*$)/s,
            '<w:p><w:r><w:t>本段是公开时另外加上的一句话。</w:t></w:r></w:p>$1',
          );
      }),
    );
    expect(found.map(({ kind }) => kind).sort()).toEqual(['extraText', 'missingTable', 'missingText']);
  });

  test('a paragraph and tables longer than any document has are told', async () => {
    const document = await documentOf('2026-unit');
    const own = openDocx(document.bytes);
    const words = own.blocks.find((block) => block.kind === 'paragraph' && block.text.length > 80 && !block.contents);
    const cells = Array.from({ length: 20 }, (_, column) => ({ text: '1.00', column, columnSpan: 1, rowSpan: 1 }));
    const rows = Array.from({ length: 6500 }, () => ({ cells, head: false }));
    const blocks = own.blocks.map(
      (block): DocumentBlock =>
        block === words && block.kind === 'paragraph'
          ? { ...block, text: block.text + '另行说明'.repeat(33_000) }
          : block,
    );
    const tables = [0, 1].map((at): DocumentBlock => ({ kind: 'table', columns: 20, rows, index: blocks.length + at }));
    const found = verify(document, { ...own, blocks: [...blocks, ...tables] });
    expect(found.map(({ kind }) => kind)).toEqual(['wording', 'extraTable']);
  });
});

test('2026-department: a lost sentence below a heading is told of its paragraph alone', async () => {
  const document = await documentOf('2026-department');
  const own = openDocx(document.bytes);
  const blocks = own.blocks.map((block) =>
    block.kind === 'paragraph' ? { ...block, text: block.text.replace(/^按照全口径预算的原则，[^。]*。/, '') } : block,
  );
  const found = verify(document, { ...own, blocks });
  expect(found.map(({ kind, expected, place }) => [kind, expected, place.sentence])).toEqual([
    ['wording', expect.stringMatching(/^按照全口径预算的原则/), expect.stringMatching(/^收支总预算/)],
  ]);
});

describe('comments', () => {
  testWithValidator('the annotated copy is a valid Word file with the same text', async () => {
    const document = await documentOf('2026-unit');
    const annotated = annotateFigures(document);
    expect(compared(document, annotated)).toEqual([]);
    expect(validationErrors(annotated, 'docx')).toEqual([]);
  });

  test('each figure of part 3 and each total has one, with its rule and its cells', async () => {
    const document = await documentOf('2026-unit');
    const comments = strFromU8(unzipSync(annotateFigures(document))['word/comments.xml'] ?? new Uint8Array());
    expect(comments).toContain('占比 = 2,239.89 ÷ 4,360.97 × 100');
    expect(comments).toContain('项目支出!');
    expect(comments).not.toMatch(/w:date=/);
    const part3 = document.tree.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'paragraph' ? block.inlines : []));
    const figures = part3.filter((inline) => inline.kind === 'text' && inline.figure !== undefined);
    expect(comments.split('<w:comment ').length - 1).toBeGreaterThan(figures.length);
  });

  test('are added to those that are there', async () => {
    const { bytes } = await documentOf('2025-department');
    const once = addComments(bytes, [{ paragraph: 3, lines: ['甲 < 乙'] }]);
    const twice = addComments(once, [{ paragraph: 5, lines: ['丙', '丁'] }]);
    const parts = unzipSync(twice);
    const ids = [...strFromU8(parts['word/comments.xml'] ?? new Uint8Array()).matchAll(/<w:comment w:id="(\d+)"/g)].map(
      (found) => found[1],
    );
    expect(ids).toEqual(['0', '1']);
    const marks = [
      ...strFromU8(parts[part] ?? new Uint8Array()).matchAll(
        /<w:comment(?:RangeStart|RangeEnd|Reference) w:id="(\d+)"/g,
      ),
    ];
    expect(marks.map((found) => found[1])).toEqual(['0', '0', '0', '1', '1', '1']);
  });

  test('stand behind the properties of a paragraph, those of before a tracked change among them; XML comments hold none', async () => {
    const { bytes } = await documentOf('2025-department');
    const before = '<w:pPrChange w:id="9" w:author="某某"><w:pPr><w:jc w:val="left"/></w:pPr></w:pPrChange>';
    const changed = rewritten(bytes, (xml) =>
      xml.replace('</w:pPr>', `${before}</w:pPr>`).replace('<w:body>', '<w:body><!--<w:p><w:pPr>-->'),
    );
    const commented = addComments(
      changed,
      Array.from({ length: 9 }, (_, paragraph) => ({ paragraph, lines: ['甲'] })),
    );
    const xml = strFromU8(unzipSync(commented)[part] ?? new Uint8Array());
    expect(xml).toContain(`${before}</w:pPr><w:commentRangeStart w:id="0"/>`);
  });
});

describe('kinds of differences between numbers', () => {
  const of = (text: string) => parsePrinted(text) as PrintedNumber;
  test.each([
    ['268.77', '268.78', { units: 2687760n, scale: 4 }, 'truncation'],
    ['18.7', '18.72', undefined, 'truncation'],
    ['18.8', '18.76', undefined, 'rounding'],
    ['18.73', '18.72', undefined, 'rounding'],
    ['187.20', '18.72', undefined, 'factor'],
    ['12,317,123.45', '1,231.71', { units: 1231712345n, scale: 6 }, 'factor'],
    ['1,231.17', '1,231.71', undefined, 'transposed'],
    ['-18.72', '18.72', undefined, 'direction'],
    ['20.00', '18.72', undefined, 'figure'],
    ['0.00', '18.72', undefined, 'figure'],
  ] as const)('%s for %s', (published, expected, exact, kind) => {
    expect(numberKind(of(published), of(expected), exact).kind).toBe(kind);
  });
});

describe('plain text', () => {
  test.each([
    ['１．２０２６年　“某”（项）', '1.2026年"某"(项)'],
    ['1月1日—12月31日', '1月1日-12月31日'],
    ['乌财企〔2025〕121号——关于', '乌财企(2025)121号-关于'],
    ['乌财企[2025]121号--关于', '乌财企(2025)121号-关于'],
  ])('%s', (text, expected) => expect(comparableText(text)).toBe(expected));

  test.each([
    ['（三）项目名称', '3', '项目名称'],
    ['1.2026年运转', '1', '2026年运转'],
    ['2026年运转', '', '2026年运转'],
    ['十二、其他', '12', '其他'],
    ['20.50万元', '', '20.50万元'],
  ])('%s', (text, number, rest) => expect(withoutNumbering(comparableText(text))).toEqual({ number, rest }));
});

describe('tables that pages have cut', () => {
  const cut = async (change: (row: TableRow, index: number) => TableRow) => {
    const document = await documentOf('2026-unit');
    const published = openDocx(document.bytes);
    const blocks = published.blocks.flatMap((block): DocumentBlock[] => {
      if (block.kind === 'paragraph' || !block.rows[2]?.cells.some(({ text }) => text === '类')) return [block];
      const [caption, ...rows] = block.rows;
      const texts = (caption?.cells ?? []).filter(({ text }) => text !== '');
      const captions = texts.map(({ text }) => ({ kind: 'paragraph', text, level: 0, index: 0 }) as const);
      const bare = rows.map((row) => ({ ...row, head: false }));
      const heads = rows.findIndex(({ head }) => !head);
      const again = bare.slice(0, heads).map(change);
      const below = bare.slice(heads + 2);
      return [
        ...captions,
        { ...block, rows: bare.slice(0, heads + 2) },
        ...(below.length > 0 ? [...captions, { ...block, rows: [...again, ...below] }] : []),
      ];
    });
    return shown(verify(document, { ...published, blocks }));
  };

  test('are whole where caption and head are told again', async () => expect(await cut((row) => row)).toEqual([]));

  test('are others under another head', async () =>
    expect(
      (await cut((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, text: `又${cell.text}` })) }))).length,
    ).toBeGreaterThan(0));
});
