/** （本级） tells a department's own unit from those below it: where there are none, nothing is told apart. */
import { expect, test } from '@jest/globals';
import type { Book } from '../support/book.js';
import { allTexts, goalTables } from '../support/document.js';
import { addProject, newCode, smallBook, smallUnit } from '../support/small.js';

function withGoal(kind: '部门' | '单位', subordinates: readonly string[]): Book {
  const book = addProject(smallBook(), '某项目', '一般公共预算', '50000', { 绩效目标表: '某项目' }).fill('基本信息', {
    公开类型: kind,
  });
  for (const 单位名称 of subordinates) {
    book.add('预算单位', { 单位名称, 单位性质: '全额拨款事业单位', 是否本级: '否' });
  }
  return newCode(book, '2010302')
    .add('项目绩效目标', { 项目名称: '某项目', 预算单位: smallUnit, 项目负责人: '某某', 项目总体目标: '某目标。' })
    .add('项目绩效指标', {
      ...{ 项目名称: '某项目', 一级指标: '产出指标', 二级指标: '数量指标', 三级指标: '某指标', 指标值: '≥1次' },
      ...{ 指标值设置依据: '工作计划', 指标分值权重: '100', 指标赋分规则: '直接赋分', 佐证资料: '总结' },
    });
}

const unitOfGoal = (book: Book) => goalTables(book.compose().tree).map(({ grid }) => grid[0]?.at(-1));

test('the own unit of a department that has others below it is named so', () => {
  expect(unitOfGoal(withGoal('部门', ['某某中心']))).toEqual([`${smallUnit}（本级）`]);
});

test.each(['部门', '单位'] as const)('without subordinate units nothing in the document says （本级）: %s', (kind) => {
  const book = withGoal(kind, []);
  expect(unitOfGoal(book)).toEqual([smallUnit]);
  expect(allTexts(book.compose().tree).filter((text) => text.includes('（本级）'))).toEqual([]);
});
