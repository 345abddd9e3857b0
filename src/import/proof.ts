/** What the workbook prints, held against what was read: the proof of an import. */
import type { View } from '../figures/view/viewShape.js';
import type { Match, PrintedValue } from '../published/match/index.js';
import type { Conflict, Printed } from './printed.js';
import { atPath, figureAt } from './trial.js';

export interface ProofDifference {
  readonly value: PrintedValue;
  /** What the workbook prints there; undefined: nothing. */
  readonly found: string | undefined;
}

export interface Proof {
  /** Figures that were read, and those of them that the workbook prints alike. */
  readonly figures: number;
  readonly reproduced: number;
  /** Texts likewise. */
  readonly texts: number;
  readonly textsReproduced: number;
  readonly differences: readonly ProofDifference[];
  /** What the document itself prints differently in two places. */
  readonly conflicts: readonly Conflict[];
  /** Sentences of the document that are not word for word the form's. */
  readonly otherWords: number;
}

/** `plainAmount` leaves out zeros at the end. */
const plain = (text: string): string =>
  text
    .replaceAll(/[\s,，]/g, '')
    .replace(/^(\d+)\.(\d*?)0*$/, (_, whole: string, rest: string) => (rest === '' ? whole : `${whole}.${rest}`));

/** What the view prints at a value's path, by the helper that printed it. */
function printedBy(view: View, { path, hole }: PrintedValue): string | undefined {
  if (hole === 'text') {
    const text = atPath(view, path);
    return typeof text === 'string' ? text : undefined;
  }
  const figure = figureAt(view, path);
  if (figure === undefined) return undefined;
  if (hole === 'cell') return figure.isZero ? '' : figure.text;
  return hole === 'percent' ? `${figure.text}%` : figure.text;
}

/** How many figures and texts print the same, and those that do not. */
export function proofOf(match: Match, read: Printed, view: View): Proof {
  const compared = match.values.map((value) => ({ value, found: printedBy(view, value) }));
  const differences = compared.filter(({ value, found }) => found === undefined || plain(found) !== plain(value.text));
  const isFigure = ({ value }: ProofDifference) => value.hole !== 'text';
  const figures = compared.filter(isFigure).length;
  const texts = compared.length - figures;
  const wrong = differences.filter(isFigure).length;
  return {
    ...{
      figures,
      reproduced: figures - wrong,
      texts,
      textsReproduced: texts - (differences.length - wrong),
      differences,
    },
    conflicts: read.conflicts(),
    otherWords: match.frames.filter((frame) => frame.differences.length > 0).length + match.unmatched.length,
  };
}
