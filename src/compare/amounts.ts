/** Two amounts of the data beside each other: equal or not, by how much, in what they print. */
import {
  amountText,
  compare,
  formatPrinted,
  isNegative,
  isPrintedZero,
  isZero,
  type Money,
  type PrintedDecimal,
  parseMoney,
  printedAbsolute,
  printedDifference,
  printedHundred,
  printedPercent,
  printedWan,
  subtract,
  zero,
} from '../vocabulary/money.js';
import type { DataRow } from '../writers/data/fields.js';

/** Amounts as printed, in 万元; '' where there is none. */
export interface AmountChange {
  readonly before: string;
  readonly after: string;
  /** Signed, in 万元: `+103.20`; '' where both print the same. */
  readonly change: string;
  /** Signed, of the printed amounts: `+15.53%`; '' where there is none (`rateText`). */
  readonly rate: string;
  /** Both in 元, where print does not show the difference. */
  readonly yuan: string;
  /** How much, without sign. */
  readonly size: Money;
}

const isBlank = ({ value = '', text = '' }: DataRow): boolean => value === '' && /^[\s\-—–－]*$/.test(text);

/** A blank cell, or a dash, is no money; undefined where something else than a number stands. */
function exactOf(row: DataRow): Money | undefined {
  const { yuan = '', value = '' } = row;
  return isBlank(row) ? zero : (parseMoney(yuan, 'yuan', 'exact') ?? parseMoney(value, 'wan', 'exact'));
}

const hasYuan = (row: DataRow): boolean => (row.yuan ?? '') !== '' || isBlank(row);

/** Undefined where nothing has changed. 元 count where both sides have them. */
export function amountChange(before: DataRow = {}, after: DataRow = {}): AmountChange | undefined {
  const [was, is] = [exactOf(before), exactOf(after)];
  if (was === undefined || is === undefined) return wordsChange([before, was], [after, is]);
  const difference = subtract(is, was);
  const printed = printedDifference(printedWan(is), printedWan(was));
  const isHidden = isPrintedZero(printed);
  const bothExact = hasYuan(before) && hasYuan(after);
  if (bothExact ? isZero(difference) : isHidden) return undefined;
  return {
    before: shownAmount(before, was),
    after: shownAmount(after, is),
    change: isHidden ? '' : `${isNegative(difference) ? '-' : '+'}${formatPrinted(printedAbsolute(printed))}`,
    rate: isHidden ? '' : rateText(printedWan(was), printed),
    yuan: isHidden ? `${amountText(was, 'yuan')} → ${amountText(is, 'yuan')}` : '',
    size: isNegative(difference) ? subtract(zero, difference) : difference,
  };
}

/** As it is printed; what is no number as it stands; '' for a blank. */
function shownAmount(row: DataRow, amount: Money | undefined): string {
  if (amount === undefined) return (row.text ?? '') || (row.value ?? '');
  return isBlank(row) ? '' : formatPrinted(printedWan(amount));
}

/** Where a side has something else than a number there is no difference to compute. */
function wordsChange(...sides: readonly (readonly [DataRow, Money | undefined])[]): AmountChange | undefined {
  const [before = '', after = ''] = sides.map(([row, amount]) => shownAmount(row, amount));
  return before === after ? undefined : { before, after, change: '', rate: '', yuan: '', size: zero };
}

/**
 * FORM money-3: the change of what is printed ÷ what was printed; FORM money-5: from nothing to something is 100 %. The
 * form has no negative amounts, and a rate of one says nothing: ''. What rounds to 0.00 has no sign.
 */
function rateText(was: PrintedDecimal, change: PrintedDecimal): string {
  if (isNegative(was) || (isPrintedZero(was) && isNegative(change))) return '';
  const percent = printedPercent(printedAbsolute(change), was) ?? printedHundred;
  const sign = isPrintedZero(percent) ? '' : isNegative(change) ? '-' : '+';
  return `${sign}${formatPrinted(percent)}%`;
}

/** Positive where a is the larger. */
export const bySize = (a: { readonly size: Money }, b: { readonly size: Money }): number => compare(a.size, b.size);
