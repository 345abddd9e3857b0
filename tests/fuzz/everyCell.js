/**
 * Something put into an empty cell of a filled workbook: the document changes, or a finding names the cell. Plain
 * JavaScript: npm run fuzz runs it too.
 */
import { randomOf } from './mutate.js';

/** An amount that no other cell holds, and a text that is no name of anything. */
const typed = [
  { kind: 'number', text: '9990000.37' },
  { kind: 'text', text: '9,990,000.37' },
  { kind: 'text', text: '另见附页' },
];

const letters = (column) =>
  column > 26
    ? String.fromCharCode(64 + Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);

const numberOf = (name) => [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Every cell that a finding names: its own, the related, and the ranges in its message. */
export function names(finding, { sheet, row, column }) {
  const own = [finding.at, ...finding.related].filter((at) => at !== undefined && at.sheet === sheet);
  if (own.some((at) => at.row === row && (at.column === column || at.column === 0))) return true;
  if (finding.at?.sheet !== sheet) return false;
  return [...finding.message.matchAll(/([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?/g)].some(
    ([, left, top, right = left, bottom = top]) =>
      numberOf(left) <= column && column <= numberOf(right) && Number(top) <= row && row <= Number(bottom),
  );
}

/** The workbook with one more cell. */
export function withCell(workbook, at, value) {
  const sheets = workbook.sheets.map((sheet) => {
    if (sheet.name !== at.sheet) return sheet;
    const row = new Map(sheet.rows.get(at.row)).set(at.column, { at, display: 'plain', ...value });
    const rows = new Map(sheet.rows).set(at.row, new Map([...row].sort(([a], [b]) => a - b)));
    return { ...sheet, rows: new Map([...rows].sort(([a], [b]) => a - b)) };
  });
  return { ...workbook, sheets };
}

/** An empty cell of a sheet of the form: among its rows, above them, right of them and below. */
function emptyCell(workbook, ignored, random) {
  const sheets = workbook.sheets.filter(({ name }) => !ignored.includes(name));
  for (;;) {
    const sheet = random.of(sheets);
    const lastRow = Math.max(...sheet.rows.keys());
    const lastColumn = Math.max(...[...sheet.rows.values()].flatMap((cells) => [...cells.keys()]));
    // the rows above the header are few, and where the worst has happened
    const row = 1 + random.below(random.below(4) === 0 ? 3 : lastRow + 3);
    const at = { sheet: sheet.name, row, column: 1 + random.below(lastColumn + 3) };
    if (!sheet.rows.get(at.row)?.has(at.column)) return at;
  }
}

/** What an untouched workbook says and prints. `tool`: the tool's own functions, from src or from dist. */
export function untouched(tool, name, workbook) {
  const { findings, facts, edition } = tool.examineCells(workbook, tool.editions);
  return {
    name,
    workbook,
    told: new Set(findings.map((found) => JSON.stringify(found))),
    printed: print(tool, facts, edition),
  };
}

const print = (tool, facts, edition) => JSON.stringify(tool.compose(facts, edition).tree);

/** How it ended; throws when the cell was passed over in silence. */
export function everyCell(tool, sample, seed) {
  const random = randomOf(seed);
  const at = emptyCell(sample.workbook, tool.ignored, random);
  const value = random.of(typed);
  const { findings, facts, edition } = tool.examineCells(withCell(sample.workbook, at, value), tool.editions);
  const fresh = findings.filter((found) => !sample.told.has(JSON.stringify(found)));
  if (fresh.some((found) => names(found, at))) return 'named';
  // a row that cannot be read is told by what it lacks: a cell of that row
  const broken = fresh.filter(({ severity }) => severity === 'error').map((found) => found.at);
  if (broken.some((other) => other?.sheet === at.sheet && other.row === at.row)) return 'named';
  // an amount that counts may disagree with others: what would be printed is another document all the same
  if (print(tool, facts, edition) !== sample.printed) return 'printed';
  const told = fresh.map(({ code, message }) => `${code} ${message}`).join('\n');
  throw new Error(
    `${sample.name} seed ${seed}: ${at.sheet}!${letters(at.column)}${at.row} “${value.text}” passed over\n${told}`,
  );
}
