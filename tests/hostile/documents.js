/**
 * Hostile and damaged documents that `openPublished` may be handed, each with its stated outcome: `{ refused: code }`,
 * or `{ read: true }` where the trick does no harm. By the same classes as for workbooks (cases.js), and by what PDF
 * and HTML add to them.
 */
import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { joined, renamed, repeat } from './book.js';

const refused = (code) => ({ refused: code });
const read = { read: true };
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const utf16 = (text) => Buffer.from(text, 'utf16le');
const zeros = (count) => new Uint8Array(count);

const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationships = (...entries) =>
  `<Relationships>${entries.map(([type, target], n) => `<Relationship Id="r${n}" Type="${RELS}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
const paragraph = '<w:p><w:r><w:t>收入总计</w:t></w:r></w:p>';

function docx(body, more = {}, level = 6) {
  const parts = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relationships(['officeDocument', 'word/document.xml']),
    'word/_rels/document.xml.rels': relationships(['styles', 'styles.xml'], ['numbering', 'numbering.xml']),
    'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`,
    ...more,
  };
  const files = Object.entries(parts).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data]);
  return zipSync(Object.fromEntries(files), { level, mtime: new Date(1980, 0, 1) });
}

const doctype = '<!DOCTYPE a [<!ENTITY b "bbb"><!ENTITY c "&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]>';
const withMain = (xml) => docx('', { 'word/document.xml': xml });

/** The stored text of a Word file with one character changed: only the checksum tells. */
function flipped() {
  const bytes = Buffer.from(docx(paragraph, {}, 0));
  bytes[bytes.indexOf('收入总计')] ^= 1;
  return new Uint8Array(bytes);
}

const wordFiles = () => [
  ['Word 正文里的压缩炸弹（解开 100 MB）', refused('F41'), () => withMain(strToU8(`<w:document>${' '.repeat(1e8)}`))],
  ['Word 图片里的压缩炸弹（解开 100 MB）', read, () => docx(paragraph, { 'word/media/a.png': zeros(1e8) })],
  [
    'Word 正文的实体膨胀和外部实体',
    refused('F44'),
    () => withMain(`${doctype}<w:document><w:body>&c;&d;</w:body></w:document>`),
  ],
  [
    'Word 样式的外部实体',
    refused('F44'),
    () => docx(paragraph, { 'word/styles.xml': `${doctype}<w:styles>&d;</w:styles>` }),
  ],
  ['表格套表格一万层', refused('F41'), () => docx('<w:tbl><w:tr><w:tc>'.repeat(1e4))],
  ['六十万个空段落', refused('F41'), () => docx('<w:p/>'.repeat(6e5), {}, 0)],
  [
    '一格横跨十亿列',
    read,
    () => docx(`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>${paragraph}</w:tc></w:tr></w:tbl>`),
  ],
  [
    '样式互相为基础，列表互相引用',
    read,
    () =>
      docx(
        '<w:p><w:pPr><w:pStyle w:val="a"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>项</w:t></w:r></w:p>',
        {
          'word/styles.xml':
            '<w:styles><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>',
          'word/numbering.xml':
            '<w:numbering><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="s"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
        },
      ),
  ],
  ['截断的 Word 文件', refused('F39'), () => docx(paragraph.repeat(99), {}, 0).subarray(0, 5_000)],
  ['改了一个字节的 Word 文件', refused('F40'), flipped],
  ['压缩包里路径穿越', refused('F44'), () => docx(paragraph, { '../../etc/a': 'x' })],
  [
    '同一部件存了两份',
    refused('F44'),
    () => renamed(docx(paragraph, { 'word/documenX.xml': '<a/>' }), 'documenX', 'document'),
  ],
  ['加密的 Word 文件', refused('F36'), () => joined(OLE, zeros(512), utf16('EncryptedPackage'))],
  ['旧版 .doc 或 .wps', refused('F37'), () => joined(OLE, zeros(512), utf16('WordDocument'))],
  ['OFD 文件', refused('F38'), () => zipSync({ 'OFD.xml': strToU8('<ofd/>') })],
];

const latin1 = (text) => Buffer.from(text, 'latin1');
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

/** A PDF of these objects; a stream is `[dictionary entries, bytes]`. Object 4 is the contents of its only page. */
function pdf(objects, { trailer = '', page = '' } = {}) {
  const all = {
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> ${page} >>`,
    5: FONT,
    ...objects,
  };
  const pieces = [latin1('%PDF-1.7\n')];
  let size = pieces[0].length;
  let table = '';
  for (const [number, object] of Object.entries(all)) {
    const [entries, bytes] = Array.isArray(object) ? object : [undefined, undefined];
    const body = bytes
      ? Buffer.concat([latin1(`<< ${entries} /Length ${bytes.length} >>\nstream\n`), bytes, latin1('\nendstream')])
      : latin1(object);
    const piece = Buffer.concat([latin1(`${number} 0 obj\n`), body, latin1('\nendobj\n')]);
    table += `${number} 1\n${String(size).padStart(10, '0')} 00000 n \n`;
    size += piece.length;
    pieces.push(piece);
  }
  pieces.push(
    latin1(
      `xref\n0 1\n0000000000 65535 f \n${table}trailer\n<< /Root 1 0 R /Size 99 ${trailer} >>\nstartxref\n${size}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(pieces));
}

const text = 'BT /F 12 Tf 50 700 Td (4,360.97) Tj ET\n';
const stream = (content) => ['', latin1(content)];
const deflated = (bytes) => ['/Filter /FlateDecode', deflateSync(bytes)];
const picture = [
  '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
  latin1('0'),
];
const form = (content) => [
  '/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X 6 0 R >> /Font << /F 5 0 R >> >>',
  latin1(content),
];
const type0 = (unicode) => ({
  5: '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 7 0 R /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>',
  7: unicode,
});
const locked = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<41><41>]`;

const pdfFiles = () => [
  ['PDF 内容里的压缩炸弹（解开 200 MB）', refused('F41'), () => pdf({ 4: deflated(Buffer.alloc(2e8, 32)) })],
  [
    'PDF 里压了两层的压缩炸弹',
    refused('F41'),
    () => pdf({ 4: ['/Filter [/FlateDecode /FlateDecode]', deflateSync(deflateSync(Buffer.alloc(2e8, 32)))] }),
  ],
  [
    'PDF 字体编码里的压缩炸弹',
    refused('F41'),
    () => pdf({ 4: stream(text), ...type0(deflated(Buffer.alloc(2e8, 32))) }),
  ],
  ['PDF 一页五百万条指令', refused('F41'), () => pdf({ 4: deflated(Buffer.from('q Q '.repeat(25e5))) })],
  [
    'PDF 一页三十万个字',
    refused('F41'),
    () => pdf({ 4: deflated(Buffer.from(`BT /F 1 Tf ${`(${'1'.repeat(1000)}) Tj `.repeat(300)}ET`)) }),
  ],
  [
    'PDF 一页三万条表格线',
    refused('F41'),
    () => pdf({ 4: deflated(Buffer.from(repeat(3e4, (n) => `0 ${n % 800} m ${n % 600} ${n % 800} l S\n`))) }),
  ],
  ['PDF 声称有十亿页', read, () => pdf({ 2: '<< /Type /Pages /Count 1000000000 /Kids [3 0 R] >>', 4: stream(text) })],
  [
    'PDF 页面树首尾相接',
    refused('F40'),
    () => pdf({ 2: '<< /Type /Pages /Count 9 /Kids [2 0 R] >>', 4: stream(text) }),
  ],
  ['PDF 图形套自己', read, () => pdf({ 4: stream(`${text}/X Do`), 6: form(`${text}/X Do /X Do`) })],
  [
    'PDF 一页十万个文字批注',
    refused('F41'),
    () => {
      const note = '<< /Type /Annot /Subtype /FreeText /Rect [9 9 99 99] /AP << /N 6 0 R >> >>';
      return pdf({ 4: stream(text), 6: form(text), 7: note }, { page: `/Annots [${'7 0 R '.repeat(1e5)}]` });
    },
  ],
  ['PDF 数组嵌套百万层', refused('F42'), () => pdf({ 4: stream(`${'['.repeat(1e6)} TJ`) })],
  ['PDF 图形状态套一百万层', refused('F41'), () => pdf({ 4: stream(`${'q '.repeat(1e6)}${text}`) })],
  [
    'PDF 坐标无穷大',
    read,
    () => pdf({ 4: stream(`${text}1e38 0 0 1e38 1e38 1e38 cm 1e38 1e38 m 1e39 1e38 l S ${text}`) }),
  ],
  ['加密的 PDF', refused('F36'), () => pdf({ 4: stream(text) }, { trailer: locked })],
  ['扫描件 PDF，没有文字', refused('F42'), () => pdf({ 4: stream('600 0 0 800 0 0 cm /X Do'), 6: picture })],
  ['截断的 PDF', refused('F39'), () => pdf({ 4: stream(text.repeat(2000)) }).subarray(0, 40_000)],
  ['只有开头像 PDF', refused('F40'), () => joined(latin1('%PDF-1.7\n'), zeros(9_000), latin1('%%EOF'))],
  [
    'PDF 的目录位置全错',
    read,
    () =>
      new Uint8Array(
        latin1(
          Buffer.from(pdf({ 4: stream(text) }))
            .toString('latin1')
            .replace(/\d{10} 00000 n/g, '0000000007 00000 n'),
        ),
      ),
  ],
  [
    'PDF 里有脚本和外部动作',
    read,
    () =>
      pdf({
        1: '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while\\(1\\);) >> /AA << /WC << /S /Launch /F (cmd.exe) >> >> >>',
        4: stream(text),
      }),
  ],
];

const html = (body) => strToU8(`<!doctype html><meta charset="utf-8">${body}`);

const webPages = () => [
  ['网页嵌套十万层', refused('F45'), () => html('<div>'.repeat(1e5))],
  ['网页一百万个元素', refused('F41'), () => html('<p>甲'.repeat(1e6))],
  ['网页一个标签二十万个属性', read, () => html(`<p ${repeat(2e5, (n) => `a${n}=1 `)}>甲</p>`)],
  ['网页格式标签层层重开', refused('F45'), () => html(repeat(2e3, (n) => `<p><b a${n}><i b${n}>甲`))],
  ['网页单元格跨十亿行十亿列', read, () => html('<table><tr><td rowspan=999999999>甲<td>1<tr><td>2</table>')],
  ['网页表格三千列', refused('F41'), () => html(`<table><tr>${'<td>1'.repeat(3000)}</table>`)],
  [
    '网页每格都跨很多行列',
    refused('F41'),
    () => html(`<table>${'<tr><td rowspan=9999 colspan=100>甲'.repeat(2000)}</table>`),
  ],
  ['网页表格套表格三百层', refused('F45'), () => html('<table><tr><td>甲'.repeat(300))],
  [
    '网页样式表的规则层层套用',
    refused('F41'),
    () =>
      html(
        `<style>${repeat(5e3, (n) => `b b b b i, u.c${n} b{display:none}`)}</style>${'<b>'.repeat(390)}${'<i>甲</i>'.repeat(2e3)}`,
      ),
  ],
  [
    '网页 DOCTYPE 里声明实体',
    read,
    () => strToU8('<!DOCTYPE html [<!ENTITY b "bbb"><!ENTITY c SYSTEM "file:///etc/passwd">]><p>甲&b;&c;</p>'),
  ],
  ['网页注释和脚本没有结束', refused('F46'), () => html(`<script>${'<!--'.repeat(1e5)}`)],
  ['网页一段九百万字', refused('F41'), () => html(`<p>${'1'.repeat(9e6)}</p>`)],
  ['二进制数据冒充网页', refused('F35'), () => joined(strToU8('<html>'), zeros(999))],
];

/** [class, outcome, bytes], grouped as in docs/hostile.md. */
export const documentGroups = () => [
  ['公开文档：Word', wordFiles()],
  ['公开文档：PDF', pdfFiles()],
  ['公开文档：网页', webPages()],
];
