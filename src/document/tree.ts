/**
 * The document tree: what every writer (docx, later html and text) reads. No word of docx in here.
 * It is made by `parseMarkup` from what the templates print.
 */

/** A run of text. `figure` names the figure that was printed here (see figures/figure.ts). */
export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly bold: boolean;
  readonly figure?: string;
}

/** A line break inside a paragraph (an office's own Alt+Enter). */
export interface LineBreak {
  readonly kind: 'break';
}

export type Inline = TextRun | LineBreak;

export type Align = 'left' | 'center' | 'right' | 'justify';

/**
 * A heading. Level 1: a part (第一部分 …). Level 2: a section or a table of the form (一、…). Level 3: a subsection (（一）…).
 * Levels 1 and 2 stand in the contents; `contents: false` keeps one out (performance tables).
 */
export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  /** As printed here. */
  readonly inlines: readonly Inline[];
  /** As printed in the contents; the same text unless the form numbers tables there (一、部门收支总体情况表 against 表 1). */
  readonly contents: string | false;
  /** A table's title is centred and has no indent. */
  readonly tableTitle: boolean;
}

export type ParagraphStyle =
  | 'body' /* 仿宋 三号, two characters indent */
  | 'plain' /* body without indent */
  | 'coverTitle' /* the title on the cover */
  | 'contentsTitle' /* 目 录 */
  | 'tableNumber' /* 表 1, above a table's title */
  | 'tableNote' /* the sentence in an empty table's place */
  | 'signature'; /* 落款: entity and date, right */

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly style: ParagraphStyle;
  readonly align?: Align;
  /** The term that the paragraph explains (名词解释). */
  readonly explains?: string;
  readonly inlines: readonly Inline[];
}

export interface TreeCell {
  readonly inlines: readonly Inline[];
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly align: Align;
  readonly bold: boolean;
  /** How many levels the text is set in (其中：…). */
  readonly indent: 0 | 1 | 2;
  /** A caption cell (编制部门：… / 单位：万元) stands above the grid and has no border. */
  readonly border: boolean;
  /**
   * What the cell names: its row, or the columns below it in the middle of a table. Heads of the table name theirs
   * anyway.
   */
  readonly scope?: 'row' | 'col';
  /** A bar instead of text, of this part of the cell's width (0 to 1); in the lighter shade where it is last year's. */
  readonly bar?: { readonly length: number; readonly last: boolean };
}

export interface Row {
  /** Every grid column is covered exactly once over all rows, spans included (checked when parsed). */
  readonly cells: readonly TreeCell[];
}

export interface Table {
  readonly kind: 'table';
  /** Relative column widths; their count is the width of the grid. */
  readonly widths: readonly number[];
  /** Repeated on every page that the table runs over. */
  readonly head: readonly Row[];
  readonly body: readonly Row[];
  /** `statement`: the twelve tables; `goal`: performance tables, with more text per cell. */
  readonly style: 'statement' | 'goal';
}

/** The table of contents; the writer fills it from the headings. */
export interface Contents {
  readonly kind: 'contents';
}

export type Block = Heading | Paragraph | Table | Contents;

/**
 * A run of pages with one orientation. Every section starts on a new page.
 * `numbering`: none on the cover; the contents have their own (Ⅰ, Ⅱ …); the body counts from 1.
 */
export interface Section {
  readonly orientation: 'portrait' | 'landscape';
  readonly numbering: 'none' | 'contents' | 'body';
  /** Cover pages stand in the vertical middle. */
  readonly vertical: 'top' | 'center';
  readonly blocks: readonly Block[];
}

export interface DocumentTree {
  /** Goes into the document properties. */
  readonly title: string;
  readonly entity: string;
  readonly sections: readonly Section[];
}
