/**
 * The workbook: every sheet and column, declared once. Reading, the blank workbook (`yusuan new`) and the
 * documentation follow from this; so do the types of the facts (`Facts` in model/facts.ts).
 * Source: form.md, "One fact, entered once".
 */
import {
  amountUnits,
  budgets,
  codeCategories,
  commissionedNatures,
  comparedLines,
  controlItems,
  disclosures,
  entityKinds,
  fundingSources,
  officeWords,
  threePublicItems,
  unitNatures,
  yesNo,
} from '../../model/terms.js';
import {
  amount,
  anyCode,
  choice,
  count,
  date,
  display,
  economicCode,
  form,
  functionCode,
  goalName,
  longText,
  projectName,
  quantity,
  table,
  text,
  unitName,
  year,
} from './types.js';

const withheld = { withheldWithProject: true } as const;

const entity = form('基本信息', '本部门（单位）是谁、公开哪一年、金额用什么单位填写。', {
  year: year('预算年度', { required: true, help: '公开的预算年度，四位数字。', example: '2026', printedIn: '全文' }),
  kind: choice('公开类型', entityKinds, {
    required: true,
    help: '部门：编制部门预算（可带下属预算单位）；单位：只公开本单位。',
    example: '部门',
    printedIn: '全文',
  }),
  name: text('部门（单位）名称', {
    required: true,
    help: '封面、表头和说明中使用的规范全称，不带“（本级）”。',
    example: '某某市某某局',
    printedIn: '全文',
  }),
  amountUnit: choice('金额单位', amountUnits, {
    required: true,
    help: '本工作簿所有金额的单位。公开文档一律以万元印出；建议按元填写，避免四舍五入误差。',
    example: '元',
  }),
  date: date('落款日期', {
    required: true,
    help: '印在文末名称之下，按“2026年2月27日”填写。',
    example: '2026年2月27日',
    printedIn: '落款',
  }),
  contact: text('联系人', {
    required: false,
    help: '部门整体绩效目标表的部门联系人。',
    example: '某某',
    printedIn: '部门整体绩效目标表',
  }),
  phone: text('联系电话', {
    required: false,
    help: '部门整体绩效目标表的联系电话。',
    example: '0000000',
    printedIn: '部门整体绩效目标表',
  }),
});

const duties = table('主要职能', '每行一段，按顺序印在第一部分“主要职能”下。段首的编号请写在文字里。', {
  text: longText('内容', {
    required: true,
    help: '一段文字，原样印出。',
    example: '（一）贯彻执行……',
    printedIn: '第一部分 一',
  }),
});

const units = table(
  '预算单位',
  '纳入预算编制范围的单位。部门本级也是一行；只公开本单位的，只填本单位一行。表7、表11、表12按此顺序列示。',
  {
    name: text('单位名称', {
      required: true,
      help: '规范全称，其他表中的“预算单位”与此完全一致。本级不写“（本级）”。',
      example: '某某市某某局',
      printedIn: '第一部分 二、表7、表11、表12',
    }),
    nature: choice('单位性质', unitNatures, {
      required: true,
      help: '从列表中选。',
      example: '行政单位',
      printedIn: '第一部分 二',
    }),
    own: choice('是否本级', yesNo, {
      required: true,
      help: '部门本级填“是”，下属单位填“否”。单位公开时本单位填“是”。',
      example: '是',
    }),
  },
  { unique: ['name'] },
);

const innerOffices = table(
  '内设机构',
  '本级的内设机构，每行一个，按印出顺序填写。',
  { name: text('机构名称', { required: true, help: '内设机构名称。', example: '办公室', printedIn: '第一部分 二' }) },
  { unique: ['name'], mayBeEmpty: true },
);

const headcountDetails = { required: true, help: '没有的填 0。', example: '0', printedIn: '第一部分 二' } as const;
const headcount = form('人员情况', '编制数和实有人数，含所属各预算单位；增减由上年人数计算。', {
  officeWord: choice('内设机构称谓', officeWords, {
    required: true,
    help: '文档中称内设机构为处室还是科室。',
    example: '科室',
    printedIn: '第一部分 二',
  }),
  established: count('编制数', headcountDetails),
  inService: count('在职人数', headcountDetails),
  lastInService: count('上年在职人数', headcountDetails),
  retired: count('退休人数', headcountDetails),
  lastRetired: count('上年退休人数', headcountDetails),
  veteranRetired: count('离休人数', headcountDetails),
  lastVeteranRetired: count('上年离休人数', headcountDetails),
  actual: count('实有人数', {
    required: false,
    help: '不填则按在职、退休、离休人数合计；与合计不同时填写。',
    printedIn: '第一部分 二',
  }),
});

const codes = table(
  '科目名称',
  '本工作簿用到的功能分类（类、款、项）和经济分类（类、款）编码的名称，以当年《政府收支分类科目》为准。名称将印在公开表中，请逐一核对。',
  {
    category: choice('科目类别', codeCategories, { required: true, help: '功能分类或经济分类。', example: '功能分类' }),
    code: anyCode('科目编码', {
      required: true,
      help: '功能分类：类3位、款5位、项7位；经济分类：类3位、款5位。',
      example: '2010301',
    }),
    name: text('科目名称', {
      required: true,
      help: '当年科目的规范名称。',
      example: '行政运行',
      printedIn: '表2、3、5、6、7、8、9，说明五（三）',
    }),
  },
);

const basicByFunction = table(
  '基本支出（功能）',
  '基本支出按预算单位、功能科目和资金来源填列，含上年结转安排的基本支出。',
  {
    unit: unitName('预算单位', { required: true, help: '从“预算单位”表中选。', example: '某某市某某局' }),
    code: functionCode('功能科目编码', [7], {
      required: true,
      help: '7位项级编码；也可分三格填在“类”“款”“项”三列。',
      example: '2010301',
      printedIn: '表2、3、5、8、9',
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
      printedIn: '表3、5、8、9、12',
    }),
    public: amount('公用经费', {
      required: false,
      help: '没有的留空。',
      example: '300000.00',
      printedIn: '表3、5、8、9、12',
    }),
    total: display('合计', { show: 'sum', columns: ['personnel', 'public'] }, '自动合计，供核对。'),
  },
  { atLeastOneOf: ['personnel', 'public'], unique: ['unit', 'code', 'source'], mayBeEmpty: true },
);

const basicByEconomic = table(
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
      printedIn: '表6',
    }),
    codeName: display('科目名称', { show: 'codeName', code: 'code' }, '自动显示，供核对。'),
    amount: amount('金额', { required: true, help: '本年预算数。', example: '500000.00', printedIn: '表6、说明六' }),
  },
  { unique: ['unit', 'code'], mayBeEmpty: true },
);

const projects = table(
  '项目信息',
  '每个项目一行：是否公开、政策依据、分配、执行时间、结转用途。金额填在“项目支出”表。',
  {
    unit: unitName('预算单位', { required: true, help: '从“预算单位”表中选。', example: '某某市某某局' }),
    name: projectName('项目名称', {
      required: true,
      help: '公开文档中印出的项目名称；不予公开的项目填代号。',
      example: '某某工作经费',
      printedIn: '表7、11、12，说明七、十一、十二',
    }),
    disclosure: choice('是否公开', disclosures, {
      required: true,
      help: '不予公开的项目只印代号和金额，本行其余内容不会出现在任何输出中。',
      example: '公开',
    }),
    policyBasis: longText('设立的政策依据', {
      required: false,
      help: '当年一般公共预算安排的项目必填（不予公开的除外）。',
      example: '《……的通知》（某政发〔2025〕1号）',
      printedIn: '说明七',
      ...withheld,
    }),
    carrier: text('项目承担单位', {
      required: false,
      help: '不填则印预算单位名称。',
      example: '某某市某某局',
      printedIn: '说明七',
      ...withheld,
    }),
    allocation: longText('资金分配情况', {
      required: false,
      help: '当年一般公共预算安排的项目必填（不予公开的除外）。',
      example: '差旅费2.00万元、劳务费3.00万元。',
      printedIn: '说明七',
      ...withheld,
    }),
    period: text('资金执行时间', {
      required: false,
      help: '当年一般公共预算安排的项目必填（不予公开的除外）。',
      example: '2026年1月1日—2026年12月31日',
      printedIn: '说明七',
      ...withheld,
    }),
    order: count('项目说明顺序', {
      required: false,
      help: '说明七的先后与表7不同时填 1、2、3……；不填按表7顺序。',
      example: '1',
      printedIn: '说明七',
    }),
    carryOverPurpose: longText('结转资金用途', {
      leadIn: '主要用于',
      required: false,
      help: '有上年结转的项目必填（不予公开的除外），接在“主要用于：”之后，句末不加句号。',
      example: '支付上年未完工的设备款',
      printedIn: '说明十二',
      ...withheld,
    }),
    carryOverOrder: count('结转说明顺序', {
      required: false,
      help: '说明十二的先后与表12不同时填 1、2、3……；不填按表12顺序。',
      example: '1',
      printedIn: '说明十二',
    }),
    goal: goalName('绩效目标表', {
      required: false,
      help: '本项目的资金列在哪张项目支出绩效目标表，填“项目绩效目标”表中的名称；几个项目可以同在一张表。',
      example: '某某工作经费',
      printedIn: '项目支出绩效目标表',
      ...withheld,
    }),
  },
  { unique: ['unit', 'name'], mayBeEmpty: true },
);

const projectSpending = table(
  '项目支出',
  '项目支出按预算单位、项目、功能科目和资金来源填列，金额分列在经济分类各类下，含上年结转安排的项目支出。',
  {
    unit: unitName('预算单位', { required: true, help: '从“预算单位”表中选。', example: '某某市某某局' }),
    project: projectName('项目名称', {
      required: true,
      help: '与“项目信息”表一致。',
      example: '某某工作经费',
      printedIn: '表7、12',
    }),
    code: functionCode('功能科目编码', [7], {
      required: true,
      help: '7位项级编码；也可分三格填在“类”“款”“项”三列。',
      example: '2010302',
      printedIn: '表2、3、5、7、8、9',
    }),
    codeName: display('科目名称', { show: 'codeName', code: 'code' }, '自动显示，供核对。'),
    source: choice('资金来源', fundingSources, {
      required: true,
      help: '这笔支出用什么钱，从列表中选。',
      example: '一般公共预算',
    }),
    c301: amount('301工资福利支出', { required: false, help: '没有的留空。', printedIn: '表7' }),
    c302: amount('302商品和服务支出', { required: false, help: '没有的留空。', example: '50000.00', printedIn: '表7' }),
    c303: amount('303对个人和家庭的补助', { required: false, help: '没有的留空。', printedIn: '表7' }),
    c307: amount('307债务利息及费用支出', { required: false, help: '没有的留空。', printedIn: '表7' }),
    c309: amount('309资本性支出（基本建设）', { required: false, help: '没有的留空。', printedIn: '表7' }),
    c310: amount('310资本性支出', { required: false, help: '没有的留空。', printedIn: '表7' }),
    c311: amount('311对企业补助（基本建设）', { required: false, help: '没有的留空。', printedIn: '表7' }),
    c312: amount('312对企业补助', { required: false, help: '没有的留空。', printedIn: '表7' }),
    c313: amount('313对社会保障基金补助', { required: false, help: '没有的留空。', printedIn: '表7' }),
    c399: amount('399其他支出', { required: false, help: '没有的留空。', printedIn: '表7' }),
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

const threePublic = table(
  '三公经费',
  '当年财政拨款安排的“三公”经费，四项都要填，没有的填 0。合计和小计自动计算。',
  {
    item: choice('支出内容', threePublicItems, {
      required: true,
      help: '固定四项。',
      example: '公务接待费',
      printedIn: '表10',
    }),
    general: amount('一般公共预算', {
      required: true,
      help: '本年预算数，没有的填 0。',
      example: '0',
      printedIn: '表10、说明十',
    }),
    fund: amount('政府性基金', { required: false, help: '没有的留空。', printedIn: '表10、说明十' }),
    capital: amount('国有资本经营预算', { required: false, help: '没有的留空。', printedIn: '表10、说明十' }),
    lastGeneral: amount('上年一般公共预算', {
      required: true,
      help: '上年预算数，没有的填 0。',
      example: '3000.00',
      printedIn: '说明十',
    }),
    lastFund: amount('上年政府性基金', { required: false, help: '没有的留空。', printedIn: '说明十' }),
    lastCapital: amount('上年国有资本经营预算', { required: false, help: '没有的留空。', printedIn: '说明十' }),
    reason: longText('主要原因', {
      leadIn: '主要原因是',
      required: false,
      help: '与上年不同的必填，接在“主要原因是”之后，句末不加句号；两年都没有的不填则印“均未安排”。',
      example: '按厉行节约要求压减接待费用',
      printedIn: '说明十',
    }),
  },
  { prefilled: 'item', unique: ['item'] },
);

const commissioned = table(
  '委托业务费',
  '当年财政拨款安排的委托业务费，按单位和项目填列；没有的不填。',
  {
    unit: unitName('预算单位', {
      required: true,
      help: '从“预算单位”表中选。',
      example: '某某市某某局',
      printedIn: '表11',
    }),
    project: projectName('项目名称', {
      required: true,
      help: '经费类别为项目支出的，与“项目信息”表一致；为基本支出的，填经费名称。',
      example: '2026年运转类公用经费-保运转',
      printedIn: '表11、说明十一',
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
      printedIn: '表11、说明十一',
    }),
    fund: amount('政府性基金', { required: false, help: '没有的留空。', printedIn: '表11、说明十一' }),
    capital: amount('国有资本经营预算', { required: false, help: '没有的留空。', printedIn: '表11、说明十一' }),
    purpose: longText('用途', {
      leadIn: '主要用于',
      required: false,
      help: '接在“主要用于：”之后，句末不加句号（不予公开的项目不填）。',
      example: '聘请法律顾问',
      printedIn: '说明十一',
      ...withheld,
    }),
    order: count('说明顺序', {
      required: false,
      help: '说明十一的先后与表11不同时填 1、2、3……',
      example: '1',
      printedIn: '说明十一',
    }),
  },
  { atLeastOneOf: ['general', 'fund', 'capital'], unique: ['unit', 'project'], mayBeEmpty: true },
);

const lastYear = table(
  '上年对比',
  '各项的上年预算数和增减原因。本年数由工具计算，不在此填写。每项都要填，上年没有的填 0。',
  {
    line: choice('对比事项', comparedLines, { required: true, help: '固定事项。', example: '基本支出' }),
    amount: amount('上年预算数', {
      required: true,
      help: '上年公开的预算数；没有的填 0。',
      example: '1500000.00',
      printedIn: '说明二、三、五（一）、十三（一）',
    }),
    reason: longText('主要原因', {
      leadIn: '主要原因是',
      required: false,
      help: '与上年不同的必填，接在“主要原因是”之后，句末不加句号。',
      example: '在职人员增加，人员经费相应增加',
      printedIn: '说明二、三、五（一）、十三（一）',
    }),
  },
  { prefilled: 'line', unique: ['line'] },
);

const lastYearByCode = table(
  '上年对比（科目）',
  '一般公共预算当年拨款的每个项级科目的上年预算数和增减原因；本年或上年有钱的科目都要列。',
  {
    code: functionCode('功能科目编码', [7], {
      required: true,
      help: '7位项级编码。',
      example: '2010301',
      printedIn: '说明五（三）',
    }),
    codeName: display('科目名称', { show: 'codeName', code: 'code' }, '自动显示，供核对。'),
    amount: amount('上年预算数', {
      required: true,
      help: '上年没有的填 0。',
      example: '1500000.00',
      printedIn: '说明五（三）',
    }),
    reason: longText('主要原因', {
      leadIn: '主要原因是',
      required: false,
      help: '与上年不同的必填，接在“主要原因是”之后，句末不加句号。',
      example: '在职人员增加',
      printedIn: '说明五（三）',
    }),
  },
  { unique: ['code'], mayBeEmpty: true },
);

const purposes = table(
  '支出用途',
  '当年财政拨款支出的每一类主要用于什么。',
  {
    budget: choice('预算', budgets, { required: true, help: '从列表中选。', example: '一般公共预算' }),
    code: functionCode('功能科目类编码', [3], {
      required: true,
      help: '3位类级编码。',
      example: '201',
      printedIn: '说明四',
    }),
    codeName: display('科目名称', { show: 'codeName', code: 'code' }, '自动显示，供核对。'),
    purpose: longText('主要用于', {
      leadIn: '主要用于',
      required: true,
      help: '接在“主要用于”之后，句末不加标点。',
      example: '在职人员经费和日常公用经费',
      printedIn: '说明四',
    }),
  },
  { unique: ['budget', 'code'], mayBeEmpty: true },
);

const procurement = form('政府采购', '本年政府采购预算，没有的填 0。合计自动计算。', {
  goods: amount('政府采购货物预算', {
    required: true,
    help: '没有的填 0。',
    example: '30000.00',
    printedIn: '说明十三（二）',
  }),
  works: amount('政府采购工程预算', {
    required: true,
    help: '没有的填 0。',
    example: '0',
    printedIn: '说明十三（二）',
  }),
  services: amount('政府采购服务预算', {
    required: true,
    help: '没有的填 0。',
    example: '700000.00',
    printedIn: '说明十三（二）',
  }),
  total: display('政府采购预算合计', { show: 'sum', columns: ['goods', 'works', 'services'] }, '自动合计，供核对。'),
  reservedForSmall: amount('面向中小企业预留政府采购项目预算金额', {
    required: true,
    help: '没有的填 0。',
    example: '120000.00',
    printedIn: '说明十三（二）',
  }),
  reservedForMicro: amount('其中：小微企业预留政府采购项目预算金额', {
    required: true,
    help: '不大于中小企业预留金额；没有的填 0。',
    example: '120000.00',
    printedIn: '说明十三（二）',
  }),
});

const assetValue = { required: true, help: '没有的填 0。', example: '0', printedIn: '说明十三（三）' } as const;
const stateAssets = form('国有资产', '截至上年底占用使用国有资产情况，没有的填 0。车辆合计自动计算。', {
  houseArea: quantity('房屋面积（平方米）', assetValue),
  houseValue: amount('房屋价值', assetValue),
  cars: display(
    '车辆数量合计（辆）',
    { show: 'sum', columns: ['generalCars', 'dutyCars', 'otherCars'] },
    '自动合计，供核对。',
  ),
  generalCars: count('一般公务用车数量（辆）', assetValue),
  generalCarsValue: amount('一般公务用车价值', assetValue),
  dutyCars: count('执法执勤用车数量（辆）', assetValue),
  dutyCarsValue: amount('执法执勤用车价值', assetValue),
  otherCars: count('其他车辆数量（辆）', assetValue),
  otherCarsValue: amount('其他车辆价值', assetValue),
  carsValue: display(
    '车辆价值合计',
    { show: 'sum', columns: ['generalCarsValue', 'dutyCarsValue', 'otherCarsValue'] },
    '自动合计，供核对。',
  ),
  furnitureValue: amount('办公家具价值', assetValue),
  otherValue: amount('其他资产价值', assetValue),
  equipment50: count('单价50万元以上大型设备（台）', assetValue),
  equipment100: count('单价100万元以上大型设备（台）', assetValue),
  plannedEquipment50: count('本年安排购置单价50万元以上大型设备（台）', assetValue),
  plannedEquipment100: count('本年安排购置单价100万元以上大型设备（台）', assetValue),
});

const performance = form(
  '预算绩效情况',
  '部门（单位）整体绩效目标，以及与自动计算不同、需要另行说明的数。没有整体绩效目标的不填。',
  {
    annualGoal: longText('年度绩效目标', {
      required: false,
      help: '编制整体绩效目标的填写；填写后印出部门（单位）整体绩效目标表。',
      example: '本部门2026年计划……',
      printedIn: '部门整体绩效目标表',
    }),
    fromAbove: amount('财政资金：上级安排', {
      required: false,
      help: '不填则按上级转移支付自动计算；与自动计算不同时填写。',
      printedIn: '部门整体绩效目标表',
    }),
    fromOwn: amount('财政资金：本级安排', {
      required: false,
      help: '不填则按本级财政资金（含财政拨款结转）自动计算；与自动计算不同时填写。',
      printedIn: '部门整体绩效目标表',
    }),
    fromOther: amount('其他资金', {
      required: false,
      help: '不填则按非财政拨款资金自动计算；与自动计算不同时填写。',
      printedIn: '部门整体绩效目标表',
    }),
    projectCount: count('当年预算安排项目个数', {
      required: false,
      help: '不填则按“项目支出”表当年安排的项目自动计数；与自动计数不同时填写。',
      example: '8',
      printedIn: '说明十三（四）',
    }),
  },
  true,
);

const entityIndicators = table(
  '整体绩效指标',
  '部门（单位）整体绩效目标表的指标，按表中顺序填写。',
  {
    level1: text('一级指标', {
      required: true,
      help: '如 履职效能。',
      example: '履职效能',
      printedIn: '部门整体绩效目标表',
    }),
    level2: text('二级指标', {
      required: true,
      help: '如 数量指标。',
      example: '数量指标',
      printedIn: '部门整体绩效目标表',
    }),
    level3: text('三级指标', {
      required: true,
      help: '指标内容。',
      example: '组织展会次数',
      printedIn: '部门整体绩效目标表',
    }),
    value: text('指标值', {
      required: true,
      help: '含比较符号和计量单位。',
      example: '>=30家',
      printedIn: '部门整体绩效目标表',
    }),
    basis: text('指标设定依据', {
      required: true,
      help: '指标从何而来。',
      example: '2026年工作计划',
      printedIn: '部门整体绩效目标表',
    }),
    weight: quantity('分值权重', {
      required: false,
      help: '数字；表样不印分值的可以不填。',
      example: '20',
      printedIn: '部门整体绩效目标表',
    }),
  },
  { mayBeEmpty: true },
);

const projectGoals = table(
  '项目绩效目标',
  '每张项目支出绩效目标表一行，按印出顺序填写；不予公开的项目不填。',
  {
    name: goalName('项目名称', {
      required: true,
      help: '绩效目标表中的项目名称。',
      example: '某某工作经费',
      printedIn: '项目支出绩效目标表',
    }),
    unit: unitName('预算单位', {
      required: true,
      help: '从“预算单位”表中选。',
      example: '某某市某某局',
      printedIn: '项目支出绩效目标表',
    }),
    leader: text('项目负责人', {
      required: true,
      help: '项目负责人。',
      example: '某某',
      printedIn: '项目支出绩效目标表',
    }),
    fiscal: amount('财政拨款', {
      required: false,
      help: '不填则按列入本表的项目自动计算；与自动计算不同时填写，并会提示核对。',
      printedIn: '项目支出绩效目标表',
    }),
    other: amount('其他资金', {
      required: false,
      help: '不填则按列入本表的项目自动计算；与自动计算不同时填写，并会提示核对。',
      printedIn: '项目支出绩效目标表',
    }),
    goal: longText('项目总体目标', {
      required: true,
      help: '项目总体目标。',
      example: '通过……，达到……',
      printedIn: '项目支出绩效目标表',
    }),
  },
  { unique: ['name'], mayBeEmpty: true },
);

const projectIndicators = table(
  '项目绩效指标',
  '各张项目支出绩效目标表的指标，同一张表的指标按印出顺序连续填写。',
  {
    goal: goalName('项目名称', { required: true, help: '与“项目绩效目标”表一致。', example: '某某工作经费' }),
    level1: text('一级指标', {
      required: true,
      help: '产出、成本、效益、满意度指标。',
      example: '产出指标',
      printedIn: '项目支出绩效目标表',
    }),
    level2: text('二级指标', {
      required: true,
      help: '如 数量指标、质量指标。',
      example: '数量指标',
      printedIn: '项目支出绩效目标表',
    }),
    level3: text('三级指标', {
      required: true,
      help: '指标内容。',
      example: '邀请专家人次',
      printedIn: '项目支出绩效目标表',
    }),
    value: text('指标值', {
      required: true,
      help: '含比较符号和计量单位。',
      example: '>=12人次',
      printedIn: '项目支出绩效目标表',
    }),
    basis: text('指标值设置依据', {
      required: true,
      help: '如 计划标准、历史标准。',
      example: '计划标准',
      printedIn: '项目支出绩效目标表',
    }),
    lastValue: text('上年完成值', {
      required: false,
      help: '没有的可留空或写“-”。',
      example: '12人次',
      printedIn: '项目支出绩效目标表',
    }),
    weight: quantity('指标分值权重', {
      required: true,
      help: '数字。',
      example: '10',
      printedIn: '项目支出绩效目标表',
    }),
    scoring: text('指标赋分规则', {
      required: true,
      help: '如 按照完成比例赋分。',
      example: '按照完成比例赋分',
      printedIn: '项目支出绩效目标表',
    }),
    evidence: text('佐证资料', {
      required: true,
      help: '如 工作资料。',
      example: '工作资料',
      printedIn: '项目支出绩效目标表',
    }),
  },
  { mayBeEmpty: true },
);

const otherMatters = table(
  '其他说明',
  '其他需说明的事项，每行一段，原样印出；没有的不填。',
  {
    text: longText('内容', {
      required: true,
      help: '一段文字。段首的编号请写在文字里。',
      example: '本单位……',
      printedIn: '说明十三（五）',
    }),
  },
  { mayBeEmpty: true },
);

const extraTerms = table(
  '补充名词解释',
  '表样已有的名词解释之外需要补充的；没有的不填。',
  {
    term: text('名词', { required: true, help: '名词。', example: '专精特新', printedIn: '第四部分' }),
    definition: longText('解释', {
      required: true,
      help: '完整句子，句末加句号。',
      example: '指……。',
      printedIn: '第四部分',
    }),
  },
  { unique: ['term'], mayBeEmpty: true },
);

const controlTotals = table(
  '批复数核对',
  '批复文件上的数，填了就与计算结果核对，不符即报错。可以不填；不印在文档中。',
  {
    item: choice('核对项目', controlItems, { required: true, help: '从列表中选。', example: '收入总计' }),
    amount: amount('批复数', { required: true, help: '批复文件上的数。', example: '5000000.00' }),
  },
  { unique: ['item'], mayBeEmpty: true },
);

/** Every sheet that is read, in tab order. (填写说明, the first tab, is written by `yusuan new` and never read.) */
export const layout = {
  entity,
  duties,
  units,
  innerOffices,
  headcount,
  codes,
  basicByFunction,
  basicByEconomic,
  projects,
  projectSpending,
  threePublic,
  commissioned,
  lastYear,
  lastYearByCode,
  purposes,
  procurement,
  stateAssets,
  performance,
  entityIndicators,
  projectGoals,
  projectIndicators,
  otherMatters,
  extraTerms,
  controlTotals,
} as const;

export type Layout = typeof layout;
export type SheetKey = keyof Layout;

/** The first tab of the blank workbook; it holds no facts. */
export const guideSheetName = '填写说明';
