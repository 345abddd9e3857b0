/** A Word file as a package: opened under the limits of the workbook reader, refused in words about documents. */
import { limits, type Spent } from '../container/limits.js';
import { openPackage, type Package } from '../container/package.js';
import { ReadProblem } from '../container/problem.js';
import { inflateEntry, openZip } from '../container/readZip.js';
import { refuseNonZip } from '../container/sniff.js';

/** Throws ReadProblem. */
export function openDocument(bytes: Uint8Array, name: string): Package {
  const code = /^~\$/.test(name) ? 'F03' : bytes.length > limits.fileBytes ? 'F14' : refuseNonZip(bytes);
  if (code) throw new ReadProblem({ code });
  const spent: Spent = { inflated: 0, cells: 0 };
  return openPackage(openZip(bytes), spent);
}

/** The part that holds the text, by its relationship. Throws ReadProblem when the package is no Word document. */
export function findPart(opened: Package): string {
  if (!opened.has('[Content_Types].xml') || !opened.has('_rels/.rels')) throw new ReadProblem({ code: 'F01' });
  const main = opened.relationships('').find((relationship) => relationship.type === 'officeDocument')?.target;
  if (main === undefined || !/document\d*\.xml$/i.test(main)) throw new ReadProblem({ code: 'F01' });
  return main;
}

/** Why a file cannot be read, by the codes of the workbook reader. */
const reasons: Readonly<Record<string, string>> = {
  F02: '是空文件（0 字节），请重新复制或下载',
  F03: '是 Word 或 WPS 打开文档时自动生成的临时文件，请选择名称前面没有“~$”的那个文件',
  F04: '设置了打开密码，请取消密码后另存为 .docx',
  F05: '是旧版 Word（.doc）或 WPS 文字（.wps）格式，请在 Word 或 WPS 中另存为 .docx',
  F06: '其实是网页或 XML 文件，请在 Word 或 WPS 中打开后另存为 .docx',
  F12: '不完整，多是复制、下载中断，请重新复制或下载',
  F13: '内容已损坏，请重新复制或下载',
  F14: '超过 20 MB，请删去其中的图片后另存',
  F15: '展开后大得不正常，为避免死机已停止读取',
  F19: '含有 DOCTYPE 声明，正常的文档不会有，请核实来源',
};

/** One sentence for the reader. */
export function unreadable(error: unknown, name: string): string {
  if (!(error instanceof ReadProblem)) throw error;
  const code = error.problems[0]?.code ?? 'F01';
  return `“${name}”${reasons[code] ?? '不是能读取的 Word 文档（.docx），请在 Word 或 WPS 中打开后另存为 .docx'}。`;
}

/** Every part of the package, inflated under the limits. Throws ReadProblem. */
export function unzipParts(bytes: Uint8Array): Map<string, Uint8Array> {
  const zip = openZip(bytes);
  const spent: Spent = { inflated: 0, cells: 0 };
  const parts = new Map<string, Uint8Array>();
  for (const entry of zip.entries.values()) {
    if (entry.name.endsWith('/')) continue;
    const chunks: Uint8Array[] = [];
    inflateEntry(zip, entry, spent, (chunk) => chunks.push(chunk.slice()));
    parts.set(entry.name, joined(chunks));
  }
  return parts;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
