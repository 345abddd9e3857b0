/**
 * Lines for a terminal: wrapped at its width with a hanging indent, and not begun or ended with the wrong punctuation.
 */
import { textWidth } from '../vocabulary/width.js';

/** What may not begin a line, and what may not end one (GB/T 15834—2011, 5.1). */
const closing = '。，、；：？！）》〉」』】〕”’…—％%,.;:?!)\\]}';
const opening = '（《〈「『【〔“‘(\\[{';

/** The smallest pieces that stay whole: a word or a number with its unit, a character; each with its punctuation. */
const piece = new RegExp(`[${opening}]*(?:[!-~]+(?:万元|元)?|[^ ])[${closing}]*| +`, 'gu');

/** A piece that is wider than a line, character by character. */
function broken(text: string, room: number): string[] {
  if (textWidth(text) <= room) return [text];
  const parts = [''];
  for (const char of text) {
    const last = parts.at(-1) ?? '';
    if (textWidth(last + char) > room) parts.push(char);
    else parts[parts.length - 1] = last + char;
  }
  return parts;
}

/** `text` after `first`, its further lines indented by `hanging` blanks; no line wider than `width` columns. */
export function wrapped(first: string, text: string, hanging: number, width: number): string[] {
  const indent = ' '.repeat(hanging);
  const lines = [first];
  let isFresh = true;
  for (const whole of text.match(piece) ?? []) {
    for (const part of broken(whole, width - hanging)) {
      const line = lines.at(-1) ?? '';
      if (textWidth(line + part.trimEnd()) <= width) lines[lines.length - 1] = line + part;
      else if (part.trim() !== '') lines.push(indent + (isFresh ? part : part.trimStart()));
      isFresh = false;
    }
  }
  return lines.map((line) => line.trimEnd());
}
