/** `../` leads out of as many blocks as are written, whatever stands in the blocks. */
import { expect, test } from '@jest/globals';
import type { View } from '../../src/figures/view/viewShape.js';
import { print } from './templates.js';

const view = { name: '某某局', classes: [{ name: '外交支出', code: '202' }] } as unknown as Partial<View>;

test.each([
  ['{{#with this}}{{#with this}}{{../../name}}{{/with}}{{/with}}', '某某局'],
  [
    '{{#each classes}}{{#with this}}{{#with this}}{{name}}{{../../name}}{{../../../name}}{{/with}}{{/with}}{{/each}}',
    '外交支出外交支出某某局',
  ],
  ['{{#with @root}}{{#with ../this}}{{../../name}}{{/with}}{{/with}}', '某某局'],
])('%s', (template, said) => {
  expect(print(template, view)).toBe(said);
});
