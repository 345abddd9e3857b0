/** The styles part, as far as it decides how a number is shown: plain, as a date or as a percentage. */

import { limits } from '../../container/limits.js';
import type { Package } from '../../container/package.js';
import { fail } from '../../container/problem.js';
import type { PartReading } from '../../container/xml.js';
import type { NumberDisplay } from '../cells.js';

interface Formats {
  /** Format codes by number, as far as the file has its own. */
  readonly codes: ReadonlyMap<number, string>;
  /** The number of each `cellXfs/xf`. */
  readonly used: readonly number[];
}

/** How a cell shows its number. */
export interface CellFormat {
  readonly display: NumberDisplay;
  /** The code, where the number is shown plain by another format than the general one. */
  readonly format?: string;
}

export const general: CellFormat = { display: 'plain' };

const formatOf = (code: string | undefined, display: NumberDisplay): CellFormat => {
  const isGeneral = code === undefined || code.length > limits.formatCode || /^(general|@)$/i.test(code);
  return isGeneral || display !== 'plain' ? { display } : { display, format: code };
};

/** Each cell format (`cellXfs/xf`), by its index. */
export function readStyles(opc: Package, part: string): CellFormat[] {
  const { codes, used } = opc.read(part, 'styleSheet', formatsReading());
  const formats = new Map<number, CellFormat>();
  for (const id of new Set(used)) {
    const code = codes.get(id);
    formats.set(id, formatOf(code ?? builtinCodes[id], code === undefined ? builtinDisplay(id) : displayOf(code)));
  }
  return used.map((id) => formats.get(id) ?? general);
}

function formatsReading(): PartReading<Formats> {
  const codes = new Map<number, string>();
  const used: number[] = [];
  let inCellFormats = false;
  return {
    open(name, attributes, depth) {
      if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) used.push(Number(attributes.numFmtId ?? 0));
      else if (name === 'numFmt' && depth === 2) {
        codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      }
      if (used.length > limits.styles || codes.size > limits.styles) {
        fail('F32', { what: '单元格格式', limit: String(limits.styles) });
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
    result: () => ({ codes, used }),
  };
}

/** Built-in formats that show a plain number (ECMA-376 part 1, 18.8.30). */
const builtinCodes: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  41: '#,##0',
  42: '#,##0',
  43: '#,##0.00',
  44: '#,##0.00',
};

/** Built-in formats (ECMA-376 part 1, 18.8.30); 27–36 and 50–58 are the dates of Chinese Excel. */
export function builtinDisplay(id: number): NumberDisplay {
  if (id === 9 || id === 10) return 'percent';
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return isDate ? 'date' : 'plain';
}

/**
 * How a custom format code shows a number. Letters count as date parts only outside literals and where no digit
 * placeholder stands: `0.00\d` and `#,##0.00_d` are amounts.
 */
export function displayOf(formatCode: string): NumberDisplay {
  if (formatCode.length > limits.formatCode || /^general$/i.test(formatCode)) return 'plain';
  const bare = formatCode
    .replace(/"[^"]*"?|[\\!_*][\s\S]/g, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/s\.0+/gi, 's');
  if (bare.includes('%')) return 'percent';
  return /[ymdhs]|aaa/i.test(bare) && !/[0#?]/.test(bare) ? 'date' : 'plain';
}
