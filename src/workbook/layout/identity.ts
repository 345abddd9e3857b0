/**
 * Who publishes: entity, duties, units, offices, headcount, and the names of codes. Part of the workbook's one
 * declaration (see layout.ts).
 */
import { amountUnits, codeCategories, entityKinds, officeWords, unitNatures, yesNo } from '../../vocabulary/terms.js';
import { anyCode, choice, count, date, form, longText, table, text, year } from './types.js';

export const entity = form('基本信息', '本部门（单位）是谁、公开哪一年、金额用什么单位填写。', {
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
    expected: true,
    help: '编制整体绩效目标的填写，印在部门整体绩效目标表。',
    example: '某某',
    printedIn: '部门整体绩效目标表',
  }),
  phone: text('联系电话', {
    required: false,
    expected: true,
    help: '编制整体绩效目标的填写，印在部门整体绩效目标表。',
    example: '0000000',
    printedIn: '部门整体绩效目标表',
  }),
});

export const duties = table('主要职能', '每行一段，按顺序印在第一部分“主要职能”下。段首的编号请写在文字里。', {
  text: longText('内容', {
    required: true,
    help: '一段文字，原样印出。',
    example: '（一）贯彻执行……',
    printedIn: '第一部分 一',
  }),
});

export const units = table(
  '预算单位',
  '纳入预算编制范围的单位。部门本级也是一行；只公开本单位的，只填本单位一行。{表 projects}、{表 commissioned}、{表 carryOver}按此顺序列示。',
  {
    name: text('单位名称', {
      required: true,
      help: '规范全称，其他表中的“预算单位”与此完全一致。本级不写“（本级）”。',
      example: '某某市某某局',
      printedIn: '第一部分 二、{表 projects}、{表 commissioned}、{表 carryOver}',
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

export const innerOffices = table(
  '内设机构',
  '本级的内设机构，每行一个，按印出顺序填写。',
  { name: text('机构名称', { required: true, help: '内设机构名称。', example: '办公室', printedIn: '第一部分 二' }) },
  { unique: ['name'], mayBeEmpty: true },
);

const headcountDetails = { required: true, help: '没有的填 0。', example: '0', printedIn: '第一部分 二' } as const;

export const headcount = form('人员情况', '编制数和实有人数，含所属各预算单位；增减由上年人数计算。', {
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

export const codes = table(
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
      printedIn: '{表 income expenditure general basic projects fund capital}，{说明 generalUse}',
    }),
  },
);
