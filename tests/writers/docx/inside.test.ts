/**
 * What nobody sees on the page and every reader of the file does: language, title, marked heads, and nothing of whoever
 * made it.
 */
import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { compose } from '../../../src/index.js';
import { writeDocx } from '../../../src/writers/docx/index.js';
import { examined, namesIn, sampleBytes } from '../../support/samples.js';
import { elements, textOf } from './tree.js';

describe.each(namesIn('samples', '.xlsx'))('inside the document of %s', (name) => {
  const { facts, edition } = examined(name, sampleBytes(name));
  const { tree } = compose(facts, edition);
  let written: Promise<Uint8Array> | undefined;
  const opened = async () => {
    written ??= writeDocx(tree);
    return new Map(Object.entries(unzipSync(await written)).map(([path, data]) => [path, strFromU8(data)]));
  };

  test('title and language are said, no person, program, time or path is', async () => {
    const parts = await opened();
    const core = parts.get('docProps/core.xml') ?? '';
    expect(core).toContain(`<dc:title>${tree.title}</dc:title>`);
    expect(core).toContain('<dc:language>zh-CN</dc:language>');
    expect(core).not.toMatch(/created|modified|lastModifiedBy|\d{4}-\d\d-\d\dT/);
    expect([...parts.keys()].filter((path) => /app\.xml|custom\.xml|comments|thumbnail/.test(path))).toEqual([]);
    expect([...parts.values()].join('')).not.toMatch(/w:rsid|\/home\/|[A-Z]:\\|docx\.js|w:ins |w:del /);
  });

  test('Chinese is Chinese, colours are black, no font comes from the theme', async () => {
    const parts = await opened();
    const styles = parts.get('word/styles.xml') ?? '';
    const body = parts.get('word/document.xml') ?? '';
    expect(styles).toContain('w:eastAsia="zh-CN"');
    expect(styles + body).not.toMatch(/asciiTheme|eastAsiaTheme|hAnsiTheme/);
    const colours = [...(styles + body).matchAll(/w:color(?: w:val)?="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(colours)).toEqual(new Set(['000000']));
  });

  test('every font that is not on a plain Windows names one that is', async () => {
    const fonts = elements((await opened()).get('word/fontTable.xml') ?? '', 'w:font');
    for (const font of ['仿宋_GB2312', '楷体_GB2312', '方正小标宋简体']) {
      expect(fonts.find((entry) => entry.includes(`w:name="${font}"`))).toMatch(/<w:altName w:val="[^"]+"\/>/);
    }
  });

  test('every table with a head has it marked, and no row may be split', async () => {
    const body = (await opened()).get('word/document.xml') ?? '';
    const tables = body.split('<w:tbl>').slice(1);
    const heads = tree.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? [block.head.length] : [])),
    );
    expect(tables.map((table) => table.match(/<w:tblHeader\/>/g)?.length ?? 0)).toEqual(heads);
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(body.match(/<w:tr>/g)?.length ?? 0);
  });

  test('no empty paragraph but the tiny ones that Word needs', async () => {
    const body = ((await opened()).get('word/document.xml') ?? '').replace(/<w:tbl>.*?<\/w:tbl>/gs, '');
    const empty = elements(body, 'w:p').filter((written) => textOf(written) === '');
    expect(empty.filter((written) => !written.includes('w:val="TableGap"'))).toEqual([]);
  });
});
