/** One meaning a type: what a file exports has a name that no other file of src exports. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { trackedTexts } from './support/tracked.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Types as they are declared; what is only passed on (`export type { A } from`) is not declared anew. */
const declared = (text: string): string[] =>
  [...text.matchAll(/^export (?:declare )?(?:abstract )?(?:type|interface|class|enum) (\w+)/gm)].map(
    ([, name = '']) => name,
  );

/** Names with more than one file, each with its files. */
function declaredTwice(sources: readonly { readonly path: string; readonly text: string }[]): string[] {
  const files = new Map<string, string[]>();
  for (const { path, text } of sources) {
    for (const name of declared(text)) files.set(name, [...(files.get(name) ?? []), path]);
  }
  return [...files].filter(([, paths]) => paths.length > 1).map(([name, paths]) => `${name}: ${paths.join(', ')}`);
}

test('every exported type has a name of its own', () => {
  const sources = trackedTexts(root).filter(({ path }) => /^src\/.*\.tsx?$/.test(path));
  expect(sources.flatMap(({ text }) => declared(text)).length).toBeGreaterThan(300);
  expect(declaredTwice(sources)).toEqual([]);
});

test('two that are called alike are told, what is passed on is not', () => {
  const sources = [
    { path: 'a.ts', text: 'export interface Row {}\nexport type Cell = string;\ninterface Own {}' },
    { path: 'b.ts', text: "export type Row = number;\nexport type { Cell } from './a.js';\ninterface Own {}" },
  ];
  expect(declaredTwice(sources)).toEqual(['Row: a.ts, b.ts']);
});
