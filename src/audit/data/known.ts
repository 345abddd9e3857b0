/**
 * The figures of our own view at the paths that a published document prints: by them its values have the ids, units and
 * rules of a document of ours. Nothing of an amount is taken from here.
 */
import type { Figure } from '../../figures/figure.js';
import type { View } from '../../figures/view/viewShape.js';
import { draftOf } from '../../import/draft.js';
import { Printed } from '../../import/printed.js';
import { atPath, figureAt, trialOf } from '../../import/trial.js';
import type { Match } from '../../published/match/types.js';

/** The figure at a path; undefined where the names that the document prints along it are not those of the view. */
export type KnownFigure = (path: string) => Figure | undefined;

/** By a draft of the workbook that prints the document. */
export function figuresOf(match: Match): KnownFigure {
  const read = new Printed(match.values, match.flags);
  const { view } = trialOf(draftOf(read, match, match.edition), match, match.edition);
  const agrees = itemAgreement(match, view);
  const known = new Map<string, boolean>();
  const isSame = (item: string) => {
    const before = known.get(item);
    if (before !== undefined) return before;
    const same = agrees(item);
    known.set(item, same);
    return same;
  };
  return (path) => (itemsOf(path).every(isSame) ? figureAt(view, path) : undefined);
}

/** The items of lists that a path goes through: `projectUnits[0]`, `projectUnits[0].rows[2]`. */
const itemsOf = (path: string): string[] => [...path.matchAll(/\]/g)].map(({ index }) => path.slice(0, index + 1));

/** Whether what the document prints of an item's own texts is what the view has there. */
function itemAgreement({ values, doubtful }: Match, view: View): (item: string) => boolean {
  const texts = new Map<string, { readonly path: string; readonly text: string }[]>();
  for (const { hole, path, text } of values) {
    const item = path.slice(0, path.lastIndexOf('.'));
    if (hole === 'text' && item.endsWith(']')) texts.set(item, [...(texts.get(item) ?? []), { path, text }]);
  }
  const inDoubt = new Set(doubtful.map(({ path }) => path.slice(0, path.lastIndexOf('.'))));
  const plain = (text: unknown) => (typeof text === 'string' ? text.replaceAll(/\s+/g, '') : undefined);
  return (item) =>
    !inDoubt.has(item) && (texts.get(item) ?? []).every(({ path, text }) => plain(atPath(view, path)) === plain(text));
}
