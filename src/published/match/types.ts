/** What reading a published document with an edition's templates gives. */
import type { Edition } from '../../document/edition.js';
import type { FormPlace } from '../../document/grammar.js';

/** A part of a block: of a paragraph's text, or of the text of a cell. */
export interface ReadPlace {
  /** Index of the block. */
  readonly block: number;
  readonly row?: number;
  /** Of the block's own grid. */
  readonly column?: number;
  /** In the text as published, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/**
 * Something printed, with the path of the view that prints it. One fact printed in five places gives five values with
 * one path.
 */
export interface PrintedValue {
  /** Indices as printed: `codes.all[3].amounts.total.all`. */
  readonly path: string;
  /** The helper that printed it; `text` without one. */
  readonly hole: 'amount' | 'plainAmount' | 'cell' | 'percent' | 'count' | 'area' | 'text';
  /** As printed; a blank cell is ''. */
  readonly text: string;
  readonly at: ReadPlace;
  readonly template: FormPlace;
}

/** A condition of the templates that the document decides. */
export interface ReadFlag {
  readonly path: string;
  readonly holds: boolean;
  readonly at: ReadPlace;
  readonly template: FormPlace;
}

/** A part of the form that the document lacks, or has in other words. */
export interface LackingPart {
  readonly template: FormPlace;
  /** As `Frame.tag`; `table` for a table. */
  readonly tag: string;
  /** The block before which it should stand. */
  readonly before: number;
  /** The form's own words there. */
  readonly words: string;
}

/** A row that the form has in every such table, and a table that was found has not. */
export interface LackingRow {
  /** The row before it, or the table's first. */
  readonly at: ReadPlace;
  /** The form's own words in it. */
  readonly words: string;
  /** Where the table has it among other rows. */
  readonly elsewhere?: ReadPlace;
}

export interface MatchedTable {
  readonly template: FormPlace;
  /** As the form has it. */
  readonly title: string;
  /** More than one when it is split; none when it was not found. */
  readonly blocks: readonly number[];
}

/** How a matched paragraph differs from the form's wording; no differences: not at all. */
export interface Frame {
  readonly template: FormPlace;
  /** What it is in the form: h1 to h3, p, or tr and th for the line above a table's head. */
  readonly tag: string;
  readonly blocks: readonly number[];
  /** In a list that the form counts: the number printed, half width. */
  readonly position?: string;
  readonly differences: readonly OtherWording[];
  /** All that is printed, with marks for what is none of the form's own words (`sense`). */
  readonly printed: string;
}

export interface OtherWording {
  readonly at: ReadPlace;
  readonly found: string;
  readonly expected: string;
  /** Up to four characters printed beside it, and where the form's own words end there a mark (`sense`). */
  readonly before: string;
  readonly after: string;
  /** Where it is another thing that is said. */
  readonly alters?: Alters;
}

/**
 * Another word of the form's, a negation more or less, another number, a figure without its unit; no figure where there
 * is one, and what is stuck to it.
 */
export type Alters = 'word' | 'not' | 'number' | 'unit' | 'figure' | 'beside';

export interface Match {
  /** The edition whose templates the document was read with. */
  readonly edition: Edition;
  /** As the document says; the edition's where it says none. */
  readonly year: number;
  /** False: there is no edition of the document's year, and the nearest one served. */
  readonly yearIsKnown: boolean;
  readonly kind: '部门' | '单位';
  /** '' where the document says none. */
  readonly name: string;
  /** In document order. */
  readonly values: readonly PrintedValue[];
  /** Values that could as well be others; they are not among `values`. */
  readonly doubtful: readonly PrintedValue[];
  readonly flags: readonly ReadFlag[];
  /** Blocks, and rows of tables, that no part of the form explains. */
  readonly unmatched: readonly ReadPlace[];
  /** Those of the unmatched paragraphs that are word for word what the form prints elsewhere. */
  readonly displaced: readonly ReadPlace[];
  readonly missing: readonly LackingPart[];
  readonly lackingRows: readonly LackingRow[];
  readonly tables: readonly MatchedTable[];
  readonly frames: readonly Frame[];
  /** Of the lines above a table's head that stand within the table, its head, and its cells of the form's own words. */
  readonly captions: readonly Frame[];
}
