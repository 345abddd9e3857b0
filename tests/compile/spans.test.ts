/** A wrong colspan is told by file and line before anything is printed, in every table of every edition. */
import { describe, expect, test } from '@jest/globals';
import { grammarOf } from '../../src/compile/grammar.js';
import { spanProblems } from '../../src/compile/spans.js';
import type { Edition } from '../../src/document/edition.js';
import { editions } from '../support/samples.js';

const problemsOf = (edition: Edition) => spanProblems(grammarOf(edition));

/** The template with this text changed; its line with it. */
function changed(edition: Edition, from: string, to: string) {
  const template = edition.templates.find(({ source }) => source.includes(from));
  if (!template) throw new Error(`no template has ${from}`);
  const source = template.source.replace(from, to);
  const line = template.source.slice(0, template.source.indexOf(from)).split('\n').length;
  const templates = edition.templates.map((one) => (one === template ? { ...one, source } : one));
  return { edition: { ...edition, templates }, file: template.file, line };
}

describe.each([2024, 2025, 2026])('%i', (year) => {
  const edition = editions.load(year);

  test('every row of the form fills its columns', () => expect(problemsOf(edition)).toEqual([]));

  test.each([
    ['a colspan too wide', '<th colspan="3">资金来源</th>', '<th colspan="4">资金来源</th>', '占 6 列，而表有 5 列'],
    ['a colspan too narrow', '<th colspan="3">资金来源</th>', '<th colspan="2">资金来源</th>', '占 4 列，而表有 5 列'],
    ['a cell too many', '<td scope="row">公务接待费</td>', '<td scope="row">公务接待费</td><td></td>', '占 6 列'],
  ])('%s', (_, from, to, problem) => {
    const { edition: wrong, file, line } = changed(edition, from, to);
    const found = problemsOf(wrong);
    expect(found[0]).toMatchObject({ file, line });
    expect(found[0]?.problem).toContain(problem);
  });

  test('a rowspan that reaches too far is told, at the row below or at the end', () => {
    const { edition: wrong, file } = changed(edition, '<th rowspan="2">“三公”经费', '<th rowspan="3">“三公”经费');
    const found = problemsOf(wrong);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((one) => one.file === file)).toBe(true);
  });
});
