/** Performance: figures, goals and their indicators. Part of the workbook's one declaration (see layout.ts). */
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
      help: '绩效目标表中的项目名称。一个项目一张表的，从列表中选项目名称即可；几个项目合编一张表的，另写名称，并在“项目信息”表填写。',
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
