/** Words of the office that stand inside a sentence of the form. */
import type { Cell } from '../../workbook/layout/types.js';

/**
 * A reason or purpose without the full stop that the form's sentence brings itself: offices type it or not, and
 * “……。。” must not be printed. '' when the cell is blank.
 */
export const clause = (cell: Cell<string> | undefined): string => (cell?.value ?? '').replace(/[。；;.]+$/, '');
