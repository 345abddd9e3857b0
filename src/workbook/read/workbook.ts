/** The workbook part: its sheets in tab order, each with the part that holds it, and the date system. */

import { limits, type Spent } from '../../container/limits.js';
import type { Package, Relationship } from '../../container/package.js';
import { fail, type Problem, ReadProblem } from '../../container/problem.js';
import { isTrue, type PartReading, prefixedAttribute } from '../../container/xml.js';
import type { RawSheet, RawWorkbook } from '../cells.js';
import { readSharedStrings } from './sharedStrings.js';
import { readStyles } from './styles.js';
import { readSheet, type SheetContext } from './worksheet.js';

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly relationship: string;
}

interface Contents {
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
}

/** Relationship types that a `<sheet>` may have but that hold no cells. */
const SHEETS_WITHOUT_CELLS: readonly string[] = ['chartsheet', 'dialogsheet'];
const MACRO_PARTS: readonly string[] = ['vbaProject', 'xlMacrosheet', 'xlIntlMacrosheet'];

/** Reads all sheets; throws `ReadProblem` with the problems of all of them. */
export function readWorkbookPart(opc: Package, part: string, spent: Spent): RawWorkbook {
  const contents = readContents(opc, part);
  checkSheetList(contents.sheets);
  const relationships = opc.relationships(part);
  if (relationships.some(({ type }) => MACRO_PARTS.includes(type))) fail('F11');
  const one = (type: string) => relationships.find((relationship) => relationship.type === type)?.target;
  const [strings, styles] = [one('sharedStrings'), one('styles')];
  const context: SheetContext = {
    opc,
    spent,
    sharedStrings: strings === undefined ? [] : readSharedStrings(opc, strings),
    formats: styles === undefined ? [] : readStyles(opc, styles),
  };
  return { sheets: readSheets(contents.sheets, relationships, context), date1904: contents.date1904 };
}

function readContents(opc: Package, part: string): Contents {
  const contents = opc.read(part, 'workbook', contentsReading(part));
  if (contents.sheets.length === 0) fail('F33');
  return contents;
}

function contentsReading(part: string): PartReading<Contents> {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  let section = '';
  return {
    open(name, attributes, depth) {
      if (depth === 1) section = name;
      if (depth === 1 && name === 'workbookPr') date1904 = isTrue(attributes.date1904);
      if (depth !== 2 || section !== 'sheets' || name !== 'sheet') return;
      const state = attributes.state;
      sheets.push({
        name: attributes.name ?? fail('F21', { part }),
        hidden: state === 'hidden' || state === 'veryHidden',
        relationship: prefixedAttribute(attributes, 'id') ?? '',
      });
      if (sheets.length > limits.sheets) fail('F25', { limit: String(limits.sheets) });
    },
    result: () => ({ sheets, date1904 }),
  };
}

/** Excel does not tell sheet names apart by case. */
function checkSheetList(sheets: readonly SheetEntry[]): void {
  const seen = new Set<string>();
  const twice: Problem[] = [];
  for (const { name } of sheets) {
    const key = name.toLowerCase();
    if (seen.has(key)) twice.push({ code: 'F24', at: { sheet: name, row: 0, column: 0 } });
    seen.add(key);
  }
  if (twice.length > 0) throw new ReadProblem(...twice);
}

function readSheets(entries: readonly SheetEntry[], relationships: readonly Relationship[], context: SheetContext) {
  const sheets: RawSheet[] = [];
  const problems: Problem[] = [];
  for (const entry of entries) {
    try {
      const sheet = readEntry(entry, relationships, context);
      if (sheet) sheets.push(sheet);
    } catch (error) {
      if (!(error instanceof ReadProblem)) throw error;
      problems.push(...error.problems.map((problem) => ({ at: { sheet: entry.name, row: 0, column: 0 }, ...problem })));
      // Once a limit of the whole file is reached every further sheet would only repeat it.
      if (error.problems.some(({ code }) => code === 'F15' || code === 'F31')) break;
    }
  }
  if (problems.length > 0) throw new ReadProblem(...problems);
  return sheets;
}

function readEntry(entry: SheetEntry, relationships: readonly Relationship[], context: SheetContext) {
  const found = relationships.find(({ id }) => id === entry.relationship);
  if (found && SHEETS_WITHOUT_CELLS.includes(found.type)) return undefined;
  if (found?.type !== 'worksheet' || found.target === undefined || !context.opc.has(found.target)) return fail('F23');
  return readSheet({ name: entry.name, hidden: entry.hidden, part: found.target }, context);
}
