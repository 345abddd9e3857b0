/** What a verification found, in words: how one difference is told beside its sentence, and all of them together. */
import type { Comment } from '../writers/docx/comments.js';
import { countByKind, countsText, type Difference, differenceKinds, differenceText } from './difference.js';
import { cellNames, leavesOf, ruleText } from './trace.js';

/** Cells are named up to here; more would bury the rest. */
const mostCells = 6;

/** The rule of the figure that the workbook gives, with its cells; undefined where the difference is none of figures. */
export function originText({ figure }: Difference): string | undefined {
  if (!figure) return undefined;
  const cells = leavesOf(figure);
  return `${ruleText(figure)}${cells.length > 0 ? `（${cellNames(cells, mostCells)}）` : ''}`;
}

/** `没有差异。` or `共 3 处差异：数字不同 2，缺行 1。` */
export function countsSentence(differences: readonly Difference[]): string {
  const counts = countsText(differenceKinds, countByKind(differences));
  return differences.length === 0 ? '没有差异。' : `共 ${differences.length} 处差异：${counts}。`;
}

/** Of those with figures alone, and that `unlisted` others, of the wording alone, are left out; `how` they are shown. */
export function figuresSentence(differences: readonly Difference[], unlisted: number, how = ''): string {
  const listed = unlisted > 0 && differences.length === 0 ? '没有与数字有关的差异。' : countsSentence(differences);
  return unlisted > 0 ? `${listed}另有 ${unlisted} 处只是文字不同，没有列出${how}。` : listed;
}

/** Comments for the copy of a Word file; a difference that stands nowhere in it is told in the list only. */
export const commentsOfDifferences = (differences: readonly Difference[]): Comment[] =>
  differences
    .filter(({ at }) => at >= 0)
    .map((found) => ({
      paragraph: found.at,
      lines: [
        `${differenceKinds[found.kind]}：${differenceText(found)}`,
        ...(found.figure ? [ruleText(found.figure)] : []),
      ],
    }));
