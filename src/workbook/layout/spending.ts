/** The money of this year: basic expenditure and projects. Part of the workbook's one declaration (see layout.ts). */
import { disclosures, fundingSources } from '../../vocabulary/terms.js';
import {
  amount,
  choice,
  count,
  display,
  economicCode,
  functionCode,
  goalName,
  longText,
  onlyUnitHelp,
  projectName,
  table,
  text,
  unitName,
} from './types.js';

const withheld = { withheldWithProject: true } as const;

export const basicByFunction = table(
  '基本支出（功能）',
  '基本支出按预算单位、功能科目和资金来源填列，含上年结转安排的基本支出。',
  {
    unit: unitName('预算单位', { required: true, help: onlyUnitHelp, example: '某某市某某局' }),
    code: functionCode('功能科目编码', [7], {
      required: true,
      help: '7位项级编码；也可分三格填在“类”“款”“项”三列。',
      example: '2010301',
      printedIn: '{表 income expenditure general fund capital}',
    }),
    codeName: display('科目名称', { show: 'codeName', code: 'code' }, '自动显示，供核对。'),
    source: choice('资金来源', fundingSources, {
      required: true,
      help: '这笔支出用什么钱，从列表中选。',
      example: '一般公共预算',
    }),
    personnel: amount('人员经费', {
      required: false,
      help: '没有的留空。',
      example: '1200000.00',
      printedIn: '{表 expenditure general fund capital carryOver}',
    }),
    public: amount('公用经费', {
      required: false,
      help: '没有的留空。',
      example: '300000.00',
      printedIn: '{表 expenditure general fund capital carryOver}',
    }),
    total: display('合计', { show: 'sum', columns: ['personnel', 'public'] }, '自动合计，供核对。'),
  },
  { atLeastOneOf: ['personnel', 'public'], unique: ['unit', 'code', 'source'], mayBeEmpty: true },
);

export const basicByEconomic = table(
  '基本支出（经济）',
  '当年一般公共预算（含上级转移支付）安排的基本支出，按部门预算支出经济分类款级科目填列，与“基本支出（功能）”的人员、公用经费核对。',
  {
    unit: unitName('预算单位', {
      required: false,
      help: '可不填；分单位填列时从“预算单位”表中选。',
      example: '某某市某某局',
    }),
    code: economicCode('经济科目编码', [5], {
      required: true,
      help: '5位款级编码；301、303类为人员经费，302、310类为公用经费。也可分两格填在“类”“款”两列。',
      example: '30101',
      printedIn: '{表 basic}',
    }),
    codeName: display('科目名称', { show: 'codeName', code: 'code' }, '自动显示，供核对。'),
    amount: amount('金额', {
      required: true,
      help: '本年预算数。',
      example: '500000.00',
      printedIn: '{表 basic}、{说明 basic}',
    }),
  },
  { unique: ['unit', 'code'], mayBeEmpty: true },
);

export const projects = table(
  '项目信息',
  '每个项目一行：是否公开、政策依据、分配、执行时间、结转用途。金额填在“项目支出”表。',
  {
    unit: unitName('预算单位', { required: true, help: onlyUnitHelp, example: '某某市某某局' }),
    name: projectName('项目名称', {
      required: true,
      help: '公开文档中印出的项目名称；不予公开的项目填代号。',
      example: '某某工作经费',
      printedIn: '{表 projects commissioned carryOver}，{说明 projects commissioned carryOver}',
    }),
    disclosure: choice('是否公开', disclosures, {
      required: true,
      help: '不予公开的项目只印代号和金额，本行其余内容不会出现在任何输出中。',
      example: '公开',
    }),
    policyBasis: longText('设立的政策依据', {
      required: false,
      expected: true,
      help: '当年一般公共预算安排的项目必填（不予公开的除外）。',
      example: '《……的通知》（某政发〔2025〕1号）',
      printedIn: '{说明 projects}',
      ...withheld,
    }),
    carrier: text('项目承担单位', {
      required: false,
      help: '不填则印预算单位名称。',
      example: '某某市某某局',
      printedIn: '{说明 projects}',
      ...withheld,
    }),
    allocation: longText('资金分配情况', {
      required: false,
      expected: true,
      help: '当年一般公共预算安排的项目必填（不予公开的除外）。',
      example: '差旅费2.00万元、劳务费3.00万元。',
      printedIn: '{说明 projects}',
      ...withheld,
    }),
    period: text('资金执行时间', {
      required: false,
      expected: true,
      help: '当年一般公共预算安排的项目必填（不予公开的除外）。',
      example: '2026年1月1日—2026年12月31日',
      printedIn: '{说明 projects}',
      ...withheld,
    }),
    order: count('项目说明顺序', {
      required: false,
      help: '{说明 projects}的先后与{表 projects}不同时填 1、2、3……；不填按{表 projects}顺序。',
      example: '1',
      printedIn: '{说明 projects}',
    }),
    carryOverPurpose: longText('结转资金用途', {
      leadIn: '主要用于',
      required: false,
      expected: true,
      help: '有上年结转的项目必填（不予公开的除外），接在“主要用于：”之后，写成一段，句末不加句号。',
      example: '支付上年未完工的设备款',
      printedIn: '{说明 carryOver}',
      ...withheld,
    }),
    carryOverOrder: count('结转说明顺序', {
      required: false,
      help: '{说明 carryOver}的先后与{表 carryOver}不同时填 1、2、3……；不填按{表 carryOver}顺序。',
      example: '1',
      printedIn: '{说明 carryOver}',
    }),
    goal: goalName('绩效目标表', {
      required: false,
      help: '本项目的资金列在哪张项目支出绩效目标表，填“项目绩效目标”表中的名称；与项目同名的可以不填，几个项目可以同在一张表。',
      example: '某某工作经费',
      printedIn: '项目支出绩效目标表',
      ...withheld,
    }),
  },
  { unique: ['unit', 'name'], mayBeEmpty: true },
);

export const projectSpending = table(
  '项目支出',
  '项目支出按预算单位、项目、功能科目和资金来源填列，金额分列在经济分类各类下，含上年结转安排的项目支出。',
  {
    unit: unitName('预算单位', { required: true, help: onlyUnitHelp, example: '某某市某某局' }),
    project: projectName('项目名称', {
      required: true,
      help: '与“项目信息”表一致。',
      example: '某某工作经费',
      printedIn: '{表 projects carryOver}',
    }),
    code: functionCode('功能科目编码', [7], {
      required: true,
      help: '7位项级编码；也可分三格填在“类”“款”“项”三列。',
      example: '2010302',
      printedIn: '{表 income expenditure general projects fund capital}',
    }),
    codeName: display('科目名称', { show: 'codeName', code: 'code' }, '自动显示，供核对。'),
    source: choice('资金来源', fundingSources, {
      required: true,
      help: '这笔支出用什么钱，从列表中选。',
      example: '一般公共预算',
    }),
    c301: amount('301工资福利支出', { required: false, help: '没有的留空。', printedIn: '{表 projects}' }),
    c302: amount('302商品和服务支出', {
      required: false,
      help: '没有的留空。',
      example: '50000.00',
      printedIn: '{表 projects}',
    }),
    c303: amount('303对个人和家庭的补助', { required: false, help: '没有的留空。', printedIn: '{表 projects}' }),
    c307: amount('307债务利息及费用支出', { required: false, help: '没有的留空。', printedIn: '{表 projects}' }),
    c309: amount('309资本性支出（基本建设）', { required: false, help: '没有的留空。', printedIn: '{表 projects}' }),
    c310: amount('310资本性支出', { required: false, help: '没有的留空。', printedIn: '{表 projects}' }),
    c311: amount('311对企业补助（基本建设）', { required: false, help: '没有的留空。', printedIn: '{表 projects}' }),
    c312: amount('312对企业补助', { required: false, help: '没有的留空。', printedIn: '{表 projects}' }),
    c313: amount('313对社会保障基金补助', { required: false, help: '没有的留空。', printedIn: '{表 projects}' }),
    c399: amount('399其他支出', { required: false, help: '没有的留空。', printedIn: '{表 projects}' }),
    total: display(
      '合计',
      { show: 'sum', columns: ['c301', 'c302', 'c303', 'c307', 'c309', 'c310', 'c311', 'c312', 'c313', 'c399'] },
      '自动合计，供核对。',
    ),
  },
  {
    atLeastOneOf: ['c301', 'c302', 'c303', 'c307', 'c309', 'c310', 'c311', 'c312', 'c313', 'c399'],
    unique: ['unit', 'project', 'code', 'source'],
    mayBeEmpty: true,
  },
);
