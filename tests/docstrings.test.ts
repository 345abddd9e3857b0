/**
 * Every exported function says what it takes and gives: a reader of a call need not read the function. And lines fit
 * the screen.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { trackedTexts } from './support/tracked.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// src/audit is written anew on top of src/published
const sources = trackedTexts(root).filter(({ path }) => /^src\/(?!audit\/).*\.tsx?$/.test(path));

/** A function, or a constant that is one, at the start of a line; the formatter keeps them there. */
const exported =
  /^export (?:default )?(?:(?:async )?function\*? (?<declared>\w+)|const (?<constant>\w+)(?:: [^=]+(?:=> [^=]+)?)? =(?<value>.*))/;

/** Of a constant: whether its value is a function, by its own line and those after it. */
const isFunction = (value: string, after: readonly string[]): boolean =>
  /^\s*(?:async )?(?:<[^(]*>)?(?:\w+ =>|\([^)]*\)(?:: [^=]+)? =>)/.test(`${value} ${after.join(' ')}`);

interface Exported {
  readonly name: string;
  readonly documented: boolean;
}

function exportedFunctions(text: string): Exported[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const { declared, constant, value = '' } = exported.exec(line)?.groups ?? {};
    const name = declared ?? constant;
    if (name === undefined || (!declared && !isFunction(value, lines.slice(index + 1, index + 6)))) return [];
    return [{ name, documented: lines[index - 1]?.trimEnd().endsWith('*/') === true }];
  });
}

describe('docstrings', () => {
  const functions = sources.flatMap(({ path, text }) => exportedFunctions(text).map((one) => ({ path, ...one })));

  test('functions are told from other constants', () => {
    const text = [
      'export const limit = 3;',
      '/** Doc. */',
      'export const a = (x: number): number => x;',
      'export const b =',
      '  (x: number) =>',
      '  (y: number) => x + y;',
      'export async function c(): Promise<void> {}',
      'export const d: Reader = (bytes) => bytes;',
      "export const e = ['x'].map((x) => x);",
    ].join('\n');
    const wanted = [
      ['a', true],
      ['b', false],
      ['c', false],
      ['d', false],
    ];
    expect(exportedFunctions(text).map(({ name, documented }) => [name, documented])).toEqual(wanted);
    expect(functions.length).toBeGreaterThan(500);
  });

  test('every exported function has one', () => {
    const bare = functions.filter(({ documented }) => !documented);
    expect(bare.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
  });
});

describe('lines', () => {
  const widest = 120;
  const written = trackedTexts(root).filter(({ path }) => /^(?!src\/audit\/).*\.(ts|tsx|js|cjs)$/.test(path));

  test('comments fit into 120 columns, and code but for what cannot be broken', () => {
    // a text, a template or a regular expression in one piece; or a line within a template
    const isWhole = (line: string) => !/^\s*(\*|\/\*\*|\/\/)/.test(line) && /['"`/;]/.test(line);
    const long = written.flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, index) => (line.length > widest && !isWhole(line) ? [`${path}:${index + 1}`] : [])),
    );
    expect(long).toEqual([]);
  });
});
