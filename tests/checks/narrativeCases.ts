import { type Case, emptied } from './case.js';

const withheld = { 是否公开: '不予公开' };

export const narrativeCases: readonly Case[] = [
  {
    code: 'N01',
    when: 'an amount changed and no reason is given',
    change: (book) => book.set('上年对比', 1, { 主要原因: '' }),
    at: ['上年对比', 1, '主要原因'],
    fine: {
      when: 'it did not change',
      change: (book) => book.set('上年对比', 15, { 上年预算数: '1603400', 主要原因: '' }),
    },
  },
  {
    code: 'N02',
    when: 'a class with money has no purpose',
    change: (book) => book.remove('支出用途', 1),
    at: ['支出用途'],
    fine: { when: 'the purposes stand in another order', change: (book) => book.rows('支出用途').reverse() },
  },
  {
    code: 'N03',
    when: 'a project has no policy basis',
    change: (book) => book.set('项目信息', 4, { 设立的政策依据: '' }),
    at: ['项目信息', 4, '设立的政策依据'],
    fine: {
      when: 'it is withheld',
      gives: ['S21 项目信息!K7', 'S21 项目绩效目标!A8', 'S21 项目绩效指标!A37'],
      change: (book) =>
        book.set('项目信息', 4, { ...withheld, ...emptied('设立的政策依据', '资金分配情况', '资金执行时间') }),
    },
  },
  {
    code: 'N04',
    when: 'a 科目 with money has no row for last year',
    change: (book) => book.remove('上年对比（科目）', 3),
    at: ['上年对比（科目）'],
    fine: {
      when: 'the rows stand in another order',
      change: (book) => book.set('上年对比（科目）', 3, { 上年预算数: '0.00' }),
    },
  },
  {
    code: 'N05',
    when: 'carried-over money has no purpose',
    change: (book) => book.set('项目信息', 10, { 结转资金用途: '' }),
    at: ['项目信息', 10, '结转资金用途'],
    fine: {
      when: 'the project is withheld',
      change: (book) => book.set('项目信息', 10, { ...withheld, 结转资金用途: '' }),
    },
  },
  {
    code: 'N06',
    when: 'commissioned work has no purpose',
    change: (book) => book.set('委托业务费', 1, { 用途: '' }),
    at: ['委托业务费', 1, '用途'],
    fine: {
      when: 'it belongs to another withheld project',
      change: (book) => book.set('委托业务费', 2, { 项目名称: '特定目标16100358', 一般公共预算: '20000' }),
    },
  },
  {
    code: 'N07',
    when: 'the table of the whole department has nobody to call',
    sample: '2026-department',
    change: (book) => book.fill('基本信息', { 联系人: '' }),
    at: ['基本信息', 1, '联系人'],
    fine: { when: 'there is no such table', change: (book) => book.fill('基本信息', { 联系人: '', 联系电话: '' }) },
  },
  {
    code: 'N08',
    when: 'the weights of a performance table pass 100',
    change: (book) => book.set('项目绩效指标', 1, { 指标分值权重: '20.5' }),
    at: ['项目绩效目标', 1, '项目名称'],
    fine: { when: 'they reach 100', change: (book) => book.set('项目绩效指标', 1, { 指标分值权重: '20' }) },
  },
  {
    code: 'N09',
    when: 'another amount from the government at hand is stated than table 1 gives',
    sample: '2026-department',
    change: (book) => book.fill('预算绩效情况', { '财政资金：本级安排': '100000' }),
    at: ['预算绩效情况', 1, '财政资金：本级安排'],
    fine: {
      when: 'nothing is stated',
      sample: '2026-department',
      change: (book) => book.fill('预算绩效情况', { '财政资金：本级安排': '' }),
    },
  },
  {
    code: 'N20',
    when: 'another number of projects is stated than counted',
    change: (book) => book.fill('预算绩效情况', { 当年预算安排项目个数: '9' }),
    at: ['预算绩效情况', 1, '当年预算安排项目个数'],
    fine: { when: 'the same is stated', change: (book) => book.fill('预算绩效情况', { 当年预算安排项目个数: '8' }) },
  },
  {
    code: 'N21',
    when: 'a purpose names a project that is not registered',
    change: (book) => book.set('支出用途', 1, { 主要用于: '人员经费和“平安建设”项目支出' }),
    at: ['支出用途', 1, '主要用于'],
    fine: {
      when: 'the quotes are no name of a project',
      change: (book) => book.set('支出用途', 1, { 主要用于: '人员经费和“三公”经费、项目支出' }),
    },
  },
  {
    code: 'N10',
    when: 'a department has no goal for the whole',
    sample: '2026-department',
    change: (book) => book.fill('预算绩效情况', { 年度绩效目标: '' }),
    at: ['预算绩效情况', 1, '年度绩效目标'],
    fine: { when: 'a unit has none', change: (book) => book.fill('预算绩效情况', { 年度绩效目标: '' }) },
  },
  {
    code: 'N11',
    when: 'the signature is that of last year',
    change: (book) => book.fill('基本信息', { 落款日期: '2025年2月27日' }),
    at: ['基本信息', 1, '落款日期'],
    fine: {
      when: 'it is of the end of last year',
      change: (book) => book.fill('基本信息', { 落款日期: '2025年12月31日' }),
    },
  },
  {
    code: 'N12',
    when: 'a purpose stands for a class without money',
    change: (book) => {
      book.add('科目名称', { 科目类别: '功能分类', 科目编码: '201', 科目名称: '一般公共服务支出' });
      book.add('支出用途', { 预算: '一般公共预算', 功能科目类编码: '201', 主要用于: '日常工作' });
    },
    at: ['支出用途', 3, '功能科目类编码'],
    fine: {
      when: 'the class is only named',
      change: (book) => book.add('科目名称', { 科目类别: '功能分类', 科目编码: '201', 科目名称: '一般公共服务支出' }),
    },
  },
  {
    code: 'N13',
    when: 'the goal of the whole department has no indicators',
    sample: '2026-department',
    change: (book) => book.rows('整体绩效指标').splice(0),
    at: ['预算绩效情况', 1, '年度绩效目标'],
    fine: {
      when: 'it has two, with all of the weight',
      sample: '2026-department',
      change: (book) => book.rows('整体绩效指标').splice(1, 99, { ...book.row('整体绩效指标', 1), 分值权重: '70' }),
    },
  },
  {
    code: 'N17',
    when: 'a line without money in either year has a reason',
    change: (book) => book.set('上年对比', 10, { 主要原因: '项目减少' }),
    at: ['上年对比', 10, '主要原因'],
    fine: {
      when: 'the form names the line all the same',
      change: (book) => book.set('上年对比', 3, { 主要原因: '没有这项收入' }),
    },
  },
  {
    code: 'N18',
    when: 'a project is listed in no performance table',
    sample: '2026-department',
    change: (book) => book.set('项目信息', 15, { 绩效目标表: '' }),
    at: ['项目信息', 14, '项目名称'],
    fine: {
      when: 'one that is listed gets another text',
      change: (book) => book.set('项目信息', 4, { 资金分配情况: '某。' }),
    },
  },
];
