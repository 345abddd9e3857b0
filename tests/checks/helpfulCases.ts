/** Slips of unit, words that say nothing, and what must not be published. */
import type { Book } from '../support/book.js';
import type { Case } from './case.js';

/** Made up; only its shape and its last digit are real. */
const idNumber = '11010519491231002X';
const mobile = '13900000000';

/** The control totals of all money and of the projects would tell the same slip. */
const withoutControls = (book: Book): Book => book.remove('批复数核对', 3).remove('批复数核对', 1);

export const helpfulCases: readonly Case[] = [
  {
    code: 'N14',
    when: 'the reason is just 增加',
    change: (book) => book.set('上年对比', 1, { 主要原因: '预算增加。' }),
    at: ['上年对比', 1, '主要原因'],
    fine: { when: 'it says what increased', change: (book) => book.set('上年对比', 1, { 主要原因: '人员工资增加' }) },
  },
  {
    code: 'N15',
    when: 'the amount fell and the reason speaks of 增加',
    change: (book) => book.set('三公经费', 2, { 主要原因: '接待任务增加' }),
    at: ['三公经费', 2, '主要原因'],
    fine: {
      when: 'it speaks of both, or of no increase',
      change: (book) => book.set('三公经费', 2, { 主要原因: '没有新增接待任务，标准提高但批次减少' }),
    },
  },
  {
    code: 'N16',
    when: 'a purpose says only 同上',
    change: (book) => book.set('支出用途', 1, { 主要用于: '同上' }),
    at: ['支出用途', 1, '主要用于'],
    fine: { when: 'it is short but says something', change: (book) => book.set('支出用途', 1, { 主要用于: '工资' }) },
  },
  {
    code: 'T16',
    when: 'last year’s amount was copied in 万元',
    change: (book) => book.set('三公经费', 4, { 上年一般公共预算: '14.04' }),
    at: ['三公经费', 4, '上年一般公共预算'],
    fine: {
      when: 'the amount grew a hundred times',
      change: (book) => book.set('三公经费', 4, { 上年一般公共预算: '900' }),
    },
  },
  {
    code: 'T17',
    when: 'one amount of the table was typed in 万元',
    change: (book) => withoutControls(book).set('项目支出', 6, { '302商品和服务支出': '16.5' }),
    at: ['项目支出', 6, '302商品和服务支出'],
    fine: {
      when: 'an amount is small',
      change: (book) => withoutControls(book).set('项目支出', 6, { '302商品和服务支出': '900' }),
    },
  },
  {
    code: 'T18',
    when: '万元 is chosen and the amounts are in 元',
    change: (book) => book.fill('基本信息', { 金额单位: '万元' }),
    at: ['基本信息', 4, '金额单位'],
    fine: { when: 'it is 元', change: (book) => book.fill('基本信息', { 金额单位: '元' }) },
  },
  {
    code: 'P01',
    when: 'an ID number stands in a text',
    change: (book) => book.set('其他说明', 1, { 内容: `联系人身份证 ${idNumber.slice(0, 6)} ${idNumber.slice(6)}。` }),
    at: ['其他说明', 1, '内容'],
    fine: {
      when: 'eighteen digits are not an ID number',
      change: (book) => book.set('其他说明', 1, { 内容: `合同编号${idNumber.slice(0, 17)}2。` }),
    },
  },
  {
    code: 'P02',
    when: 'a mobile number stands beside a name',
    change: (book) =>
      book.fill('基本信息', { 联系人: `某某 ${mobile.slice(0, 3)}-${mobile.slice(3, 7)}-${mobile.slice(7)}` }),
    at: ['基本信息', 6, '联系人'],
    fine: { when: 'it is the contact’s number', change: (book) => book.fill('基本信息', { 联系电话: mobile }) },
  },
  {
    code: 'P03',
    when: 'a text carries a marking',
    change: (book) => book.set('其他说明', 1, { 内容: '秘密★10年 本单位另有专项。' }),
    at: ['其他说明', 1, '内容'],
    fine: {
      when: 'a duty speaks of secrets',
      change: (book) => book.set('其他说明', 1, { 内容: '本单位承担国家秘密载体管理和涉密项目保密工作。' }),
    },
  },
];
