/** docs/names.md: every name that a template can print, from the view's shape. */
import { natures, sourceGroups } from '../figures/groups.js';
import type { AnyShape } from '../figures/view/shape.js';
import { viewShape } from '../figures/view/viewShape.js';
import { economicClasses } from '../vocabulary/terms.js';

const kindWords = { text: '文字', flag: '是否', figure: '数', list: '列表', group: '一组' } as const;

/** A group of sums by funding source is described once, not at every place. */
const isGrid = (shape: AnyShape): boolean =>
  shape.fields?.generalOwn !== undefined && shape.fields?.carryFiscal?.kind === 'group';

/** The page as Markdown. */
export function namesPage(): string {
  const lines = [
    '# 模板可用的名称',
    '',
    '<!-- 由 npm run docs 从 src/figures/view/viewShape.ts 生成，请勿手改。 -->',
    '',
    '“数”用 `{{amount …}}`、`{{cell …}}`、`{{percent …}}`、`{{count …}}` 印出；“列表”用 `{{#each …}}`，其下的名称在块内使用；“合计组”见文末。',
    '',
    '```',
    ...describe(viewShape, 0),
    '```',
    '',
    '## 合计组',
    '',
    '写作 `合计组.资金来源.支出性质`，如 `amounts.general.basic` 是一般公共预算基本支出。',
    '',
    '| 资金来源 | 含义 |',
    '| --- | --- |',
    ...Object.entries(sourceGroups).map(([key, { label }]) => `| \`${key}\` | ${label} |`),
    '',
    '| 支出性质 | 含义 |',
    '| --- | --- |',
    ...Object.entries(natures).map(([key, { label }]) => `| \`${key}\` | ${label} |`),
    `| \`classes.c301\` … | 项目支出按经济分类：${economicClasses.join('、')} |`,
  ];
  return `${lines.join('\n')}\n`;
}

function describe(shape: AnyShape, depth: number): string[] {
  return Object.entries(shape.fields ?? {}).flatMap(([name, field]) => {
    const indent = '  '.repeat(depth);
    if (isGrid(field)) return [`${indent}${name}  合计组`];
    const item = field.kind === 'list' ? field.item : undefined;
    const word = item && item.kind !== 'group' ? `${kindWords.list}（${kindWords[item.kind]}）` : kindWords[field.kind];
    return [`${indent}${name}  ${word}`, ...describe(item ?? field, depth + 1)];
  });
}
