/** From glyphs to lines of text. */
import type { Glyph } from './content.js';

/** Pieces of text on one line that no wide gap divides. */
export interface PdfLine {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** Of the line that the glyphs stand on. */
  readonly y: number;
  readonly size: number;
}

/**
 * In ems: what is between two pieces of a line, between two words, and between two characters of Chinese that belong
 * together.
 */
const PIECE_GAP = 4;
const WORD_GAP = 0.25;
const HAN_GAP = 0.6;
/** Where the text has a blank of its own, as after the point of a list mark: `1. 2025年`. */
const BLANK_GAP = 0.1;
/** How far down a glyph may stand and still be on the line, in ems. */
const SAME_LINE = 0.5;

const byHeight = (a: Glyph, b: Glyph): number => a.y - b.y;
const byPlace = (a: Glyph, b: Glyph): number => a.x - b.x;

/** From top to bottom, and from left to right. `gap` in ems divides pieces. */
export function linesOf(glyphs: readonly Glyph[], gap = PIECE_GAP): PdfLine[] {
  const seen: Glyph[] = [];
  for (const glyph of glyphs) if (glyph.text === '\u3000' || glyph.text.trim() !== '') seen.push(glyph);
  seen.sort(byHeight);
  const lines: PdfLine[] = [];
  let start = 0;
  for (let at = 1; at <= seen.length; at += 1) {
    const first = seen[start] as Glyph;
    const glyph = seen[at];
    if (glyph && glyph.y - first.y <= SAME_LINE * Math.max(first.size, glyph.size)) continue;
    addPieces(lines, seen.slice(start, at).sort(byPlace), gap);
    start = at;
  }
  return lines;
}

function addPieces(lines: PdfLine[], row: readonly Glyph[], gap: number): void {
  let piece: Glyph[] = [];
  for (const glyph of row) {
    const last = piece.at(-1);
    if (!last) piece.push(glyph);
    else if (glyph.x - (last.x + last.width) > gap * glyph.size) {
      addLine(lines, piece);
      piece = [glyph];
    } else if (!isDrawnTwice(last, glyph)) piece.push(glyph);
  }
  addLine(lines, piece);
}

function addLine(lines: PdfLine[], glyphs: readonly Glyph[]): void {
  const line = lineOf(glyphs);
  if (line.text.trim() !== '') lines.push(line);
}

/** Bold type without a bold font. */
const isDrawnTwice = (a: Glyph, b: Glyph): boolean =>
  a.text === b.text && b.x - a.x < 0.35 * Math.min(a.width, b.width);

const isHan = (text: string): boolean => /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/.test(text);

function leastGap(a: Glyph, b: Glyph): number {
  if (isHan(a.text) && isHan(b.text)) return HAN_GAP;
  return b.isSpaced ? BLANK_GAP : WORD_GAP;
}

function lineOf(glyphs: readonly Glyph[]): PdfLine {
  const first = glyphs[0];
  let text = '';
  let x1 = Number.NEGATIVE_INFINITY;
  let last: Glyph | undefined;
  let isOneSize = true;
  for (const glyph of glyphs) {
    const gap = last ? (glyph.x - (last.x + last.width)) / glyph.size : 0;
    if (last && gap > BLANK_GAP && gap > leastGap(last, glyph)) text += ' ';
    text += glyph.text;
    x1 = Math.max(x1, glyph.x + glyph.width);
    isOneSize &&= glyph.size === first?.size;
    last = glyph;
  }
  const size = isOneSize ? (first?.size ?? 0) : middleSize(glyphs);
  return { text, x0: first?.x ?? 0, x1, y: first?.y ?? 0, size };
}

function middleSize(glyphs: readonly Glyph[]): number {
  const sizes = glyphs.map(({ size }) => size).sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 0;
}

/** Two lines of one paragraph: a blank only where two words of Latin meet. */
export const joinedLines = (a: string, b: string): string =>
  /[A-Za-z]$/.test(a) && /^[A-Za-z]/.test(b) ? `${a} ${b}` : a + b;

/** Width of what could not have been broken off for the line before: a number or a word. */
export const firstWord = ({ text, size }: PdfLine): number => (/^[\w.,%-]+/.exec(text)?.[0].length ?? 1) * size * 0.55;
