/** Hidden fields of withheld projects (不予公开) are in nothing that an auditor gets. */
import { expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { annotateFigures } from '../../src/audit/annotateFigures.js';
import { manifestOf } from '../../src/audit/manifest.js';
import { figureTree, traceOf } from '../../src/audit/trace.js';
import { traceWorkbook } from '../../src/audit/traceSheet.js';
import { verify } from '../../src/audit/verify.js';
import { renderDocx } from '../../src/index.js';
import { openDocx } from '../../src/published/open/docx/index.js';
import { Book } from '../support/book.js';
import { sampleSource } from '../support/samples.js';
import { documentOf } from './samples.js';

const marker = '机密标记';
const hidden = ['设立的政策依据', '项目承担单位', '资金分配情况', '资金执行时间', '结转资金用途'];

function withMarkers(): Book {
  const book = new Book(sampleSource('2026-unit'));
  const fields = Object.fromEntries(hidden.map((field) => [field, marker]));
  return book.set('项目信息', 1, fields).set('项目信息', 9, fields).set('委托业务费', 2, { 用途: marker });
}

const partsText = (bytes: Uint8Array): string =>
  Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');

test('not in the trace, its workbook, the comments, the manifest or a comparison', async () => {
  const { facts, edition, findings } = withMarkers().examine();
  const document = await renderDocx(facts, edition);
  const trace = traceOf(document);
  expect(trace.length).toBeGreaterThan(400);
  expect(JSON.stringify(trace)).not.toContain(marker);
  expect(trace.flatMap(({ figure }) => figureTree(figure)).join('\n')).not.toContain(marker);
  expect(partsText(await traceWorkbook(trace, 'x.xlsx'))).not.toContain(marker);
  expect(partsText(annotateFigures(document))).not.toContain(marker);
  const file = { name: 'x', bytes: document.bytes };
  expect(JSON.stringify(manifestOf({ version: '1', edition, workbook: file, document: file, findings }))).not.toContain(
    marker,
  );
  const other = openDocx((await documentOf('2026-department')).bytes);
  expect(JSON.stringify(verify(document, other))).not.toContain(marker);
});
