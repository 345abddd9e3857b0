import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { writeDocx } from '../../../src/writers/docx/index.js';
import { documentXml, elements, heading, section, textOf, tree, wholeDocument, writtenParts } from './tree.js';

async function contents() {
  const xml = await documentXml(wholeDocument());
  return { xml, field: elements(xml, 'w:sdt')[0] ?? '' };
}

const entriesOf = (field: string) => elements(field, 'w:p').filter((entry) => entry.includes('<w:hyperlink'));

describe('contents', () => {
  test('lists the headings of levels 1 and 2 in order, by their contents text, without those that stand outside', async () => {
    const { field } = await contents();
    expect(entriesOf(field).map(textOf)).toEqual(['第一部分 2026年单位概况', '一、主要职能', '一、单位收支总体情况表']);
    expect(entriesOf(field).map((entry) => entry.match(/<w:pStyle w:val="(\w+)"/)?.[1])).toEqual([
      'TOC1',
      'TOC2',
      'TOC2',
    ]);
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
    const titled = (title: string) => elements(xml, 'w:p').find((written) => textOf(written) === title) ?? '';
    for (const title of ['项目支出绩效目标表', '单位收支总体情况表']) {
      expect(titled(title)).toContain('<w:pStyle w:val="TableTitle"/>');
    }
    expect(titled('项目支出绩效目标表')).not.toContain('w:instrText');
  });

  test('updated in Word an entry keeps its own text where the heading reads otherwise', async () => {
    const { xml, field } = await contents();
    expect(field).toContain('\\f t ');
    const marks = elements(xml, 'w:instrText').filter((written) => written.includes(' TC '));
    expect(marks.map((written) => written.replace(/<[^>]*>/g, ''))).toEqual([
      ' TC &quot;一、单位收支总体情况表&quot; \\f t \\l 2 ',
    ]);
    const other = await documentXml(
      tree(section([{ kind: 'contents' }, heading(2, '一、说明', '一、"甲\\乙"的说明')])),
    );
    expect(other).toContain('<w:pStyle w:val="Heading2Outside"/>');
    expect(other).toContain(' TC &quot;一、\\&quot;甲\\\\乙\\&quot;的说明&quot; \\f t \\l 2 ');
  });

  test('shows page numbers when there is one for every entry, and none otherwise', async () => {
    const numbers = new Map([1, 2, 3].map((entry) => [`_Toc0000000${entry}`, entry * 3]));
    const written = async (pages: ReadonlyMap<string, number>) =>
      entriesOf(strFromU8(unzipSync(await writeDocx(wholeDocument(), pages))['word/document.xml'] ?? new Uint8Array()));
    expect((await written(numbers)).map(textOf)).toEqual([
      '第一部分 2026年单位概况3',
      '一、主要职能6',
      '一、单位收支总体情况表9',
    ]);
    expect((await written(numbers)).every((entry) => entry.includes('PAGEREF _Toc'))).toBe(true);
    numbers.delete('_Toc00000002');
    expect((await written(numbers)).map(textOf).join('')).not.toMatch(/[369]$/);
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
