/** A workbook without errors whose texts are what a page, a template or a spreadsheet could take for more than text. */
import { writeWorkbook } from '../../src/workbook/write/index.js';
import { editions, sampleSource } from '../support/samples.js';

const texts = [
  '<script>window.hit = 1</script>',
  '</body></html>',
  '{{@root.name}} {{{name}}}',
  '<img src=x onerror="window.hit=1">',
  '=HYPERLINK("http://example.org")',
];

export async function hostileTexts(): Promise<Uint8Array> {
  const source = sampleSource('2026-unit');
  const content = { ...source, 其他说明: texts.map((text) => ({ 内容: text })) };
  const { year, sheets, withoutColumns, partNumbers } = editions.load(2026);
  return writeWorkbook({
    year,
    kindLabel: '单位',
    sheets,
    withoutColumns,
    partNumbers: partNumbers(),
    content,
    spareRows: 1,
  });
}
