/** The styles part, as far as it decides how a value is shown: plain, as a date, as a percentage; by which code. */

import { limits } from '../../container/limits.js';
import type { Package } from '../../container/package.js';
import { fail } from '../../container/problem.js';
import type { PartReading } from '../../container/xml.js';
import type { NumberDisplay } from '../cells.js';
import { textByFormat } from '../shown.js';

interface Formats {
  /** Format codes by number, as far as the file has its own. */
  readonly codes: ReadonlyMap<number, string>;
  /** The number of each `cellXfs/xf`. */
  readonly used: readonly number[];
}

/** How a cell shows its number. */
export interface CellFormat {
  readonly display: NumberDisplay;
  /** The code, where a number is shown by another format than the general one. */
  readonly format?: string;
  /** The code shows texts otherwise than they were typed. */
  readonly altersText: boolean;
}

export const general: CellFormat = { display: 'plain', altersText: false };

const formatOf = (code: string | undefined, display: NumberDisplay): CellFormat => {
  const isGeneral = code === undefined || code.length > limits.formatCode || /^(general|@|)$/i.test(code);
  if (isGeneral) return { display, altersText: false };
  const format = code.replace(/G\/通用格式/g, 'General');
  return { display, format, altersText: /[;@]/.test(format) && textByFormat('文', format) !== '文' };
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

/** Codes of the built-in formats, those of Chinese Excel where languages differ (ECMA-376 part 1, 18.8.30). */
const builtinCodes: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '¥#,##0;¥-#,##0',
  6: '¥#,##0;¥-#,##0',
  7: '¥#,##0.00;¥-#,##0.00',
  8: '¥#,##0.00;¥-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  31: 'yyyy"年"m"月"d"日"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ',
  48: '##0.0E+0',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
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
