/** Sections and their page numbers by GB/T 9704-2012. Lengths in twentieths of a point (DXA). */

import { Footer, Header, type ISectionOptions, NumberFormat, PageOrientation, Paragraph, TextRun } from 'docx';
import { A4, MARGINS, textArea } from '../../../../src/writers/docx/geometry.js';
import type { FrameSection } from '../../../../src/writers/docx/margins.js';
import { pageNumber, turnedPageNumber } from './pageNumber.js';

/** 7 mm, and the line of the page number, DXA. */
const NUMBER_DISTANCE = 397;
const NUMBER_HEIGHT = 340;

/**
 * Properties and page numbers of one section. Headers and footers are written where the numbering or the orientation
 * changes; the sections after it inherit them, as Word's own "link to previous" does. A first section without numbers
 * has none.
 */
export function sectionFrame(
  section: FrameSection,
  previous: FrameSection | undefined,
): Omit<ISectionOptions, 'children'> {
  const starts = section.numbering !== previous?.numbering;
  const turns = section.orientation !== (previous?.orientation ?? 'portrait');
  return {
    properties: {
      page: {
        // Portrait numbers in both cases: the library swaps them for landscape.
        size: { ...A4, orientation: PageOrientation[section.orientation === 'portrait' ? 'PORTRAIT' : 'LANDSCAPE'] },
        margin: { ...MARGINS[section.orientation], gutter: 0 },
        ...(section.numbering === 'none' ? {} : { pageNumbers: pageNumbers(section.numbering, starts) }),
      },
      ...(section.continued ? { titlePage: true } : {}),
    },
    ...(starts || turns || section.continued || previous?.continued
      ? framesOf(section, previous, starts || turns)
      : {}),
  };
}

function pageNumbers(numbering: 'contents' | 'body', starts: boolean) {
  const formatType = numbering === 'contents' ? NumberFormat.UPPER_ROMAN : NumberFormat.DECIMAL;
  return starts ? { start: 1, formatType } : { formatType };
}

/**
 * On an upright page the number stands in the footer, on a turned one in the header's layer at the page's left side, so
 * that it is in the same place of the sheet (GB/T 9704-2012, 横排表格). Each is emptied where it would be inherited from
 * pages of the other kind.
 */
function framesOf(
  { numbering, orientation, continued }: FrameSection,
  previous: FrameSection | undefined,
  changes: boolean,
): Pick<ISectionOptions, 'headers' | 'footers'> {
  const numbered = numbering !== 'none';
  const upright = numbered && orientation === 'portrait';
  const turned = numbered && orientation === 'landscape';
  const before = previous?.numbering !== 'none' ? previous?.orientation : undefined;
  const footer = (side: 'odd' | 'even') => new Footer({ children: [upright ? pageNumber(side) : emptyLine()] });
  const header = (side: 'odd' | 'even', line = emptyLine()) =>
    new Header({ children: turned ? [turnedPageNumber(side, turnedFrame()), line] : [line] });
  const above = () => (continued ? continuedLine(continued.line, orientation) : emptyLine());
  const footers = changes && (upright || before === 'portrait');
  const headers = (changes && (turned || before === 'landscape')) || continued || previous?.continued;
  return {
    ...(footers || continued
      ? {
          footers: {
            ...(footers ? { default: footer('odd'), even: footer('even') } : {}),
            ...(continued ? { first: footer(continued.firstPage) } : {}),
          },
        }
      : {}),
    ...(headers
      ? {
          headers: {
            ...{ default: header('odd', above()), even: header('even', above()) },
            ...(continued ? { first: header(continued.firstPage) } : {}),
          },
        }
      : {}),
  };
}

/** A header or footer needs a paragraph: one point high. */
const emptyLine = () => new Paragraph({ style: 'TableGap' });

/** Ends three points above the text. */
function continuedLine(line: string, orientation: FrameSection['orientation']) {
  const { top, header } = MARGINS[orientation];
  const text = new TextRun({ font: { hint: 'eastAsia' }, text: line });
  return new Paragraph({ style: 'TableContinued', spacing: { before: top - header - 400 - 60 }, children: [text] });
}

/** The strip beside the text of a turned page where its number stands, 7 mm from the text. */
function turnedFrame() {
  const { left, top } = MARGINS.landscape;
  return {
    x: left - NUMBER_DISTANCE - NUMBER_HEIGHT,
    y: top,
    width: NUMBER_HEIGHT,
    height: textArea('landscape').height,
  };
}
