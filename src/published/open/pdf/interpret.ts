/** From the operators of a page (ISO 32000-1, annex A, as pdf.js hands them on) to glyphs and ruling lines. */
import type { PdfLibrary } from '../../../platform/pdf.js';
import { documentLimits } from '../limits.js';
import { refuse } from '../refusal.js';
import type { Glyph, PageContent, RuledLine } from './content.js';
import { composedMatrix, identityMatrix, type Matrix, matrixOf } from './matrix.js';
import { FILLS, rulesOfPath } from './path.js';
import { type Run, readable, runOf } from './run.js';
import { type Box, boxOf, common, holds, isRectangle, Sight } from './sight.js';

export interface Font {
  readonly vertical: boolean;
  /** Of a glyph's width to that of an em. */
  readonly scale: number;
}

export type FontOf = (name: string) => Font;
/** Whether a layer of the document is shown, by what pdf.js tells of it. */
export type IsShown = (layer: unknown) => boolean;

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
  /** Of the text: filled, outlined, both, neither; from 4 on a clip as well (ISO 32000-1, 9.3.6). */
  mode: number;
  paintsWhite: boolean;
  /** What keeps an area that is filled from hiding what lies below: its alpha, a way of blending, a mask. */
  sheer: { readonly ca: boolean; readonly BM: boolean; readonly SMask: boolean };
  clip: Box | undefined;
}

const DEEPEST = 2_000;
const OPAQUE = { ca: false, BM: false, SMask: false };
/** The space of a picture, and one that no page is larger than. */
const UNIT = Float32Array.of(0, 0, 1, 1);
const EVERYWHERE = Float32Array.of(-1e5, -1e5, 1e5, 1e5);

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
  readonly #sight = new Sight();
  readonly #isShown: IsShown;
  /** Of each marked content that is open, whether its layer is hidden. */
  readonly #layers: boolean[] = [];
  #hidden = 0;
  #clips = false;

  constructor(start: Matrix, fontOf: FontOf, ops: PdfLibrary['OPS'], isShown: IsShown) {
    this.#fontOf = fontOf;
    this.#isShown = isShown;
    this.#state = {
      ...{ ctm: start, font: { vertical: false, scale: 0.001 }, size: 0, characterSpacing: 0, wordSpacing: 0 },
      ...{ scale: 1, rise: 0, leading: 0, mode: 0, paintsWhite: false },
      ...{ sheer: OPAQUE, clip: undefined },
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
    const { glyphs: seen, unseen } = this.#sight.seen(this.#glyphs);
    const glyphs = (recognised ? this.#invisible : seen).filter(isOnPage);
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
      unseen,
    };
  }

  #handlersBy(ops: PdfLibrary['OPS']): ReadonlyMap<number, (args: readonly unknown[]) => void> {
    const picture = () => {
      if (this.#hidden > 0) return;
      this.#pictures += 1;
      this.#ground(UNIT);
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
      [ops.setFillColorN, () => (this.#state.paintsWhite = false)],
      [ops.setGState, ([entries]) => this.#setGraphics(entries)],
      [ops.clip, () => (this.#clips = true)],
      [ops.eoClip, () => (this.#clips = true)],
      [ops.beginMarkedContent, () => this.#enterLayer(false)],
      [ops.beginMarkedContentProps, ([tag, layer]) => this.#enterLayer(tag === 'OC' && !this.#isShown(layer))],
      [ops.endMarkedContent, () => (this.#hidden -= this.#layers.pop() ? 1 : 0)],
      [ops.paintImageXObject, picture],
      [ops.paintInlineImageXObject, picture],
      [ops.paintImageMaskXObject, picture],
      [ops.shadingFill, () => this.#ground(EVERYWHERE)],
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
      [ops.setTextRenderingMode, set((state, mode) => (state.mode = number(mode)))],
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

  /** A picture or a shading, on which white text is seen. */
  #ground(bounds: Float32Array): void {
    const box = boxOf(bounds, this.#state.ctm);
    if (box) this.#sight.filled(common(box, this.#state.clip) ?? box, this.#glyphs.length, false, false);
  }

  #enterLayer(isHidden: boolean): void {
    this.#layers.push(isHidden);
    if (isHidden) this.#hidden += 1;
  }

  #setGraphics(entries: unknown): void {
    for (const [key, value] of Array.isArray(entries) ? (entries as [string, unknown][]) : []) {
      if (!(key in OPAQUE)) continue;
      const isUsual = key === 'ca' ? value === 1 : !value || /^(?:source-over|normal)$/i.test(String(value));
      this.#state.sheer = { ...this.#state.sheer, [key]: !isUsual };
    }
  }

  #path(args: readonly unknown[]): void {
    const { ctm, paintsWhite, sheer, clip } = this.#state;
    const [operator, path, bounds] = args;
    const isFilled = FILLS.has(operator as number);
    const box = isFilled || this.#clips ? boxOf(bounds, ctm) : undefined;
    if (this.#clips) this.#state.clip = common(clip, box);
    this.#clips = false;
    if (this.#hidden > 0) return;
    if (box && isFilled) {
      const isSheer = sheer.ca || sheer.BM || sheer.SMask;
      const hides = !isSheer && isRectangle(Array.isArray(path) ? path[0] : undefined, bounds, ctm);
      this.#sight.filled(common(box, clip) ?? box, this.#glyphs.length, paintsWhite, hides);
    }
    if (paintsWhite && isFill(args)) return;
    for (const rule of rulesOfPath(args, ctm)) this.#rules.push(rule);
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
    const { font, size, rise, ctm, scale, mode, paintsWhite, clip } = this.#state;
    if (this.#hidden > 0) return;
    // a glyph that is set downwards hangs below its origin, in the middle of it
    const right = font.vertical ? -size / 2 : 0;
    const up = font.vertical ? -along : rise;
    const glyph: Glyph = {
      text,
      x: place[0] * right + place[2] * up + (this.#x * ctm[0] + this.#y * ctm[2] + ctm[4]),
      y: place[1] * right + place[3] * up + (this.#x * ctm[1] + this.#y * ctm[3] + ctm[5]),
      width: (font.vertical ? size : along * scale) * across,
      size: size * down,
      turns,
      isSpaced: this.#afterBlank,
    };
    if (clip && !holds(clip, glyph)) return;
    if (paintsWhite && mode % 4 === 0) this.#sight.pale(this.#glyphs.length);
    (mode % 4 === 3 ? this.#invisible : this.#glyphs).push(glyph);
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

/** Filled, with or without a stroke: the last in pdf.js' list of what is done with a path. */
const isFill = (args: readonly unknown[]): boolean => args[0] === 22 || args[0] === 23;
