/**
 * What stands beside the document for the citizen: the budget in plain words and in pictures, both as the edition's
 * templates say them.
 */
import type { Figure } from '../figures/figure.js';
import type { View } from '../figures/view/viewShape.js';
import type { Edition } from './edition.js';
import { parseMarkup } from './parseMarkup.js';
import { type Picture, parsePictures } from './pictures.js';
import { printForm } from './print.js';
import type { Block } from './tree.js';

export interface PublicParts {
  /** Headings and paragraphs. */
  readonly plainWords: readonly Block[];
  readonly pictures: readonly Picture[];
  /** Every figure printed in them, by id. */
  readonly printed: ReadonlyMap<string, Figure>;
}

/** Roots of an edition beside the document; an edition may be without. */
export const publicTemplates = { plainWords: 'plain-words', pictures: 'pictures' } as const;

/** The facts behind the view must be without errors. Throws TemplateError, MarkupError. */
export function publicParts(view: View, edition: Edition): PublicParts {
  const printed = new Map<string, Figure>();
  const words = printForm(edition, view, printed, publicTemplates.plainWords);
  const { sections } = parseMarkup(words, { title: '', entity: view.name });
  const pictures = parsePictures(printForm(edition, view, printed, publicTemplates.pictures), printed);
  return { plainWords: sections.flatMap(({ blocks }) => blocks), pictures, printed };
}
