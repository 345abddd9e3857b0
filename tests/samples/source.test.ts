/** The sample workbooks are what their sources say: nothing is lost on the way through the .xlsx file. */
import { describe, expect, test } from '@jest/globals';
import { sampleBook } from '../support/book.js';
import { examined, namesIn, sampleBytes } from '../support/samples.js';

describe.each(namesIn('samples/sources', '.json'))('%s', (name) => {
  test('reading the .xlsx gives every fact as typed, with the same findings at the same cells', () => {
    const [typed, read] = [sampleBook(name).examine(), examined(name, sampleBytes(name))];
    expect(read.facts).toEqual(typed.facts);
    expect(read.findings).toEqual(typed.findings);
  });
});
