/** Two amounts of the data beside each other: equal or not, by how much, in what they print. */
import {
  amountText,
  compare,
  formatPrinted,
  isPrintedZero,
  isZero,
  type Money,
  parseMoney,
  printedAbsolute,
  printedDifference,
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
  /** Signed, of the printed amounts (FORM money-3): `+15.53%`; '' of nothing. */
  readonly rate: string;
  /** Both in 元, where print does not show the difference. */
  readonly yuan: string;
  /** How much, without sign. */
  readonly size: Money;
}

const exactOf = ({ yuan = '', value = '' }: DataRow): Money =>
  parseMoney(yuan, 'yuan', 'exact') ?? parseMoney(value, 'wan', 'exact') ?? zero;

const hasYuan = ({ yuan = '', value = '' }: DataRow): boolean => yuan !== '' || value === '';
const isBlank = ({ value = '', text = '' }: DataRow): boolean => value === '' && text === '';

/** A blank cell is no money. Undefined where nothing has changed. 元 count where both sides have them. */
export function amountChange(before: DataRow = {}, after: DataRow = {}): AmountChange | undefined {
  const [was, is] = [exactOf(before), exactOf(after)];
  const difference = subtract(is, was);
  const printed = printedDifference(printedWan(is), printedWan(was));
  const bothExact = hasYuan(before) && hasYuan(after);
  if (bothExact ? isZero(difference) : isPrintedZero(printed)) return undefined;
  const size = compare(difference, zero) < 0 ? subtract(zero, difference) : difference;
  const sign = compare(difference, zero) < 0 ? '-' : '+';
  const isHidden = isPrintedZero(printed);
  const percent = isHidden ? undefined : printedPercent(printedAbsolute(printed), printedWan(was));
  return {
    before: isBlank(before) ? '' : formatPrinted(printedWan(was)),
    after: isBlank(after) ? '' : formatPrinted(printedWan(is)),
    change: isHidden ? '' : `${sign}${formatPrinted(printedAbsolute(printed))}`,
    rate: percent ? `${sign}${formatPrinted(percent)}%` : '',
    yuan: isHidden ? `${amountText(was, 'yuan')} → ${amountText(is, 'yuan')}` : '',
    size,
  };
}

/** Positive where a is the larger. */
export const bySize = (a: { readonly size: Money }, b: { readonly size: Money }): number => compare(a.size, b.size);
