/** docs/checks.md: every finding the tool can make, out of the catalogue itself. */

import { catalogue } from '../diagnostics/catalogue/index.js';
import { severityWords } from '../diagnostics/counts.js';
import type { Definition, Severity } from '../diagnostics/finding.js';
import { markdownTable } from './markdown.js';

/** In the order in which they come up. */
const families = {
  F: '文件：读不了的文件',
  S: '工作表和列',
  C: '单元格',
  R: '名称、编码和重复',
  T: '两处应当一致的金额',
  N: '说明文字',
  P: '不得公开的内容',
  M: '合并（npx yusuan merge）',
} as const;

const places: Readonly<Record<string, string>> = {
  row: '行',
  column: '列',
  found: '所填',
  expected: '应为',
  sheet: '表',
  file: '文件',
  other: '另一份文件',
  difference: '差额',
  nearest: '最接近的名称',
  parents: '缺少的上级科目',
  cells: '单元格',
  list: '登记表',
  first: '前者',
  second: '后者',
  limit: '上限',
  pages: '页数',
  reason: '情形',
  part: '部件',
  what: '内容',
  why: '原因',
  code: '编码',
  help: '填写说明',
  example: '例',
  rounding: '尾差怎么办',
  hint: '可能的原因',
  count: '几',
  year: '年度',
  unit: '金额单位',
  now: '本年数',
  last: '上年数',
  direction: '增减',
};

/** `{found}` → `〈所填〉`. */
const withPlaceholders = (text: string): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => `〈${places[name] ?? name}〉`);

function familySection(letter: string, title: string): string[] {
  const rows = (Object.entries(catalogue) as [string, Definition][])
    .filter(([code]) => code.startsWith(letter))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { severity, title: name, message, remedy }]) => [
      code,
      severityWords[severity],
      name,
      withPlaceholders(message),
      withPlaceholders(remedy),
    ]);
  if (rows.length === 0) return [];
  return [`## ${letter} ${title}`, '', markdownTable(['编号', '级别', '问题', '提示', '办法'], rows), ''];
}

/** Families that the page does not name yet stand at its end, under their letter. */
function unnamed(): string[] {
  const letters = new Set(Object.keys(catalogue).map((code) => code.charAt(0)));
  return [...letters].filter((letter) => !(letter in families)).sort();
}

/** The whole page. */
export function checksPage(): string {
  const all = Object.values(catalogue) as Definition[];
  const count = (severity: Severity) => all.filter((definition) => definition.severity === severity).length;
  return [
    '# 检查项目',
    '',
    '<!-- 由 npm run docs 从 src/diagnostics/catalogue 生成，请勿手改。 -->',
    '',
    `\`npx yusuan check\` 一次列出能查出的全部问题，每条有编号、所在单元格和办法。一项核对要用的表里有错误的，这一项先不做（否则只会把同一个错误再说一遍），结果末尾写明有几项、是哪些，改正后再检查一次。错误（${count('error')} 种）不改正就不生成文档；警告（${count('warning')} 种）请核对；提示（${count('note')} 种）只供参考。〈〉中是每次不同的内容。`,
    '',
    ...Object.entries(families).flatMap(([letter, title]) => familySection(letter, title)),
    ...unnamed().flatMap((letter) => familySection(letter, '')),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}
