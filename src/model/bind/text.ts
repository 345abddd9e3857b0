/** Texts and dates: cleaned of what no document may carry, never reworded. */

import type { Code } from '../../diagnostics/catalogue/index.js';
import type { Finding, FindingDetails } from '../../diagnostics/finding.js';
import { dayIn, isInCalendar } from '../../vocabulary/days.js';
import { shownNumber } from '../../vocabulary/money.js';
import { lineSeparator } from '../../vocabulary/terms.js';
import type { RawCell } from '../../workbook/cells.js';
import { type AnyColumn, keepsLines } from '../../workbook/layout/types.js';
import { shownByFormat, textByFormat } from '../../workbook/shown.js';
import { type CellReading, type MakeFinding, nothingSaid, refused } from './reading.js';

/** Control characters, direction overrides, zero-width characters, non-characters and lone surrogates. */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** What a blank workbook or a draft leaves behind. */
const leftOver = /请填写|待填写|^\s*待定\s*$|（略）|\(略\)|TODO|(?<![A-Za-z0-9])[XxＸｘ×]{2,}(?![A-Za-z0-9])/;

/** Why it cannot be told what the officer sees: the finding to be made. */
type Unseen = readonly [code: Code, details: FindingDetails];

/**
 * What the officer sees in the cell: `12`, `95%`, `≥95`, `1/2`, with 15 significant digits where the format is the
 * general one (FACT number-2).
 */
function seen(cell: RawCell, date1904: boolean): string | Unseen {
  const { kind, text, format, display } = cell;
  if (kind === 'boolean') return ['C19', { found: text, values: { what: '逻辑值' } }];
  if (kind === 'number' && display === 'date') {
    const day = fromSerial(text, date1904);
    return ['C19', { found: day ? dayByFormat(day, format ?? '') : text, values: { what: '日期' } }];
  }
  if (format === undefined) return kind === 'number' ? (shownNumber(text) ?? text) : text;
  const shown = kind === 'number' ? shownByFormat(text, format) : textByFormat(text, format);
  if (shown) return shown;
  const why = shown === '' ? '不显示任何内容' : `“${format}”显示`;
  return ['C26', { found: kind === 'number' ? (shownNumber(text) ?? text) : text, values: { why } }];
}

/** A name as it will be read, before any of its row is: whose row it is has to be known first. */
export function nameSeen(cell: RawCell): string {
  const text = seen(cell, false);
  return typeof text === 'string' ? text : cell.text;
}

/** A text, or refused: a value that is none, or one with characters that no document can hold. */
export function readText(cell: RawCell, column: AnyColumn, date1904: boolean, report: MakeFinding): CellReading {
  const raw = seen(cell, date1904);
  if (typeof raw !== 'string') return refused(report(...raw));
  const spaced = raw.includes('\t') ? raw.replace(/\t/g, ' ') : raw;
  const clean = spaced.replace(invisible, '');
  const lines = linesOf(clean);
  const left = leftOver.exec(clean)?.[0] ?? (isExample(lines, column) ? lines.join('') : undefined);
  if (left !== undefined) return refused(report('C11', { found: left }));
  const oneLine = !keepsLines(column);
  const mended: Finding[] = clean === spaced ? [] : [report('C15')];
  if (oneLine && lines.length > 1) mended.push(report('C22'));
  const findings = mended.length > 0 ? mended : nothingSaid;
  const whole = lines.join(oneLine ? '' : lineSeparator);
  const value = withoutMark(whole, column.followedBy);
  if (value !== whole) return { value, findings: [...findings, report('C25', { found: column.followedBy })] };
  if (column.leadIn === '' || !value.startsWith(column.leadIn)) return { value, findings };
  const own = value.slice(column.leadIn.length).replace(/^[：:，,]/, '');
  return { value: own, findings: [...findings, report('C23', { found: column.leadIn })] };
}

/** The text without the form's own mark at its end, in either width and however often it was typed. */
function withoutMark(text: string, mark: string): string {
  let end = text.length;
  const isMark = (character: string) =>
    character.trim() === '' || character.normalize('NFKC') === mark.normalize('NFKC');
  while (mark !== '' && end > 1 && isMark(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Lines that say something, without the blanks around them. */
function linesOf(text: string): readonly string[] {
  const whole = text.trim();
  if (!whole.includes('\n')) return whole === '' ? [] : [whole];
  return whole
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/**
 * The example of the help, left as it stood, in a workbook of any year; only where its dots show that it is no text
 * of an office.
 */
const isExample = (lines: readonly string[], { example }: AnyColumn): boolean =>
  example.includes('……') && withoutYears(lines.join('')) === withoutYears(example);

const withoutYears = (text: string): string => text.replace(/\d{4}/g, '');

const dayMilliseconds = 86_400_000;

/** A date serial as Excel counts it; serials before March 1900 (its false leap day) are no dates of ours. */
function fromSerial(text: string, date1904: boolean): [number, number, number] | undefined {
  const serial = Number(text);
  if (!Number.isInteger(serial) || serial < 61) return undefined;
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const day = new Date(epoch + serial * dayMilliseconds);
  return [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
}

/** A day as a format of years, months and days shows it (`3月5日`); by any other format, in full. */
function dayByFormat([year, month, day]: [number, number, number], format: string): string {
  const first = format.replace(/\[[^\]]*\]/g, '').split(';')[0] ?? '';
  const shown = first.replace(/"([^"]*)"|\\([\s\S])|y{1,4}|m{1,2}(?!m)|d{1,2}(?!d)/gi, (part, quoted, escaped) => {
    if (quoted !== undefined || escaped !== undefined) return quoted ?? escaped;
    const value = { y: year, m: month, d: day }[part.charAt(0).toLowerCase()] ?? 0;
    return String(value)
      .padStart(part.length, '0')
      .slice(/^yy?$/i.test(part) ? -2 : 0);
  });
  return first === '' || /[a-z]/i.test(shown) ? `${year}年${month}月${day}日` : shown;
}

/** A real calendar date as `2026年2月27日`; `example` is how a message says so. */
export function readDate(cell: RawCell, example: string, date1904: boolean, report: MakeFinding): CellReading {
  const isSerial = cell.kind === 'number' && /^\d+$/.test(cell.text);
  const parts = isSerial ? fromSerial(cell.text, date1904) : dayIn(cell.text);
  const [year, month, day] = parts ?? [0, 0, 0];
  if (!parts || !isInCalendar(parts) || year < 2000 || year > 2100)
    return refused(report('C20', { found: cell.text, values: { example } }));
  return { value: `${year}年${month}月${day}日`, findings: [] };
}
