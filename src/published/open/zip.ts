/** What is in a zip container: a Word file, a workbook, or something that is named in words. */
import { openPackage } from '../../container/package.js';
import { openZip } from '../../container/readZip.js';
import { mainPart } from './docx/index.js';
import type { Refusal } from './format.js';

/** Throws ReadProblem. */
export function zipFormat(bytes: Uint8Array): 'docx' | 'xlsx' | Refusal {
  const zip = openZip(bytes);
  const opened = openPackage(zip, { inflated: 0, cells: 0 });
  const main = mainPart(opened);
  if (main !== undefined)
    return /\.xml$/i.test(main) && /(^|\/)document\d*\.xml$/i.test(main) ? 'docx' : byFolder(main);
  if (opened.has('OFD.xml')) return { code: 'F38', what: 'OFD 版式文件' };
  if (opened.has('META-INF/manifest.xml') && opened.has('content.xml'))
    return { code: 'F38', what: 'OpenDocument 文件' };
  return opened.has('[Content_Types].xml') ? { code: 'F40' } : { code: 'F38', what: '压缩包' };
}

function byFolder(main: string): 'docx' | 'xlsx' | Refusal {
  if (/^word\//i.test(main)) return 'docx';
  if (/^xl\//i.test(main) || /workbook/i.test(main)) return 'xlsx';
  return /^ppt\//i.test(main) ? { code: 'F38', what: '演示文稿' } : { code: 'F35' };
}
