/** The hidden sheet that holds the closed lists: a drop-down longer than 255 characters must come from a range. */
import type { Workbook, Worksheet } from 'exceljs';
import { columnLetters } from '../../vocabulary/cells.js';
import { listSheetName } from '../layout/lists.js';
import type { AnyColumn } from '../layout/types.js';
import { type Places, quoted } from './place.js';
import { font, protect } from './style.js';

type Choices = Readonly<Record<string, string>>;

/** Closed list → the range of its words. Columns that share a list share the range. */
export type Lists = ReadonlyMap<Choices, string>;

function choiceColumns(places: Places): AnyColumn[] {
  return [...places.values()].flatMap((placed) => placed.columns.map(({ column }) => column));
}

export function listsOf(places: Places): Lists {
  const lists = new Map<Choices, string>();
  for (const { type } of choiceColumns(places)) {
    if (type.kind !== 'choice' || lists.has(type.choices)) continue;
    const letter = columnLetters(lists.size + 1);
    const last = Object.keys(type.choices).length + 1;
    lists.set(type.choices, `${quoted(listSheetName)}!$${letter}$2:$${letter}$${last}`);
  }
  return lists;
}

export async function writeLists(workbook: Workbook, places: Places, lists: Lists): Promise<void> {
  const ws: Worksheet = workbook.addWorksheet(listSheetName, { state: 'hidden' });
  let index = 0;
  for (const choices of lists.keys()) {
    index += 1;
    const header = choiceColumns(places).find(({ type }) => type.kind === 'choice' && type.choices === choices)?.header;
    const column = ws.getColumn(index);
    column.width = 40;
    [header ?? '', ...Object.keys(choices)].forEach((word, i) => {
      const cell = ws.getCell(i + 1, index);
      cell.value = word;
      cell.font = font(10);
    });
  }
  await protect(ws);
}
