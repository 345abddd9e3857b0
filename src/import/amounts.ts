/** Amounts as printed, as whole 元: what is printed in 万元 with two decimals is a whole number of 百元. */

/** Less than half of what is printed as 0.01万元: what a table prints as 0.00 is not nothing. */
export const little = 10n;

/** 元 of `4,360.97` (万元); undefined when it is no such amount. A blank cell is nothing. */
export function yuanOf(text: string, hole: string): bigint | undefined {
  if (text === '') return 0n;
  const [, whole = '', decimals = ''] = /^(\d+)(?:\.(\d{1,2}))?$/.exec(text.replaceAll(/[,，\s]/g, '')) ?? [];
  if (whole === '') return undefined;
  const yuan = BigInt(whole + decimals.padEnd(2, '0')) * 100n;
  return yuan === 0n && hole === 'cell' ? little : yuan;
}

/** Rounding of one printed amount, in 元. */
export const half = 50n;

/** Whole 元. */
export const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n);
/** Whole 元; nothing where it is negative. */
export const atLeastZero = (amount: bigint): bigint => (amount > 0n ? amount : 0n);
/** The smaller of two. */
export const lesser = (a: bigint, b: bigint): bigint => (a < b ? a : b);
/** Whether two sums differ by no more than the rounding of so many addends (FORM money-2). */
export const isAbout = (a: bigint, b: bigint, addends: number): boolean => {
  const difference = a > b ? a - b : b - a;
  return difference <= half * BigInt(addends);
};
