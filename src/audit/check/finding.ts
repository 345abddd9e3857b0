/** What a document says against itself. */
import type { Place } from '../place.js';

export const auditKinds = {
  total: '合计与明细不符',
  between: '表与表不符',
  sentence: '说明与表不符',
  share: '占比算不平',
  rate: '增减率算不平',
  direction: '增减用词矛盾',
  list: '列举与表不符',
  note: '空表说明不对',
  name: '名称不一致',
  year: '年度不一致',
  missing: '缺少内容',
} as const;
export type AuditKind = keyof typeof auditKinds;

export interface AuditFinding {
  readonly kind: AuditKind;
  /** `note`: a difference that rounding explains; no fault. */
  readonly severity: 'difference' | 'note';
  readonly place: Place;
  readonly message: string;
  /** The number of the paragraph in the file; -1 when there is none. */
  readonly at: number;
}

/** Printed amounts are whole cents of 万元 here: 4,360.97 is 436097. */
export type Cents = number;

export function centsOf(text: string): Cents | undefined {
  const found = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text.normalize('NFKC').replace(/[,\s]/g, ''));
  if (!found) return undefined;
  const [, sign, whole = '', decimals = ''] = found;
  const value = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return sign === '-' ? -value : value;
}

export const shown = (cents: Cents): string =>
  `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`.replace(
    /\B(?=(\d{3})+(?=\.))/g,
    ',',
  );

/** The rounding that FORM money-2 allows between a total and its n printed addends: n × 0.005 + 0.005. */
export const withinRounding = (difference: Cents, addends: number): boolean => Math.abs(difference) * 2 <= addends + 1;

/** part ÷ whole × 100, half up, in cents of a percent. Whole numbers below 2^53 throughout. */
export function percentOf(part: Cents, whole: Cents): Cents {
  const over = BigInt(part) * 20000n + BigInt(whole);
  return Number(over / (BigInt(whole) * 2n));
}
