/**
 * What must not be published: ID numbers, mobile numbers, markings of secrecy. Findings name the cell, never the text.
 */
import type { Code } from '../diagnostics/catalogue/index.js';
import { type Finding, finding } from '../diagnostics/finding.js';
import { layout, type SheetKey } from '../workbook/layout/layout.js';
import type { Check, CheckContext } from './check.js';
import { mayHoldWords, rowName, textCells } from './wording.js';

const idNumber = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dXx])/g;
const mobileNumber = /(?<![\d.])1[3-9]\d{9}(?![\dXx]|[.,]\d|万?元|万|亿)/g;
const marking =
  /(?<!国家|商业|工作|技术|军事)(?:绝密|机密|秘密)\s*(?:级\s*)?[★☆*＊]|密级\s*[：:]?\s*(?:绝密|机密|秘密)|[（(【[〔]\s*(?:绝密|机密|秘密)\s*[级件]?\s*[）)】\]〕]/;
const wholeMarking = /^\s*(?:绝密|机密|秘密)\s*$/;

/** GB 11643: the last digit of an 18-digit number follows from the others. */
export function hasValidCheckDigit(id: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const total = weights.reduce((sum, weight, i) => sum + weight * Number(id[i]), 0);
  return '10X98765432'[total % 11] === id[17]?.toUpperCase();
}

/**
 * Whether a text needs the readings below at all: a character of secrecy, eleven digits or what joins them, or a
 * character of which Unicode may make another (full-width digits and the like). Hardly any text of an office does.
 */
const suspect = /密|[0-9 -]{11}|[^ -~\u2014\u2018-\u201D\u2026\u2028\u3001-\u3002\u3008-\u3011一-龥（），：；]/;
const isSuspect = (text: string): boolean => suspect.test(text);

/** Full-width digits are digits; blanks and hyphens inside a number do not hide it. */
function readings(text: string): readonly string[] {
  const plain = text.normalize('NFKC');
  const joined = plain.replace(/(?<=\d)[ \u00A0-]+(?=[\dXx])/g, '');
  return joined === plain ? [plain] : [plain, joined];
}

const idNumbersIn = (text: string): string[] => (text.match(idNumber) ?? []).filter(hasValidCheckDigit);

/** Which kinds of text that must not be published stand in `text`. */
export function sensitiveKinds(text: string): Set<'P01' | 'P02' | 'P03'> {
  const kinds = new Set<'P01' | 'P02' | 'P03'>();
  if (!isSuspect(text)) return kinds;
  for (const reading of readings(text)) {
    if (idNumbersIn(reading).length > 0) kinds.add('P01');
    if (reading.match(mobileNumber)) kinds.add('P02');
    if (marking.test(reading) || wholeMarking.test(reading)) kinds.add('P03');
  }
  return kinds;
}

/** The text with personal numbers blotted out. */
export function blotted(text: string): string {
  if (!isSuspect(text)) return text;
  const dots = (found: string) => '●'.repeat(found.length);
  for (const reading of readings(text)) {
    const blot = reading
      .replace(idNumber, (id) => (hasValidCheckDigit(id) ? dots(id) : id))
      .replace(mobileNumber, dots);
    if (blot !== reading) return blot;
  }
  return text;
}

/** A finding of another kind may quote the cell all the same: then without the numbers. */
export function withoutPersonalNumbers(found: Finding): Finding {
  const changed = Object.entries(found).flatMap(([key, value]) => {
    const text: unknown = typeof value === 'string' ? blotted(value) : value;
    return text === value ? [] : [[key, text] as const];
  });
  return changed.length > 0 ? { ...found, ...Object.fromEntries(changed) } : found;
}

function sensitiveTexts({ facts }: CheckContext): Finding[] {
  return (Object.keys(layout) as SheetKey[]).flatMap((key) =>
    textCells(facts, key, mayHoldWords, isSuspect).flatMap(({ cell, column, header }) => {
      const kinds: Code[] = [...sensitiveKinds(cell.value)].filter((kind) => !(kind === 'P02' && column === 'phone'));
      return kinds.map((code) => finding(code, { at: cell.at, row: rowName(key, cell.at), column: header }));
    }),
  );
}

export const privacyChecks: readonly Check[] = [{ title: '不得公开的内容', reads: [], run: sensitiveTexts }];
