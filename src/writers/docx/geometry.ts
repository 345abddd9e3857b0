/**
 * The sheet and its margins (FORM page-1, page-4). Lengths in twentieths of a point (DXA). No word of the library: the
 * body needs it too.
 */

import type { Section } from '../../document/tree.js';

export const A4 = { width: 11906, height: 16838 };

/**
 * Portrait: 37 / 26 / 35 / 28 mm, which leaves the 156 × 225 mm of the standard. Landscape: the page turned so that the
 * binding edge (28 mm) is on top and the fore edge (26 mm) below; the short sides get 20 mm, so that a table of sixteen
 * columns has 257 mm. The footer's distance sets the dash of the page number about 7 mm below the text; on a turned
 * page it stands as far from the text's left side.
 */
export const MARGINS = {
  portrait: { top: 2098, right: 1474, bottom: 1984, left: 1588, header: 851, footer: 1417 },
  landscape: { top: 1588, right: 1134, bottom: 1474, left: 1134, header: 851, footer: 907 },
} as const;

/** Width and height of the text area of a section. */
export function textArea(orientation: Section['orientation']): { readonly width: number; readonly height: number } {
  const margin = MARGINS[orientation];
  const [width, height] = orientation === 'portrait' ? [A4.width, A4.height] : [A4.height, A4.width];
  return { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };
}
