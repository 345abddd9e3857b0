/** Lines for a terminal, whatever the text. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { wrapped } from '../../src/terminal/wrap.js';
import { textWidth } from '../../src/vocabulary/width.js';

const text = fc
  .array(
    fc.constantFrom('请', '核对', '两张表', '，', '。', '”', '（', '“', '、', '1,234.50元', 'npx yusuan', ' ', 'A'),
    {
      minLength: 1,
      maxLength: 80,
    },
  )
  .map((parts) => parts.join('').trim());

const room = fc.integer({ min: 30, max: 110 });
const bare = (words: string): string => words.replace(/ /g, '');

test('no line is wider than the terminal, nothing is lost, and further lines are indented', () => {
  const holds = (words: string, width: number) => {
    const [first = '', ...rest] = wrapped('  B4  ', words, 6, width);
    for (const line of [first, ...rest]) expect(textWidth(line)).toBeLessThanOrEqual(width);
    for (const line of rest) expect(line.slice(0, 6)).toBe('      ');
    expect(bare([first, ...rest].join(''))).toBe(bare(`B4${words}`));
  };
  fc.assert(fc.property(text, room, holds), { seed: 16, numRuns: 300 });
});

test('no line begins with 。 or ，, and none ends with an opening bracket', () => {
  // more than one in a row is no Chinese, but is kept together all the same as far as a line goes
  const sentence = '“国有资产”表的“房屋价值”没有填写，请填写（没有的填 0）。合计 1,234.50元，相差 0.00元。';
  for (let width = 30; width <= 110; width += 1) {
    const [, ...rest] = wrapped('  B4  ', sentence.repeat(3), 6, width);
    for (const line of rest) expect(line.trim()).not.toMatch(/^[。，、；：？！）》”]|[（《“]$/);
    for (const line of rest) expect(line.trim()).not.toMatch(/^元/);
  }
});
