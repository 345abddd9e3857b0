/** What a verification found, in words: how one difference is told beside its sentence, and all of them together. */
import { fullAddress } from '../vocabulary/cells.js';
import type { Comment } from './comments.js';
import { countByKind, type Difference, differenceKinds, differenceText, type Kind } from './difference.js';
import { leavesOf, ruleText } from './trace.js';

/** Cells are named up to here; more would bury the rest. */
const mostCells = 6;

/** The rule of the figure that the workbook gives, with its cells; undefined where the difference is none of figures. */
export function originText({ figure }: Difference): string | undefined {
  if (!figure) return undefined;
  const cells = leavesOf(figure).map((leaf) => fullAddress(leaf.at));
  const more = cells.length > mostCells ? ` 等 ${cells.length} 个` : '';
  const named = cells.length > 0 ? `（${cells.slice(0, mostCells).join('、')}${more}）` : '';
  return `${ruleText(figure)}${named}`;
}

/** `没有差异。` or `共 3 处差异：数字不同 2，缺行 1。` */
export function countsSentence(differences: readonly Difference[]): string {
  const counts = Object.entries(countByKind(differences)).map(
    ([kind, count]) => `${differenceKinds[kind as Kind]} ${count}`,
  );
  return differences.length === 0 ? '没有差异。' : `共 ${differences.length} 处差异：${counts.join('，')}。`;
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
