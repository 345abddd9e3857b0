/** What a published document says otherwise than the workbook does: the kinds, and how each is told. */
import { type Figure, leavesOf } from '../figures/figure.js';
import { countsBy } from '../model/grouped.js';
import type { Place } from '../published/place.js';
import { inThrees } from '../vocabulary/money.js';
import type { Comment } from '../writers/docx/comments.js';
import { tokensOf } from './tokens.js';
import { cellNames, ruleText } from './trace.js';

export const differenceKinds = {
  rounding: '尾数不同',
  truncation: '截断未进位',
  factor: '差整倍数',
  transposed: '数字颠倒',
  direction: '方向或正负相反',
  figure: '数字不同',
  unit: '计量单位不同',
  missingRow: '缺行',
  extraRow: '多行',
  movedRow: '行序不同',
  wording: '文字不同',
  year: '年度不同',
  missingText: '缺段',
  extraText: '多段',
  missingTable: '缺表',
  extraTable: '多表',
} as const;
export type Kind = keyof typeof differenceKinds;

export interface Difference {
  readonly kind: Kind;
  readonly place: Place;
  /** '' when nothing is published there. */
  readonly published: string;
  /** '' when the workbook gives nothing there. */
  readonly expected: string;
  /** 10, 100, 1000 or 10000, for `factor`. */
  readonly factor?: number;
  /** The figure that the workbook gives, for its rule and cells. */
  readonly figure?: Figure;
  /** The number of the paragraph in the published file; -1 when nothing stands there. */
  readonly at: number;
}

/** One sentence: `公开为 887.36，工作簿为 8,873.62，差 10 倍`. */
export function differenceText({ kind, published, expected, factor }: Difference): string {
  const note = factor === undefined ? '' : `，相差 ${inThrees(String(factor))} 倍`;
  if (kind === 'movedRow') return `“${published}”一行不在工作簿所给的位置`;
  if (published === '') return `没有公开，工作簿为“${expected}”`;
  if (expected === '') return `公开为“${published}”，工作簿没有`;
  return `公开为“${published}”，工作簿为“${expected}”${note}`;
}

/** How many of each kind, in the order of the kinds. */
export function countByKind(differences: readonly Difference[]): Partial<Record<Kind, number>> {
  const order = Object.keys(differenceKinds);
  const byKind = [...differences].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return countsBy(byKind, ({ kind }) => kind);
}

/** `缺行 2，尾数不同 1`, by their names. */
export const countsText = <K extends string>(names: Readonly<Record<K, string>>, counts: Partial<Record<K, number>>) =>
  Object.entries(counts)
    .map(([key, count]) => `${names[key as K]} ${count}`)
    .join('，');

/** Texts that differ, or that one side lacks, with the same numbers on both; years are no figures of a text. */
export function isOfWordingAlone({ kind, published, expected }: Difference): boolean {
  if (kind !== 'wording' && kind !== 'missingText' && kind !== 'extraText') return false;
  const [a, b] = [published, expected].map(numbersIn);
  return a?.length === b?.length && a?.every((number, index) => number === b?.[index]) === true;
}

const numbersIn = (text: string): string[] =>
  tokensOf({ text })
    .filter((token) => token.kind === 'number' && !token.year)
    .map((token) => token.text)
    .sort();

/** Cells are named up to here; more would bury the rest. */
const mostCells = 6;

/** The rule of the figure that the workbook gives, with its cells; undefined where no figure differs. */
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

/** Of those with figures alone, and that `unlisted` others, of the wording, are left out; `how` they are shown. */
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
