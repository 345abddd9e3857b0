import { describe, expect, test } from '@jest/globals';
import { documentXml, elements, heading, section, textOf, tree, wholeDocument, writtenParts } from './tree.js';

async function contents() {
  const xml = await documentXml(wholeDocument());
  return { xml, field: elements(xml, 'w:sdt')[0] ?? '' };
}

describe('contents', () => {
  test('lists the headings of levels 1 and 2 in order, by their contents text, without those that stand outside', async () => {
    const { field } = await contents();
    expect(elements(field, 'w:p').map(textOf)).toEqual([
      '第一部分 2026年单位概况',
      '一、主要职能',
      '一、单位收支总体情况表',
    ]);
    expect([...field.matchAll(/<w:pStyle w:val="(\w+)"/g)].map((match) => match[1])).toEqual(['TOC1', 'TOC2', 'TOC2']);
  });

  test('every entry leads to the bookmark of its heading', async () => {
    const { xml, field } = await contents();
    const anchors = [...field.matchAll(/w:anchor="([^"]*)"/g)].map((match) => match[1]);
    const bookmarked = elements(xml, 'w:p').flatMap((written) => {
      const name = written.match(/<w:bookmarkStart w:name="([^"]*)"/)?.[1];
      return name === undefined ? [] : [[name, textOf(written)]];
    });
    expect(bookmarked).toEqual([
      [anchors[0], '第一部分 2026年单位概况'],
      [anchors[1], '一、主要职能'],
      [anchors[2], '单位收支总体情况表'],
    ]);
  });

  test('is a field that nobody is asked to update, without page numbers', async () => {
    const parts = await writtenParts(wholeDocument());
    const field = elements(parts.get('word/document.xml') ?? '', 'w:sdt')[0] ?? '';
    expect(field).toMatch(/TOC [^<]*\\n/);
    expect(field).not.toContain('dirty="true"');
    expect(field).not.toContain('<w:tab/>');
    expect(parts.get('word/settings.xml')).not.toContain('updateFields');
  });

  test('updated in Word it collects the same headings: those outside have styles of their own', async () => {
    const { xml, field } = await contents();
    expect(field).toContain('\\o &quot;1-2&quot;');
    expect(field).toContain('\\t &quot;表题,2&quot;');
    const outside = elements(xml, 'w:p').find((written) => textOf(written) === '项目支出绩效目标表');
    expect(outside).toContain('<w:pStyle w:val="TableTitleOutside"/>');
  });

  test('a document without headings has no field', async () => {
    expect(await documentXml(tree(section([{ kind: 'contents' }])))).not.toContain('w:sdt');
  });

  test('headings are real ones: styles with outline levels, black, without theme fonts', async () => {
    const parts = await writtenParts(tree(section([heading(1, '第一部分'), heading(2, '一、'), heading(3, '（一）')])));
    const styles = parts.get('word/styles.xml') ?? '';
    for (const level of [1, 2, 3]) {
      const style = elements(styles, 'w:style').find((written) => written.includes(`w:styleId="Heading${level}"`));
      expect(style).toContain(`<w:outlineLvl w:val="${level - 1}"/>`);
      expect(parts.get('word/document.xml')).toContain(`<w:pStyle w:val="Heading${level}"/>`);
    }
    expect([...styles.matchAll(/<w:color w:val="(\w+)"/g)].every((match) => match[1] === '000000')).toBe(true);
    expect(styles).not.toMatch(/[Tt]heme/);
    expect(parts.get('word/theme/theme1.xml')).not.toMatch(/Calibri|等线/);
  });
});
