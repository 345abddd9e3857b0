/** R: names and codes that refer to another row, and rows that stand twice. */
import type { Definition } from '../finding.js';

export const referenceFindings = {
  R01: {
    severity: 'error',
    title: '名称对不上',
    message: '“{column}”填的“{found}”在“{list}”表中没有{nearest}。',
    remedy: '写错的请改正（可从下拉列表中选）；还没有登记的，请先在“{list}”表中登记一行。',
  },
  R02: {
    severity: 'error',
    title: '科目编码没有名称',
    message: '编码 {found} 在“科目名称”表中没有{parents}{nearest}。',
    remedy:
      '请核对编码；编码无误的，请在“科目名称”表中补上 {expected}，每个编码一行，名称以当年《政府收支分类科目》为准。',
  },
  R03: {
    severity: 'error',
    title: '缺少上级科目',
    message: '编码 {found} 的上级科目 {expected} 在“科目名称”表中没有。',
    remedy: '请在“科目名称”表中补上 {expected}，每个编码一行，名称以当年《政府收支分类科目》为准。',
  },
  R04: {
    severity: 'error',
    title: '一个编码有两个名称',
    message: '编码 {found} 有两个名称：“{first}”和“{second}”。',
    remedy: '请只保留一个，以当年《政府收支分类科目》为准。',
  },
  R05: {
    severity: 'error',
    title: '重复填写',
    message: '{row}与第{other}行重复（{found}）。',
    remedy: '请合并为一行，或改正其中一行。',
  },
  R06: {
    severity: 'error',
    title: '表样没有这一类科目',
    message: '编码 {found} 属于 {expected} 类，{year}年表样的支出功能分类中没有这一类。',
    remedy: '请核对编码和预算年度。',
  },
  R07: {
    severity: 'error',
    title: '本级单位不明',
    message: '“预算单位”表应有且只有一行“是否本级”填“是”，现在有 {found} 行。',
    remedy: '请改正“是否本级”一列。',
  },
  R08: {
    severity: 'error',
    title: '类的名称与表样不同',
    message: '编码 {found} 的名称是“{first}”，表样是“{expected}”。',
    remedy: '请改为表样的名称。',
  },
  R09: {
    severity: 'error',
    title: '缺少固定行',
    message: '“{sheet}”表缺少“{expected}”一行。',
    remedy: '请补上这一行；没有数的填 0。',
  },
  R10: {
    severity: 'note',
    title: '名称写法不一致',
    message: '“{column}”填的“{found}”与“{list}”表的“{expected}”写法略有不同，已按后者处理。',
    remedy: '可以不改；建议统一。',
  },
  R11: {
    severity: 'warning',
    title: '登记了但没有金额',
    message: '项目“{found}”在“项目支出”表中没有金额，文档中不印出，也不计入项目个数，只列了它的绩效目标表也不印。',
    remedy: '如果是漏填请补上金额；不需要的请删除。',
  },
  R12: {
    severity: 'error',
    title: '单位公开只能有一个单位',
    message: '公开类型为“单位”，但“预算单位”表有 {found} 行。',
    remedy: '请只保留本单位一行；要公开汇总预算的，请把公开类型改为“部门”。',
  },
  R13: {
    severity: 'warning',
    title: '绩效目标表没有指标',
    message: '“{found}”在“项目绩效指标”表中没有指标。',
    remedy: '请补填指标。',
  },
  R14: {
    severity: 'warning',
    title: '绩效目标表没有对应项目',
    message: '没有项目列入绩效目标表“{found}”，资金无法核对。',
    remedy: '请在“项目信息”表的“绩效目标表”列填写该名称。',
  },
  R15: {
    severity: 'error',
    title: '科目编码与类别不符',
    message: '编码 {found} 与科目类别“{expected}”不符：功能分类为3、5或7位且以2开头，经济分类为3或5位且以3开头。',
    remedy: '请核对编码和科目类别。',
  },
  R16: {
    severity: 'error',
    title: '本级名称与部门（单位）名称不同',
    message: '本级单位名称是“{found}”，基本信息中的名称是“{expected}”。',
    remedy: '请改为一致；单位名称不写“（本级）”。',
  },
  R17: {
    severity: 'error',
    title: '说明顺序重复',
    message: '“{column}”中有两个 {found}。',
    remedy: '请编为不重复的 1、2、3……',
  },
  R18: {
    severity: 'error',
    title: '基本支出不用这一类科目',
    message: '“基本支出（经济）”不能填 {found}：基本支出只用 301、302、303、310 类。',
    remedy: '请核对经济科目编码。',
  },
  R19: {
    severity: 'error',
    title: '绩效目标没有公开的项目列入',
    message:
      '这一行的“项目名称”没有一个公开的项目列入；工作簿中有不予公开的项目，为防泄露，这一行没有读取，内容不显示。',
    remedy:
      '请在“项目信息”表该项目的“绩效目标表”列填写同一名称；属于不予公开项目的，请删除“项目绩效目标”“项目绩效指标”表中的这些行。',
  },
  R20: {
    severity: 'error',
    title: '绩效目标表列入了不予公开的项目',
    message: '这张绩效目标表既有公开的项目列入，又有不予公开的项目列入；为防泄露没有读取，内容不显示。',
    remedy: '请清空“项目信息”表中不予公开项目的“绩效目标表”一格；这张表写到该项目的，请另设一张只写公开项目的表。',
  },
  R21: {
    severity: 'error',
    title: '名称与数字连在一起',
    message: '“{found}”印在文档中时与{expected}连写，会看成一个数。',
    remedy: '请写全称或法定名称；确有数字或字母的，写成汉字数字，或加引号、括号，如“第二”、“（2）”。',
  },
  R22: {
    severity: 'note',
    title: '科目重复登记',
    message: '有 {count} 行登记的科目上面已有，名称也相同，第一处是{row}（{found}），只用上面的。',
    remedy: '可以不管，或清空这些行。',
  },
} as const satisfies Record<string, Definition>;
