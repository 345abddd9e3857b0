import type { Book } from '../support/book.js';
import { type Case, unitName } from './case.js';

export const totalCases: readonly Case[] = [
  {
    code: 'T01',
    when: 'one 分 of 人员经费 is missing in one of the two sheets',
    change: (book) => book.set('基本支出（经济）', 1, { 金额: '3262899.99' }),
    at: ['基本支出（经济）', 1, '金额'],
    fine: {
      when: 'a 分 moves from one 款 to another',
      change: (book) =>
        book.set('基本支出（经济）', 1, { 金额: '3262899.99' }).set('基本支出（经济）', 2, { 金额: '2909800.01' }),
    },
  },
  {
    code: 'T02',
    when: '公用经费 of the two sheets differ by one 元',
    change: (book) => book.set('基本支出（经济）', 11, { 金额: '861201' }),
    at: ['基本支出（经济）', 11, '金额'],
    fine: {
      when: 'a 元 moves from one 款 to another',
      change: (book) =>
        book.set('基本支出（经济）', 11, { 金额: '861201' }).set('基本支出（经济）', 12, { 金额: '8999' }),
    },
  },
  {
    code: 'T03',
    when: 'a 三公 item is less than its economic 款',
    change: (book) => book.set('三公经费', 4, { 一般公共预算: '187199' }),
    at: ['三公经费', 4, '一般公共预算'],
    fine: {
      when: 'it is more, because projects pay too',
      change: (book) => book.set('三公经费', 4, { 一般公共预算: '190000' }),
    },
  },
  {
    code: 'T04',
    when: '委托业务费 of running costs differs from 30227',
    change: (book) => book.set('委托业务费', 1, { 一般公共预算: '20101' }),
    at: ['委托业务费', 1, '一般公共预算'],
    fine: {
      when: 'it stands in two rows',
      change: (book) => {
        book.set('委托业务费', 1, { 一般公共预算: '20000' });
        book.add('委托业务费', {
          ...{ 预算单位: unitName, 项目名称: '法律顾问', 经费类别: '基本支出' },
          ...{ 一般公共预算: '100', 用途: '聘请法律顾问' },
        });
      },
    },
  },
  {
    code: 'T05',
    when: '委托业务费 of a project is more than its 商品和服务支出',
    change: (book) =>
      book.add('委托业务费', {
        预算单位: unitName,
        项目名称: '“小升规”专项奖补资金',
        经费类别: '项目支出',
        一般公共预算: '1000',
        用途: '奖补资金审核',
      }),
    at: ['委托业务费', 3, '一般公共预算'],
    fine: { when: 'it is part of it', change: (book) => book.set('委托业务费', 2, { 一般公共预算: '164999.99' }) },
  },
  {
    code: 'T06',
    when: 'income and expenditure of last year differ by more than rounding',
    change: (book) => book.set('上年对比', 11, { 上年预算数: '16251900', 主要原因: '政策调整' }),
    at: ['上年对比', 11, '上年预算数'],
    fine: {
      when: 'both sides change alike',
      change: (book) =>
        book.set('上年对比', 9, { 上年预算数: '16132000' }).set('上年对比', 12, { 上年预算数: '44969100' }),
    },
  },
  {
    code: 'T07',
    when: 'general budget of last year differs between sources and 基本 / 项目支出',
    change: (book) =>
      book
        .set('上年对比', 1, { 上年预算数: '22449000', 主要原因: '政策调整' })
        .set('上年对比', 9, { 上年预算数: '15032000' }),
    at: ['上年对比', 13, '上年预算数'],
    fine: {
      when: 'money moves between the two sources of the general budget',
      change: (book) =>
        book
          .set('上年对比', 1, { 上年预算数: '22449000', 主要原因: '政策调整' })
          .set('上年对比', 2, { 上年预算数: '21640000' }),
    },
  },
  {
    code: 'T08',
    when: 'a 科目 of last year is wrong',
    change: (book) => book.set('上年对比（科目）', 5, { 上年预算数: '7197140', 主要原因: '政策调整' }),
    at: ['上年对比（科目）', 1, '上年预算数'],
    fine: {
      when: 'money moves between two of them',
      change: (book) =>
        book
          .set('上年对比（科目）', 5, { 上年预算数: '6197150' })
          .set('上年对比（科目）', 7, { 上年预算数: '9370010' }),
    },
  },
  {
    code: 'T09',
    when: 'a performance table states another amount than its projects have',
    change: (book) => book.set('项目绩效目标', 5, { 财政拨款: '401700' }),
    at: ['项目绩效目标', 5, '财政拨款'],
    fine: { when: 'it states the same', change: (book) => book.set('项目绩效目标', 5, { 财政拨款: '401800.00' }) },
  },
  {
    code: 'T10',
    when: 'the approved total differs by one 元',
    change: (book) => book.set('批复数核对', 1, { 批复数: '43609701' }),
    at: ['批复数核对', 1, '批复数'],
    fine: {
      when: 'every approved total is the computed one',
      change: (book) => {
        const totals = {
          人员经费: '14157600',
          公用经费: '1603400',
          一般公共预算拨款: '43018900',
          财政拨款收入: '43018900',
        };
        const others = { 上年结转结余: '590800', '“三公”经费': '187200', 委托业务费: '185100', 本年收入: '43018900' };
        const none = { 政府性基金预算拨款: '0', 国有资本经营预算拨款: '0', 财政专户核拨: '0', 单位资金: '0' };
        for (const [item, amount] of Object.entries({ ...totals, ...others, ...none })) {
          book.add('批复数核对', { 核对项目: item, 批复数: amount });
        }
      },
    },
  },
  {
    code: 'T11',
    when: 'more is reserved for small firms than is procured',
    change: (book) => book.fill('政府采购', { 面向中小企业预留政府采购项目预算金额: '742500.01' }),
    at: ['政府采购', 1, '面向中小企业预留政府采购项目预算金额'],
    fine: {
      when: 'all of it is reserved',
      change: (book) => book.fill('政府采购', { 面向中小企业预留政府采购项目预算金额: '742500' }),
    },
  },
  {
    code: 'T12',
    when: 'last year, known in 万元 only, differs by what rounding makes',
    change: (book) => book.set('上年对比', 11, { 上年预算数: '15252000' }),
    at: ['上年对比', 11, '上年预算数'],
    fine: {
      when: 'last year, known in 元, differs by one 元: that is no rounding',
      change: (book) => book.set('上年对比', 11, { 上年预算数: '15251901' }),
      gives: ['T06 上年对比!B14'],
    },
  },
  {
    code: 'T13',
    when: 'general basic expenditure of last year is more than all basic expenditure',
    change: (book) =>
      book.set('上年对比', 11, { 上年预算数: '15151900' }).set('上年对比', 12, { 上年预算数: '44969100' }),
    at: ['上年对比', 13, '上年预算数'],
    fine: {
      when: 'it is less',
      change: (book) =>
        book.set('上年对比', 11, { 上年预算数: '15351900' }).set('上年对比', 12, { 上年预算数: '44769100' }),
    },
  },
  {
    code: 'T14',
    when: 'there are more devices over 100 万元 than over 50 万元',
    change: (book) => book.fill('国有资产', { '单价100万元以上大型设备（台）': '1' }),
    at: ['国有资产', 1, '单价100万元以上大型设备（台）'],
    fine: {
      when: 'there are as many',
      change: (book) =>
        book.fill('国有资产', { '单价100万元以上大型设备（台）': '1', '单价50万元以上大型设备（台）': '1' }),
    },
  },
  {
    code: 'T15',
    when: 'no expenditure at all is filled in',
    change: (book) => {
      withoutProjects(book);
      for (const sheet of ['基本支出（功能）', '基本支出（经济）', '委托业务费', '支出用途'])
        book.rows(sheet).splice(0);
    },
    at: ['基本支出（功能）'],
    fine: {
      when: 'there are no projects (and the reasons still speak of increases)',
      change: withoutProjects,
      gives: ['N15 上年对比!C4', 'N15 上年对比（科目）!D8', 'N15 上年对比（科目）!D10'],
    },
  },
  {
    code: 'T19',
    when: '三公 stands in the column of a budget that spends nothing',
    change: (book) => book.set('三公经费', 2, { 国有资本经营预算: '30000', 主要原因: '安排外事接待' }),
    at: ['三公经费', 2, '国有资本经营预算'],
    fine: { when: 'it says 0 there', change: (book) => book.set('三公经费', 2, { 国有资本经营预算: '0' }) },
  },
  {
    code: 'T20',
    when: '委托业务费 stands in the column of a budget that does not pay the project',
    change: (book) => book.set('委托业务费', 2, { 政府性基金: '800000' }),
    at: ['委托业务费', 2, '政府性基金'],
    fine: { when: 'it says 0 there', change: (book) => book.set('委托业务费', 2, { 政府性基金: '0' }) },
  },
];

function withoutProjects(book: Book): void {
  for (const sheet of ['项目支出', '项目信息', '项目绩效目标', '项目绩效指标', '批复数核对'])
    book.rows(sheet).splice(0);
  book.remove('委托业务费', 2);
}
