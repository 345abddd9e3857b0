/** The styles part, as far as it decides how a number is shown: plain, as a date or as a percentage. */

import { limits } from '../../container/limits.js';
import type { Package } from '../../container/package.js';
import { fail } from '../../container/problem.js';
import type { Reading } from '../../container/xml.js';
import type { NumberDisplay } from '../cells.js';

interface Formats {
  /** Format codes by number, as far as the file has its own. */
  readonly codes: ReadonlyMap<number, string>;
  /** The number of each `cellXfs/xf`. */
  readonly used: readonly number[];
}

/** The display of each cell format (`cellXfs/xf`), by its index. */
export function readStyles(opc: Package, part: string): NumberDisplay[] {
  const { codes, used } = opc.read(part, 'styleSheet', formatsReading);
  const displays = new Map<number, NumberDisplay>();
  for (const id of new Set(used)) {
    const code = codes.get(id);
    displays.set(id, code === undefined ? builtinDisplay(id) : displayOf(code));
  }
  return used.map((id) => displays.get(id) ?? 'plain');
}

function formatsReading(): Reading<Formats> {
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
