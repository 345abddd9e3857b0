/** The sentences of part 3, each with the explanation that it stands in. */
import { sentenceAround } from '../place.js';
import { plain, withoutNumbering } from '../plain.js';
import type { ReadParagraph } from '../reading.js';
import type { AuditFinding, AuditKind } from './finding.js';
import type { Published } from './forms.js';

/** A printed amount in evened-out text. */
export const number = '(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)';

export interface Sentence {
  readonly paragraph: ReadParagraph;
  readonly headings: readonly string[];
  /** Typography evened out, numbering left out. */
  readonly text: string;
  readonly section: Section | undefined;
}

const sections = {
  fiscal: /财政拨款收支预算/,
  balance: /收支预算情况的?总体说明/,
  income: /收入预算情况/,
  general: /一般公共预算当年拨款/,
  basic: /一般公共预算基本支出情况/,
  projects: /一般公共预算项目支出情况/,
  fund: /政府性基金预算拨款情况/,
  capital: /国有资本经营预算拨款情况/,
  threePublic: /三公/,
  commissioned: /委托业务费支出情况/,
  carryOver: /上年结转结余预算情况/,
  expenditure: /支出预算情况说明/,
  other: /其他重要事项/,
} as const;
export type Section = keyof typeof sections;

export function sentencesOf({ blocks }: Published): Sentence[] {
  return blocks.flatMap(({ block, headings }) => {
    if (block.kind === 'table' || block.contents || block.level > 0 || !/第三部分/.test(headings[0] ?? '')) return [];
    const over = plain(headings[1] ?? '');
    const section = (Object.keys(sections) as Section[]).find((key) => sections[key].test(over));
    return [{ paragraph: block, headings, text: withoutNumbering(plain(block.text)).rest, section }];
  });
}

export function sentenceFinding(
  kind: AuditKind,
  { paragraph, headings }: Sentence,
  near: string,
  message: string,
): AuditFinding {
  const start = Math.max(0, paragraph.text.indexOf(near));
  const place = { headings, sentence: sentenceAround(paragraph.text, start) };
  return { kind, severity: 'difference', place, message, at: paragraph.at };
}
