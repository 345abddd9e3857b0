/**
 * Procurement, state assets, performance, other matters and terms. Part of the workbook's one declaration (see
 * layout.ts).
 */
import {
  amount,
  count,
  display,
  form,
  goalName,
  longText,
  onlyUnitHelp,
  quantity,
  table,
  text,
  unitName,
} from './types.js';

export const procurement = form('政府采购', '本年政府采购预算，没有的填 0。合计自动计算。', {
  goods: amount('政府采购货物预算', {
    required: true,
    help: '没有的填 0。',
    example: '30000.00',
    printedIn: '{说明 procurement}',
  }),
  works: amount('政府采购工程预算', {
    required: true,
    help: '没有的填 0。',
    example: '0',
    printedIn: '{说明 procurement}',
  }),
  services: amount('政府采购服务预算', {
    required: true,
    help: '没有的填 0。',
    example: '700000.00',
    printedIn: '{说明 procurement}',
  }),
  total: display('政府采购预算合计', { show: 'sum', columns: ['goods', 'works', 'services'] }, '自动合计，供核对。'),
  reservedForSmall: amount('面向中小企业预留政府采购项目预算金额', {
    required: true,
    help: '没有的填 0。',
    example: '120000.00',
    printedIn: '{说明 procurement}',
  }),
  reservedForMicro: amount('其中：小微企业预留政府采购项目预算金额', {
    required: true,
    help: '不大于中小企业预留金额；没有的填 0。',
    example: '120000.00',
    printedIn: '{说明 procurement}',
  }),
});

const assetValue = { required: true, help: '没有的填 0。', example: '0', printedIn: '{说明 assets}' } as const;

export const stateAssets = form('国有资产', '截至上年底占用使用国有资产情况，没有的填 0。车辆合计自动计算。', {
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

export const performance = form(
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
      printedIn: '{说明 performance}',
    }),
  },
  true,
);

/** The usual second-level indicators of performance tables. */
const secondLevels = [
  '数量指标',
  '质量指标',
  '时效指标',
  '经济成本指标',
  '社会成本指标',
  '生态环境成本指标',
  '经济效益指标',
  '社会效益指标',
  '生态效益指标',
  '可持续影响指标',
  '满意度指标',
] as const;

export const entityIndicators = table(
  '整体绩效指标',
  '部门（单位）整体绩效目标表的指标，按表中顺序填写。',
  {
    level1: text('一级指标', {
      required: true,
      suggestions: ['履职效能', '管理效率', '社会效应', '可持续发展能力', '满意度'],
      help: '如 履职效能；列表中没有的可以直接写。',
      example: '履职效能',
      printedIn: '部门整体绩效目标表',
    }),
    level2: text('二级指标', {
      required: true,
      suggestions: secondLevels,
      help: '如 数量指标；列表中没有的可以直接写。',
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

export const projectGoals = table(
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
      help: onlyUnitHelp,
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
    order: count('印出顺序', {
      required: false,
      help: '印出的先后与填写的先后不同时填 1、2、3……；各单位分别填报、部门合并的，用来排定先后。',
      example: '1',
      printedIn: '项目支出绩效目标表',
    }),
  },
  { unique: ['name'], mayBeEmpty: true },
);

export const projectIndicators = table(
  '项目绩效指标',
  '各张项目支出绩效目标表的指标，同一张表的指标按印出顺序连续填写。',
  {
    goal: goalName('项目名称', {
      required: true,
      help: '与“项目绩效目标”表一致。每个项目只在第一行填写，以下各行留空即可，到下一个项目再填。',
      example: '某某工作经费',
    }),
    block: display('所属项目', { show: 'block', column: 'goal' }, '自动显示这一行属于哪个项目，供核对。'),
    level1: text('一级指标', {
      required: true,
      suggestions: ['产出指标', '成本指标', '效益指标', '满意度指标'],
      help: '产出、成本、效益、满意度指标；列表中没有的可以直接写。',
      example: '产出指标',
      printedIn: '项目支出绩效目标表',
    }),
    level2: text('二级指标', {
      required: true,
      suggestions: secondLevels,
      help: '如 数量指标、质量指标；列表中没有的可以直接写。',
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
  { continues: 'goal', mayBeEmpty: true },
);

export const otherMatters = table(
  '其他说明',
  '其他需说明的事项，每行一段，原样印出；没有的不填。',
  {
    text: longText('内容', {
      required: true,
      help: '一段文字。段首的编号请写在文字里。',
      example: '本单位……',
      printedIn: '{说明 remarks}',
    }),
  },
  { mayBeEmpty: true },
);

export const extraTerms = table(
  '补充名词解释',
  '表样已有的名词解释之外需要补充的；没有的不填。',
  {
    term: text('名词', {
      followedBy: '：',
      required: true,
      help: '名词。',
      example: '专精特新',
      printedIn: '第四部分',
    }),
    definition: longText('解释', {
      required: true,
      help: '完整句子，句末加句号。',
      example: '指……。',
      printedIn: '第四部分',
    }),
  },
  { unique: ['term'], mayBeEmpty: true },
);
