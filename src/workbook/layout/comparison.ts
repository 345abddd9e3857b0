/**
 * Last year and why, what the classes are for, and control totals. Part of the workbook's one declaration (see
 * layout.ts).
 */
import { budgets, comparedLines, controlItems } from '../../vocabulary/terms.js';
import { amount, choice, display, functionCode, longText, table } from './types.js';

export const lastYear = table(
  '上年对比',
  '各项的上年预算数和增减原因。本年数由工具计算，不在此填写。每项都要填，上年没有的填 0。',
  {
    line: choice('对比事项', comparedLines, { required: true, help: '固定事项。', example: '基本支出' }),
    amount: amount('上年预算数', {
      required: true,
      help: '上年公开的预算数；没有的填 0。',
      example: '1500000.00',
      printedIn: '{说明 income expenditure generalChange operating}',
    }),
    reason: longText('主要原因', {
      leadIn: '主要原因是',
      required: false,
      expected: true,
      help: '与上年不同的必填，接在“主要原因是”之后，写成一段，句末不加句号。',
      example: '在职人员增加，人员经费相应增加',
      printedIn: '{说明 income expenditure generalChange operating}',
    }),
  },
  { prefilled: 'line', unique: ['line'] },
);

export const lastYearByCode = table(
  '上年对比（科目）',
  '一般公共预算当年拨款的每个项级科目的上年预算数和增减原因；本年或上年有钱的科目都要列。',
  {
    code: functionCode('功能科目编码', [7], {
      required: true,
      help: '7位项级编码。',
      example: '2010301',
      printedIn: '{说明 generalUse}',
    }),
    codeName: display('科目名称', { show: 'codeName', code: 'code' }, '自动显示，供核对。'),
    amount: amount('上年预算数', {
      required: true,
      help: '上年没有的填 0。',
      example: '1500000.00',
      printedIn: '{说明 generalUse}',
    }),
    reason: longText('主要原因', {
      leadIn: '主要原因是',
      required: false,
      expected: true,
      help: '与上年不同的必填，接在“主要原因是”之后，写成一段，句末不加句号。',
      example: '在职人员增加',
      printedIn: '{说明 generalUse}',
    }),
  },
  { unique: ['code'], mayBeEmpty: true },
);

export const purposes = table(
  '支出用途',
  '当年财政拨款支出的每一类主要用于什么。',
  {
    budget: choice('预算', budgets, { required: true, help: '从列表中选。', example: '一般公共预算' }),
    code: functionCode('功能科目类编码', [3], {
      required: true,
      help: '3位类级编码。',
      example: '201',
      printedIn: '{说明 fiscal}',
    }),
    codeName: display('科目名称', { show: 'codeName', code: 'code' }, '自动显示，供核对。'),
    purpose: longText('主要用于', {
      leadIn: '主要用于',
      required: true,
      help: '接在“主要用于”之后，写成一段，句末不加标点。',
      example: '在职人员经费和日常公用经费',
      printedIn: '{说明 fiscal}',
    }),
  },
  { unique: ['budget', 'code'], mayBeEmpty: true },
);

export const controlTotals = table(
  '批复数核对',
  '批复文件上的数，填了就与计算结果核对，不符即报错。可以不填；不印在文档中。',
  {
    item: choice('核对项目', controlItems, { required: true, help: '从列表中选。', example: '收入总计' }),
    amount: amount('批复数', { required: true, help: '批复文件上的数。', example: '5000000.00' }),
  },
  { unique: ['item'], mayBeEmpty: true },
);
