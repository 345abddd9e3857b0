/** Words of the office that stand inside a sentence of the form. */
import type { Cell } from '../../workbook/layout/types.js';

/**
 * A reason or purpose without the full stop that the form's sentence brings itself: offices type it or not, and
 * “……。。” must not be printed. '' when the cell is blank.
 */
export const clause = (cell: Cell<string> | undefined): string => (cell?.value ?? '').replace(/[。；;.]+$/, '');

/** Words by which an office says that there is nothing to explain; punctuation alone says so too. */
const nothing = /^(无|没有|暂无|未安排|不变|持平|无变化|与上年持平)?$/;

/**
 * Whether there is something to print after 主要原因是 (FORM agree-7). Where neither year has money, 无 and its like are no
 * reason.
 */
export function isReason(text: string, bothZero: boolean): boolean {
  if (text === '') return false;
  // nearly every reason there is; the passes below are for the rest
  if (!bothZero && /[0-9A-Za-z一-龥]/.test(text)) return true;
  const bare = text.replace(/[\p{P}\p{S}\s]/gu, '');
  return bare !== '' && !(bothZero && nothing.test(bare));
}
