/** Next year's form, made up: rendered, verified and audited with nothing in src that knows of it. */
import { afterAll, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { audit } from '../../src/audit/audit.js';
import { verify } from '../../src/audit/verify.js';
import { renderDocx } from '../../src/index.js';
import { match } from '../../src/published/match/index.js';
import { openDocx } from '../../src/published/open/docx/index.js';
import { placeText } from '../../src/published/place.js';
import { makeNextYear, workbook2027 } from '../support/nextYear.js';

const nextYear = makeNextYear();
afterAll(() => nextYear.remove());

const audited = (bytes: Uint8Array) => {
  const document = openDocx(bytes);
  const matched = match(document, nextYear.editions);
  expect([matched.year, matched.yearIsKnown]).toEqual([2027, true]);
  const differences = audit(document, matched).findings.filter(({ severity }) => severity === 'difference');
  return differences.map(({ kind, place, message }) => `${kind} ${placeText(place)} ${message}`);
};

test('its document is verified and audited; a digit altered in a reworded sentence is found', async () => {
  const { facts, edition } = await workbook2027(nextYear);
  const rendered = await renderDocx(facts, edition);
  expect(verify(rendered, openDocx(rendered.bytes))).toEqual([]);
  expect(audited(rendered.bytes)).toEqual([]);
  const parts = unzipSync(rendered.bytes);
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  // a sentence of part 3 that 2027 words otherwise, and the column that table 3 has besides
  const words = ['其中：因公出国（境）经费', '其中：人员经费'];
  const figures = words.flatMap((each) =>
    [...xml.matchAll(new RegExp(each, 'g'))].flatMap(({ index }) => {
      const figure = />([\d,]*)(\d)(\.\d\d)</.exec(xml.slice(index, index + 2000));
      return figure ? [{ figure, place: index + figure.index }] : [];
    }),
  );
  expect(figures.length).toBe(2);
  for (const { figure, place } of figures) {
    const digit = (Number(figure[2]) + 3) % 10;
    const altered = `${xml.slice(0, place)}>${figure[1]}${digit}${figure[3]}<${xml.slice(place + figure[0].length)}`;
    const bytes = zipSync({ ...parts, 'word/document.xml': strToU8(altered) }, { level: 1 });
    expect(audited(bytes)).not.toEqual([]);
  }
}, 60_000);
