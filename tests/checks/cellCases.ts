import type { Spot } from '../support/book.js';
import type { Case } from './case.js';

const goods: Spot = ['政府采购', 1, '政府采购货物预算'];
const weight: Spot = ['项目绩效指标', 2, '指标分值权重'];
const indicatorValue: Spot = ['项目绩效指标', 2, '指标值'];
const typed = (text: string) => ({ 政府采购货物预算: text });

export const cellCases: readonly Case[] = [
  {
    code: 'C01',
    when: 'a required cell is blank',
    change: (book) => book.fill('政府采购', typed('')),
    at: goods,
    fine: { when: 'a cell that may be blank is', change: (book) => book.set('项目绩效指标', 1, { 上年完成值: '' }) },
  },
  {
    code: 'C02',
    when: 'words stand in an amount cell',
    change: (book) => book.fill('政府采购', typed('暂无')),
    at: goods,
    fine: { when: 'it says 0', change: (book) => book.fill('政府采购', typed('0')) },
  },
  {
    code: 'C03',
    when: 'a cell shows an error value',
    change: (book) => book.cell(goods, { kind: 'error', text: '#REF!', formula: 'B9' }),
    at: goods,
    fine: {
      when: 'the formula has a result',
      change: (book) => book.cell(goods, { kind: 'number', text: '36700', formula: 'B9' }),
    },
  },
  {
    code: 'C04',
    when: 'a formula was never calculated',
    change: (book) => book.cell(goods, { kind: 'empty', text: '', formula: 'B9*2' }),
    at: goods,
    fine: {
      when: 'the formula says 0',
      change: (book) => book.cell(goods, { kind: 'number', text: '0', formula: 'B9*2' }),
    },
  },
  {
    code: 'C05',
    when: 'an amount is formatted as a date',
    change: (book) => book.cell(goods, { display: 'date' }),
    at: goods,
    fine: {
      when: 'the date of signature is a date',
      change: (book) => book.cell(['基本信息', 1, '落款日期'], { kind: 'number', text: '46080', display: 'date' }),
    },
  },
  {
    code: 'C06',
    when: 'an amount is formatted as a percentage',
    change: (book) => book.cell(goods, { display: 'percent' }),
    at: goods,
    fine: { when: 'it is a plain number', change: (book) => book.cell(goods, { display: 'plain' }) },
  },
  {
    code: 'C07',
    when: 'an amount is text with full-width digits and commas',
    change: (book) => book.fill('政府采购', typed('３６，７００\u00A0')),
    at: goods,
    fine: { when: 'it is a number with two decimals', change: (book) => book.cell(goods, { text: '36700.00' }) },
  },
  {
    code: 'C08',
    when: 'an amount is negative',
    change: (book) => book.fill('政府采购', typed('-36700')),
    at: goods,
    fine: { when: 'it is minus zero', change: (book) => book.cell(goods, { kind: 'number', text: '-0' }) },
  },
  {
    code: 'C09',
    when: 'an amount is finer than 分',
    change: (book) => book.fill('政府采购', typed('36700.001')),
    at: goods,
    fine: {
      when: 'it is only the dust of binary numbers',
      change: (book) => book.cell(goods, { kind: 'number', text: '36700.100000000006' }),
    },
  },
  {
    code: 'C10',
    when: 'a word is not in the closed list',
    change: (book) => book.set('基本支出（功能）', 1, { 资金来源: '一般公用预算' }),
    at: ['基本支出（功能）', 1, '资金来源'],
    fine: {
      when: 'it has a space too many',
      change: (book) => book.set('基本支出（功能）', 1, { 资金来源: '一般公共预算 ' }),
    },
  },
  {
    code: 'C11',
    when: 'words of the blank workbook are left',
    change: (book) => book.set('主要职能', 1, { 内容: '（一）XX市有关工作。' }),
    at: ['主要职能', 1, '内容'],
    fine: {
      when: 'the letters are part of a name',
      change: (book) => book.set('主要职能', 1, { 内容: '（一）管理AXX2型设备。' }),
    },
  },
  {
    code: 'C12',
    when: 'a count is broken',
    change: (book) => book.fill('国有资产', { '一般公务用车数量（辆）': '9.5' }),
    at: ['国有资产', 1, '一般公务用车数量（辆）'],
    fine: {
      when: 'a whole count is written with decimals',
      change: (book) => book.cell(['国有资产', 1, '一般公务用车数量（辆）'], { text: '9.00' }),
    },
  },
  {
    code: 'C13',
    when: 'a row has no amount at all',
    change: (book) => book.set('项目支出', 5, { '302商品和服务支出': '' }),
    at: ['项目支出', 5],
    fine: {
      when: 'it has one in another column',
      change: (book) => book.set('项目支出', 5, { '302商品和服务支出': '', '303对个人和家庭的补助': '50100' }),
    },
  },
  {
    code: 'C14',
    when: 'a code is too short',
    change: (book) => book.set('基本支出（功能）', 1, { 功能科目编码: '20805' }),
    at: ['基本支出（功能）', 1, '功能科目编码'],
    fine: {
      when: 'a whole code is typed with spaces',
      change: (book) => book.set('基本支出（功能）', 1, { 功能科目编码: '208 05 01' }),
    },
  },
  {
    code: 'C15',
    when: 'a text holds control characters',
    change: (book) => book.set('其他说明', 1, { 内容: '无\u0007其他\u202E说明。' }),
    at: ['其他说明', 1, '内容'],
    fine: {
      when: 'it holds a tab and a line break',
      change: (book) => book.set('其他说明', 1, { 内容: '无\t其他\n说明。' }),
    },
  },
  {
    code: 'C16',
    when: 'the year is no number',
    change: (book) => book.fill('基本信息', { 预算年度: '二〇二六' }),
    at: ['基本信息', 1, '预算年度'],
    fine: { when: 'it is full-width', change: (book) => book.fill('基本信息', { 预算年度: '２０２６年' }) },
  },
  {
    code: 'C17',
    when: 'a weight is no number',
    change: (book) => book.set('项目绩效指标', 2, { 指标分值权重: '十分' }),
    at: weight,
    fine: { when: 'it has decimals', change: (book) => book.set('项目绩效指标', 2, { 指标分值权重: '10.0' }) },
  },
  {
    code: 'C18',
    when: 'a formula looks into another file',
    change: (book) => book.cell(goods, { kind: 'number', text: '36700', formula: "'[1]采购计划'!B2" }),
    at: goods,
    fine: {
      when: 'it looks into another sheet',
      change: (book) => book.cell(goods, { kind: 'number', text: '36700', formula: "'采购计划'!B2" }),
    },
  },
  {
    code: 'C19',
    when: 'a text cell holds a date',
    change: (book) => book.cell(['项目信息', 2, '资金执行时间'], { kind: 'number', text: '46023', display: 'date' }),
    at: ['项目信息', 2, '资金执行时间'],
    fine: {
      when: 'it holds a plain number',
      change: (book) => book.cell(['项目信息', 2, '资金执行时间'], { kind: 'number', text: '2026', display: 'plain' }),
    },
  },
  {
    code: 'C26',
    when: 'a value is shown in digits that cannot be told',
    change: (book) => book.cell(indicatorValue, { kind: 'number', text: '12', format: '[DBNum1]0"人次"' }),
    at: indicatorValue,
    fine: {
      when: 'it is shown as a percentage with a sign',
      change: (book) =>
        book.cell(indicatorValue, { kind: 'number', text: '0.95', display: 'percent', format: '"≥"0%' }),
    },
  },
  {
    code: 'C26',
    when: 'a format hides what is typed',
    change: (book) => book.cell(indicatorValue, { kind: 'text', text: '12人次', format: ';;;' }),
    at: indicatorValue,
    fine: {
      when: 'a format adds words',
      change: (book) => book.cell(indicatorValue, { kind: 'text', text: '12', format: '0;-0;0;@"人次"' }),
    },
  },
  {
    code: 'C27',
    when: 'a format makes 5 元 look like 5万元',
    change: (book) => book.cell(goods, { kind: 'number', text: '5', format: '0"万元"' }),
    at: goods,
    fine: {
      when: 'a format shows the same amount in 万元',
      change: (book) => book.cell(goods, { kind: 'number', text: '123450', format: '0\\.0,"万元"' }),
    },
  },
  {
    code: 'C27',
    when: 'a format hides an amount',
    change: (book) => book.cell(goods, { kind: 'number', text: '5', format: ';;;' }),
    at: goods,
    fine: {
      when: 'a format hides a zero',
      change: (book) => book.cell(goods, { kind: 'number', text: '0', format: '#,##0.00;-#,##0.00;;' }),
    },
  },
  {
    code: 'C20',
    when: 'the date does not exist',
    change: (book) => book.fill('基本信息', { 落款日期: '2026年2月30日' }),
    at: ['基本信息', 1, '落款日期'],
    fine: { when: 'it is written with dashes', change: (book) => book.fill('基本信息', { 落款日期: '2026-02-27' }) },
  },
  {
    code: 'C21',
    when: 'an amount is larger than any budget',
    change: (book) => book.fill('政府采购', typed('10000000000001')),
    at: goods,
    fine: {
      when: 'it is as large as the largest that can be',
      change: (book) => book.fill('政府采购', typed('9999999999999.99')),
    },
  },
  {
    code: 'C24',
    when: 'a count has more digits than anything can be counted',
    change: (book) => book.fill('国有资产', { '一般公务用车数量（辆）': `1${'0'.repeat(400)}` }),
    at: ['国有资产', 1, '一般公务用车数量（辆）'],
    fine: {
      when: 'it is large',
      change: (book) => book.fill('国有资产', { '一般公务用车数量（辆）': '1000000000' }),
    },
  },
  {
    code: 'C22',
    when: 'a reason is pasted with a line break',
    change: (book) => book.set('上年对比', 1, { 主要原因: '“小升规”奖补\n资金增加' }),
    at: ['上年对比', 1, '主要原因'],
    fine: {
      when: 'a paragraph of duties has one',
      change: (book) => book.set('主要职能', 1, { 内容: '（一）拟订规划。\n（二）组织实施。' }),
    },
  },
  {
    code: 'C23',
    when: 'a reason repeats the words of the form',
    change: (book) => book.set('上年对比', 1, { 主要原因: '主要原因是奖补资金增加' }),
    at: ['上年对比', 1, '主要原因'],
    fine: {
      when: 'a paragraph of duties begins so',
      change: (book) => book.set('主要职能', 1, { 内容: '主要原因是说明体例。' }),
    },
  },
  {
    code: 'C25',
    when: 'a term is typed with the colon that the form prints',
    change: (book) => book.add('补充名词解释', { 名词: '专精特新：', 解释: '指某类企业。' }),
    at: ['补充名词解释', 1, '名词'],
    fine: {
      when: 'the colon stands within it',
      change: (book) => book.add('补充名词解释', { 名词: '项目：专精特新', 解释: '指某类企业。' }),
    },
  },
];
