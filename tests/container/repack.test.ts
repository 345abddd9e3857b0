/** A package with one part anew: the others keep what they hold, packed or not. */
import { expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openZip } from '../../src/container/readZip.js';
import { partText, withParts } from '../../src/container/repack.js';

const spent = () => ({ inflated: 0, cells: 0 });

test('parts are exchanged and added, all others stay', () => {
  const picture = new Uint8Array(5000).map((_, at) => (at * 7919) % 251);
  const bytes = zipSync({
    'word/document.xml': strToU8('<w>旧</w>'),
    'word/media/image1.png': [picture, { level: 0 }],
    'word/styles.xml': strToU8('<s/>'),
    '[Content_Types].xml': strToU8('<Types/>'),
  });
  const made = withParts(
    openZip(bytes),
    new Map([
      ['word/document.xml', '<w>新</w>'],
      ['word/comments.xml', '<c/>'],
    ]),
    spent(),
  );
  const parts = unzipSync(made);
  expect(Object.keys(parts)).toEqual([
    '[Content_Types].xml',
    'word/comments.xml',
    'word/document.xml',
    'word/media/image1.png',
    'word/styles.xml',
  ]);
  expect(parts['word/media/image1.png']).toEqual(picture);
  expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toBe('<w>新</w>');
  expect(partText(openZip(made), 'word/comments.xml', spent())).toBe('<c/>');
  expect(partText(openZip(made), 'word/none.xml', spent())).toBe('');
  const again = withParts(openZip(made), new Map([['word/Document.xml', '<w>又</w>']]), spent());
  expect(Object.keys(unzipSync(again))).toEqual(Object.keys(parts));
  expect(partText(openZip(again), 'WORD/document.xml', spent())).toBe('<w>又</w>');
});
