/**
 * Whether two sums may differ only because an office had some of the amounts in 万元 with two decimals (FORM money-8).
 */
import { compare, isMultipleOfHundred, isZero, type Money, roundingAllowance } from '../vocabulary/money.js';

/** Amounts that look as if they had been copied from print, or typed in 万元 with two decimals. */
const rounded = (amounts: readonly Money[]): number =>
  amounts.filter((amount) => !isZero(amount) && isMultipleOfHundred(amount)).length;

/** Whether `difference` (元, not negative) is no more than so many of the amounts may have been rounded by. */
export const isWithinRounding = (difference: Money, amounts: readonly Money[]): boolean =>
  compare(difference, roundingAllowance(rounded(amounts))) <= 0;

/** What to do about it, after a remedy. */
export const roundingRemedy =
  '相差在按万元保留两位小数的尾差之内，多半是有的数由万元换算而来：请按以元为单位的原数改填；只有万元数的，把尾差调在金额最大的一行，使两处一致。';
export const approvedRoundingRemedy =
  '相差在按万元保留两位小数的尾差之内：批复文件上有以元为单位的数的，请改填；只有万元数的，请清空这一格，不核对这一项。';
