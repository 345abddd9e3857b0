/** Terms of the form that the document explains (名词解释): where one is used first, it leads to its explanation. */

import { escapeXml } from '../../document/text.js';
import type { DocumentTree, Paragraph } from '../../document/tree.js';

/**
 * The explanations of a document and which of them have been linked. One for each run of text that a reader begins
 * anew.
 */
export class Terms {
  readonly #ids: ReadonlyMap<string, string>;
  readonly #used = new Set<string>();
  readonly #pattern: RegExp | undefined;

  /** `terms` lead to the ids of what explains them; of two that begin at one place the longer is meant. */
  constructor(terms: ReadonlyMap<string, string>) {
    this.#ids = terms;
    const longest = [...terms.keys()].sort((a, b) => b.length - a.length);
    const literal = longest.map((term) => term.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    this.#pattern = literal.length > 0 ? new RegExp(literal.join('|'), 'g') : undefined;
  }

  /** The text as HTML. */
  linked(text: string): string {
    if (this.#pattern === undefined || this.#used.size === this.#ids.size) return escapeXml(text);
    let html = '';
    let end = 0;
    for (const { 0: term, index } of text.matchAll(this.#pattern)) {
      if (this.#used.has(term)) continue;
      this.#used.add(term);
      html += `${escapeXml(text.slice(end, index))}<a href="#${this.#ids.get(term)}">${escapeXml(term)}</a>`;
      end = index + term.length;
    }
    return html + escapeXml(text.slice(end));
  }
}

/** The paragraphs that explain a term, each with its id. */
export function explanationIds(tree: DocumentTree): ReadonlyMap<Paragraph, string> {
  const explained = tree.sections
    .flatMap(({ blocks }) => blocks)
    .filter((block): block is Paragraph => block.kind === 'paragraph' && block.explains !== undefined);
  return new Map(explained.map((paragraph, index) => [paragraph, `t${index + 1}`]));
}
