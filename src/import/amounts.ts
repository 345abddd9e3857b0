/**
 * Amounts as whole 分, so that they are added without loss: what is printed in 万元 with two decimals is a whole number
 * of 百元, what a finance system gives may be exact.
 */

/** Less than half of what is printed as 0.01万元: what a table prints as 0.00 is not nothing. */
export const negligible = 1000n;
const fenOfYuan = 100n;
const fenOfWan = 1_000_000n;

/** Half up, of a number with any decimals; undefined when it is none. */
function wholeOf(text: string, scale: bigint): bigint | undefined {
  const [, whole = '', decimals = ''] = /^(\d+)(?:\.(\d+))?$/.exec(text.replaceAll(/[,，\s]/g, '')) ?? [];
  if (whole === '') return undefined;
  const unit = 10n ** BigInt(decimals.length);
  return (BigInt(whole + decimals) * scale * 2n + unit) / (unit * 2n);
}

/** 分 of `4,360.97` (万元); undefined when it is no such amount. A blank cell is nothing. */
export function fenOf(text: string, hole: string): bigint | undefined {
  if (text === '') return 0n;
  const fen = wholeOf(text, fenOfWan);
  return fen === 0n && hole === 'cell' ? negligible : fen;
}

/** 分 of an amount in 元, as a workbook has it; undefined when it is none. */
export const fenTyped = (text: string): bigint | undefined => wholeOf(text, fenOfYuan);

/** As an office types it into a workbook, in 元; decimals only where there are any. */
export function yuanText(fen: bigint): string {
  const [whole, rest] = [fen / fenOfYuan, fen % fenOfYuan];
  return rest === 0n ? String(whole) : `${whole}.${String(rest).padStart(2, '0').replace(/0$/, '')}`;
}

/** Rounding of one printed amount. */
export const halfPrintedStep = 5000n;
/** The last digit of a printed amount. */
export const printedStep = 10_000n;

/** Whole 分. */
export const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n);
/** Whole 分; nothing where it is negative. */
export const atLeastZero = (amount: bigint): bigint => (amount > 0n ? amount : 0n);
/** The smaller of two. */
export const lesser = (a: bigint, b: bigint): bigint => (a < b ? a : b);
/** Whether two sums differ by no more than the rounding of so many addends (FORM money-2). */
export const isAbout = (a: bigint, b: bigint, addends: number): boolean => {
  const difference = a > b ? a - b : b - a;
  return difference <= halfPrintedStep * BigInt(addends);
};
/** What the rounding of so many parts leaves of a sum is no money of its own. */
export const roundedParts = 4;
