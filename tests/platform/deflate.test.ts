/**
 * The command line compresses by zlib in WebAssembly, the page by zlib in JavaScript: both make the same bytes of a
 * document.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deflate } from '../../src/platform/deflate.js';
import { deflate as inPage } from '../../src/web/platform/deflate.js';

const seen = readFileSync(join(import.meta.dirname, '..', '..', 'samples', 'sources', '2026-unit.json'));

/** Half of it is what was there before, as in markup, half is noise. */
function bytesOf([size, share, start]: readonly [number, number, number]): Uint8Array {
  const bytes = new Uint8Array(size);
  let state = start;
  for (let at = 0; at < size; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const length = Math.min(1 + (state >>> 23), size - at);
    const repeated = (state & 0xff) < share;
    const from = state % seen.length;
    for (let index = 0; index < length; index += 1) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      bytes[at + index] = repeated ? (seen[(from + index) % seen.length] ?? 0) : state >>> 24;
    }
    at += length;
  }
  return bytes;
}

function expectAlike(bytes: Uint8Array): void {
  const deflated = Buffer.from(deflate(bytes));
  expect(deflated.equals(Buffer.from(inPage(bytes)))).toBe(true);
  expect(inflateRawSync(deflated).equals(Buffer.from(bytes))).toBe(true);
}

test('both make the same bytes of anything, and the bytes are read again', () => {
  const input = fc.tuple(fc.integer({ min: 0, max: 90_000 }), fc.integer({ min: 0, max: 256 }), fc.integer());
  fc.assert(
    fc.property(input, (made) => expectAlike(bytesOf(made))),
    { seed: 20261129, numRuns: 40 },
  );
});

/** Around the window of deflate and the step in which bytes go in, and above: a document of ten offices. */
const sizes = [0, 1, 32_767, 32_768, (1 << 18) - 1, 1 << 18, (1 << 18) + 1, 2_000_000];

test.each(sizes)('%i bytes', (size) => expectAlike(bytesOf([size, 230, 7])));

test('what cannot be made smaller is longer than a step when it comes out', () => {
  expectAlike(bytesOf([(1 << 18) + 5, 0, 7]));
});
