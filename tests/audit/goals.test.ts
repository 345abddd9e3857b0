/** Money that a project's goal names as its own is that of the project's table; other money is nobody's business. */
import { expect, test } from '@jest/globals';
import { audit } from '../../src/audit/audit.js';
import { compose } from '../../src/index.js';
import { match } from '../../src/published/match/index.js';
import { publishedOf } from '../support/printedValues.js';
import { editions, examined, sampleBytes } from '../support/samples.js';

const { facts, edition } = examined('2026-unit', sampleBytes('2026-unit'));
const document = publishedOf(compose(facts, edition).tree);
/** Of the project 安全生产和节能审查工作经费. */
const total = '11.06';

function goalsOf(words: string): string[] {
  const blocks = document.blocks.map((block) => {
    if (block.kind === 'paragraph' || !JSON.stringify(block).includes('安全生产和节能审查工作经费')) return block;
    const rows = block.rows.map((row) => {
      const isGoal = row.cells.some(({ text }) => text === '项目总体目标');
      const last = row.cells.at(-1);
      return isGoal && last ? { ...row, cells: [...row.cells.slice(0, -1), { ...last, text: words }] } : row;
    });
    return { ...block, rows };
  });
  const changed = { ...document, blocks };
  const { findings } = audit(changed, match(changed, editions));
  return findings.filter(({ severity }) => severity === 'difference').map(({ kind, message }) => `${kind} ${message}`);
}

test.each([
  ['the whole', `全年计划支出 ${total} 万元，预计实现安全生产。`],
  ['parts of it', '检查计划支出9.60万元，审查计划支出1.46万元。'],
  ['prices and what others spend', '每家奖补10万元，担保额289,073万元，共计300万元。'],
  ['as planned', '按计划支出12.00万元以内控制。'],
])('%s', (_, words) => expect(goalsOf(words)).toEqual([]));

test.each([
  ['two digits the wrong way round', '全年计划支出 11.60 万元，预计实现安全生产。', '11.60'],
  ['parts that are not it', '检查计划支出9.60万元，审查计划支出1.64万元。', '9.60、1.64'],
  ['a weight of the table', '全年计划支出 10.00 万元。', '10.00'],
  ["another year's", '当年预算安排资金 14.98 万元。', '14.98'],
])('%s', (_, words, named) =>
  expect(goalsOf(words)).toEqual([`goal 目标中写的是 ${named} 万元，同一张表的金额为 ${total}`]),
);
