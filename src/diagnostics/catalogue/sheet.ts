/** S: sheets and columns of the workbook. */
import type { Definition } from '../finding.js';

export const sheetFindings = {
  S01: {
    severity: 'error',
    title: '缺少工作表',
    message: '没有找到工作表“{expected}”{nearest}。',
    remedy: '请恢复该工作表，或把对应的工作表改名为“{expected}”。可用 npx yusuan new 生成一份空白工作簿对照。',
  },
  S02: {
    severity: 'error',
    title: '缺少列',
    message: '“{sheet}”表没有找到“{expected}”列{nearest}。',
    remedy: '列名改了的，请改回“{expected}”；整列删了的，请在表头行补上这一列。',
  },
  S03: {
    severity: 'note',
    title: '未使用的列',
    message: '“{sheet}”表的“{found}”列不是本工具的列，未读取{cells}。',
    remedy: '如果是自己加的备注列，可以不管；如果是列名改了，请改回。',
  },
  S04: {
    severity: 'note',
    title: '未使用的工作表',
    message: '工作表“{found}”不是本年度表样需要的，未读取。',
    remedy: '如果是自己加的，可以不管；如果是表名改了，请改回。',
  },
  S05: {
    severity: 'error',
    title: '工作表重复',
    message: '工作表“{found}”和“{other}”都像是“{expected}”，无法确定用哪一个。',
    remedy: '请只保留一个，或把另一个改成别的名称。',
  },
  S06: {
    severity: 'error',
    title: '列名重复',
    message: '“{sheet}”表有两个“{found}”列，无法确定用哪一个。',
    remedy: '请删除或改名其中一列。',
  },
  S07: {
    severity: 'warning',
    title: '隐藏的内容也参与计算',
    message: '“{sheet}”表{cells}被隐藏，其中的内容仍然读取并参与计算。',
    remedy: '请取消隐藏（筛选隐藏的，请清除筛选）后核对；不需要的内容请清空，而不是隐藏。',
  },
  S08: {
    severity: 'error',
    title: '没有填写',
    message: '“{sheet}”表没有填写任何一行。',
    remedy: '请按表头填写；各列的要求见“填写说明”表。',
  },
  S09: {
    severity: 'error',
    title: '找不到表头',
    message: '“{sheet}”表没有找到表头行（应有“{expected}”等列名）。',
    remedy: '请恢复表头行。可用 npx yusuan new 生成一份空白工作簿对照。',
  },
  S10: {
    severity: 'error',
    title: '缺少填写项',
    message: '“{sheet}”表没有找到“{expected}”这一项{nearest}。',
    remedy: '请恢复该行左侧的项目名称“{expected}”。',
  },
  S11: {
    severity: 'note',
    title: '未使用的填写项',
    message: '“{sheet}”表的“{found}”不是本工具的填写项，未读取{cells}。',
    remedy: '如果是自己加的，可以不管；如果是名称改了，请改回。',
  },
  S12: {
    severity: 'error',
    title: '没有这一年的表样',
    message:
      '预算年度填的是 {found} 年，本工具有表样的年度是：{expected}。其他内容要按这一年的表样检查，这次没有检查。',
    remedy:
      '请核对预算年度；年度没有填错的，请等有这一年表样的新版本工具，或自备这一年的表样文件夹，已填的内容不受影响。',
  },
  S14: {
    severity: 'error',
    title: '填写项重复',
    message: '“{sheet}”表有两行“{found}”，无法确定用哪一行。',
    remedy: '请只保留一行。',
  },
  S15: {
    severity: 'error',
    title: '表外的数字',
    message: '“{sheet}”表 {cells} 有数字，但不在任何列名或填写项之下，未读取。',
    remedy: '列名（项目名称）被清空的，请恢复；应填在表内的，请移到对应的列；是自己的计算，请删去，或加上列名。',
  },
  S13: {
    severity: 'error',
    title: '多出合计行',
    message: '{row}是“{found}”，会和上面的金额重复。',
    remedy: '合计由工具自动计算，请清空这一行。',
  },
  S16: {
    severity: 'error',
    title: '合并单元格',
    message: '{cells} 是合并单元格，只看得见左上角一格，其余各格的“{column}”不知该是什么。',
    remedy: '请取消合并（选中后再点一次“合并后居中”），每一格都照实填写，内容相同的也要逐格填上；表下的附注请删去。',
  },
  S17: {
    severity: 'warning',
    title: '未使用的列有金额',
    message: '“{sheet}”表的“{found}”列（{cells}）不是本工具的列，其中的数字没有读取，没有计入任何金额。',
    remedy: '应公开的金额请填在本工具的列中；只供自己核对的，可以不管。',
  },
  S18: {
    severity: 'note',
    title: '未读取的内容',
    message: '“{sheet}”表 {cells} 的内容在表头之外，未读取。',
    remedy: '如果是自己写的备注，可以不管；应公开的内容请填在表内。',
  },
  S19: {
    severity: 'error',
    title: '表头上方有数据',
    message: '“{sheet}”表第{row}行（{cells}）在表头（第{expected}行）上方，其中的数据没有读取。',
    remedy: '请把这一行移到表头下方；连表头一起排了序的，请撤销排序，或把表头行移回数据的上面。',
  },
  S20: {
    severity: 'warning',
    title: '自动显示的格被改写',
    message: '“{sheet}”表 {cells} 的“{column}”由公式自动计算，现在是直接填入的数，未读取。',
    remedy: '请核对各项分列的数；合计由本工具另行计算，这里填的数不起作用。',
  },
  S21: {
    severity: 'note',
    title: '不予公开，未读取',
    message: '“{sheet}”表 {cells} 属于（或可能属于）不予公开的项目，其中的内容不读取、不印出。',
    remedy: '可以不管；应公开的，请把“项目信息”表的“是否公开”改为“公开”。',
  },
  S22: {
    severity: 'warning',
    title: '未使用的填写项有金额',
    message: '“{sheet}”表 {cells} 的数字不属于本工具的填写项，没有读取，没有计入任何金额。',
    remedy: '项目名称改了的，请改回；只供自己核对的，可以不管。',
  },
  S23: {
    severity: 'warning',
    title: '相像的工作表',
    message: '工作表“{found}”和“{expected}”像是同一张表，只读取了“{expected}”。',
    remedy: '请核对“{found}”里有没有该填进“{expected}”的内容；不用的请删除，或改成别的名称。',
  },
} as const satisfies Record<string, Definition>;
