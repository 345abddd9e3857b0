/** From the stored pieces of one `<c>` element to the cell that it means. Numbers are never parsed. */

import { limits } from '../../container/limits.js';
import type { Problem } from '../../container/problem.js';
import type { CellRef } from '../../vocabulary/cells.js';
import type { NumberDisplay, RawCell, RawKind } from '../cells.js';
import { type CellFormat, general } from './styles.js';
import { isBlank, plainText, trimXml } from './text.js';

/** Of `<c r= s= t=><f/><v/><is/></c>`; undefined where the file has nothing. */
export interface StoredCell {
  readonly type: string;
  readonly style: number;
  readonly value: string | undefined;
  readonly inline: string | undefined;
  readonly formula: string | undefined;
}

/** What cells refer to. */
export interface CellContext {
  readonly sharedStrings: readonly string[];
  readonly formats: readonly CellFormat[];
}

type Meaning = Pick<RawCell, 'kind' | 'text' | 'display' | 'format'>;

/** `undefined` for a blank cell, a `Problem` for one that cannot be read. */
export function readCell(stored: StoredCell, at: CellRef, context: CellContext): RawCell | Problem | undefined {
  const meaning = withFormat(meaningOf(stored, at, context), context.formats[stored.style] ?? general);
  if (meaning === undefined || 'code' in meaning) return meaning;
  if (meaning.text.length > limits.cellText) return { code: 'F30', at, values: { limit: String(limits.cellText) } };
  if (meaning.kind === 'text' && isBlank(meaning.text)) return undefined;
  return { at, ...meaning, ...(stored.formula !== undefined && { formula: stored.formula }) };
}

/** A text that its format shows otherwise brings the format along. */
function withFormat(meaning: Meaning | Problem | undefined, { format, altersText }: CellFormat) {
  const isAltered = altersText && format !== undefined && meaning && 'kind' in meaning && meaning.kind === 'text';
  return isAltered ? { ...meaning, format } : meaning;
}

function meaningOf(stored: StoredCell, at: CellRef, context: CellContext): Meaning | Problem | undefined {
  const { type, value } = stored;
  if (type === 'inlineStr' || (value === undefined && stored.inline !== undefined)) {
    return as('text', stored.inline ?? plainText(value ?? ''));
  }
  if (value === undefined) return withoutValue(stored);
  if (type === 's') return shared(value, at, context);
  const token = trimXml(value);
  if (type === 'e' || isErrorValue(token)) return token === '' ? withoutValue(stored) : as('error', token);
  // A formula whose result is the empty string shows nothing: blank, unlike one that was never calculated.
  if (type === 'str') return as('text', plainText(value));
  if (token === '') return withoutValue(stored);
  if (type === 'd') return as('text', token, 'date');
  if (type === 'b') return boolean(token);
  return number(token, context.formats[stored.style] ?? general);
}

const as = (kind: RawKind, text: string, display: NumberDisplay = 'plain'): Meaning => ({ kind, text, display });

const withoutValue = (stored: StoredCell): Meaning | undefined =>
  stored.formula === undefined ? undefined : as('empty', '');

function shared(value: string, at: CellRef, context: CellContext): Meaning | Problem {
  const index = trimXml(value);
  const text = /^\d{1,9}$/.test(index) ? context.sharedStrings[Number(index)] : undefined;
  return text === undefined ? { code: 'F29', at, values: { found: index.slice(0, 20) } } : as('text', text);
}

const boolean = (token: string): Meaning =>
  /^(1|true)$/i.test(token)
    ? as('boolean', 'TRUE')
    : /^(0|false)$/i.test(token)
      ? as('boolean', 'FALSE')
      : as('text', token);

/** What only claims to be a number (`1,234`, `12abc`) is handed on as the text that it is. */
const number = (token: string, { display, format }: CellFormat): Meaning =>
  /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(token)
    ? { ...as('number', token, display), ...(format !== undefined && { format }) }
    : as('text', token);

const isErrorValue = (token: string): boolean =>
  /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!)$/.test(
    token,
  );
