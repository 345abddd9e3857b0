/** Page numbers and PDF by LibreOffice: right ones or none. */
import { describe, expect, test } from '@jest/globals';
import { findOffice, layOutPdf, OfficeError } from '../../../src/platform/office.js';
import { writeDocx } from '../../../src/writers/docx/index.js';
import { contentsPages } from '../../../src/writers/docx/paginate.js';
import { linksOfPdf, type PdfLink } from '../../../src/writers/pdf/links.js';
import { testWithLayout } from '../../support/tools.js';
import { heading, paragraph, section, tree, wholeDocument } from '../docx/tree.js';

const links = (...pages: number[]): PdfLink[] =>
  ['第一部分 2026年单位概况', '一、主要职能', '一、单位收支总体情况表'].flatMap((text, index) =>
    pages[index] === undefined ? [] : [{ text, page: pages[index] }],
  );

describe('page numbers of the contents', () => {
  test('count from the first page of the body', () => {
    expect([...(contentsPages(wholeDocument(), links(2, 2, 5)) ?? [])].map(([, page]) => page)).toEqual([1, 1, 4]);
  });

  test('an entry over two lines has two links to one page', () => {
    expect(contentsPages(wholeDocument(), [...links(2, 2, 5), ...links(2)])?.size).toBe(3);
  });

  test.each([
    ['an entry without a link', links(2, 2)],
    ['an entry that leads to two pages', [...links(2, 2, 5), ...links(3)]],
    ['numbers that do not rise', links(2, 5, 4)],
    ['no links at all', []],
  ])('none with %s', (_, given) => {
    expect(contentsPages(wholeDocument(), given)).toBeUndefined();
  });

  test('a file of another kind has no links', () => {
    expect(linksOfPdf(Buffer.from('%PDF-1.7 /Type/Pages/Kids[1 0 R] /Type/Pages/Kids[2 0 R]'))).toEqual([]);
    expect(linksOfPdf(new Uint8Array())).toEqual([]);
  });

  testWithLayout(
    'are those of the pages that LibreOffice lays out',
    async () => {
      const filler = Array.from({ length: 60 }, () => paragraph('贯彻执行“十五五”规划。'.repeat(4)));
      const document = tree(
        section([{ kind: 'contents' }], { numbering: 'contents' }),
        section([heading(1, '第一部分 概况'), heading(2, '一、主要职能'), ...filler, heading(2, '二、机构设置')]),
        section([heading(1, '第二部分 表')], { orientation: 'landscape' }),
      );
      const pages = contentsPages(document, linksOfPdf(await layOutPdf(await writeDocx(document))));
      const [first, second, third, fourth] = [...(pages?.values() ?? [])];
      expect([first, second]).toEqual([1, 1]);
      expect(third).toBeGreaterThan(5);
      expect(fourth).toBe((third ?? 0) + 1);
    },
    60_000,
  );
});

describe('LibreOffice', () => {
  test('is not found where it is not', () => {
    expect(findOffice('/nowhere/at/all')).toBe(findOffice(''));
  });

  test('missing, the message says what to do', async () => {
    await expect(layOutPdf(new Uint8Array(), '/nowhere/soffice')).rejects.toThrow(OfficeError);
    await expect(layOutPdf(new Uint8Array(), '/nowhere/soffice')).rejects.toThrow(/另存为 PDF/);
  });
});
