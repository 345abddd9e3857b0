/** 核对: the open workbook and a document that was published, as the command does. */

import {
  commentsOfDifferences,
  countsSentence,
  differenceKinds,
  differenceText,
  figuresSentence,
  isOfWordingAlone,
  originText,
} from '../../audit/difference.js';
import { verify } from '../../audit/verify.js';
import type { PublishedDocument } from '../../published/document.js';
import { openPublished } from '../../published/open/index.js';
import { placeText } from '../../published/place.js';
import { addComments } from '../../writers/docx/comments.js';
import { type Examined, unreadable } from './examined.js';
import type { DocumentMark, FileIn } from './protocol.js';
import type { OpenWorkbook } from './workbook.js';

/** What the document says otherwise than the workbook. Throws where the workbook has errors: the page does not ask. */
export async function verifyDocument(workbook: OpenWorkbook, file: FileIn): Promise<Examined> {
  const opened = await openPublished(file);
  if (!opened.ok) return unreadable(opened.findings);
  const { document } = opened;
  const { numbered, places } = withNumbers(document);
  const differences = verify(workbook.composed(), numbered);
  const findings = differences.map((found) => {
    const origin = originText(found);
    const place = places[found.at];
    const at = place && { ...place.mark, ...onlySpan(place.text, found.published) };
    return {
      ...{ kind: differenceKinds[found.kind], place: placeText(found.place), message: differenceText(found) },
      ...{ more: origin === undefined ? [] : [origin], isOfWording: isOfWordingAlone(found), ...(at && { at }) },
    };
  });
  const own = differences.map((found) => ({ ...found, at: places[found.at]?.source ?? -1 }));
  const ofFigures = own.filter((found) => !isOfWordingAlone(found));
  const commented = (wording: boolean) => addComments(file.bytes, commentsOfDifferences(wording ? own : ofFigures));
  const unlisted = own.length - ofFigures.length;
  return {
    result: {
      reservations: document.notices,
      findings,
      lines: [countsSentence(differences)],
      ...(unlisted > 0 && { figuresLine: figuresSentence(ofFigures, unlisted) }),
      blocks: document.blocks,
      takesComments: document.format === 'docx' && differences.length > 0,
    },
    ...(document.format === 'docx' && { commented }),
  };
}

/** Where words stand in a text, if only once; `4.38` does not stand in `14.38`. */
function onlySpan(text: string, words: string): { start: number; end: number } | undefined {
  const isPart = (character: string | undefined) => character !== undefined && /[\d.,]/.test(character);
  const stands = (start: number) =>
    !(isPart(words[0]) && isPart(text[start - 1])) &&
    !(isPart(words.at(-1)) && /\d/.test(text[start + words.length] ?? ''));
  const starts: number[] = [];
  for (let at = text.indexOf(words); words !== '' && at >= 0; at = text.indexOf(words, at + 1))
    if (stands(at)) starts.push(at);
  const [start] = starts;
  return start === undefined || starts.length > 1 ? undefined : { start, end: start + words.length };
}

interface NumberedPlace {
  readonly mark: DocumentMark;
  readonly text: string;
  /** As the file itself counts. */
  readonly source: number | undefined;
}

/**
 * Only Word files count their paragraphs, and a difference names its place by that number: here every paragraph and
 * every cell of any document gets one.
 */
function withNumbers(document: PublishedDocument): { numbered: PublishedDocument; places: NumberedPlace[] } {
  const places: NumberedPlace[] = [];
  const number = (mark: DocumentMark, { text, source }: { text: string; source?: number }) =>
    places.push({ mark, text, source }) - 1;
  const blocks = document.blocks.map((block, index) => {
    if (block.kind === 'paragraph') return { ...block, source: number({ block: index }, block) };
    const rows = block.rows.map((one, row) => ({
      ...one,
      cells: one.cells.map((cell) => ({
        ...cell,
        source: number({ block: index, row, column: cell.column }, cell),
      })),
    }));
    return { ...block, rows };
  });
  return { numbered: { ...document, blocks }, places };
}
