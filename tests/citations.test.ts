/**
 * Every rule and fact that the project cites stands in docs/FORM.md or docs/FACTS.md, each of those is cited, and
 * nothing points outside the project.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { auditKinds } from '../src/audit/finding.js';
import { trackedTexts } from './support/tracked.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const self = 'tests/citations.test.ts';

/** The pages that are cited, by the word before the name. */
const pages = { FORM: 'docs/FORM.md', FACT: 'docs/FACTS.md' } as const;
type Page = keyof typeof pages;

/** Names by the page that declares them: the first column of its tables. */
const declared = (page: Page): string[] =>
  [...readFileSync(join(root, pages[page]), 'utf8').matchAll(/^\| ([a-z]+-\d+) \|/gm)].map(([, name]) => name ?? '');

const names: Record<Page, readonly string[]> = { FORM: declared('FORM'), FACT: declared('FACT') };

interface Citation {
  readonly page: Page;
  readonly name: string;
}

/** What a text cites: `FORM money-3`, `FORM money-1, row-2`, `FORM money-1 to money-5` (each rule in between). */
function citationsIn(text: string): Citation[] {
  const flowing = text.replace(/\n\s*(\*|\/\/)\s*/g, ' ');
  return [...flowing.matchAll(/\b(FORM|FACT) ([a-z]+-\d+(?:(?:, | and | to )[a-z]+-\d+)*)/g)].flatMap(
    ([, page = '', list = '']) => {
      const parts = list.split(/(, | and | to )/);
      return parts.flatMap((name, index) => {
        if (index % 2 === 1) return [];
        const through = parts[index - 1] === ' to ' ? between(page as Page, parts[index - 2] ?? '', name) : [];
        return [...through, name].map((cited) => ({ page: page as Page, name: cited }));
      });
    },
  );
}

/** The rules of one family between two of them. */
function between(page: Page, first: string, last: string): string[] {
  const number = (name: string) => Number(name.split('-')[1]);
  const family = first.split('-')[0] ?? '';
  const isWithin = (name: string) => number(name) > number(first) && number(name) < number(last);
  return names[page].filter((name) => name.startsWith(`${family}-`) && isWithin(name));
}

const texts = trackedTexts(root).filter(({ path }) => path !== self);
const citations = texts.flatMap(({ path, text }) => citationsIn(text).map((citation) => ({ path, ...citation })));

test('citations are read: lists, ranges, over the end of a line', () => {
  expect(
    citationsIn('(FORM money-1 to money-3, row-1)\n/** FACT zip-1 and\n * zip-2 */').map(({ name }) => name),
  ).toEqual(['money-1', 'money-2', 'money-3', 'row-1', 'zip-1', 'zip-2']);
});

describe.each(Object.keys(pages) as Page[])('%s', (page) => {
  test('has names, each once', () => {
    expect(names[page].length).toBeGreaterThan(20);
    expect(new Set(names[page]).size).toBe(names[page].length);
  });

  test('every citation has its target', () => {
    const lost = citations.filter((citation) => citation.page === page && !names[page].includes(citation.name));
    expect(lost.map(({ path, name }) => `${path}: ${page} ${name}`)).toEqual([]);
  });

  test('every rule is cited where it is kept', () => {
    const kept = citations.filter((citation) => citation.page === page && /^(src|tests)\//.test(citation.path));
    const cited = new Set(kept.map(({ name }) => name));
    expect(names[page].filter((name) => !cited.has(name))).toEqual([]);
  });
});

test('nothing points outside the project', () => {
  const outside =
    /\.\.\/shared\b|\/work\/|\b(form|libraries|pitfalls|published|browser|design|BRIEF|STATUS)\.md\b|\bissues? ?#?\d/i;
  const pointing = texts.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => {
      // docs/FORM.md in capitals is ours
      const found = outside.exec(line.replace(/\bFORM\.md\b/g, ''));
      return found ? [`${path}:${index + 1}: ${found[0]}`] : [];
    }),
  );
  expect(pointing).toEqual([]);
});

test('docs/audit.md calls the kinds of findings as audit does', () => {
  const told = [...readFileSync(join(root, 'docs/audit.md'), 'utf8').matchAll(/^\| ([^|`]+) \|/gm)];
  const names = new Set(told.flatMap(([, cell = '']) => cell.split('、')));
  expect(Object.values(auditKinds).filter((kind) => !names.has(kind))).toEqual([]);
});
