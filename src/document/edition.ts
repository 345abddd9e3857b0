/** An edition: what one year's form is, whatever it was loaded from. */
import type { WorkbookScope } from '../model/bind/bind.js';
import type { codeCategories } from '../vocabulary/terms.js';
import type { PartNumbers } from '../workbook/layout/printedIn.js';
import type { Grammar } from './grammar.js';

export interface EditionCode {
  /** 功能分类 or 经济分类. */
  readonly category: keyof typeof codeCategories;
  readonly code: string;
  readonly name: string;
}

export interface TemplateSource {
  /** The partial's name: the path below the folder without `.hbs`, e.g. `tables/02-income`. */
  readonly name: string;
  /** For messages, e.g. `2026/tables/02-income.hbs`. */
  readonly file: string;
  readonly source: string;
}

export interface Edition extends WorkbookScope {
  readonly year: number;
  /** 支出功能分类 类 of the form, in its order. */
  readonly classes: readonly { readonly code: string; readonly name: string }[];
  /** Codes with their names as published documents of that year attest them; `yusuan new` fills them in. */
  readonly codes: readonly EditionCode[];
  /**
   * The edition's own templates and, for names that it does not have, those of the folders behind it. `document` is the
   * root.
   */
  readonly templates: readonly TemplateSource[];
  /** Wording and layout that differ between forms; templates name them `words.x` and `switches.x`. */
  readonly words: Readonly<Record<string, string>>;
  readonly switches: Readonly<Record<string, boolean>>;
  /** The templates ready to print. Throws TemplateError for those of an office's own that are in error. */
  readonly compiled: () => CompiledTemplates;
  /** The numbers that its tables and explanations get, by template. Throws TemplateError like `compiled`. */
  readonly partNumbers: () => PartNumbers;
  /** What the templates can print, for reading documents back. Throws TemplateError like `compiled`. */
  readonly grammar: () => Grammar;
}

/** What of an edition is printed: its templates, and the words and switches that they name beside the view. */
export type FormTexts = Pick<Edition, 'templates' | 'words' | 'switches'>;

/** An edition without what is made of its templates: plain data. */
export type EditionTexts = Omit<Edition, 'compiled' | 'partNumbers' | 'grammar'>;

/**
 * By name, what Handlebars' compiler makes of each; its own type is global, and whoever uses the library need not have
 * it. Under `START` the one that prints the whole document.
 */
export type CompiledTemplates = Readonly<Record<string, object>>;

/** Not a name that a template can have. */
export const START = '';

/** Name of the folder on which every edition stands in the end. */
export const sharedFolder = 'shared';

export interface Editions {
  /** Ascending. */
  readonly years: readonly number[];
  /** Throws EditionError when the folder is in error. */
  readonly load: (year: number) => Edition;
}
