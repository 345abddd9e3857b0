/**
 * What an audit did and found, in words: how much of the form was recognised, how many figures were held against
 * what, and what is wrong.
 */
import type { Rule } from '../figures/relations/index.js';
import { countsBy } from '../model/grouped.js';
import type { PublishedDocument } from '../published/document.js';
import type { Match } from '../published/match/types.js';
import { clipped } from '../published/place.js';
import { firstOf } from '../vocabulary/names.js';
import type { Audited } from './audit.js';
import { countsText } from './difference.js';
import { type AuditFinding, type AuditKind, auditKinds } from './finding.js';

export const ruleNames: Readonly<Record<Rule, string>> = {
  same: '同一事实多处一致',
  sum: '合计',
  share: '占比',
  comparison: '增减额和增减率',
  lastYear: '上年数合计',
  atMost: '部分不大于总数',
  count: '个数',
  weights: '指标分值',
  order: '科目的次序和上级',
};

/** How much of the form was found in the document. */
export type Recognised = ReturnType<typeof recognitionOf>;

/**
 * `editionYear`: of the edition that it was read with; `missing`: the form's own words; `unread`: paragraphs and rows that
 * no part of the form explains; `doubtful`: values that could as well be read otherwise.
 */
export function recognitionOf({ notices }: PublishedDocument, match: Match) {
  const { year, yearIsKnown, kind, name, edition, frames, unmatched, doubtful } = match;
  const lacking = match.tables.filter(({ blocks }) => blocks.length === 0).map(({ title }) => title);
  const tables = { found: match.tables.length - lacking.length, missing: lacking };
  const missing = match.missing.map(({ words }) => words).filter((words) => !lacking.includes(words));
  const sentences = { found: frames.length, missing };
  const isMost = [tables, sentences].every(({ found, missing }) => found > missing.length);
  const isEmpty = match.values.every(({ hole }) => hole === 'text') || frames.length * 10 < missing.length;
  const extent: 'none' | 'little' | 'most' = tables.found === 0 && isEmpty ? 'none' : isMost ? 'most' : 'little';
  const counts = { unread: unmatched.length, doubtful: doubtful.length };
  return { year, yearIsKnown, editionYear: edition.year, kind, name, tables, sentences, ...counts, notices, extent };
}

/** `某某局2026年单位预算公开`. */
export const subjectOf = ({ name, year, kind }: Recognised): string =>
  `${name || '（没有读出名称）'}，${year} 年，${kind}`;

/** Said first: what the reader must know before believing the rest. */
export function reservations(seen: Recognised): string[] {
  const { notices, yearIsKnown, year, editionYear, tables, sentences, extent } = seen;
  const count = ({ found, missing }: Recognised['tables'], what: string) =>
    `${found} ${what}（缺 ${missing.length} ${what}）`;
  const part = `表 ${count(tables, '张')}，文字 ${count(sentences, '段')}`;
  const said = [
    !yearIsKnown && `没有 ${year} 年的表样，按最接近的 ${editionYear} 年表样读取；与该年不同的文字读不出来。`,
    tables.found === 0 && '文档中的表一张也没有读出来（可能表格已变成文字或图片），下面只核对说明文字。',
    extent === 'little' && `只读出了表样的一部分：${part}。没有读出来的没有核对。`,
  ];
  return [...notices, ...said.filter((one) => one !== false)];
}

/** What was done, whatever was found. */
export function doneText(seen: Recognised, { figures }: Audited): string[] {
  const { tables, sentences, unread, doubtful } = seen;
  const held = countsText(ruleNames, figures.rules);
  const lack = (what: string, names: readonly string[]) => {
    const quoted = names.map((name) => `“${clipped(name, 30)}”`);
    return names.length > 0 ? `，没有找到 ${names.length} ${what}：${firstOf(quoted, 3)}` : '';
  };
  const rest = unread > 0 ? `；另有 ${unread} 段（行）不是表样的文字，没有核对` : '';
  const doubt = doubtful > 0 ? `；${doubtful} 处可以有不同读法，没有核对` : '';
  const alone = figures.unchecked.length > 0 ? `；${figures.unchecked.length} 个在文档中没有可以对照的数` : '';
  return [
    `表 ${tables.found} 张${lack('张', tables.missing)}；文字 ${sentences.found} 段${lack('段', sentences.missing)}${rest}${doubt}。`,
    `数字 ${figures.read} 个，核对了 ${figures.checked} 个${held && `（${held}）`}${alone}。`,
  ];
}

export const countsOf = (findings: readonly AuditFinding[]): Partial<Record<AuditKind, number>> =>
  countsBy(findings, ({ kind }) => kind);

const some = (what: string, count: number): string[] => (count > 0 ? [`${what} ${count} 处`] : []);

/** Never `没有发现问题` where little was read. `listing`: how the notes are listed. */
export function resultText(seen: Recognised, { findings }: Audited, listing = ''): string {
  const differences = findings.filter(({ severity }) => severity === 'difference');
  const notes = findings.filter(({ severity }) => severity === 'note');
  const wordings = notes.filter(({ kind }) => kind === 'words').length;
  const counted = [...some('四舍五入尾差', notes.length - wordings), ...some('只是用词与表样不同的', wordings)];
  const rounding = counted.length > 0 ? `；另有${counted.join('、')}${listing}` : '';
  if (differences.length > 0)
    return `发现 ${differences.length} 处：${countsText(auditKinds, countsOf(differences))}${rounding}。`;
  return seen.extent === 'most' ? `没有发现问题${rounding}。` : `读出来的部分没有发现问题${rounding}。`;
}
