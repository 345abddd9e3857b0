/**
 * Grids are worked out on demand, and templates must not notice: they see own properties only, and copy them for
 * partials.
 */
import { expect, test } from '@jest/globals';
import { gridOf } from '../../src/figures/grid.js';
import { classKeys, natureKeys, sourceGroupKeys } from '../../src/figures/groups.js';
import { ledgerOf } from '../../src/figures/ledger.js';
import { smallBook } from '../support/small.js';

const grid = () => gridOf('全部', ledgerOf(smallBook().examine().facts));

test('every group, nature and class is an own property that can be copied', () => {
  expect(Object.keys(grid())).toEqual(sourceGroupKeys);
  expect(Object.keys(grid().general)).toEqual([...natureKeys, 'classes']);
  expect(Object.keys(grid().general.classes)).toEqual(classKeys);
  const copy = { ...grid().general };
  expect(copy.total.text).toBe(grid().general.total.text);
});

test('one property is one figure, however often it is asked for', () => {
  const all = grid();
  expect(all.general.total).toBe(all.general.total);
});

test('figures of the same cells have ids, and nothing else, of their own', () => {
  const { general, all } = grid();
  expect(general.total.id).toBe('全部/一般公共预算拨款/合计');
  expect(all.total.id).toBe('全部/全部资金/合计');
  expect({ ...general.total, id: '' }).toEqual({ ...all.total, id: '' });
});
