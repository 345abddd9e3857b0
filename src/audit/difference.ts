/** What a published document says otherwise than the workbook does: the kinds, and how each is told. */
import type { Figure } from '../figures/figure.js';
import type { Place } from './place.js';

export const kinds = {
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
export type Kind = keyof typeof kinds;

/** What each kind means, for docs/audit.md and for help. */
export const kindMeanings: Readonly<Record<Kind, string>> = {
  rounding: '最后一位差 1，或少印了小数位并四舍五入',
  truncation: '多余的小数直接舍去，没有四舍五入',
  factor: '小数点或单位错位，相差 10、100、1,000 或 10,000 倍',
  transposed: '相邻两位数字写反',
  direction: '增加写成减少、增长写成下降，或正负号相反',
  figure: '不属于以上情形的数字差异，含应空而有数、应有数而空',
  missingRow: '工作簿有而公开文档的表中没有的行',
  extraRow: '公开文档的表中有而工作簿没有的行',
  movedRow: '行在表中的位置与工作簿的顺序不同',
  wording: '名称、标题或句子的文字不同',
  year: '年度写成别的年份，多为沿用上年文档',
  missingText: '缺少整段文字或标题',
  extraText: '多出整段文字或标题',
  missingTable: '缺少整张表',
  extraTable: '多出整张表',
};

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

export type FigureOf = (id: string | undefined) => Figure | undefined;

/** One sentence: `公开为 887.36，工作簿为 8,873.62，差 10 倍`. */
export function differenceText({ kind, published, expected, factor }: Difference): string {
  const note = factor === undefined ? '' : `，相差 ${factor.toLocaleString('en-US')} 倍`;
  if (kind === 'movedRow') return `“${published}”一行不在工作簿所给的位置`;
  if (published === '') return `没有公开，工作簿为“${expected}”`;
  if (expected === '') return `公开为“${published}”，工作簿没有`;
  return `公开为“${published}”，工作簿为“${expected}”${note}`;
}

/** `缺行 2，尾数不同 1`, in the order of the kinds. */
export function countByKind(differences: readonly Difference[]): Partial<Record<Kind, number>> {
  const names = Object.keys(kinds) as Kind[];
  const counted = names.map((kind) => [kind, differences.filter((other) => other.kind === kind).length] as const);
  return Object.fromEntries(counted.filter(([, count]) => count > 0));
}
