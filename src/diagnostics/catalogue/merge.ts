/** M: what stands in the way when units' workbooks become the department's, or what a person has to look at. */
import type { Definition } from '../finding.js';

export const mergeFindings = {
  M01: {
    severity: 'error',
    title: '年度不同',
    message: '“{file}”是 {found} 年的，“{other}”是 {expected} 年的，不能合并。',
    remedy: '请换成同一年度的工作簿。',
  },
  M02: {
    severity: 'error',
    title: '预算单位重复',
    message: '“{found}”在“{file}”和“{other}”中都有，合并会重复计算。',
    remedy: '请核对是否把同一单位的工作簿给了两份，或有单位填错了名称。',
  },
  M03: {
    severity: 'warning',
    title: '科目名称不同',
    message: '编码 {found} 在“{file}”中是“{first}”，在“{other}”中是“{second}”，已采用前者。',
    remedy: '请以当年《政府收支分类科目》核对。',
  },
  M04: {
    severity: 'error',
    title: '绩效目标表重名',
    message: '绩效目标表“{found}”在“{file}”和“{other}”中都有，合并后无法区分。',
    remedy: '请在其中一份工作簿中改名（“项目信息”“项目绩效目标”“项目绩效指标”三张表一起改）。',
  },
  M05: {
    severity: 'warning',
    title: '可能是本部门内部往来',
    message: '“{file}”有 {found} {expected}，{row}“{other}”。合并后收入和支出都会各多算一遍。',
    remedy: '请核对：属于本部门各单位之间往来的，在合并后的工作簿中抵销；来自部门以外的，可以不管。',
  },
  M06: {
    severity: 'note',
    title: '说明顺序已重排',
    message: '“{sheet}”表的“{column}”在“{file}”和“{other}”中有相同的数，已按单位先后重新编号。',
    remedy: '可以不管；需要调整先后的，在合并后的工作簿中修改。',
  },
  M07: {
    severity: 'note',
    title: '文字没有并入',
    message: '“{file}”的“{sheet}”表没有并入，合并后只保留本级“{other}”的。',
    remedy: '需要的内容请自行补到合并后的工作簿。',
  },
  M08: {
    severity: 'warning',
    title: '批复数没有并入',
    message: '批复数“{found}”在“{file}”中有，在“{other}”中没有，无法合计，没有并入。',
    remedy: '请在合并后的工作簿中填写部门的批复数。',
  },
  M09: {
    severity: 'note',
    title: '绩效情况已合计',
    message: '“预算绩效情况”的“{column}”在“{file}”中有填写，“{other}”等没有填写的按自动计算的数合计。',
    remedy: '请核对合计数；不需要另外填写的，在合并后的工作簿中清空即自动计算。',
  },
} as const satisfies Record<string, Definition>;
