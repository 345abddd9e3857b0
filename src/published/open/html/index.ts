/** A web page as a reader sees it: as it was published, saved by a browser, or exported by an office program. */
import type { PublishedDocument } from '../../document.js';
import { assemble } from '../assemble.js';
import type { OpenedBlock } from '../raw.js';
import { isArchive, pagesOfArchive } from './archive.js';
import { decodePage } from './decode.js';
import { parsePage } from './parse.js';
import { applySheets } from './sheets.js';
import { WebPageReading } from './walk.js';

/** How far an archive's own headers reach at most. */
const HEADERS = 4096;

/** A page, or an archive of one. Throws ReadProblem. */
export function openHtml(bytes: Uint8Array): PublishedDocument {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, HEADERS));
  const pages = isArchive(start) ? pagesOfArchive(bytes) : [bytes];
  const page = new WebPageReading();
  const spent = { elements: 0 };
  let damaged = 0;
  for (const one of pages) {
    const decoded = decodePage(one);
    damaged += decoded.damaged;
    const nodes = parsePage(decoded.text, spent);
    applySheets(nodes);
    page.walk(nodes);
    page.flush();
  }
  const notices = [
    damaged > 0 && `网页中有 ${damaged} 处文字编码不对，读出来是乱码。`,
    page.embedded > 0 && `网页嵌入了 ${page.embedded} 个别的页面或文件，其中的内容没有读取；请打开它们另存后再读。`,
    page.struck > 0 && `网页中有 ${page.struck} 处文字划了删除线，按删去处理，没有读取。`,
    page.pictures > 0 && `网页中有 ${page.pictures} 张图片，其中的文字和数字没有读取。`,
  ];
  return assemble(
    'html',
    withoutLeads(page),
    notices.filter((notice) => notice !== false),
  );
}

/** A single line that only leads to another place of the page (跳到正文, 返回顶部) helps its reader: contents have more. */
function withoutLeads({ blocks, leads }: WebPageReading): OpenedBlock[] {
  const isEntry = (block: OpenedBlock | undefined) => block?.kind === 'paragraph' && block.contents;
  return blocks.filter((block, at) => !leads.has(block) || isEntry(blocks[at - 1]) || isEntry(blocks[at + 1]));
}
