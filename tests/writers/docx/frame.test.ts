import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Packed, pack } from '../../../src/container/writeZip.js';
import { assembleFrame, type FrameKit, type FrameSection } from '../../../src/writers/docx/frame.js';
import { KIT_FILE } from '../../../src/writers/docx/frames.js';
import { makeKit } from '../../../src/writers/docx/kit.js';
import { libraryFrame } from '../../../src/writers/docx/libraryFrame.js';
import { ownConstantParts } from '../../../src/writers/docx/parts.js';

const KINDS: readonly FrameSection[] = (['portrait', 'landscape'] as const).flatMap((orientation) =>
  (['none', 'contents', 'body'] as const).map((numbering) => ({ orientation, numbering })),
);
const sequence = (maxLength: number) => fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength, size: 'max' });

const comparable = (parts: Iterable<readonly [string, Packed]>) =>
  Object.fromEntries(
    [...parts].map(([path, { deflated, crc, size }]) => [path, [Buffer.from(deflated).toString('hex'), crc, size]]),
  );

describe('a frame from the kit is the one that the library makes', () => {
  let kit: FrameKit;
  beforeAll(async () => {
    kit = await makeKit();
  });

  async function compare(sections: readonly FrameSection[]): Promise<void> {
    const assembled = assembleFrame(kit, sections);
    const made = await libraryFrame(sections);
    const parts = [...made.parts, ...ownConstantParts()].map(([path, xml]) => [path, pack(xml)] as const);
    expect(assembled.opening).toBe(made.opening);
    expect(assembled.sections).toEqual(made.sections);
    expect(comparable(assembled.parts)).toEqual(comparable(parts));
  }

  test.each(KINDS)('one section: $orientation, $numbering', (kind) => compare([kind]));

  test('any sequence', () => fc.assert(fc.asyncProperty(sequence(12), compare), { numRuns: 100 }), 60_000);

  test('long sequences', () => fc.assert(fc.asyncProperty(sequence(150), compare), { numRuns: 5 }), 60_000);

  // Only a build has one; an old one in dist would be used in place of what the sources say.
  const built = `dist/precompiled/${KIT_FILE}`;
  (existsSync(built) ? test : test.skip)('the kit of the build is that of the sources', () => {
    expect(JSON.parse(readFileSync(built, 'utf8'))).toEqual(kit);
  });
});
