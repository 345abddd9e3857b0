/** The smallest workbook that says everything a unit must say: one 行政运行 with 人员 and 公用经费, nothing last year. */
import { comparedLines, threePublicItems } from '../../src/vocabulary/terms.js';
import { layout } from '../../src/workbook/layout/layout.js';
import type { Columns } from '../../src/workbook/layout/types.js';
import { Book, type Row } from './book.js';

export const smallUnit = '某某市某某局';
/** 0 in every field that is typed. */
const zeros = (columns: Columns): Row =>
  Object.fromEntries(
    Object.values(columns).flatMap(({ header, type }) => (type.kind === 'display' ? [] : [[header, '0']])),
  );
const code = (category: string, number: string, name: string): Row => ({
  科目类别: category,
  科目编码: number,
  科目名称: name,
});

/** Amounts in 元: 人员经费 and 公用经费 of this year; last year is nothing, with a reason for everything. */
export function smallBook(personnel = '1000000', publicFunds = '200000'): Book {
  const lines = Object.keys(comparedLines).map((line) => ({ 对比事项: line, 上年预算数: '0', 主要原因: '新设单位' }));
  const items = Object.keys(threePublicItems).map((item) => ({
    支出内容: item,
    一般公共预算: '0',
    上年一般公共预算: '0',
  }));
  return new Book({
    基本信息: {
      ...{ 预算年度: '2026', 公开类型: '单位', '部门（单位）名称': smallUnit },
      ...{ 金额单位: '元', 落款日期: '2026年2月27日' },
    },
    主要职能: [{ 内容: '（一）承担某项工作。' }],
    预算单位: [{ 单位名称: smallUnit, 单位性质: '行政单位', 是否本级: '是' }],
    科目名称: [
      code('功能分类', '201', '一般公共服务支出'),
      code('功能分类', '20103', '政府办公厅（室）及相关机构事务'),
      code('功能分类', '2010301', '行政运行'),
      code('功能分类', '2010302', '一般行政管理事务'),
      code('功能分类', '212', '城乡社区支出'),
      code('功能分类', '21208', '国有土地使用权出让收入安排的支出'),
      code('功能分类', '2120899', '其他国有土地使用权出让收入安排的支出'),
      code('功能分类', '223', '国有资本经营预算支出'),
      code('功能分类', '22399', '其他国有资本经营预算支出'),
      code('功能分类', '2239999', '其他国有资本经营预算支出'),
      code('经济分类', '301', '工资福利支出'),
      code('经济分类', '30101', '基本工资'),
      code('经济分类', '302', '商品和服务支出'),
      code('经济分类', '30201', '办公费'),
    ],
    '基本支出（功能）': [
      {
        ...{ 预算单位: smallUnit, 功能科目编码: '2010301', 资金来源: '一般公共预算' },
        ...{ 人员经费: personnel, 公用经费: publicFunds },
      },
    ],
    '基本支出（经济）': [
      { 经济科目编码: '30101', 金额: personnel },
      { 经济科目编码: '30201', 金额: publicFunds },
    ].filter(({ 金额 }) => 金额 !== ''),
    三公经费: items,
    上年对比: lines,
    '上年对比（科目）': [{ 功能科目编码: '2010301', 上年预算数: '0', 主要原因: '新设单位' }],
    支出用途: [{ 预算: '一般公共预算', 功能科目类编码: '201', 主要用于: '日常工作' }],
    政府采购: zeros(layout.procurement.columns),
    国有资产: zeros(layout.stateAssets.columns),
  });
}

/** Last year's amounts by line, and (where given) that of 行政运行. */
export function lastYear(book: Book, amounts: Readonly<Record<string, string>>, ofCode?: string): Book {
  for (const row of book.rows('上年对比')) row.上年预算数 = amounts[row.对比事项 ?? ''] ?? row.上年预算数 ?? '0';
  return ofCode === undefined ? book : book.set('上年对比（科目）', 1, { 上年预算数: ofCode });
}

/** Last year's basic expenditure of the general budget, in every place where it counts. */
export const lastYearBasic = (book: Book, amount: string): Book =>
  lastYear(book, { 一般公共预算: amount, 基本支出: amount, 一般公共预算基本支出: amount }, amount);

/** A project with one amount of one source under 一般行政管理事务 (or another code). */
export function addProject(book: Book, name: string, source: string, amount: string, more: Row = {}): Book {
  const { 功能科目编码 = '2010302', 列 = '302商品和服务支出', ...info } = more;
  const known = book.rows('项目信息').some((row) => row.项目名称 === name);
  if (!known) {
    book.add('项目信息', {
      ...{ 预算单位: smallUnit, 项目名称: name, 是否公开: '公开', 设立的政策依据: '《某办法》。' },
      ...{ 资金分配情况: '某用途。', 资金执行时间: '2026年', 结转资金用途: '某用途', ...info },
    });
  }
  return book.add('项目支出', { 预算单位: smallUnit, 项目名称: name, 功能科目编码, 资金来源: source, [列]: amount });
}

/** A row of 上年对比（科目） with nothing last year. */
export const newCode = (book: Book, number: string): Book =>
  book.add('上年对比（科目）', { 功能科目编码: number, 上年预算数: '0', 主要原因: '新增' });
