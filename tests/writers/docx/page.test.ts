import { describe, expect, test } from '@jest/globals';
import {
  documentXml,
  elements,
  paragraph,
  section,
  smallTable,
  textOf,
  tree,
  wholeDocument,
  writtenParts,
} from './tree.js';

async function sections() {
  return elements(await documentXml(wholeDocument()), 'w:sectPr');
}

/** Text of the footers that a section names, by type. */
function footers(sectPr: string, parts: ReadonlyMap<string, string>): Record<string, string> {
  const rels = parts.get('word/_rels/document.xml.rels') ?? '';
  const found: Record<string, string> = {};
  for (const [, type, id] of sectPr.matchAll(/<w:footerReference w:type="(\w+)" r:id="(\w+)"\/>/g)) {
    const target = elements(rels, 'Relationship').find((entry) => entry.includes(`Id="${id}"`));
    found[type ?? ''] = parts.get(`word/${target?.match(/Target="([^"]*)"/)?.[1]}`) ?? '';
  }
  return found;
}

describe('pages', () => {
  test('portrait pages have the margins of GB/T 9704, wide tables stand on landscape pages', async () => {
    const [cover, , , wide] = await sections();
    expect(cover).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>');
    expect(cover).toMatch(/w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/);
    expect(wide).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
  });

  test('the cover has no footer, contents count in Roman figures and the body counts on from 1', async () => {
    const [cover, contents, part, wide, last] = await sections();
    expect(cover).not.toContain('footerReference');
    expect(contents).toMatch(/<w:pgNumType w:start="1" w:fmt="upperRoman"\/>/);
    expect(part).toMatch(/<w:pgNumType w:start="1" w:fmt="decimal"\/>/);
    for (const later of [wide, last]) expect(later).toContain('<w:pgNumType w:fmt="decimal"/>');
  });

  test('the page number stands right on odd pages and left on even ones', async () => {
    const parts = await writtenParts(wholeDocument());
    const [, contents, part] = elements(parts.get('word/document.xml') ?? '', 'w:sectPr');
    for (const sectPr of [contents ?? '', part ?? '']) {
      const { default: odd, even } = footers(sectPr, parts);
      expect(odd).toContain('<w:ind w:right="280"/><w:jc w:val="right"/>');
      expect(even).toContain('<w:ind w:left="280"/><w:jc w:val="left"/>');
      expect(textOf(odd ?? '')).toBe('—  —');
      expect(odd).toContain('PAGE');
    }
    expect(parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
  });

  test('on a turned page it stands along the left side, in the same place of the sheet, and not in the footer too', async () => {
    const parts = await writtenParts(wholeDocument());
    const written = elements(parts.get('word/document.xml') ?? '', 'w:sectPr');
    const frames = [...parts].filter(([path]) => /^word\/header\d+\.xml$/.test(path)).map(([, xml]) => xml);
    const numbered = frames.filter((xml) => xml.includes('PAGE'));
    expect(numbered).toHaveLength(2);
    for (const xml of numbered) expect(xml).toContain('<w:textDirection w:val="tbRl"/>');
    expect(written[3]?.match(/<w:headerReference /g)).toHaveLength(2);
    expect(Object.values(footers(written[3] ?? '', parts)).join('')).not.toContain('PAGE');
    // the upright page after it takes the number out of the header and puts it back into the footer
    expect(written[4]?.match(/<w:headerReference /g)).toHaveLength(2);
    expect(Object.values(footers(written[4] ?? '', parts)).join('')).toContain('PAGE');
  });

  test('a page without number after numbered ones does not inherit their footer', async () => {
    const parts = await writtenParts(
      tree(section([paragraph('正文')]), section([paragraph('封底')], { numbering: 'none' })),
    );
    const [, back] = elements(parts.get('word/document.xml') ?? '', 'w:sectPr');
    const { default: odd, even } = footers(back ?? '', parts);
    expect(odd).not.toContain('PAGE');
    expect(even).not.toContain('PAGE');
  });

  test('there is no empty paragraph but the tiny one that Word needs beside a table', async () => {
    const xml = await documentXml(
      tree(...wholeDocument().sections, section([smallTable(), smallTable(), paragraph('完')])),
    );
    const outsideTables = xml.replace(/<w:tbl>.*?<\/w:tbl>/gs, '<table/>');
    const empty = elements(outsideTables, 'w:p').filter(
      (element) => textOf(element) === '' && !element.includes('w:fldChar'),
    );
    expect(empty.length).toBeGreaterThan(0);
    for (const element of empty) expect(element).toContain('<w:pStyle w:val="TableGap"/>');
    expect(outsideTables).not.toContain('<table/><table/>');
  });

  test('a signature is not alone on a page, its name and date are together, and no entry of the contents is parted', async () => {
    const parts = await writtenParts(
      tree(
        section([
          paragraph('甲。'),
          paragraph('乙。'),
          paragraph('某某局', 'signature'),
          paragraph('2026年2月27日', 'signature'),
        ]),
      ),
    );
    const kept = elements(parts.get('word/document.xml') ?? '', 'w:p').filter((xml) => xml.includes('<w:keepNext/>'));
    expect(kept.map(textOf)).toEqual(['乙。', '某某局']);
    const styles = elements(parts.get('word/styles.xml') ?? '', 'w:style');
    const whole = styles.filter((xml) => xml.includes('<w:keepLines/>') && !xml.includes('<w:keepNext/>'));
    expect(whole.map((xml) => /w:styleId="(\w+)"/.exec(xml)?.[1])).toEqual(['TOC1', 'TOC2']);
  });

  test('spaces at the ends of a text and doubled ones are marked as meant', async () => {
    const texts = ['甲 乙', ' 甲', '甲 ', '甲  乙', '　甲', '甲　　乙', '“甲” ', '<甲> '];
    const xml = await documentXml(tree(section(texts.map((text) => paragraph(text)))));
    const runs = elements(xml, 'w:t');
    const marked = runs.filter((run) => run.startsWith('<w:t xml:space="preserve">')).map(textOf);
    expect(marked).toEqual(texts.slice(1));
  });
});
