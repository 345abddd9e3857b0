/** F: the file itself cannot be read, as a workbook (F01 to F34) or as a published document (from F35). */
import type { Definition } from '../finding.js';

const saveAs = '请在 Excel 或 WPS 中打开，用“另存为”保存为“Excel 工作簿（.xlsx）”，再用新文件运行。';
const repair =
  '请在 Excel 或 WPS 中打开，核对内容无误后用“另存为”保存为新的 .xlsx 文件；如果打不开，请换用备份或重新取得该文件。';
const saveDocumentAs = '请在 Word 或 WPS 中打开，用“另存为”保存为 .docx，或输出为 PDF，再用新文件运行。';

export const fileFindings = {
  F01: {
    severity: 'error',
    title: '不是 Excel 工作簿',
    message: '“{file}”不是 .xlsx 工作簿，改扩展名不能改变文件的格式。',
    remedy: saveAs,
  },
  F02: {
    severity: 'error',
    title: '文件是空的',
    message: '“{file}”里没有任何内容（0 字节）。',
    remedy: '请重新复制或下载该文件；多是复制、传输没有完成。',
  },
  F03: {
    severity: 'error',
    title: '选中了临时文件',
    message: '“{file}”是 Excel 或 WPS 打开工作簿时自动生成的临时文件，不是工作簿本身。',
    remedy: '请选择名称前面没有“~$”的那个文件。',
  },
  F04: {
    severity: 'error',
    title: '工作簿已加密',
    message: '“{file}”设置了打开密码，无法读取。',
    remedy: '请在 Excel 或 WPS 中输入密码打开，取消密码后另存为 .xlsx，再运行。',
  },
  F05: {
    severity: 'error',
    title: '旧版 Excel 或 WPS 格式',
    message: '“{file}”是旧版 Excel（.xls）或 WPS 表格（.et）格式，不是 .xlsx。',
    remedy: saveAs,
  },
  F06: {
    severity: 'error',
    title: '是网页或 XML 文件',
    message: '“{file}”其实是网页（HTML）或 XML 文件，多为业务系统导出，只是扩展名写成了 Excel 的。',
    remedy: saveAs,
  },
  F07: {
    severity: 'error',
    title: '是文本文件',
    message: '“{file}”其实是文本文件（如 CSV），不是 .xlsx 工作簿。',
    remedy: saveAs,
  },
  F08: {
    severity: 'error',
    title: '是 OpenDocument 文件',
    message: '“{file}”是 OpenDocument 格式（如 .ods），不是 .xlsx 工作簿。',
    remedy: saveAs,
  },
  F09: {
    severity: 'error',
    title: '是 Word 或 PowerPoint 文件',
    message: '“{file}”是 Word 文档或演示文稿，不是 Excel 工作簿。',
    remedy: '请选择填写好的 Excel 工作簿（.xlsx）。',
  },
  F10: {
    severity: 'error',
    title: '二进制工作簿',
    message: '“{file}”是 Excel 二进制工作簿（.xlsb），不是 .xlsx。',
    remedy: saveAs,
  },
  F11: {
    severity: 'error',
    title: '工作簿带有宏',
    message: '“{file}”带有宏（如 .xlsm），本工具不读取带宏的工作簿。',
    remedy: '请在 Excel 或 WPS 中打开，另存为不带宏的“Excel 工作簿（.xlsx）”，再用新文件运行。',
  },
  F12: {
    severity: 'error',
    title: '文件不完整',
    message: '“{file}”缺少结尾部分，多是复制、下载或传输中断造成的。',
    remedy: '请重新复制或下载该文件；如果原文件也打不开，请换用备份。',
  },
  F13: {
    severity: 'error',
    title: '文件已损坏',
    message: '“{file}”的内容与它自带的校验信息不符，文件已损坏，其中的数字不可信。',
    remedy: '请重新复制或下载该文件；如果原文件能在 Excel 或 WPS 中打开，请核对内容后另存为新的 .xlsx 文件。',
  },
  F14: {
    severity: 'error',
    title: '文件太大',
    message: '“{file}”超过 {limit} MB，本工具不读取。',
    remedy: '请删去工作簿中的图片、附件和无关的工作表，另存为新的 .xlsx 文件。',
  },
  F15: {
    severity: 'error',
    title: '内容展开后太大',
    message: '“{file}”中的 {part} 展开后大得不正常，为避免死机已停止读取。',
    remedy: '多是表格下方或右侧有大量带格式的空行空列：请在 Excel 或 WPS 中选中并删除它们，再另存为新的 .xlsx 文件。',
  },
  F16: {
    severity: 'error',
    title: '文件内部的部件太多',
    message: '“{file}”内部有 {found} 个部件，超过 {limit} 个。',
    remedy: '请把本工具的各工作表复制到一个新工作簿，另存为 .xlsx 文件。',
  },
  F17: {
    severity: 'error',
    title: '文件内部有重复的部件',
    message: '“{file}”内部有两个 {part}，不同的软件会读出不同的内容，无法确定以哪个为准。',
    remedy: repair,
  },
  F18: {
    severity: 'error',
    title: '文件内部的名称不安全',
    message: '“{file}”内部有不合规范的部件名称“{part}”，正常的工作簿不会有。',
    remedy: repair,
  },
  F19: {
    severity: 'error',
    title: '文件内部有不允许的声明',
    message: '“{file}”中的 {part} 含有 DOCTYPE 声明，正常的工作簿不会有，可能有安全风险。',
    remedy: '请核实文件来源；确认可靠的，在 Excel 或 WPS 中打开后另存为新的 .xlsx 文件。',
  },
  F20: {
    severity: 'error',
    title: '文字编码不对',
    message: '“{file}”中的 {part} 不是 UTF-8 编码，读出的文字会是乱码。',
    remedy: repair,
  },
  F21: {
    severity: 'error',
    title: '文件内部已损坏',
    message: '“{file}”中的 {part} 已损坏，无法读取。',
    remedy: repair,
  },
  F22: {
    severity: 'error',
    title: '文件内部缺少部件',
    message: '“{file}”内部缺少 {part}，内容不完整。',
    remedy: repair,
  },
  F23: {
    severity: 'error',
    title: '工作表丢失',
    message: '“{file}”列有工作表“{sheet}”，但文件里没有它的内容。',
    remedy: repair,
  },
  F24: {
    severity: 'error',
    title: '工作表重名',
    message: '“{file}”有两个名为“{sheet}”的工作表（英文字母不分大小写），无法确定用哪一个。',
    remedy: '请在 Excel 或 WPS 中把其中一个改名或删除，另存为新的 .xlsx 文件。',
  },
  F25: {
    severity: 'error',
    title: '工作表太多',
    message: '“{file}”的工作表超过 {limit} 个。',
    remedy: '请只保留本工具需要的工作表，另存为新的 .xlsx 文件。',
  },
  F26: {
    severity: 'error',
    title: '同一行出现两次',
    message: '“{file}”的“{sheet}”表里同一行存了两份，无法确定以哪份为准。',
    remedy: repair,
  },
  F27: {
    severity: 'error',
    title: '同一单元格出现两次',
    message: '“{file}”的“{sheet}”表里同一个单元格存了两份，无法确定以哪份为准。',
    remedy: repair,
  },
  F28: {
    severity: 'error',
    title: '行列位置不对',
    message: '“{file}”的“{sheet}”表里有不合规范的{what}“{found}”。',
    remedy: repair,
  },
  F29: {
    severity: 'error',
    title: '单元格的文字丢失',
    message: '“{file}”的“{sheet}”表有单元格引用了不存在的文字（第 {found} 号）。',
    remedy: '请在 Excel 或 WPS 中打开，重新填写该单元格后另存为新的 .xlsx 文件。',
  },
  F30: {
    severity: 'error',
    title: '单元格文字过长',
    message: '“{file}”的“{sheet}”表有单元格的文字超过 {limit} 字。',
    remedy: '请缩短该单元格的文字。',
  },
  F31: {
    severity: 'error',
    title: '工作表内容太多',
    message: '“{file}”读到“{sheet}”表时，有内容的已超过 {limit} {what}。',
    remedy: '请删除与预算公开无关的内容和工作表，另存为新的 .xlsx 文件。',
  },
  F32: {
    severity: 'error',
    title: '文字或格式太多',
    message: '“{file}”的{what}超过 {limit} 项。',
    remedy: '请把本工具的各工作表复制到一个新工作簿（选择性粘贴“数值”），另存为 .xlsx 文件。',
  },
  F33: {
    severity: 'error',
    title: '没有工作表',
    message: '“{file}”里一个工作表也没有。',
    remedy: repair,
  },
  F34: {
    severity: 'error',
    title: '文件无法读取',
    message: '“{file}”无法读取，原因不明。',
    remedy: repair,
  },
  F35: {
    severity: 'error',
    title: '不是能读取的文档',
    message:
      '“{file}”不是能读取的公开文档：能读取的是 Word 文档（.docx）、PDF、网页（.html）和 Excel 工作簿（.xlsx）。',
    remedy: saveDocumentAs,
  },
  F36: {
    severity: 'error',
    title: '文档已加密',
    message: '“{file}”设置了打开密码，无法读取。',
    remedy: '请输入密码打开，取消密码后另存，再用新文件运行。',
  },
  F37: {
    severity: 'error',
    title: '旧版 Word、Excel 或 WPS 格式',
    message: '“{file}”是旧版 Word（.doc）、WPS 文字（.wps）、旧版 Excel（.xls）或 WPS 表格（.et）格式，不能直接读取。',
    remedy: '请在 Word、Excel 或 WPS 中打开，文字用“另存为”保存为 .docx，表格保存为 .xlsx，再用新文件运行。',
  },
  F38: {
    severity: 'error',
    title: '是别种格式的文件',
    message: '“{file}”是{what}，不能直接读取。',
    remedy:
      '压缩包请先解压，选里面的文档；图片请先识别成文字；其他的请在 Word 或 WPS 中打开，用“另存为”保存为 .docx，或输出为 PDF，再用新文件。',
  },
  F39: {
    severity: 'error',
    title: '文档不完整',
    message: '“{file}”缺少结尾部分，多是复制、下载或传输中断造成的。',
    remedy: '请重新复制或下载该文件；如果原文件也打不开，请换用备份。',
  },
  F40: {
    severity: 'error',
    title: '文档已损坏',
    message: '“{file}”的内容已损坏，无法读取。',
    remedy: '请重新复制或下载该文件；如果能在 Word 或 WPS 中打开，请核对内容后另存为新的文件。',
  },
  F41: {
    severity: 'error',
    title: '文档内容太多',
    message: '“{file}”的{what}多得不正常，为避免死机已停止读取。',
    remedy: '请核实文件来源；确认可靠的，请删去与预算公开无关的内容后另存，再用新文件运行。',
  },
  F42: {
    severity: 'error',
    title: '文档里没有文字',
    message: '“{file}”共 {pages} 页，里面没有文字，多是扫描件或图片。',
    remedy: '请向公开单位索取由 Word 或 WPS 导出的 PDF，或用文字识别软件转换成 .docx、核对后再读。',
  },
  F43: {
    severity: 'error',
    title: '文档太大',
    message: '“{file}”超过 {limit} MB，不读取。',
    remedy: '请在 Word 或 WPS 中打开，删去图片或压缩图片后另存，再用新文件运行。',
  },
  F44: {
    severity: 'error',
    title: '文档内部不合规范',
    message: '“{file}”内部{reason}，正常的文档不会有，可能有安全风险。',
    remedy: '请核实文件来源；确认可靠的，请在 Word 或 WPS 中打开后另存为新的文件。',
  },
  F45: {
    severity: 'error',
    title: '网页嵌套太深',
    message: '“{file}”的网页内容一层套一层，超过 {limit} 层，为避免死机已停止读取。',
    remedy: '请用浏览器打开该网页，打印或另存为 PDF 后再读。',
  },
  F46: {
    severity: 'error',
    title: '文档是空的',
    message: '“{file}”里没有文字和表格。',
    remedy: '请打开该文件看看：内容是图片的，请用文字识别软件转换；内容在附件或别的页面里的，请读那个附件或页面。',
  },
  F47: {
    severity: 'error',
    title: '选中了临时文件',
    message: '“{file}”是 Word、Excel 或 WPS 打开文件时自动生成的临时文件，不是文档本身。',
    remedy: '请选择名称前面没有“~$”的那个文件。',
  },
  F48: {
    severity: 'error',
    title: '选中了填写用的工作簿',
    message: '“{file}”是本工具填写用的工作簿，不是公开的文档或各表。',
    remedy:
      '请选择公开的文档或各表。检查这份工作簿、由它生成文档，用“办公”（命令 check、render）；由它做下一年的，用“下一年”（命令 rollover）。',
  },
} as const satisfies Record<string, Definition>;
