/** From the operators of a page (ISO 32000-1, annex A, as pdf.js hands them on) to glyphs and ruling lines. */
import type { PdfLibrary } from '../../../platform/pdf.js';
import { documentLimits } from '../limits.js';
import { refuse } from '../refusal.js';
import type { Glyph, PageContent, RuledLine } from './content.js';
import { composedMatrix, identityMatrix, type Matrix, matrixOf, transformedPoint } from './matrix.js';
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
  readonly ctm: Matrix;
  readonly font: Font;
  readonly size: number;
  readonly characterSpacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly rise: number;
  readonly leading: number;
  readonly invisible: boolean;
  readonly paintsWhite: boolean;
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
  #text: Matrix = identityMatrix;
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
    const isOnPage = ({ x, y }: Glyph) => x > -1 && y > -1 && x < width + 1 && y < height + 1;
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
    const white = (args: readonly unknown[]) =>
      this.#change({ paintsWhite: /^#f[c-f]f[c-f]f[c-f]$/i.test(String(args[0])) });
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
    return [
      [ops.beginText, () => this.#setText(identityMatrix)],
      [ops.setTextMatrix, (args) => this.#setText(matrixOf(args[0] && typeof args[0] === 'object' ? args[0] : args))],
      [ops.moveText, ([x, y]) => this.#move(number(x), number(y))],
      [ops.setLeadingMoveText, ([x, y]) => this.#change({ leading: -number(y) }) ?? this.#move(number(x), number(y))],
      [ops.nextLine, () => this.#move(0, -this.#state.leading)],
      [ops.setLeading, ([leading]) => this.#change({ leading: number(leading) })],
      [ops.setFont, ([name, size]) => this.#change({ font: this.#fontOf(String(name)), size: number(size) })],
      [ops.setCharSpacing, ([spacing]) => this.#change({ characterSpacing: number(spacing) })],
      [ops.setWordSpacing, ([spacing]) => this.#change({ wordSpacing: number(spacing) })],
      [ops.setHScale, ([scale]) => this.#change({ scale: number(scale) / 100 })],
      [ops.setTextRise, ([rise]) => this.#change({ rise: number(rise) })],
      [ops.setTextRenderingMode, ([mode]) => this.#change({ invisible: mode === 3 || mode === 7 })],
      [ops.showText, ([glyphs]) => this.#show(glyphs as readonly (StoredGlyph | number | null)[])],
    ];
  }

  #change(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
  }

  #save(matrix: Matrix = identityMatrix): void {
    if (this.#stack.length > DEEPEST) refuse('F41', { what: '内容' });
    this.#stack.push(this.#state);
    this.#transform(matrix);
  }

  #restore(): void {
    this.#state = this.#stack.pop() ?? this.#state;
  }

  #transform(matrix: Matrix): void {
    if (matrix !== identityMatrix) this.#change({ ctm: composedMatrix(matrix, this.#state.ctm) });
  }

  #setText(matrix: Matrix): void {
    this.#text = matrix;
    this.#line = matrix;
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
    for (const glyph of glyphs ?? []) {
      if (typeof glyph === 'number') this.#advance((-glyph / 1000) * this.#state.size, false);
      else if (glyph) this.#glyph(glyph);
    }
  }

  #glyph({ unicode = '', width = 0, isSpace = false, vmetric }: StoredGlyph): void {
    const { font, size, rise, characterSpacing, wordSpacing, ctm, scale, invisible } = this.#state;
    const along = font.vertical ? -(vmetric?.[0] ?? -1000) * 0.001 * size : width * font.scale * size;
    const place = composedMatrix(this.#text, ctm);
    // a glyph that is set downwards hangs below its origin, in the middle of it
    const [x, y] = font.vertical ? transformedPoint(place, -size / 2, -along) : transformedPoint(place, 0, rise);
    const [across, down] = [Math.hypot(place[0], place[1]), Math.hypot(place[2], place[3])];
    const turns = turnsOf(place);
    const text = readable(unicode);
    if (text === undefined) this.#unknown += 1;
    const seen = {
      text: text ?? '□',
      x,
      y,
      width: (font.vertical ? size : along * scale) * across,
      size: size * down,
      turns,
      isSpaced: this.#afterBlank,
    };
    this.#afterBlank = text?.trim() === '';
    if (isAslant(place)) this.#aslant += 1;
    else (invisible ? this.#invisible : this.#glyphs).push(seen);
    if (this.#glyphs.length + this.#invisible.length > documentLimits.glyphs) refuse('F41', { what: '一页的文字' });
    this.#advance(along + characterSpacing + (isSpace ? wordSpacing : 0), font.vertical);
  }

  #advance(length: number, down: boolean): void {
    const { font, scale } = this.#state;
    const isDown = down || font.vertical;
    this.#text = composedMatrix([1, 0, 0, 1, isDown ? 0 : length * scale, isDown ? -length : 0], this.#text);
  }
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
  const [less, more] = [Math.abs(a), Math.abs(b)].sort((one, other) => one - other) as [number, number];
  return less > 0.12 * more;
}

/** Characters of no meaning of their own are what a font without a map leaves. Undefined when nothing can be read. */
function readable(unicode: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no text has
  if (/[\ue000-\uf8ff\ufffd\u0000-\u0008\u000e-\u001f]/.test(unicode)) return undefined;
  return unicode === '' ? undefined : withoutRadicals(unicode);
}
