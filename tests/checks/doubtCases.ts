/** What may be as it is, and is asked about: numbers that do not go together, amounts that print as nothing. */
import type { Case } from './case.js';

export const doubtCases: readonly Case[] = [
  {
    code: 'R22',
    when: 'a code stands twice with one name',
    change: (book) => book.add('科目名称', { ...book.row('科目名称', 1) }),
    at: ['科目名称', 41, '科目编码'],
    fine: {
      when: 'another of its 款 is added',
      change: (book) =>
        book.add('科目名称', { ...book.row('科目名称', 1), 科目编码: '2080599', 科目名称: '其他养老支出' }),
    },
  },
  {
    code: 'N22',
    when: 'more people are there than in service and retired',
    sample: '2024-department',
    change: (book) => book.fill('人员情况', { 实有人数: '293' }),
    at: ['人员情况', 1, '实有人数'],
    fine: {
      when: 'the sum itself is stated',
      sample: '2024-department',
      change: (book) => book.fill('人员情况', { 实有人数: '292' }),
    },
  },
  {
    code: 'N23',
    when: 'more people are in service than there are posts',
    sample: '2024-department',
    change: (book) => book.fill('人员情况', { 在职人数: '124' }),
    at: ['人员情况', 1, '在职人数'],
    fine: {
      when: 'every post is filled',
      sample: '2024-department',
      change: (book) => book.fill('人员情况', { 在职人数: '123' }),
    },
  },
  {
    code: 'N24',
    when: 'what is allotted does not come to the project',
    change: (book) => book.set('项目信息', 5, { 资金分配情况: '水费1.56万元，电费0.18万元，维修维护费2.37万元。' }),
    at: ['项目信息', 5, '资金分配情况'],
    fine: {
      when: 'it names the total besides its parts, in another unit and in full width',
      change: (book) => book.set('项目信息', 5, { 资金分配情况: '共５０,１００元：水电费1.74万元，维修费3.27万元。' }),
    },
  },
  {
    code: 'N08',
    when: 'an indicator of a performance table has lost its weight',
    sample: '2026-department',
    change: (book) => book.set('整体绩效指标', 1, { 分值权重: '' }),
    at: ['整体绩效指标', 1, '三级指标'],
    fine: {
      when: 'none has one, as some forms print it',
      sample: '2026-department',
      change: (book) => {
        for (const row of book.rows('整体绩效指标')) row.分值权重 = '';
      },
    },
  },
  {
    code: 'T21',
    when: '万元 are typed where 元 belong',
    change: (book) => book.fill('国有资产', { '房屋面积（平方米）': '59.14', 房屋价值: '17' }),
    at: ['国有资产', 1, '房屋价值'],
    fine: {
      when: 'the amount prints as 0.01',
      change: (book) => book.fill('国有资产', { '房屋面积（平方米）': '59.14', 房屋价值: '50' }),
    },
  },
  {
    code: 'T22',
    when: 'there is a value of cars and no car',
    change: (book) => book.fill('国有资产', { '一般公务用车数量（辆）': '0', 一般公务用车价值: '170000' }),
    at: ['国有资产', 1, '一般公务用车价值'],
    fine: {
      when: 'there is a car without a value',
      change: (book) => book.fill('国有资产', { '一般公务用车数量（辆）': '1', 一般公务用车价值: '0' }),
    },
  },
];
