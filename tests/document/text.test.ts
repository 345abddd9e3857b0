import { describe, expect, test } from '@jest/globals';
import type { Inline } from '../../src/document/tree.js';
import {
  cell,
  documentXml,
  elements,
  heading,
  paragraph,
  row,
  section,
  statement,
  textOf,
  tree,
  writtenParts,
} from '../writers/docx/tree.js';

const HOSTILE = `A & B < C > D "E" 'F' {{x}} \${y} <w:p/> ]]>`;

describe('text', () => {
  test('markup characters come out as they were typed, in every place', async () => {
    const table = statement([1], [], [row(cell(HOSTILE))]);
    const xml = await documentXml(
      tree(section([heading(1, HOSTILE), { kind: 'contents' }, paragraph(HOSTILE), table])),
    );
    const texts = elements(xml, 'w:p').map(textOf);
    expect(texts.filter((text) => text === HOSTILE)).toHaveLength(4);
  });

  test('control characters, halves of characters, non-characters and direction marks are dropped', async () => {
    const xml = await documentXml(
      tree(section([paragraph('a\u0000b\u0008c\uFFFEd\uFFFFe\uD800f\uDC00g\u202Eh\u2066i\uFEFFj😀')])),
    );
    expect(textOf(xml)).toBe('abcdefghij😀');
  });

  test('line ends become line breaks, tabs one space', async () => {
    const xml = await documentXml(tree(section([paragraph('甲\n乙\r\n丙\u2028丁\t戊')])));
    expect(elements(xml, 'w:br')).toHaveLength(3);
    expect(textOf(xml)).toBe('甲乙丙丁 戊');
  });

  test('a break between runs is a line break, bold is bold', async () => {
    const inlines: Inline[] = [
      { kind: 'text', text: '财政拨款：', bold: true },
      { kind: 'break' },
      { kind: 'text', text: '指由', bold: false, figure: 'income.total' },
    ];
    const xml = await documentXml(tree(section([{ kind: 'paragraph', style: 'body', inlines }])));
    expect(xml).toMatch(/<w:b\/>.*财政拨款：.*<w:br\/>.*指由/s);
    expect(elements(xml, 'w:b')).toHaveLength(1);
  });

  test('words that the library takes for page-number fields stay words', async () => {
    const xml = await documentXml(tree(section([paragraph('CURRENT'), paragraph('TOTAL_PAGES')])));
    expect(elements(xml, 'w:p').map(textOf)).toEqual(['CURRENT', 'TOTAL_PAGES']);
    expect(xml).not.toContain('PAGE<');
  });

  test('curly quotes are set in the Chinese font', async () => {
    const xml = await documentXml(tree(section([paragraph('“三公”经费')])));
    expect(elements(xml, 'w:r')[0]).toContain('<w:rFonts w:hint="eastAsia"/>');
  });

  test('Chinese is marked Chinese, but digits are not: LibreOffice would break lines inside numbers', async () => {
    const styles = (await writtenParts(tree(section([paragraph('1,544.12 万元')])))).get('word/styles.xml') ?? '';
    expect(elements(styles, 'w:lang')).toEqual(['<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>']);
  });

  test('properties tell title and office and nothing else', async () => {
    const parts = await writtenParts({
      title: 'T <&\u0001>',
      entity: '某某局 "A"',
      sections: [section([paragraph('正文')])],
    });
    const core = parts.get('docProps/core.xml') ?? '';
    expect(core).toContain('<dc:title>T &lt;&amp;&gt;</dc:title><dc:creator>某某局 &quot;A&quot;</dc:creator>');
    expect(core).not.toMatch(/dcterms|lastModifiedBy|revision/);
    expect([...parts.keys()].filter((path) => path.startsWith('docProps/'))).toEqual(['docProps/core.xml']);
  });
});
