/** Files of a folder that are no workbook of ours: what each is and what the office is to do, from the name alone. */

export interface PassedOver {
  /** Path below the folder that was given, with slashes. */
  readonly name: string;
  /** `otherFormat`: it may be a unit's workbook, which then has no document. `setAside`: none is missing. */
  readonly status: 'otherFormat' | 'setAside';
  /** What to do. */
  readonly advice: string;
}

const saveAs = '请在 Excel 或 WPS 中打开，另存为 .xlsx，再运行一次。';

/** Endings under which a unit may send its workbook. */
const formats: Readonly<Record<string, string>> = {
  xls: `旧格式 .xls，没有读。${saveAs}`,
  et: `WPS 表格格式 .et，没有读。${saveAs}`,
  ett: `WPS 模板格式 .ett，没有读。${saveAs}`,
  xlsm: `带宏的 .xlsm，没有读。${saveAs}`,
  xlsb: `二进制格式 .xlsb，没有读。${saveAs}`,
  xlt: `旧模板格式 .xlt，没有读。${saveAs}`,
  xltx: `模板格式 .xltx，没有读。${saveAs}`,
  xltm: `带宏的模板 .xltm，没有读。${saveAs}`,
  ods: `ODF 表格 .ods，没有读。${saveAs}`,
  csv: `纯文本 .csv，没有读。预算公开工作簿有多张表，请向单位要原来的 .xlsx。`,
  wps: 'WPS 文字格式 .wps，不是表格，没有读。如是单位的工作簿，请在 WPS 表格中另存为 .xlsx，再运行一次。',
  zip: '压缩包，没有读。请解压后再运行一次。',
  rar: '压缩包，没有读。请解压后再运行一次。',
  '7z': '压缩包，没有读。请解压后再运行一次。',
};

/**
 * What Windows, macOS and Office leave in a folder by themselves, and our own temporary files: nobody put them there.
 */
const systemFile = /^(\.DS_Store|Thumbs\.db|desktop\.ini|\..+\.(docx|xlsx|json|txt)\.\d+\.tmp)$/i;
/** Of Excel (`~$`), WPS (`.~`) and LibreOffice (`.~lock.…#`) beside a file that is open. */
const lockFile = /^(~\$|\.~)/;

/**
 * Of a file that is no .xlsx, or is hidden; undefined for what the system left. `below`: the folder's own path, with a
 * slash.
 */
export function passedOver(below: string, file: string): PassedOver | undefined {
  const name = below + file;
  if (systemFile.test(file)) return undefined;
  if (lockFile.test(file)) {
    const advice = '工作簿正被 Excel 或 WPS 打开时的锁定文件。请保存并关闭，再运行一次；没有人打开的，可以删除。';
    return { name, status: 'setAside', advice };
  }
  if (/^\..*\.xlsx$/i.test(file)) {
    return { name, status: 'setAside', advice: '隐藏文件，没有读。如是单位的工作簿，请把文件名开头的点去掉。' };
  }
  const format = formats[/\.([^.]+)$/.exec(file)?.[1]?.toLowerCase() ?? ''];
  if (format !== undefined) return { name, status: 'otherFormat', advice: format };
  return { name, status: 'setAside', advice: '不是工作簿，没有处理。' };
}

/** A folder that the system does not let us list. */
export const closedFolder = (name: string): PassedOver => ({
  name,
  status: 'otherFormat',
  advice: '文件夹打不开，里面的工作簿没有处理。请检查读取权限，再运行一次。',
});

/** A link to a folder, or what is no file at all. */
export const notFollowed = (name: string): PassedOver => ({
  name,
  status: 'setAside',
  advice: '不是普通文件或文件夹（如链接），没有查找。里面有工作簿的，请把原文件夹也写上。',
});
