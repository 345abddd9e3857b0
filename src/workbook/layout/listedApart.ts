/** What of the money of this year is listed apart: 三公经费 and 委托业务费. Part of the workbook's one declaration. */
import { commissionedNatures, threePublicItems } from '../../vocabulary/terms.js';
import { amount, choice, count, longText, onlyUnitHelp, projectName, table, unitName } from './types.js';

export const threePublic = table(
  '三公经费',
  '当年财政拨款安排的“三公”经费，四项都要填，没有的填 0。合计和小计自动计算。',
  {
    item: choice('支出内容', threePublicItems, {
      required: true,
      help: '固定四项。',
      example: '公务接待费',
      printedIn: '{表 threePublic}',
    }),
    general: amount('一般公共预算', {
      required: true,
      help: '本年预算数，没有的填 0。',
      example: '0',
      printedIn: '{表 threePublic}、{说明 threePublic}',
    }),
    fund: amount('政府性基金', {
      required: false,
      help: '没有的留空。',
      printedIn: '{表 threePublic}、{说明 threePublic}',
    }),
    capital: amount('国有资本经营预算', {
      required: false,
      help: '没有的留空。',
      printedIn: '{表 threePublic}、{说明 threePublic}',
    }),
    lastGeneral: amount('上年一般公共预算', {
      required: true,
      help: '上年预算数，没有的填 0。',
      example: '3000.00',
      printedIn: '{说明 threePublic}',
    }),
    lastFund: amount('上年政府性基金', { required: false, help: '没有的留空。', printedIn: '{说明 threePublic}' }),
    lastCapital: amount('上年国有资本经营预算', {
      required: false,
      help: '没有的留空。',
      printedIn: '{说明 threePublic}',
    }),
    reason: longText('主要原因', {
      leadIn: '主要原因是',
      required: false,
      expected: true,
      help: '与上年不同的必填，接在“主要原因是”之后，写成一段，句末不加句号；两年都没有的不填则印“均未安排”。',
      example: '按厉行节约要求压减接待费用',
      printedIn: '{说明 threePublic}',
    }),
  },
  { prefilled: 'item', unique: ['item'] },
);

export const commissioned = table(
  '委托业务费',
  '当年财政拨款安排的委托业务费，按单位和项目填列；没有的不填。',
  {
    unit: unitName('预算单位', {
      required: true,
      help: onlyUnitHelp,
      example: '某某市某某局',
      printedIn: '{表 commissioned}',
    }),
    project: projectName('项目名称', {
      required: true,
      help: '经费类别为项目支出的，与“项目信息”表一致；为基本支出的，填经费名称。',
      example: '2026年运转类公用经费-保运转',
      printedIn: '{表 commissioned}、{说明 commissioned}',
    }),
    nature: choice('经费类别', commissionedNatures, {
      required: true,
      help: '用公用经费支付的选基本支出。',
      example: '基本支出',
    }),
    general: amount('一般公共预算', {
      required: false,
      help: '没有的留空。',
      example: '5000.00',
      printedIn: '{表 commissioned}、{说明 commissioned}',
    }),
    fund: amount('政府性基金', {
      required: false,
      help: '没有的留空。',
      printedIn: '{表 commissioned}、{说明 commissioned}',
    }),
    capital: amount('国有资本经营预算', {
      required: false,
      help: '没有的留空。',
      printedIn: '{表 commissioned}、{说明 commissioned}',
    }),
    purpose: longText('用途', {
      leadIn: '主要用于',
      required: false,
      expected: true,
      help: '除不予公开的项目外都要填，接在“主要用于：”之后，写成一段，句末不加句号。',
      example: '聘请法律顾问',
      printedIn: '{说明 commissioned}',
      withheldWithProject: true,
    }),
    order: count('说明顺序', {
      required: false,
      help: '{说明 commissioned}的先后与{表 commissioned}不同时填 1、2、3……',
      example: '1',
      printedIn: '{说明 commissioned}',
    }),
  },
  { atLeastOneOf: ['general', 'fund', 'capital'], unique: ['unit', 'project'], mayBeEmpty: true },
);
