/**
 * One cell's value, by the type its column declares: read, repaired with a warning, or refused with the cell named
 * (FACT published-7).
 */
import type { Code } from '../../diagnostics/catalogue/index.js';
import type { Finding } from '../../diagnostics/finding.js';
import {
  amountText,
  type DecimalOrigin,
  isBeyondCounting,
  isFinerThanCent,
  isImplausible,
  isNegative,
  isWhole,
  parseMoney,
  parseQuantity,
  toInteger,
} from '../../vocabulary/money.js';
import { nameKey, nearest } from '../../vocabulary/names.js';
import type { AmountUnit } from '../../vocabulary/terms.js';
import type { RawCell } from '../../workbook/cells.js';
import type { AnyColumn } from '../../workbook/layout/types.js';
import { readCode } from './code.js';
import { type CellReading, type MakeFinding, nothingSaid, type RowLabel, refused, reporter } from './reading.js';
import { shownOtherwise } from './shownNumber.js';
import { readDate, readText } from './text.js';

/** What reading a value needs to know of the whole workbook. */
export interface ReadingContext {
  readonly amountUnit: AmountUnit;
  readonly date1904: boolean;
}

const otherWorkbook = /\[\d+\]|\[[^\]]*\.(xls|et|ods)/i;

/** Reads the cell as the column declares; the cell is not blank. */
export function readValue(cell: RawCell, column: AnyColumn, rowLabel: RowLabel, context: ReadingContext): CellReading {
  const report = reporter(cell, column, rowLabel);
  if (cell.kind === 'error') return refused(report('C03', { found: cell.text }));
  if (cell.kind === 'empty') return refused(report('C04'));
  if (cell.formula !== undefined && otherWorkbook.test(cell.formula)) return refused(report('C18'));
  const { type } = column;
  switch (type.kind) {
    case 'amount':
      return readAmount(cell, context.amountUnit, report);
    case 'count':
      return readCount(cell, report);
    case 'quantity':
      return readQuantity(cell, report);
    case 'year':
      return readYear(cell, report);
    case 'choice':
      return readChoice(cell, type.choices, report);
    case 'date':
      return readDate(cell, column.example, context.date1904, report);
    case 'functionCode':
    case 'economicCode':
      return readCode(cell, type.digits, report);
    case 'anyCode':
      return readCode(cell, [3, 5, 7], report);
    default:
      return readText(cell, column, context.date1904, report);
  }
}

interface NumberText {
  readonly text: string;
  readonly origin: DecimalOrigin;
  /** Why it had to be repaired; '' when it was a plain number. */
  readonly why: string;
}

/** What is invisible counts as a blank: between two numbers it would make one of them. */
const invisible = /[\u200B\uFEFF]/g;
const blank = '[ \\t\u00A0\u2000-\u200A\u202F\u3000]';
/** Digits in groups of three, parted by one blank each or by commas, never by both. */
const grouped = new RegExp(`^[+-]?[1-9]\\d{0,2}(?:(?:${blank}\\d{3})+|(?:,\\d{3})+)(?:\\.\\d+)?$`, 'u');
const separators = new RegExp(`${blank}|,`, 'gu');

/**
 * A number's own text, or the repaired text of a number typed as text. Undefined when it is no number. The one grammar
 * of a typed number: blanks around it do no harm, digits and signs may be of full width, and within it stand a plain
 * decimal or groups of three. So a line break, two numbers, a slash or a range is none: one cell is one amount.
 */
export function numberText(cell: RawCell): NumberText | undefined {
  if (cell.kind === 'number') return { text: cell.text, origin: 'binary', why: '' };
  if (cell.kind !== 'text') return undefined;
  const bare = cell.text.replace(invisible, ' ').trim();
  const half = bare.replace(/[０-９．，－＋]/g, (c) => c.normalize('NFKC'));
  const isGrouped = grouped.test(half);
  if (!isGrouped && /[\s,]/.test(half)) return undefined;
  const text = isGrouped ? half.replace(separators, '') : half;
  const hasComma = half.includes(',');
  const reasons = [
    bare !== cell.text || (isGrouped && !hasComma) ? '含空格' : '',
    half === bare ? '' : '全角字符',
    hasComma ? '含千分位逗号' : '',
  ].filter((reason) => reason !== '');
  return { text, origin: 'exact', why: `（${reasons.length > 0 ? reasons.join('、') : '文本格式的数字'}）` };
}

/** A number typed as a date or a percentage is never taken for an amount. */
function wrongDisplay(cell: RawCell): Code | undefined {
  if (cell.kind !== 'number' || cell.display === 'plain') return undefined;
  return cell.display === 'date' ? 'C05' : 'C06';
}

/** Refused where the officer sees another number than the file holds. */
function wrongFormat(cell: RawCell, power: number, report: MakeFinding): CellReading | undefined {
  const shown = shownOtherwise(cell, power);
  if (shown === undefined) return undefined;
  const why = shown === '' ? '什么也不显示' : `显示为“${shown}”`;
  return refused(report('C27', { found: cell.text, values: { why } }));
}

function readAmount(cell: RawCell, unit: AmountUnit, report: MakeFinding): CellReading {
  const display = wrongDisplay(cell);
  if (display) return refused(report(display));
  const format = wrongFormat(cell, unit === 'wan' ? 4 : 0, report);
  if (format) return format;
  const number = numberText(cell);
  const value = number && parseMoney(number.text, unit, number.origin);
  if (!number || value === undefined) return refused(report('C02', { found: cell.text }));
  const shown = () => amountText(value, unit);
  if (isImplausible(value)) return refused(report('C21', { found: shortNumber(shown()) }));
  if (isNegative(value)) return refused(report('C08', { found: shortNumber(shown()) }));
  if (isFinerThanCent(value)) return refused(report('C09', { found: shortNumber(shown()) }));
  return { value, findings: number.why === '' ? nothingSaid : repaired(cell, { ...number, text: shown() }, report) };
}

/** A number of hundreds of digits says no more than its beginning. */
const shortNumber = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}……` : text);

function repaired(cell: RawCell, number: NumberText, report: MakeFinding): readonly Finding[] {
  if (number.why === '') return nothingSaid;
  return [report('C07', { found: cell.text, expected: number.text, values: { why: number.why } })];
}

function readCount(cell: RawCell, report: MakeFinding): CellReading {
  const format = wrongFormat(cell, 0, report);
  if (format) return format;
  const number = wrongDisplay(cell) ? undefined : numberText(cell);
  const value = number && parseQuantity(number.text, number.origin);
  if (!number || !value || !isWhole(value) || isNegative(value)) return refused(report('C12', { found: cell.text }));
  if (isBeyondCounting(value)) return refused(report('C24', { found: number.text.slice(0, 40) }));
  return { value: toInteger(value), findings: repaired(cell, number, report) };
}

function readQuantity(cell: RawCell, report: MakeFinding): CellReading {
  const format = wrongFormat(cell, 0, report);
  if (format) return format;
  const number = wrongDisplay(cell) ? undefined : numberText(cell);
  const value = number && parseQuantity(number.text, number.origin);
  if (!number || !value || isNegative(value)) return refused(report('C17', { found: cell.text }));
  if (isBeyondCounting(value)) return refused(report('C24', { found: number.text.slice(0, 40) }));
  return { value, findings: repaired(cell, number, report) };
}

function readYear(cell: RawCell, report: MakeFinding): CellReading {
  const text = nameKey(cell.text).replace(/年(度)?$/, '');
  if (wrongDisplay(cell) || !/^(19|20)\d\d$/.test(text)) return refused(report('C16', { found: cell.text }));
  return { value: Number(text), findings: nothingSaid };
}

/** Long lists are not spelled out in a message; the drop-down shows them. */
const longestListInMessage = 6;

function readChoice(cell: RawCell, choices: Readonly<Record<string, string>>, report: MakeFinding): CellReading {
  // picked from the list, as nearly all are
  if (Object.hasOwn(choices, cell.text)) return { value: choices[cell.text], findings: nothingSaid };
  const labels = Object.keys(choices);
  const key = nameKey(cell.text);
  const label = labels.find((candidate) => nameKey(candidate) === key);
  if (label !== undefined) return { value: choices[label], findings: nothingSaid };
  const like = nearest(cell.text.trim(), labels);
  const expected = labels.length > longestListInMessage ? '下拉列表中的一项' : labels.join('、');
  const values = { nearest: like === undefined ? '' : `，最接近的是“${like}”` };
  return refused(report('C10', { found: cell.text.trim(), expected, values }));
}
