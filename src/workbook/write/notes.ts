/** Comments on cells: what a program has to say to the officer about one cell, beside the cell. */
import type { Cell } from 'exceljs';
import { fill, fontName } from './style.js';

/** Puts a comment on the cell and, where `argb` is given, colours it. */
export function addNote(cell: Cell, text: string, argb?: string): void {
  cell.note = { texts: [{ font: { name: fontName, size: 9 }, text }], editAs: 'oneCells' };
  if (argb !== undefined) cell.fill = fill(argb);
}
