/** What a published document says against itself. */
import type { ReadPlace } from '../published/match/types.js';
import type { Place } from '../published/place.js';

export const auditKinds = {
  total: '合计与明细不符',
  between: '表与表不符',
  sentence: '说明与表不符',
  share: '占比算不平',
  rate: '增减率算不平',
  direction: '增减用词矛盾',
  lastYear: '上年数前后不符',
  part: '部分大于总数',
  list: '列举与表不符',
  name: '名称不一致',
  year: '年度不一致',
  unit: '计量单位不对',
  words: '用语与表样不同',
  goal: '绩效目标前后不符',
  row: '行不对',
  glued: '数与文字连在一起',
  written: '数的写法不对',
  number: '序号或次序不对',
  missing: '缺少内容',
} as const;
export type AuditKind = keyof typeof auditKinds;

/** What a rule finds wrong. */
export interface AuditFault {
  readonly kind: AuditKind;
  readonly message: string;
  readonly at: ReadPlace;
  /** Where a reader looks for it, if not at `at`. */
  readonly place?: Place;
  /** No fault: only rounding, or another wording. */
  readonly isNote?: boolean;
}

/** A fault, told. */
export interface AuditFinding extends Omit<AuditFault, 'isNote'> {
  /** `note`: a difference that rounding explains, or of wording alone; no fault. */
  readonly severity: 'difference' | 'note';
  readonly place: Place;
}

/** What is said of a document of many: how far it could be held against itself. */
export const auditStates = {
  audited: '已核对',
  partly: '只读出一部分',
  notRecognised: '没有认出',
  unreadable: '读不了',
} as const;
export type AuditState = keyof typeof auditStates;
