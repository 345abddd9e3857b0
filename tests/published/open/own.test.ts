/** Documents of our own writers, opened again: every paragraph and every cell as the tree has it. */
import { describe, expect, jest, test } from '@jest/globals';
import { publicParts } from '../../../src/document/publicParts.js';
import { compose, renderDocx } from '../../../src/index.js';
import { writeHtml } from '../../../src/writers/html/index.js';
import { examined, namesIn, sampleBytes } from '../../support/samples.js';
import { opened } from './open.js';
import { printedBy, readFrom } from './printed.js';

// where other programs use the machine too
jest.setTimeout(120_000);

const timeout = 120_000;

describe.each(namesIn('samples', '.xlsx'))('%s', (name) => {
  const { facts, edition } = examined(name, sampleBytes(name));
  const { tree, view } = compose(facts, edition);
  const beside = publicParts(view, edition);

  test(
    '.docx',
    async () => {
      const { bytes } = await renderDocx(facts, edition);
      const document = await opened(bytes);
      expect(document.format).toBe('docx');
      expect(document.notices).toEqual([]);
      expect(readFrom(document)).toEqual(printedBy(tree));
    },
    timeout,
  );

  test(
    '--html',
    async () => {
      const document = await opened(new TextEncoder().encode(writeHtml(tree, { beside })));
      expect(document.format).toBe('html');
      expect(document.notices).toEqual([]);
      expect(readFrom(document)).toEqual(withCoverJoined(printedBy(tree), tree.sections[0]?.blocks.length ?? 0));
    },
    timeout,
  );
});

/** On the page the cover is one heading. */
function withCoverJoined(printed: ReturnType<typeof printedBy>, lines: number): ReturnType<typeof printedBy> {
  return [printed.slice(0, lines).join(''), ...printed.slice(lines)];
}
