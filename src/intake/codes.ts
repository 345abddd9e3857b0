/** An office's own list of 政府收支分类科目 as it lies in a workbook. */
import { type OfficeCodes, officeCodes } from '../import/officeCodes.js';
import { readWorkbook } from '../workbook/read/index.js';

export type CodesRead =
  | { readonly ok: true; readonly codes: OfficeCodes }
  /** In whole sentences. */
  | { readonly ok: false; readonly sentence: string };

/** What of a list was not used, as sentences: the first ones, and how many more there are. */
export function codesNotices(codes: OfficeCodes | undefined): string[] {
  const { notices } = codes ?? { notices: [] };
  const more = notices.length - mostNotices;
  return more > 0 ? [...notices.slice(0, mostNotices), `科目表还有 ${more} 行没有用到`] : [...notices];
}

const mostNotices = 5;

/** Never throws on an office's file. */
export function codesIn({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): CodesRead {
  const read = readWorkbook(bytes, name);
  if (!read.ok) return { ok: false, sentence: read.findings.map(({ message }) => message).join('\n') };
  const codes = officeCodes(read.workbook);
  if (codes) return { ok: true, codes };
  const sentence = `“${name}”里没有找到科目：应有一个工作表，前十行内有“科目编码”和“科目名称”两列。`;
  return { ok: false, sentence };
}
