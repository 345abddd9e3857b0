/**
 * What stands on a page of a PDF: glyphs and ruling lines, in points from the upper left corner of the page as it is
 * read.
 */

export interface Glyph {
  readonly text: string;
  /** Where it begins, and on which line it stands. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Quarter turns clockwise of the text from upright. */
  readonly turns: 0 | 1 | 2 | 3;
  /** A blank of the text's own was set right before it, however narrow. */
  readonly isSpaced: boolean;
}

/** The middle of a glyph on the page; turned text reaches in another direction. */
export function middleOf({ x, y, width, size, turns }: Glyph): readonly [x: number, y: number] {
  const along = turns < 2 ? width / 2 : -width / 2;
  const up = turns === 0 || turns === 3 ? -size * 0.35 : size * 0.35;
  return turns % 2 === 0 ? [x + along, y + up] : [x + up, y + along];
}

/** Horizontal (`y0` = `y1`) or vertical (`x0` = `x1`), from the smaller to the larger. */
export interface RuledLine {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface PageContent {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly RuledLine[];
  /**
   * Text that is not shown but lies over a picture, as programs for character recognition leave it, is all there is.
   */
  readonly recognised: boolean;
  /** Glyphs that no character could be found for. */
  readonly unknown: number;
  readonly pictures: number;
  /** Glyphs that are not of the text but lie over it, as watermarks do. */
  readonly aslant: number;
  /** Glyphs that are white on white paper. */
  readonly unseen: number;
}
