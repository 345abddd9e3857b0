/** A cell as it was read → what exceljs writes, so that reading the copy gives the same cell. */
import type { CellValue } from 'exceljs';
import type { NumberDisplay, RawCell } from '../workbook/cells.js';

type Plain = string | number | boolean | { error: string };

/** What XML or Excel's own escapes would swallow is written as such an escape (ECMA-376 part 1, 22.9.2.19). */
const escaped = (text: string): string =>
  text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g,
    (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );

function plainValue({ kind, text }: RawCell): Plain {
  const number = Number(text);
  switch (kind) {
    case 'number':
      return Number.isFinite(number) ? number : text;
    case 'boolean':
      return text === 'TRUE';
    case 'error':
      return { error: text };
    default:
      return escaped(text);
  }
}

/**
 * A formula goes on living only where nothing but functions, cells and the sheets of this workbook stand in it; one
 * with a name, another file, a table or an array function is written as its value, which is what the officer saw.
 */
export function isPortable(formula: string, sheets: ReadonlySet<string>): boolean {
  const withoutTexts = formula.replace(/"(?:[^"]|"")*"/g, '0');
  if (formula === '' || /[[\]{}#@|]|_xl(fn|ws)/i.test(withoutTexts)) return false;
  let known = true;
  const bare = withoutTexts.replace(/'((?:[^']|'')+)'!|([\p{L}\p{N}_.]+)!/gu, (_, quoted?: string, plain?: string) => {
    known &&= sheets.has((quoted ?? plain ?? '').replaceAll("''", "'"));
    return '';
  });
  if (!known || bare.includes('!')) return false;
  const words = bare.matchAll(/\$?[\p{L}_][\p{L}\p{N}_.$]*(\s*\()?/gu);
  return [...words].every(
    ([word, call]) => call !== undefined || /^(\$?[A-Z]{1,3}(\$?\d{1,7})?|TRUE|FALSE)$/i.test(word),
  );
}

/** The value of the cell in the copy; `sheets` are the tabs of the copy. */
export function copiedValue(cell: RawCell, sheets: ReadonlySet<string>): CellValue {
  const { formula, kind } = cell;
  if (formula !== undefined && isPortable(formula, sheets)) {
    return (kind === 'empty' ? { formula } : { formula, result: plainValue(cell) }) as CellValue;
  }
  return kind === 'empty' ? escaped(`=${formula ?? ''}`) : (plainValue(cell) as CellValue);
}

/** Where the layout says nothing, and in its text columns: what was read by its format keeps it. */
export function copiedFormat({ kind, display, format }: RawCell): string | undefined {
  if (format !== undefined) return format;
  if (kind !== 'number') return undefined;
  const formats: Readonly<Record<NumberDisplay, string | undefined>> = {
    plain: undefined,
    date: 'yyyy"年"m"月"d"日"',
    percent: '0.00%',
  };
  return formats[display];
}
