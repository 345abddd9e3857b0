/** One cell is one amount: whatever is accepted equals one number by one grammar, and nothing else is accepted. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readValue } from '../../../src/model/bind/value.js';
import { exactText, type Money, type Quantity } from '../../../src/vocabulary/money.js';
import type { RawCell } from '../../../src/workbook/cells.js';
import { layout } from '../../../src/workbook/layout/layout.js';

const cell = (text: string): RawCell => ({
  at: { sheet: '某表', row: 4, column: 2 },
  kind: 'text',
  text,
  display: 'plain',
});
const columns = {
  amount: layout.procurement.columns.goods,
  count: layout.headcount.columns.established,
  quantity: layout.projectIndicators.columns.weight,
};
const context = { amountUnit: 'yuan', date1904: false } as const;

function read(text: string, kind: keyof typeof columns = 'amount') {
  const { value, findings } = readValue(cell(text), columns[kind], () => '第4行', context);
  const codes = findings.map(({ code }) => code);
  if (value === undefined) return { value: undefined, codes };
  return { value: typeof value === 'number' ? String(value) : exactText(value as Money | Quantity), codes };
}

test.each([
  '50000\n40420',
  '90420 40',
  '50000\r\n',
  '12/13',
  '12-13',
  '12~13',
  '12，13',
  '1,234 567',
  '1  234',
  '1 234 56',
  '1234 567',
  '12 .5',
  '1\n234',
  '50000\u200B40420',
  '0 123',
])('%j', (text) => {
  for (const kind of ['amount', 'count', 'quantity'] as const) {
    // a line end after the number is a blank around it
    if (text.trim() === '50000') expect(read(text, kind)).toEqual({ value: '50000', codes: ['C07'] });
    else expect(read(text, kind).value).toBeUndefined();
  }
});

test.each([
  ['1 234 567', '1234567'],
  ['1\u00A0234.50', '1234.5'],
  [' 90420 ', '90420'],
  ['１，２３４', '1234'],
  ['1,234,567.89', '1234567.89'],
  ['\u200B1\u200B234\uFEFF', '1234'],
])('%j is repaired, and that is said', (text, value) => {
  expect(read(text)).toEqual({ value, codes: ['C07'] });
});

/** The grammar, once more and by hand: one number, whole or in groups of three; undefined for all else. */
function oneNumber(text: string): string | undefined {
  const half = [...text.trim()].map((c) => (/[０-９．，－＋]/.test(c) ? c.normalize('NFKC') : c)).join('');
  const [typed = '', part, ...more] = half.replace(/^[+-]/, '').split('.');
  // .5 is half of one, as Excel takes it
  const whole = typed === '' && /^\d/.test(part ?? '') ? '0' : typed;
  const groups = whole.split(whole.includes(',') ? ',' : /[ \t\u3000]/);
  const digits = /^\d+$/;
  const first = groups[0] ?? '';
  const isGrouped = groups.length > 1;
  if (more.length > 0 || !groups.every((group) => digits.test(group))) return undefined;
  if (isGrouped && (first.length > 3 || groups.slice(1).some((group) => group.length !== 3))) return undefined;
  if (part !== undefined && !(part === '' ? !isGrouped : digits.test(part))) return undefined;
  const [left, right] = [groups.join('').replace(/^0+(?=\d)/, ''), (part ?? '').replace(/0+$/, '')];
  return right === '' ? left : `${left}.${right}`;
}

const pieces = [
  '0',
  '1',
  '12',
  '123',
  '234',
  '567',
  '４２',
  '00',
  ',',
  '，',
  '.',
  ' ',
  ' ',
  '\n',
  '\u3000',
  '/',
  '-',
  '~',
];

test('whatever is accepted equals one number by the grammar', () => {
  const texts = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
  let accepted = 0;
  fc.assert(
    fc.property(texts, (text) => {
      const { value } = read(text);
      if (value === undefined) return;
      accepted += 1;
      expect(value).toBe(oneNumber(text));
    }),
    { seed: 11, numRuns: 20_000 },
  );
  expect(accepted).toBeGreaterThan(500);
});

test('every number in groups of three is accepted', () => {
  const groups = fc.tuple(
    fc.integer({ min: 1, max: 999 }),
    fc.array(fc.integer({ min: 0, max: 999 }), { maxLength: 2 }),
  );
  fc.assert(
    fc.property(groups, fc.constantFrom(' ', ',', '\u3000', '，'), ([first, rest], mark) => {
      const text = [String(first), ...rest.map((group) => String(group).padStart(3, '0'))].join(mark);
      expect(read(text).value).toBe(text.replaceAll(mark, ''));
    }),
    { seed: 11, numRuns: 500 },
  );
});
