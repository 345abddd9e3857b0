/** What a published document says otherwise than the workbook does: the kinds, and how each is told. */

import type { Figure } from '../figures/figure.js';
import { countsBy } from '../model/grouped.js';
import type { Place } from '../published/place.js';
import { inThrees } from '../vocabulary/money.js';

export const differenceKinds = {
  rounding: '尾数不同',
  truncation: '截断未进位',
  factor: '差整倍数',
  transposed: '数字颠倒',
  direction: '方向或正负相反',
  figure: '数字不同',
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
