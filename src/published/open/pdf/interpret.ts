/** From the operators of a page (ISO 32000-1, annex A, as pdf.js hands them on) to glyphs and ruling lines. */
import type { PdfLibrary } from '../../../platform/pdf.js';
import { documentLimits } from '../limits.js';
import { refuse } from '../refusal.js';
import type { Glyph, PageContent, RuledLine } from './content.js';
import { composedMatrix, identityMatrix, type Matrix, matrixOf } from './matrix.js';
import { rulesOfPath } from './path.js';
import { withoutRadicals } from './radicals.js';

export interface Font {
  readonly vertical: boolean;
  /** Of a glyph's width to that of an em. */
  readonly scale: number;
}

export type FontOf = (name: string) => Font;

interface StoredGlyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
  readonly vmetric?: readonly number[] | null;
}

/** What `q` keeps and `Q` brings back. */
interface State {
  ctm: Matrix;
  font: Font;
  size: number;
  characterSpacing: number;
  wordSpacing: number;
  scale: number;
  rise: number;
  leading: number;
  invisible: boolean;
  paintsWhite: boolean;
}

/** What the glyphs of one text have in common: all but where the next one stands. */
interface Run {
  /** From the space of the text to the page; the last two of it are of the first glyph. */
  readonly place: Matrix;
  /** Lengths along the text and across it on the page. */
  readonly across: number;
  readonly down: number;
  readonly turns: Glyph['turns'];
  readonly isAslant: boolean;
}

const DEEPEST = 2_000;

export class PdfPageReading {
  readonly #glyphs: Glyph[] = [];
  readonly #invisible: Glyph[] = [];
  readonly #rules: RuledLine[] = [];
  readonly #fontOf: FontOf;
  readonly #handlers: ReadonlyMap<number, (args: readonly unknown[]) => void>;
  readonly #stack: State[] = [];
  #state: State;
  /** The text's matrix as it was set, and where the next glyph stands: its last two numbers, moved on. */
  #text: Matrix = identityMatrix;
  #x = 0;
  #y = 0;
  #line: Matrix = identityMatrix;
  #unknown = 0;
  #afterBlank = false;
  #pictures = 0;
  #aslant = 0;

  constructor(start: Matrix, fontOf: FontOf, ops: PdfLibrary['OPS']) {
    this.#fontOf = fontOf;
    this.#state = {
      ...{ ctm: start, font: { vertical: false, scale: 0.001 }, size: 0, characterSpacing: 0, wordSpacing: 0 },
      ...{ scale: 1, rise: 0, leading: 0, invisible: false, paintsWhite: false },
    };
    this.#handlers = this.#handlersBy(ops);
  }

  read(operators: ArrayLike<number>, args: ArrayLike<unknown>): void {
    for (let index = 0; index < operators.length; index += 1) {
      this.#handlers.get(operators[index] ?? -1)?.((args[index] as readonly unknown[] | null) ?? []);
    }
  }

  result(number: number, width: number, height: number): PageContent {
    const recognised = this.#glyphs.length === 0 && this.#invisible.length > 0;
    const isOnPage = (glyph: Glyph) => glyph.x > -1 && glyph.y > -1 && glyph.x < width + 1 && glyph.y < height + 1;
    const glyphs = (recognised ? this.#invisible : this.#glyphs).filter(isOnPage);
    return {
      number,
      width,
      height,
      glyphs,
      rules: this.#rules,
      recognised,
      unknown: this.#unknown,
      pictures: this.#pictures,
      aslant: this.#aslant,
    };
  }

  #handlersBy(ops: PdfLibrary['OPS']): ReadonlyMap<number, (args: readonly unknown[]) => void> {
    const picture = () => {
      this.#pictures += 1;
    };
    const white = (args: readonly unknown[]) => {
      this.#state.paintsWhite = /^#f[c-f]f[c-f]f[c-f]$/i.test(String(args[0]));
    };
    return new Map<number, (args: readonly unknown[]) => void>([
      [ops.save, () => this.#save()],
      [ops.restore, () => this.#restore()],
      [ops.transform, (args) => this.#transform(matrixOf(args))],
      [ops.paintFormXObjectBegin, (args) => this.#save(matrixOf(args[0]))],
      [ops.paintFormXObjectEnd, () => this.#restore()],
      [ops.constructPath, (args) => this.#path(args)],
      [ops.setFillRGBColor, white],
      [ops.paintImageXObject, picture],
      [ops.paintInlineImageXObject, picture],
      [ops.paintImageMaskXObject, picture],
      ...this.#textHandlers(ops),
    ]);
  }

  #textHandlers(ops: PdfLibrary['OPS']): [number, (args: readonly unknown[]) => void][] {
    const number = (value: unknown): number => (Number.isFinite(value) ? (value as number) : 0);
    const set =
      (change: (state: State, value: unknown) => void) =>
      ([value]: readonly unknown[]): void =>
        change(this.#state, value);
    return [
      [ops.beginText, () => this.#setText(identityMatrix)],
      [ops.setTextMatrix, (args) => this.#setText(matrixOf(args[0] && typeof args[0] === 'object' ? args[0] : args))],
      [ops.moveText, ([x, y]) => this.#move(number(x), number(y))],
      [
        ops.setLeadingMoveText,
        ([x, y]) => {
          this.#state.leading = -number(y);
          this.#move(number(x), number(y));
        },
      ],
      [ops.nextLine, () => this.#move(0, -this.#state.leading)],
      [ops.setLeading, set((state, leading) => (state.leading = number(leading)))],
      [
        ops.setFont,
        ([name, size]) => {
          this.#state.font = this.#fontOf(String(name));
          this.#state.size = number(size);
        },
      ],
      [ops.setCharSpacing, set((state, spacing) => (state.characterSpacing = number(spacing)))],
      [ops.setWordSpacing, set((state, spacing) => (state.wordSpacing = number(spacing)))],
      [ops.setHScale, set((state, scale) => (state.scale = number(scale) / 100))],
      [ops.setTextRise, set((state, rise) => (state.rise = number(rise)))],
      [ops.setTextRenderingMode, set((state, mode) => (state.invisible = mode === 3 || mode === 7))],
      [ops.showText, ([glyphs]) => this.#show(glyphs as readonly (StoredGlyph | number | null)[])],
    ];
  }

  #save(matrix: Matrix = identityMatrix): void {
    if (this.#stack.length > DEEPEST) refuse('F41', { what: '内容' });
    this.#stack.push(this.#state);
    this.#state = { ...this.#state };
    this.#transform(matrix);
  }

  #restore(): void {
    this.#state = this.#stack.pop() ?? this.#state;
  }

  #transform(matrix: Matrix): void {
    if (matrix !== identityMatrix) this.#state.ctm = composedMatrix(matrix, this.#state.ctm);
  }

  #setText(matrix: Matrix): void {
    this.#text = matrix;
    this.#line = matrix;
    this.#x = matrix[4];
    this.#y = matrix[5];
  }

  #move(x: number, y: number): void {
    this.#setText(composedMatrix([1, 0, 0, 1, x, y], this.#line));
  }

  #path(args: readonly unknown[]): void {
    if (this.#state.paintsWhite && isFill(args)) return;
    for (const rule of rulesOfPath(args, this.#state.ctm)) this.#rules.push(rule);
    if (this.#rules.length > documentLimits.lines) refuse('F41', { what: '表格线' });
  }

  #show(glyphs: readonly (StoredGlyph | number | null)[] | undefined): void {
    const run = runOf(composedMatrix(this.#text, this.#state.ctm));
    for (const glyph of glyphs ?? []) {
      if (typeof glyph === 'number') this.#advance((-glyph / 1000) * this.#state.size);
      else if (glyph) this.#glyph(glyph, run);
    }
  }

  #glyph({ unicode = '', width = 0, isSpace = false, vmetric }: StoredGlyph, run: Run): void {
    const { font, size, characterSpacing, wordSpacing } = this.#state;
    const along = font.vertical ? -(vmetric?.[0] ?? -1000) * 0.001 * size : width * font.scale * size;
    const text = readable(unicode);
    if (text === undefined) this.#unknown += 1;
    if (run.isAslant) this.#aslant += 1;
    else this.#put(text ?? '□', along, run);
    this.#afterBlank = text?.trim() === '';
    this.#advance(along + characterSpacing + (isSpace ? wordSpacing : 0));
  }

  #put(text: string, along: number, { place, across, down, turns }: Run): void {
    const { font, size, rise, ctm, scale, invisible } = this.#state;
    // a glyph that is set downwards hangs below its origin, in the middle of it
    const right = font.vertical ? -size / 2 : 0;
    const up = font.vertical ? -along : rise;
    (invisible ? this.#invisible : this.#glyphs).push({
      text,
      x: place[0] * right + place[2] * up + (this.#x * ctm[0] + this.#y * ctm[2] + ctm[4]),
      y: place[1] * right + place[3] * up + (this.#x * ctm[1] + this.#y * ctm[3] + ctm[5]),
      width: (font.vertical ? size : along * scale) * across,
      size: size * down,
      turns,
      isSpaced: this.#afterBlank,
    });
    if (this.#glyphs.length + this.#invisible.length > documentLimits.glyphs) refuse('F41', { what: '一页的文字' });
  }

  /** On along the text; a number between its glyphs moves the next in the same direction. */
  #advance(length: number): void {
    const { font, scale } = this.#state;
    const along = font.vertical ? 0 : length * scale;
    const up = font.vertical ? -length : 0;
    this.#x = along * this.#text[0] + up * this.#text[2] + this.#x;
    this.#y = along * this.#text[1] + up * this.#text[3] + this.#y;
  }
}

function runOf(place: Matrix): Run {
  return {
    place,
    across: Math.hypot(place[0], place[1]),
    down: Math.hypot(place[2], place[3]),
    turns: turnsOf(place),
    isAslant: isAslant(place),
  };
}

/** Filled, with or without a stroke: the last in pdf.js' list of what is done with a path. */
const isFill = (args: readonly unknown[]): boolean => args[0] === 22 || args[0] === 23;

/** The direction of the text, in the coordinates of the page as it is read, where y grows downwards. */
function turnsOf([a, b]: Matrix): 0 | 1 | 2 | 3 {
  if (Math.abs(a) >= Math.abs(b)) return a >= 0 ? 0 : 2;
  return b > 0 ? 1 : 3;
}

/** Neither along the page nor across it, by more than a scan that lies crooked. */
function isAslant([a, b]: Matrix): boolean {
  const less = Math.min(Math.abs(a), Math.abs(b));
  return less > 0.12 * Math.max(Math.abs(a), Math.abs(b));
}

/** By what pdf.js calls a glyph: a document has a few hundred of them. */
const known = new Map<string, string>();

/** Characters of no meaning of their own are what a font without a map leaves. Undefined when nothing can be read. */
function readable(unicode: string): string | undefined {
  const before = known.get(unicode);
  if (before !== undefined) return before;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no text has
  if (unicode === '' || /[\ue000-\uf8ff\ufffd\u0000-\u0008\u000e-\u001f]/.test(unicode)) return undefined;
  const text = withoutRadicals(unicode);
  known.set(unicode, text);
  return text;
}
