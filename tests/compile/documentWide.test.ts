/** Names of the whole document mean the same at any depth. */
import { expect, test } from '@jest/globals';
import { type AnyShape, group, text } from '../../src/figures/view/shape.js';
import { documentNames, type View, viewShape } from '../../src/figures/view/viewShape.js';
import { compile, print, told } from './templates.js';

const view = { year: '2027', name: '某某局', classes: [{ name: '外交支出' }] } as unknown as Partial<View>;

test('in lists and groups as outside, and in what these call', () => {
  expect(print('{{#each classes}}{{year}}{{words.mark}}{{name}}{{/each}}', view)).toBe('2027、外交支出');
  expect(print('{{#each classes}}{{#with this}}{{#if switches.numbered}}{{year}}{{/if}}{{/with}}{{/each}}', view)).toBe(
    '2027',
  );
  const sources = {
    document: '{{#each classes}}{{> row label=words.mark}}{{/each}}',
    row: '{{year}}{{label}}{{name}}',
  };
  expect(print(sources, view)).toBe('2027、外交支出');
});

test('where a template says to look elsewhere, it does', () => {
  expect(told(() => compile('{{#each classes}}{{this.year}}{{/each}}'))).toContain('没有“this.year”这个名称');
  expect(told(() => compile('{{#each classes}}{{name.year}}{{/each}}'))).toContain('没有“name.year”这个名称');
  expect(print('{{#each classes}}{{../year}}{{/each}}', view)).toBe('2027');
});

/** Paths of the groups and lists below the root that have one of the names. */
const hiding = (shape: AnyShape, path: string): string[] =>
  Object.entries(shape.fields ?? {}).flatMap(([name, field]) => {
    const below = hiding(field.item ?? field, `${path}${name}.`);
    return path !== '' && documentNames.includes(name) ? [path + name, ...below] : below;
  });

test('no group within the view has a name of these', () => {
  expect(documentNames.filter((name) => !viewShape.fields?.[name])).toEqual([]);
  expect(hiding(viewShape, '')).toEqual([]);
  expect(hiding(group({ year: text, a: group({ year: text }) }), '')).toEqual(['a.year']);
});
