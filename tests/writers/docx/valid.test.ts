/**
 * Microsoft's own validator over every document that the samples make. It is installed by `npm ci --prefix
 * tests/tools`.
 */
import { describe, expect } from '@jest/globals';
import { renderDocx } from '../../../src/index.js';
import { writeDocx } from '../../../src/writers/docx/index.js';
import { extremeBook } from '../../support/extreme.js';
import { examined, namesIn, sampleBytes } from '../../support/samples.js';
import { testWithValidator, validationErrors } from '../../support/tools.js';
import { heading, section, tree, wholeDocument } from './tree.js';

describe('the Open XML validator finds no error', () => {
  for (const name of namesIn('samples', '.xlsx')) {
    testWithValidator(`in the document of ${name}`, async () => {
      const { facts, edition } = examined(name, sampleBytes(name));
      expect(validationErrors((await renderDocx(facts, edition)).bytes, 'docx')).toEqual([]);
    });
  }

  testWithValidator('in a document with one of everything', async () => {
    expect(validationErrors(await writeDocx(wholeDocument()), 'docx')).toEqual([]);
  });

  testWithValidator('in a document with page numbers in its contents', async () => {
    const pages = new Map([1, 2, 3].map((entry) => [`_Toc0000000${entry}`, entry]));
    expect(validationErrors(await writeDocx(wholeDocument(), pages), 'docx')).toEqual([]);
  });

  testWithValidator('in the document of an office of the extreme kind', async () => {
    expect(validationErrors(await writeDocx(extremeBook().compose().tree), 'docx')).toEqual([]);
  });

  testWithValidator('yet it does find one where there is one', async () => {
    const fine = await writeDocx(tree(section([heading(1, '第一部分')])));
    expect(validationErrors(fine.subarray(0, fine.length - 30), 'docx')).not.toEqual([]);
  });
});
