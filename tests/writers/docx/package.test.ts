/** The package that we write ourselves, held against what the docx library makes of the same sections. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inflateSync, strFromU8 } from 'fflate';
import { libraryTheme } from '../../../src/writers/docx/libraryTheme.js';
import type { FrameSection } from '../../../src/writers/docx/margins.js';
import { frameOf } from '../../../src/writers/docx/package.js';
import { THEME_FILE } from '../../../src/writers/docx/theme.js';
import { libraryFrame } from './library/libraryFrame.js';

const KINDS: readonly FrameSection[] = (['portrait', 'landscape'] as const).flatMap((orientation) =>
  (['none', 'contents', 'body'] as const).map((numbering) => ({ orientation, numbering })),
);
/** With a table that runs over pages. */
const CONTINUED: readonly FrameSection[] = (['portrait', 'landscape'] as const).flatMap((orientation) =>
  (['odd', 'even'] as const).map((firstPage) => ({
    ...{ orientation, numbering: 'body' },
    continued: { line: `续表7　<${orientation}>`, firstPage },
  })),
);
const sequence = (maxLength: number) =>
  fc.array(fc.constantFrom(...KINDS, ...CONTINUED), { minLength: 1, maxLength, size: 'max' });

describe('the package is the one that the library makes', () => {
  async function compare(sections: readonly FrameSection[]): Promise<void> {
    const made = await libraryFrame(sections);
    const { opening, sections: own, parts } = frameOf(sections, await libraryTheme());
    const texts = new Map([...parts].map(([path, { deflated }]) => [path, strFromU8(inflateSync(deflated))]));
    expect(opening).toBe(made.opening);
    expect(own).toEqual(made.sections);
    for (const [path, xml] of made.parts) expect([path, texts.get(path)]).toEqual([path, xml]);
    const ourOwn = ['word/styles.xml', 'word/fontTable.xml', 'word/settings.xml'];
    expect([...texts.keys()].sort()).toEqual([...made.parts.keys(), ...ourOwn].sort());
  }

  test.each([...KINDS, ...CONTINUED])('one section: %j', (kind) => compare([kind]));

  test('any sequence', () => fc.assert(fc.asyncProperty(sequence(12), compare), { numRuns: 100 }), 60_000);

  test('long sequences', () => fc.assert(fc.asyncProperty(sequence(150), compare), { numRuns: 5 }), 60_000);

  // Only a build has one; an old one in dist would be used in place of what the sources say.
  const built = `dist/precompiled/${THEME_FILE}`;
  (existsSync(built) ? test : test.skip)('the theme of the build is that of the library', async () => {
    expect(JSON.parse(readFileSync(built, 'utf8'))).toBe(await libraryTheme());
  });
});
