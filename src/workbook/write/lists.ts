/** The hidden sheet that holds the closed lists: a drop-down longer than 255 characters must come from a range. */
import type { Workbook, Worksheet } from 'exceljs';
import { columnLetters } from '../../vocabulary/cells.js';
import { listSheetName } from '../layout/lists.js';
import type { AnyColumn } from '../layout/types.js';
import { type Places, quoted } from './place.js';
import { font, protect } from './style.js';

type Choices = Readonly<Record<string, string>>;

/** A list, closed or of usual words → the range of its words. Columns that share a list share the range. */
export type Lists = ReadonlyMap<Choices | readonly string[], string>;

/** The words that a column's drop-down offers from a list of its own. */
const wordsOf = (list: Choices | readonly string[]): readonly string[] =>
  Array.isArray(list) ? list : Object.keys(list);

const listOf = ({ type, suggestions }: AnyColumn): Choices | readonly string[] | undefined =>
  type.kind === 'choice' ? type.choices : suggestions.length > 0 ? suggestions : undefined;

function choiceColumns(places: Places): AnyColumn[] {
  return [...places.values()].flatMap((placed) => placed.columns.map(({ column }) => column));
}

/** Each closed list with the range that it will have, by the list itself. */
export function listsOf(places: Places): Lists {
  const lists = new Map<Choices | readonly string[], string>();
  for (const column of choiceColumns(places)) {
    const list = listOf(column);
    if (!list || lists.has(list)) continue;
    const letter = columnLetters(lists.size + 1);
    const last = wordsOf(list).length + 1;
    lists.set(list, `${quoted(listSheetName)}!$${letter}$2:$${letter}$${last}`);
  }
  return lists;
}

/** Adds the sheet to the workbook. */
export async function writeLists(workbook: Workbook, places: Places, lists: Lists): Promise<void> {
  const ws: Worksheet = workbook.addWorksheet(listSheetName, { state: 'hidden' });
  let index = 0;
  for (const list of lists.keys()) {
    index += 1;
    const header = choiceColumns(places).find((column) => listOf(column) === list)?.header;
    const column = ws.getColumn(index);
    column.width = 40;
    [header ?? '', ...wordsOf(list)].forEach((word, i) => {
      const cell = ws.getCell(i + 1, index);
      cell.value = word;
      cell.font = font(10);
    });
  }
  await protect(ws);
}
