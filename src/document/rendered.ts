/** A document that has been composed: its tree, and where its figures come from. */
import type { Figure } from '../figures/figure.js';
import type { View } from '../figures/view/viewShape.js';
import type { DocumentTree } from './tree.js';

export interface RenderedDocument {
  readonly tree: DocumentTree;
  readonly view: View;
  /** Every figure that the document prints, by the id that its run in the tree carries. */
  readonly printed: ReadonlyMap<string, Figure>;
}
