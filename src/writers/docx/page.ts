/** Page geometry and page numbers by GB/T 9704-2012. Lengths in twentieths of a point (DXA). */

import {
  AlignmentType,
  Footer,
  type ISectionOptions,
  NumberFormat,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import type { Section } from '../../document/tree.js';

const A4 = { width: 11906, height: 16838 };

/**
 * Portrait: 37 / 26 / 35 / 28 mm, which leaves the 156 × 225 mm of the standard. Landscape: the page turned so that the binding edge
 * (28 mm) is on top and the fore edge (26 mm) below; the short sides get 20 mm, so that a table of sixteen columns has 257 mm.
 * The footer's distance sets the dash of the page number about 7 mm below the text.
 */
const MARGINS = {
  portrait: { top: 2098, right: 1474, bottom: 1984, left: 1588, header: 851, footer: 1417 },
  landscape: { top: 1588, right: 1134, bottom: 1474, left: 1134, header: 851, footer: 907 },
} as const;

/** One half-width blank character beside the page number: 14 pt. */
const BLANK_CHARACTER = 280;

/** Width and height of the text area of a section. */
export function textArea(orientation: Section['orientation']): { readonly width: number; readonly height: number } {
  const margin = MARGINS[orientation];
  const [width, height] = orientation === 'portrait' ? [A4.width, A4.height] : [A4.height, A4.width];
  return { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };
}

/**
 * Properties and footers of one section. Footers are written where the numbering changes; the sections after it inherit them, as
 * Word's own "link to previous" does. A section without numbers has none when it comes first, else an empty one that ends the inheritance.
 */
export function sectionFrame(section: Section, previous: Section | undefined): Omit<ISectionOptions, 'children'> {
  const starts = section.numbering !== previous?.numbering;
  const footers = starts ? footersOf(section.numbering, previous === undefined) : undefined;
  return {
    properties: {
      page: {
        // Portrait numbers in both cases: the library swaps them for landscape.
        size: { ...A4, orientation: PageOrientation[section.orientation === 'portrait' ? 'PORTRAIT' : 'LANDSCAPE'] },
        margin: { ...MARGINS[section.orientation], gutter: 0 },
        ...(section.numbering === 'none' ? {} : { pageNumbers: pageNumbers(section.numbering, starts) }),
      },
    },
    ...(footers ? { footers } : {}),
  };
}

function pageNumbers(numbering: 'contents' | 'body', starts: boolean) {
  const formatType = numbering === 'contents' ? NumberFormat.UPPER_ROMAN : NumberFormat.DECIMAL;
  return starts ? { start: 1, formatType } : { formatType };
}

function footersOf(numbering: Section['numbering'], first: boolean): ISectionOptions['footers'] | undefined {
  if (numbering !== 'none') return { default: pageNumberFooter('odd'), even: pageNumberFooter('even') };
  const empty = () => new Footer({ children: [new Paragraph({ style: 'Footer' })] });
  return first ? undefined : { default: empty(), even: empty() };
}

/** — 1 —, right on odd pages and left on even ones, one blank character from the edge. */
function pageNumberFooter(side: 'odd' | 'even'): Footer {
  const odd = side === 'odd';
  const number = new TextRun({ font: { hint: 'eastAsia' }, children: ['— ', PageNumber.CURRENT, ' —'] });
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        alignment: odd ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: odd ? { right: BLANK_CHARACTER } : { left: BLANK_CHARACTER },
        children: [number],
      }),
    ],
  });
}
