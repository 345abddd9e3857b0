/** C: what stands in one cell. */
import type { Definition } from '../finding.js';

export const cellFindings = {
  C01: {
    severity: 'error',
    title: '必填项未填',
    message: '{row}的“{column}”没有填写。',
    remedy: '请填写。{help}',
  },
  C02: {
    severity: 'error',
    title: '金额不是数字',
    message: '{row}的“{column}”应填数字，现在是“{found}”。',
    remedy:
      '请换算成本工作簿的金额单位后只填数字（按元填写的，1.2万元填 12000），不写“元”“万元”和别的字；没有数的留空，数为零的填 0。',
  },
  C03: {
    severity: 'error',
    title: '公式出错',
    message: '{row}的“{column}”显示错误值 {found}。',
    remedy: '请改正公式，或直接填写数值。',
  },
  C04: {
    severity: 'error',
    title: '公式没有计算结果',
    message: '{row}的“{column}”是公式，但文件里没有保存它的计算结果。',
    remedy: '请在 Excel 或 WPS 中打开工作簿，等公式计算完后保存，再运行。',
  },
  C05: {
    severity: 'error',
    title: '金额格成了日期',
    message: '{row}的“{column}”是日期格式，无法作为金额。',
    remedy: '请把单元格格式改为“数值”，并核对其中的数。',
  },
  C06: {
    severity: 'error',
    title: '金额格成了百分比',
    message: '{row}的“{column}”是百分比格式，无法作为金额。',
    remedy: '请把单元格格式改为“数值”，并核对其中的数。',
  },
  C07: {
    severity: 'warning',
    title: '数字已自动识别',
    message: '{row}的“{column}”填的是“{found}”{why}，已按 {expected} 读取。',
    remedy: '请核对；建议改为普通数字。',
  },
  C08: {
    severity: 'error',
    title: '金额为负',
    message: '{row}的“{column}”是负数 {found}。',
    remedy: '预算数不能为负，请核对。',
  },
  C09: {
    severity: 'error',
    title: '金额细于分',
    message: '{row}的“{column}”为 {found}，精确到分以下，无法计算。',
    remedy:
      '请改为精确到分的金额，公式请用 ROUND 函数保留到分。只有这一格按万元填的，请换算成元（乘以 10000）；整本都按万元填的，请把“基本信息”的金额单位改为万元。',
  },
  C10: {
    severity: 'error',
    title: '不在可选范围内',
    message: '{row}的“{column}”填的是“{found}”，应为：{expected}{nearest}。',
    remedy: '请从下拉列表中选择。',
  },
  C11: {
    severity: 'error',
    title: '空白表的提示文字没有替换',
    message: '{row}的“{column}”还留有“{found}”。',
    remedy: '请换成实际内容，或清空该格。',
  },
  C12: {
    severity: 'error',
    title: '应填整数',
    message: '{row}的“{column}”应填不小于零的整数，现在是“{found}”。',
    remedy: '请改为整数；没有的填 0。',
  },
  C13: {
    severity: 'error',
    title: '没有金额',
    message: '{row}没有填写任何金额（{expected}）。',
    remedy: '请填写金额；如果这一行不需要，请清空这一行所填的内容。',
  },
  C14: {
    severity: 'error',
    title: '科目编码格式不对',
    message: '{row}的“{column}”填的是“{found}”，应为{expected}。',
    remedy: '请填写完整的科目编码。',
  },
  C15: {
    severity: 'warning',
    title: '已去除不可见字符',
    message: '{row}的“{column}”含有不可见的控制字符，已去除。',
    remedy: '请核对文字；多是从别处复制时带来的。',
  },
  C16: {
    severity: 'error',
    title: '年度不对',
    message: '“{column}”填的是“{found}”，应为四位数字的年度，如 2026。',
    remedy: '请改为四位数字的年度。',
  },
  C17: {
    severity: 'error',
    title: '应填数字',
    message: '{row}的“{column}”应填不小于零的数字，现在是“{found}”。',
    remedy: '请只填数字；没有的填 0。',
  },
  C18: {
    severity: 'error',
    title: '引用了别的工作簿',
    message: '{row}的“{column}”的公式引用了别的文件。',
    remedy: '请改为直接填写数值：换一台电脑后引用会失效，也无法核对来源。',
  },
  C19: {
    severity: 'error',
    title: '应填文字',
    message: '{row}的“{column}”应填文字，现在是{what}“{found}”。',
    remedy: '请把单元格格式改为“文本”，再按要印出的样子填写。',
  },
  C20: {
    severity: 'error',
    title: '日期写法不对',
    message: '“{column}”填的是“{found}”，应写成“{example}”，且是真实的日期。',
    remedy: '请改正日期。',
  },
  C21: {
    severity: 'error',
    title: '金额过大',
    message: '{row}的“{column}”为 {found}，超过十万亿元。',
    remedy: '请核对数字和“基本信息”表的金额单位。',
  },
  C22: {
    severity: 'warning',
    title: '已去除换行',
    message: '{row}的“{column}”要印在一句话或一格里，其中的换行已去除。',
    remedy: '请核对文字；多是从别处粘贴时带来的。',
  },
  C23: {
    severity: 'warning',
    title: '已去除重复的文字',
    message: '{row}的“{column}”以“{found}”开头，文档的句子里已有这几个字，已去除。',
    remedy: '请核对；直接写原因或用途即可。',
  },
  C24: {
    severity: 'error',
    title: '数目过大',
    message: '{row}的“{column}”为 {found}，超过十亿。',
    remedy: '请核对数字。',
  },
  C25: {
    severity: 'note',
    title: '表样已有的标点',
    message: '{row}的“{column}”末尾写了“{found}”，表样会印出这个标点，已去掉。',
    remedy: '可以不管，或删去末尾的“{found}”。',
  },
  C26: {
    severity: 'error',
    title: '看到的与存的不同',
    message: '{row}的“{column}”存的是“{found}”，单元格格式却使它{why}，无法确定您看到的是什么。',
    remedy: '请把单元格格式改为“文本”，再按要印出的样子填写。',
  },
  C27: {
    severity: 'error',
    title: '显示的数与存的数不同',
    message: '{row}的“{column}”存的是 {found}，按单元格格式却{why}，不知以哪个为准。',
    remedy: '请把单元格格式改为“常规”或“数值”，核对这个数后再保存。',
  },
} as const satisfies Record<string, Definition>;
