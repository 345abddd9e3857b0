import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deflateSync, strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { pack, zip } from '../../src/container/writeZip.js';
import { crc32 } from '../../src/platform/checksum.js';

/** No names that are numbers: fflate takes an object, which would put them first. */
const name = fc.oneof(
  fc.stringMatching(/^[a-z]{1,8}(\/[a-zA-Z]{1,8}\d{0,3}\.xml)?$/),
  fc.constantFrom('文件.xml', 'word/é.xml'),
);
const content = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.tuple(fc.string({ minLength: 1 }), fc.nat(5000)).map(([text, times]) => text.repeat(times)),
);

const files = fc.uniqueArray(fc.tuple(name, content), { selector: ([path]) => path, maxLength: 30 });

test('the container is byte for byte the one of fflate', () => {
  fc.assert(
    fc.property(files, (entries) => {
      const parts = entries.map(([path, text]) => [path, strToU8(text)] as const);
      const expected = zipSync(Object.fromEntries(parts), { mtime: new Date(1980, 0, 1, 12), level: 6 });
      const written = zip(
        parts.map(([path, bytes]) => {
          const deflated = deflateSync(bytes, { level: 6 });
          return [path, { deflated, crc: crc32(bytes), size: bytes.length }];
        }),
      );
      expect(Buffer.from(written).equals(Buffer.from(expected))).toBe(true);
    }),
    { seed: 20261129, numRuns: 100 },
  );
});

test('what is packed is read again as it was', () => {
  fc.assert(
    fc.property(files, (entries) => {
      const read = unzipSync(zip(entries.map(([path, text]) => [path, pack(text)])));
      const texts = Object.entries(read).map(([path, bytes]) => [path, strFromU8(bytes)]);
      expect(new Map(texts as [string, string][])).toEqual(new Map(entries));
    }),
    { seed: 20261129, numRuns: 100 },
  );
});
