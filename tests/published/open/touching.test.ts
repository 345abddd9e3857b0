/** Tables of a PDF that touch. */
import { expect, test } from '@jest/globals';
import type { Stroke, Strokes } from '../../../src/published/open/pdf/rules.js';
import { apart } from '../../../src/published/open/pdf/touching.js';

const line = (at: number, from: number, to: number): Stroke => ({ at, from, to });
/** One table from 0 to 40 with lines at `above`, another right below it to 80 with lines at `below`. */
const stacked = (above: readonly number[], below: readonly number[]): Strokes => ({
  across: [0, 20, 40, 60, 80].map((at) => line(at, 0, 300)),
  down: [
    ...[0, 300].map((at) => line(at, 0, 80)),
    ...above.filter((at) => !below.includes(at)).map((at) => line(at, 0, 40)),
    ...below.filter((at) => !above.includes(at)).map((at) => line(at, 40, 80)),
    ...above.filter((at) => below.includes(at)).map((at) => line(at, 0, 80)),
  ],
});
const columns = ({ down }: Strokes) => down.map(({ at }) => at).sort((a, b) => a - b);

test('two of as many columns at other places are two', () => {
  const parts = apart(stacked([50, 100, 150], [70, 120, 180]));
  expect(parts.map(columns)).toEqual([
    [0, 50, 100, 150, 300],
    [0, 70, 120, 180, 300],
  ]);
});

test('one line in the same place may be chance', () => {
  expect(apart(stacked([50, 100, 150, 200, 250], [50, 120, 170, 220, 280]))).toHaveLength(2);
});

test('a part that shares its lines, or has fewer of them, is one of the same table', () => {
  expect(apart(stacked([50, 100, 150, 200], [50, 100, 150, 220]))).toHaveLength(1);
  expect(apart(stacked([50, 100, 150, 200], [70, 120]))).toHaveLength(1);
});
