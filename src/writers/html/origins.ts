/**
 * Where figures come from, on the page for internal review: each figure leads to its entry, which shows as a panel at
 * the foot of the window as long as it is the target of the address. No script: a keyboard and a finger reach it like
 * any other link.
 */

import { cleanText, escapeXml } from '../../document/text.js';

/** What is to be read about a figure: its rule and cells. Undefined: nothing. */
export type SourceOf = (figureId: string) => string | undefined;

interface Origin {
  readonly number: number;
  readonly figure: string;
  readonly source: string;
  /** Where it is printed: the id of the link, and the heading that it stands under. */
  readonly places: { readonly id: string; readonly under: string }[];
}

/** Collects the figures while the page is written. */
export class Origins {
  readonly #sourceOf: SourceOf;
  readonly #origins = new Map<string, Origin>();
  #places = 0;
  #under = '';

  constructor(sourceOf: SourceOf) {
    this.#sourceOf = sourceOf;
  }

  /** What follows stands under this heading. */
  under(heading: string): void {
    this.#under = heading;
  }

  /** A printed figure as a link to its origin; as it is where nothing is known of it. */
  linked(figure: string, html: string): string {
    const origin = this.#origins.get(figure) ?? this.#begin(figure);
    if (origin === undefined) return html;
    this.#places += 1;
    const id = `p${this.#places}`;
    origin.places.push({ id, under: this.#under });
    return `<a class="figure" id="${id}" href="#o${origin.number}">${html}</a>`;
  }

  #begin(figure: string): Origin | undefined {
    const source = this.#sourceOf(figure);
    if (source === undefined) return undefined;
    const origin = { number: this.#origins.size + 1, figure, source, places: [] };
    this.#origins.set(figure, origin);
    return origin;
  }

  /** The entries, to stand after everything else. */
  panels(): string {
    return `<aside aria-label="数字来源">\n${[...this.#origins.values()].map(panel).join('\n')}\n</aside>`;
  }
}

function panel({ number, figure, source, places }: Origin): string {
  const back = places.map(({ id, under }) => `<a href="#${id}">${escapeXml(cleanText(under)) || '此处'}</a>`).join(' ');
  return (
    `<div class="origin" id="o${number}" tabindex="-1"><p><b>${escapeXml(cleanText(figure))}</b></p>` +
    `<p>${escapeXml(cleanText(source))}</p><p>返回：${back}</p></div>`
  );
}
