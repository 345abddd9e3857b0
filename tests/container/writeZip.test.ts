import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { pack, zip } from '../../src/container/writeZip.js';

/** No names that are numbers: fflate takes an object, which would put them first. */
const name = fc.oneof(
  fc.stringMatching(/^[a-z]{1,8}(\/[a-zA-Z]{1,8}\d{0,3}\.xml)?$/),
  fc.constantFrom('文件.xml', 'word/é.xml'),
);
const content = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.tuple(fc.string({ minLength: 1 }), fc.nat(5000)).map(([text, times]) => text.repeat(times)),
);

test('the container is byte for byte the one of fflate', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(name, content), { selector: ([path]) => path, maxLength: 30 }), (files) => {
      const bytes = Object.fromEntries(files.map(([path, text]) => [path, strToU8(text)]));
      const expected = zipSync(bytes, { mtime: new Date(1980, 0, 1, 12), level: 6 });
      const written = zip(files.map(([path, text]) => [path, pack(text)]));
      expect(Buffer.from(written).equals(Buffer.from(expected))).toBe(true);
    }),
    { numRuns: 200 },
  );
});
