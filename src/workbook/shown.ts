/**
 * What a cell shows of its value by its own number format (ECMA-376 part 1, 18.8.31, FACT number-2). Numbers are exact
 * decimals of 15 significant digits, rounded half up as Excel does. What cannot be told for certain is undefined, so
 * that nobody prints something else than the officer has seen.
 */
import { shifted, shownNumber } from '../vocabulary/money.js';
import {
  type FormatCondition,
  type FormatPart,
  type FormatSection,
  formatSections,
  textSection,
} from './formatCode.js';

/**
 * A number's own decimal text as the format shows it, e.g. `0.95` under `"≥"0%` is `≥95%`; '' where the format hides
 * it, undefined where it is not understood. Blanks that only align are left out.
 */
export function shownByFormat(text: string, code: string): string | undefined {
  const sections = formatSections(code);
  const value = Number(text);
  const section = sections && sectionOf(sections, value);
  if (!section) return undefined;
  const shown = numberIn(section, text.replace(/^[-+]/, ''));
  if (shown === undefined) return undefined;
  // nothing is less than nothing: what rounds to zero has no sign
  return aligned(sections.length === 1 && value < 0 && /[1-9]/.test(shown) ? `-${shown}` : shown);
}

/** A text as the format shows it: words around it, or nothing at all; undefined where that is not understood. */
export function textByFormat(text: string, code: string): string | undefined {
  const own = textSection(code);
  if (own === undefined) return text;
  const parts = formatSections(own)?.[0]?.parts;
  if (!parts?.every(({ is }) => is === 'literal' || is === 'whole')) return undefined;
  return aligned(parts.map((part) => (part.is === 'whole' ? text : part.text)).join(''));
}

const wordsOf = (parts: readonly FormatPart[]): string => parts.map(({ text }) => text).join('');
const aligned = (text: string): string => text.replace(/ {2,}/g, ' ').trim();

const holds = ({ operator, limit }: FormatCondition, value: number): boolean =>
  (operator.includes('=') && value === limit) ||
  (operator.includes('<') && value < limit) ||
  (operator.includes('>') && value > limit);

/** The section that shows the number; undefined where Excel's choice is not certain. */
function sectionOf(all: readonly FormatSection[], value: number): FormatSection | undefined {
  const forNumbers = all.filter(({ hasText }, index) => index < 3 && !(hasText && index > 0));
  const [first, second, third] = forNumbers;
  if (!first || forNumbers.every(({ condition }) => condition === undefined)) {
    if (value < 0 && second) return second;
    return value === 0 && third ? third : first;
  }
  const isSettled = forNumbers.length > 1 && (!third || second?.condition !== undefined) && !third?.condition;
  if (value < 0 || !isSettled || !first.condition) return undefined;
  return forNumbers.find(({ condition }) => condition === undefined || holds(condition, value));
}

/** The number without its sign, in the parts of a section. */
function numberIn({ parts, hasText }: FormatSection, text: string): string | undefined {
  const has = (kind: FormatPart['is']) => parts.some(({ is }) => is === kind);
  if (has('whole')) {
    // whether the words around an @ stand beside a number as well, programs do not agree
    const isPlain = parts.every(({ is }) => is === 'whole' || is === 'literal') && (!hasText || parts.length === 1);
    const whole = isPlain ? shownNumber(text) : undefined;
    return whole && parts.map((part) => (part.is === 'whole' ? whole : part.text)).join('');
  }
  if (has('slash')) return fractionIn(parts, text);
  if (has('exponent')) return scientificIn(parts, text);
  return digitsIn(parts, text);
}

/** `12345` in `#,##0.00"元"`: digits at their places, words where they stand. */
function digitsIn(parts: readonly FormatPart[], text: string): string | undefined {
  const isDigit = ({ is }: FormatPart) => is === 'digit';
  const point = parts.findIndex(({ is }) => is === 'point');
  const end = point < 0 ? parts.length : point;
  const before = parts.slice(0, end);
  const after = parts.slice(end + 1);
  if (!parts.some(isDigit)) return parts.every(({ is }) => is === 'literal') ? wordsOf(parts) : undefined;
  const isComma = ({ is }: FormatPart) => is === 'comma';
  // commas behind the last digit count in thousands, those between digits of the whole part them
  const last = parts.findLastIndex(isDigit);
  const thousands = parts.filter((part, at) => isComma(part) && at > last).length;
  const isParted = before.some((part, at) => isComma(part) && at < last);
  const isStray = (part: FormatPart, at: number) =>
    isComma(part) && at < last && (at > end || at < parts.findIndex(isDigit));
  if (after.some(({ is }) => is === 'point') || parts.some(isStray)) return undefined;
  const percents = parts.filter(({ is }) => is === 'percent').length;
  const decimals = after.filter(isDigit).length;
  const fixed = shownNumber(shifted(text, 2 * percents - 3 * thousands), decimals);
  if (fixed === undefined) return undefined;
  const [whole = '', fraction = ''] = fixed.split('.');
  const integer = integerIn(before, whole === '0' ? '' : whole, isParted);
  return point < 0 ? integer : `${integer}.${decimalsIn(after, fraction)}`;
}

/** From the right; the leftmost place takes what is left over. */
function integerIn(parts: readonly FormatPart[], digits: string, isParted: boolean): string {
  const places = parts.filter(({ is }) => is === 'digit').length;
  if (places === 0) return wordsOf(parts) + digits;
  let place = places;
  const at = (position: number, empty: string): string => {
    const digit = digits.at(-position - 1) ?? { '0': '0', '?': ' ' }[empty] ?? '';
    return isParted && position > 0 && position % 3 === 0 && /\d/.test(digit) ? `${digit},` : digit;
  };
  let shown = '';
  for (const { is, text } of parts) {
    if (is === 'comma') continue;
    if (is !== 'digit') {
      shown += text;
      continue;
    }
    place -= 1;
    const top = place === places - 1 ? Math.max(digits.length - 1, place) : place;
    for (let position = top; position >= place; position -= 1) shown += at(position, text);
  }
  return shown;
}

/** From the left; zeros at the end only where the code asks for them. */
function decimalsIn(parts: readonly FormatPart[], digits: string): string {
  const places = parts.filter(({ is }) => is === 'digit');
  const kept = places.findLastIndex(({ text }, at) => text === '0' || (digits[at] ?? '0') !== '0');
  let place = -1;
  const shown = parts.map(({ is, text }) => {
    if (is !== 'digit') return is === 'comma' ? '' : text;
    place += 1;
    if (place <= kept) return digits[place];
    return text === '?' ? ' ' : '';
  });
  return shown.join('');
}

/** `0.00E+00`, with one digit before the point. */
function scientificIn(parts: readonly FormatPart[], text: string): string | undefined {
  const at = parts.findIndex(({ is }) => is === 'exponent');
  const mantissa = parts.slice(0, at);
  const power = parts.slice(at + 1);
  const places = power.findIndex(({ is }) => is !== 'digit');
  const width = places < 0 ? power.length : places;
  const rest = power.slice(width);
  const point = mantissa.findIndex(({ is }) => is === 'point');
  const leading = mantissa.slice(0, point < 0 ? undefined : point).filter(({ is }) => is === 'digit').length;
  const isPlain = mantissa.every(({ is }) => is === 'digit' || is === 'point' || is === 'literal');
  if (leading !== 1 || width === 0 || !isPlain || rest.some(({ is }) => is !== 'literal')) return undefined;
  const plain = shownNumber(text) ?? '';
  const [whole = '', fraction = ''] = plain.split('.');
  const leadingZeros = /^0*/.exec(fraction)?.[0].length ?? 0;
  let exponent = Number(plain) === 0 ? 0 : whole === '0' ? -leadingZeros - 1 : whole.length - 1;
  const decimals = point < 0 ? 0 : mantissa.slice(point).filter(({ is }) => is === 'digit').length;
  if (shownNumber(shifted(text, -exponent), decimals)?.startsWith('10')) exponent += 1;
  const shown = digitsIn(mantissa, shifted(text, -exponent));
  const sign = exponent < 0 ? '-' : parts[at]?.text.endsWith('+') ? '+' : '';
  return shown && `${shown}E${sign}${String(Math.abs(exponent)).padStart(width, '0')}${wordsOf(rest)}`;
}

/** What binary storage leaves of a fraction that was typed as one. */
const tiny = 1e-9;

/** `# ?/?`, only where the fraction is the value: which one Excel takes near it is not certain. */
function fractionIn(parts: readonly FormatPart[], text: string): string | undefined {
  const codes = parts.map((part) => (part.is === 'digit' ? part.text : part.is === 'slash' ? '/' : '"')).join('');
  const found = /^("*?)(?:([0#?]+)")?([0#?]+)\/([0#?]*)("*)$/.exec(codes);
  const fixed = parts.find(({ is }) => is === 'slash')?.text ?? '';
  const isWords = parts.every(({ is }) => is === 'digit' || is === 'slash' || is === 'literal');
  if (!found || !isWords || (fixed === '') !== (found[4] !== '')) return undefined;
  const [, before = '', whole, , places = '', after = ''] = found;
  const value = Number(text);
  const integer = whole === undefined ? 0 : Math.floor(value + tiny);
  const near = (of: number) => Math.round((value - integer) * of);
  const isExact = (of: number) => Math.abs((value - integer) * of - near(of)) < tiny;
  const candidates =
    fixed === '' ? Array.from({ length: 10 ** Math.min(places.length, 3) - 1 }, (_, i) => i + 1) : [Number(fixed)];
  const denominator = candidates.find(isExact);
  if (denominator === undefined) return undefined;
  const fraction = near(denominator) === 0 && whole !== undefined ? '' : `${near(denominator)}/${denominator}`;
  const shown = integer === 0 && fraction !== '' && !whole?.includes('0') ? fraction : `${integer} ${fraction}`;
  const own = (whole === undefined ? fraction : shown).trim();
  return wordsOf(parts.slice(0, before.length)) + own + wordsOf(parts.slice(parts.length - after.length));
}
