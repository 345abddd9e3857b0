/**
 * Every class of hostile or broken input we know of, made by code on top of a real sample, each with its stated
 * outcome:
 *   { refused: code }          a plain message, exit 3, nothing written
 *   { error: code }            read, but the finding stops the document: exit 1, nothing written
 *   { same: true, finding? }   read right: the document is the sample's own, byte for byte; a finding may tell of it
 *   { differs: true }          read, and the document differs where it should
 * Classes by what is known of readers (FACT exceljs-1, exceljs-2, zip-1, zip-2, xml-1), the limits of
 * src/container/limits.ts and what offices do by accident.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import {
  joined,
  renamed,
  repeat,
  sampleParts,
  sheetPart,
  withAll,
  withCell,
  withPart,
  withSheet,
  zipped,
} from './book.js';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const utf16 = (text) => Buffer.from(text, 'utf16le');
const zeros = (count) => new Uint8Array(count);
const everything = 'A1:XFD1048576';
const refused = (code) => ({ refused: code });
const error = (code) => ({ error: code });
const same = (finding) => ({ same: true, ...(finding && { finding }) });

const economic = '基本支出（经济）';

/** The sample's 基本工资, wherever the layout puts it. */
function withAmount(make, options) {
  const parts = options?.parts ?? sampleParts();
  const address = /<c r="([A-Z]+\d+)"[^>]*><v>3262900<\/v><\/c>/.exec(parts[sheetPart(parts, economic)])?.[1];
  return withCell(economic, address, make, { ...options, parts });
}
const after = (xml, piece) => xml.replace('</sheetData>', `</sheetData>${piece}`);
const moreRows = (xml, rows) => xml.replace('</sheetData>', `${rows}</sheetData>`);
/** 其他说明 with `count` rows more, each its own. */
const withRows = (count, rowOf, options) =>
  withSheet('其他说明', (xml) => moreRows(xml, repeat(count, rowOf)), options);
const inline = (address, style, text) =>
  `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;

const bombs = () => [
  [
    '表里的压缩炸弹（解开 400 MB）',
    refused('F15'),
    () => withSheet(economic, () => strToU8(`<worksheet>${' '.repeat(4e8)}`), { level: 1 }),
  ],
  ['媒体里的压缩炸弹（解开 300 MB）', same(), () => zipped({ ...sampleParts(), 'xl/media/a.png': zeros(3e8) }, 1)],
  [
    '大量不同格式的空格（解开 75 MB）',
    refused('F15'),
    () =>
      withRows(1_040_000, (n) => `<row s="${(n * 7919) % 997}" ht="${(n * 104_729) % 1009}"/>`.padEnd(72), {
        level: 1,
      }),
  ],
  [
    '实体膨胀（billion laughs）',
    refused('F19'),
    () =>
      withSheet(economic, (xml) =>
        xml.replace('<worksheet', '<!DOCTYPE a [<!ENTITY b "bbb"><!ENTITY c "&b;&b;&b;">]><worksheet'),
      ),
  ],
  [
    '外部实体（XXE）',
    refused('F19'),
    () =>
      withPart('xl/sharedStrings.xml', (xml) =>
        xml.replace('<sst', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><sst'),
      ),
  ],
  [
    '元素嵌套十万层',
    refused('F15'),
    () => withSheet(economic, (xml) => xml.replace('<sheetData>', `<sheetData>${'<a>'.repeat(1e5)}`)),
  ],
  [
    '一个元素五千个属性',
    refused('F15'),
    () => withSheet(economic, (xml) => xml.replace('<sheetData>', `<sheetData ${repeat(5000, (n) => `a${n}="1" `)}>`)),
  ],
  [
    '全表合并（2 KB 使 exceljs 内存耗尽）',
    same(),
    () => withSheet(economic, (xml) => after(xml, `<mergeCells><mergeCell ref="${everything}"/></mergeCells>`)),
  ],
  [
    '一万八千行，每行都有合并单元格',
    error('S16'),
    () =>
      withSheet(economic, (xml) => {
        const rows = repeat(
          18_000,
          (n) => `<row r="${n + 999}">${inline(`A${n + 999}`, 0, '30101')}<c r="B${n + 999}"/></row>`,
        );
        const merges = repeat(18_000, (n) => `<mergeCell ref="A${n + 999}:B${n + 999}"/>`);
        return after(moreRows(xml, rows), `<mergeCells>${merges}</mergeCells>`);
      }),
  ],
  [
    '合并区域层层重叠，每一处都到表底',
    error('S16'),
    () =>
      withSheet(economic, (xml) => {
        const rows = repeat(18_000, (n) => `<row r="${n + 999}">${inline(`A${n + 999}`, 0, '30101')}</row>`);
        const merges = repeat(18_000, (n) => `<mergeCell ref="A${n + 999}:B1048576"/>`);
        return after(moreRows(xml, rows), `<mergeCells>${merges}</mergeCells>`);
      }),
  ],
  [
    '全表数据验证（使 exceljs 挂起）',
    same(),
    () =>
      withSheet(economic, (xml) =>
        after(xml, `<dataValidations><dataValidation sqref="${everything}"/></dataValidations>`),
      ),
  ],
  [
    '名称引用全表（使 exceljs 内存耗尽）',
    same(),
    () =>
      withPart('xl/workbook.xml', (xml) =>
        xml.replace('<definedNames>', '<definedNames><definedName name="全部">$A$1:$XFD$1048576</definedName>'),
      ),
  ],
  [
    '尺寸声明为全表',
    same(),
    () => withSheet(economic, (xml) => xml.replace(/<dimension[^>]*>/, `<dimension ref="${everything}"/>`)),
  ],
  [
    '五十万种单元格样式',
    refused('F32'),
    () =>
      withPart('xl/styles.xml', (xml) => xml.replace('</cellXfs>', `${'<xf numFmtId="0"/>'.repeat(5e5)}</cellXfs>`), {
        level: 0,
      }),
  ],
  [
    '六十万条共享文字',
    refused('F32'),
    () =>
      withPart('xl/sharedStrings.xml', (xml) => xml.replace('</sst>', `${'<si/>'.repeat(6e5)}</sst>`), { level: 0 }),
  ],
  [
    '一百万行只有格式的空行',
    same(),
    () => withSheet('其他说明', (xml) => moreRows(xml, '<row s="1"/>'.repeat(1_048_000)), { level: 0 }),
  ],
  [
    '二百万个只有格式的空格',
    same(),
    () => withRows(20_000, (n) => `<row r="${n + 500}">${'<c s="1"/>'.repeat(100)}</row>`, { level: 0 }),
  ],
  [
    '五百万个什么也没有的格',
    refused('F15'),
    () => withRows(1000, (n) => `<row r="${n + 500}">${'<c/>'.repeat(5000)}</row>`, { level: 0 }),
  ],
  [
    '三万行有内容',
    refused('F31'),
    () => withRows(30_000, (n) => `<row r="${n + 500}"><c><v>1</v></c></row>`, { level: 0 }),
  ],
  [
    '一行一千列有内容',
    refused('F31'),
    () => withSheet('其他说明', (xml) => moreRows(xml, `<row r="900">${'<c><v>1</v></c>'.repeat(1000)}</row>`)),
  ],
  ['单元格四万字', refused('F30'), () => withCell('其他说明', 'A4', (at, s) => inline(at, s, '字'.repeat(40_000)))],
  [
    '六百个部件',
    refused('F16'),
    () =>
      zipped({ ...sampleParts(), ...Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`xl/a${n}.xml`, ''])) }),
  ],
  [
    '一百二十张工作表',
    refused('F25'),
    () =>
      withPart('xl/workbook.xml', (xml) =>
        xml.replace(
          '</sheets>',
          `${repeat(120, (n) => `<sheet name="又一表${n}" sheetId="${n + 99}" r:id="rId5"/>`)}</sheets>`,
        ),
      ),
  ],
  ['超过 20 MB 的文件', refused('usage'), () => joined(zipped(sampleParts()), zeros(21 * 1024 * 1024))],
];

const broken = () => [
  ['空文件（0 字节）', refused('F02'), () => zeros(0)],
  ['截断的文件', refused('F12'), () => zipped(sampleParts()).subarray(0, 40_000)],
  ['改了一个字节的文件', refused('F13'), () => flipped(zipped(sampleParts(), 0))],
  ['加密的工作簿', refused('F04'), () => joined(OLE, zeros(512), utf16('EncryptedPackage'))],
  ['旧版 .xls 改名', refused('F05'), () => joined(OLE, zeros(512), utf16('Workbook'))],
  ['网页改名', refused('F06'), () => strToU8('<html><table><tr><td>1</td></tr></table></html>')],
  ['CSV 改名', refused('F07'), () => strToU8('项目,金额\r\n培训费,12\r\n')],
  ['PDF 改名', refused('F01'), () => strToU8('%PDF-1.7\n%\u00e2\n')],
  [
    '带宏的工作簿（.xlsm）',
    refused('F11'),
    () =>
      withPart('[Content_Types].xml', (xml) =>
        xml.replace(
          'openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
          'ms-excel.sheet.macroEnabled.main+xml',
        ),
      ),
  ],
  [
    '普通工作簿里夹带宏',
    refused('F11'),
    () =>
      withPart('xl/_rels/workbook.xml.rels', (xml) =>
        xml.replace(
          '</Relationships>',
          '<Relationship Id="rIdM" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
        ),
      ),
  ],
  [
    'Word 文档改名',
    refused('F09'),
    () =>
      withPart('[Content_Types].xml', (xml) =>
        xml.replace('spreadsheetml.sheet.main', 'wordprocessingml.document.main'),
      ),
  ],
  ['压缩包里路径穿越', refused('F18'), () => zipped({ ...sampleParts(), '../../etc/cron.d/a': 'x' })],
  ['压缩包里绝对路径', refused('F18'), () => zipped({ ...sampleParts(), '/etc/a': 'x' })],
  ['压缩包里反斜杠路径', refused('F18'), () => zipped({ ...sampleParts(), 'xl\\..\\a': 'x' })],
  [
    '同一部件存了两份',
    refused('F17'),
    () => renamed(zipped({ ...sampleParts(), 'xl/worksheets/sheetX.xml': '<worksheet/>' }), 'sheetX.xml', 'sheet7.xml'),
  ],
  [
    '部件用 UTF-16',
    refused('F20'),
    () => withSheet(economic, (xml) => joined([0xff, 0xfe], utf16(xml.replace('UTF-8', 'UTF-16')))),
  ],
  ['部件声明 GBK', refused('F20'), () => withSheet(economic, (xml) => xml.replace('UTF-8', 'GBK'))],
  ['部件的 XML 不完整', refused('F21'), () => withSheet(economic, (xml) => xml.slice(0, xml.length >> 1))],
  [
    '工作表部件不见了',
    refused('F23'),
    () =>
      zipped(
        Object.fromEntries(
          Object.entries(sampleParts()).filter(([name]) => name !== sheetPart(sampleParts(), economic)),
        ),
      ),
  ],
  [
    '两张同名的工作表',
    refused('F24'),
    () => withPart('xl/workbook.xml', (xml) => xml.replace('name="其他说明"', 'name="项目信息"')),
  ],
  [
    '没有工作表',
    refused('F33'),
    () => withPart('xl/workbook.xml', (xml) => xml.replace(/<sheets>.*<\/sheets>/s, '<sheets/>')),
  ],
  [
    '同一行存了两份',
    refused('F26'),
    () => withSheet(economic, (xml) => moreRows(xml, '<row r="4"><c r="A4"><v>1</v></c></row>')),
  ],
  [
    '同一格存了两份',
    refused('F27'),
    () => withAmount((at, s) => `<c r="${at}" s="${s}"><v>1</v></c><c r="${at}" s="${s}"><v>2</v></c>`),
  ],
  ['行号为负', refused('F28'), () => withSheet(economic, (xml) => moreRows(xml, '<row r="-5"><c><v>1</v></c></row>'))],
  [
    '行号超出表格',
    refused('F28'),
    () => withSheet(economic, (xml) => moreRows(xml, '<row r="99999999"><c><v>1</v></c></row>')),
  ],
  [
    '列号超出表格',
    refused('F28'),
    () => withSheet(economic, (xml) => moreRows(xml, '<row r="900"><c r="ZZZZZ900"><v>1</v></c></row>')),
  ],
  [
    '共享文字序号越界',
    refused('F29'),
    () => withCell('其他说明', 'A4', (at, s) => `<c r="${at}" s="${s}" t="s"><v>999999</v></c>`),
  ],
];

/** One digit of an amount changed in a part that is stored as it is: well-formed, and only its checksum tells. */
function flipped(bytes) {
  const copy = Buffer.from(bytes);
  copy.write('8', copy.indexOf('<v>3262900</v>') + 3);
  return new Uint8Array(copy);
}

const values = () => [
  ['公式从未计算', error('C04'), () => withAmount((at, s) => `<c r="${at}" s="${s}"><f>1+1</f></c>`)],
  ['错误值 #REF!', error('C03'), () => withAmount((at, s) => `<c r="${at}" s="${s}" t="e"><v>#REF!</v></c>`)],
  [
    '错误值没有标明类型',
    error('C03'),
    () => withAmount((at, s) => `<c r="${at}" s="${s}"><f>1/0</f><v>#DIV/0!</v></c>`),
  ],
  [
    '引用别的工作簿',
    error('C18'),
    () => withAmount((at, s) => `<c r="${at}" s="${s}"><f>[1]表!A1</f><v>3262900</v></c>`),
  ],
  ['数字 1,234（exceljs 读成 1）', error('C02'), () => withAmount((at, s) => `<c r="${at}" s="${s}"><v>12,34</v></c>`)],
  [
    '数字 12abc（exceljs 读成 12）',
    error('C02'),
    () => withAmount((at, s) => `<c r="${at}" s="${s}"><v>12abc</v></c>`),
  ],
  ['数字 0x10（exceljs 读成 0）', error('C02'), () => withAmount((at, s) => `<c r="${at}" s="${s}"><v>0x10</v></c>`)],
  [
    '数字 1E400（exceljs 读成无穷大）',
    { error: 'any' },
    () => withAmount((at, s) => `<c r="${at}" s="${s}"><v>1E400</v></c>`),
  ],
  [
    'ISO 日期（exceljs 读成 2026）',
    error('C02'),
    () => withAmount((at, s) => `<c r="${at}" s="${s}" t="d"><v>2026-01-02</v></c>`),
  ],
  ['日期格式的金额', error('C05'), () => formatted('yyyy-m-d', 46143)],
  ['负数金额', error('C08'), () => withAmount((at, s) => `<c r="${at}" s="${s}"><v>-1</v></c>`)],
  ['表名 __proto__', same('S04'), () => extraSheet('__proto__')],
  ['表名 constructor', same('S04'), () => extraSheet('constructor')],
  [
    '列名 __proto__',
    same('S03'),
    () =>
      withSheet(economic, (xml) =>
        xml.replace('</row><row r="4"', '<c r="H3" t="inlineStr"><is><t>__proto__</t></is></c></row><row r="4"'),
      ),
  ],
  [
    '右下角最后一格有内容',
    error('S15'),
    () => withSheet('其他说明', (xml) => moreRows(xml, '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
  ],
];

/** An amount in a cell whose number format is this one, as when someone types 5-1. */
function formatted(code, value) {
  const parts = sampleParts();
  const styles = parts['xl/styles.xml'];
  const count = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1]?.match(/<xf /g)?.length ?? 0;
  parts['xl/styles.xml'] = styles
    .replace('</numFmts>', `<numFmt numFmtId="999" formatCode="${code}"/></numFmts>`)
    .replace('</cellXfs>', '<xf numFmtId="999" applyNumberFormat="1"/></cellXfs>');
  return withAmount((at) => `<c r="${at}" s="${count}"><v>${value}</v></c>`, { parts });
}

function extraSheet(name) {
  const parts = sampleParts();
  const rel =
    '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/x.xml"/>';
  return zipped({
    ...parts,
    'xl/workbook.xml': parts['xl/workbook.xml'].replace(
      '</sheets>',
      `<sheet name="${name}" sheetId="99" r:id="rIdX"/></sheets>`,
    ),
    'xl/_rels/workbook.xml.rels': parts['xl/_rels/workbook.xml.rels'].replace(
      '</Relationships>',
      `${rel}</Relationships>`,
    ),
    'xl/worksheets/x.xml':
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
  });
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const prefixed = (xml) => xml.replace(/<(\/?)(?=[A-Za-z])/g, '<$1x:').replace(`xmlns="${main}"`, `xmlns:x="${main}"`);

const unusual = () => [
  [
    '带 x: 前缀的 XML（Open XML SDK）',
    same(),
    () =>
      withAll((name, xml) => [
        name,
        /^xl\/(worksheets|workbook|sharedStrings|styles)/.test(name) ? prefixed(xml) : xml,
      ]),
  ],
  [
    '严格 OOXML 命名空间',
    same(),
    () =>
      withAll((name, xml) => [
        name,
        xml
          .replaceAll(main, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006',
            'http://purl.oclc.org/ooxml/officeDocument',
          ),
      ]),
  ],
  [
    '行和单元格都没有地址',
    same(),
    () => withSheet(economic, (xml) => xml.replace(/<c r="[^"]*"/g, '<c').replace(/<row r="\d+"/g, '<row')),
  ],
  ['部件名不标准（ClosedXML）', same(), () => moved('worksheets/mysheet.xml')],
  ['部件路径为绝对路径', same(), () => moved('/xl/worksheets/mysheet.xml')],
  ['全部用行内文字，没有共享文字', same(), () => inlined((text) => `<is><t xml:space="preserve">${text}</t></is>`)],
  [
    '富文本和拼音',
    same(),
    () =>
      withPart('xl/sharedStrings.xml', (xml) =>
        xml.replace(
          /<si><t([^>]*)>([^&<])([^<]*)<\/t><\/si>/g,
          '<si><r><t xml:space="preserve">$2</t></r><r><rPr><b/></rPr><t xml:space="preserve">$3</t></r><rPh sb="0" eb="1"><t>ぴ</t></rPh></si>',
        ),
      ),
  ],
  [
    'docProps/app.xml 不见了（exceljs 报错）',
    same(),
    () => withAll((name, xml) => [name === 'docProps/app.xml' ? 'docProps/other.xml' : name, xml]),
  ],
  ['隐藏的行', same('S07'), () => withSheet(economic, (xml) => xml.replace('<row r="5"', '<row hidden="1" r="5"'))],
  [
    '隐藏的列',
    same('S07'),
    () =>
      withSheet(economic, (xml) => xml.replace(/<cols>.*?<\/cols>/, '<cols><col min="2" max="2" hidden="1"/></cols>')),
  ],
  [
    '隐藏的工作表',
    same('S07'),
    () =>
      withPart('xl/workbook.xml', (xml) =>
        xml.replace('name="其他说明" state="visible"', 'name="其他说明" state="hidden"'),
      ),
  ],
  ['插入了一列，列全部右移', same('S03'), () => shiftedColumns()],
  ['上方插入了行，表头下移', same(), () => shiftedRows()],
  [
    '重叠的合并（exceljs 报错）',
    same(),
    () =>
      withSheet(economic, (xml) =>
        after(xml, '<mergeCells><mergeCell ref="J1:K4"/><mergeCell ref="K2:L5"/></mergeCells>'),
      ),
  ],
  ['文本格式的金额', same('C07'), () => withAmount((at, s) => inline(at, s, '3262900'))],
  ['全角数字', same('C07'), () => withAmount((at, s) => inline(at, s, '３２６２９００'))],
  ['千分位逗号', same('C07'), () => withAmount((at, s) => inline(at, s, '3,262,900.00'))],
  ['不间断空格', same('C07'), () => withAmount((at, s) => inline(at, s, '\u00a03262900\u00a0'))],
  [
    '二进制尾数 3262900.0000000005',
    same(),
    () => withAmount((at, s) => `<c r="${at}" s="${s}"><v>3262900.0000000005</v></c>`),
  ],
  [
    '文字里有控制字符和双向覆盖符',
    same('C'),
    () =>
      withPart('xl/sharedStrings.xml', (xml) => xml.replace('涉密项目2个', '涉密\u202e项目_x0001_2_xFFFE_个\u200b')),
  ],
  [
    '文字以 = 开头（公式注入）',
    { differs: true },
    () => withPart('xl/sharedStrings.xml', (xml) => xml.replace('涉密项目2个', '=cmd|calc!A1')),
  ],
  [
    '1904 日期系统',
    same(),
    () => withPart('xl/workbook.xml', (xml) => xml.replace('<workbookPr', '<workbookPr date1904="1"')),
  ],
  ['数字格式里有 d（exceljs 当成日期）', same(), () => formatted('#,##0.00_d', 3262900)],
];

function moved(target) {
  const parts = sampleParts();
  const old = sheetPart(parts, economic);
  const { [old]: sheet, ...rest } = parts;
  const rels = rest['xl/_rels/workbook.xml.rels'].replace(`Target="${old.slice(3)}"`, `Target="${target}"`);
  return zipped({ ...rest, 'xl/_rels/workbook.xml.rels': rels, 'xl/worksheets/mysheet.xml': sheet });
}

function inlined(make) {
  const parts = sampleParts();
  const strings = [...parts['xl/sharedStrings.xml'].matchAll(/<si>(?:<t[^>]*>([^<]*)<\/t>|.*?)<\/si>/gs)].map(
    (m) => m[1],
  );
  return withAll((name, xml) => [
    name,
    name.startsWith('xl/worksheets/')
      ? xml.replace(/t="s"><v>(\d+)<\/v>/g, (whole, n) =>
          strings[Number(n)] === undefined ? whole : `t="inlineStr">${make(strings[Number(n)])}`,
        )
      : xml,
  ]);
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function shiftedColumns() {
  const header = '<c r="A3" t="inlineStr"><is><t>备注</t></is></c>';
  return withSheet(economic, (xml) =>
    xml
      .replace(/<c r="([A-Y])(\d+)"/g, (_, column, row) => `<c r="${letters[letters.indexOf(column) + 1]}${row}"`)
      .replace(/(<row r="3"[^>]*>)/, `$1${header}`)
      .replace(/<cols>.*?<\/cols>/, ''),
  );
}

function shiftedRows() {
  return withSheet(economic, (xml) => {
    const [head, body = ''] = xml.split('<row r="3"');
    const down = (n) => Number(n) + 2;
    return (
      head +
      `<row r="3"${body}`
        .replace(/<row r="(\d+)"/g, (_, n) => `<row r="${down(n)}"`)
        .replace(/<c r="([A-Z]+)(\d+)"/g, (_, column, n) => `<c r="${column}${down(n)}"`)
    );
  });
}

/**
 * What can go wrong with the file rather than in it: [class, exit code, what the Chinese message names, arguments].
 * `folder` is empty but for 预算.xlsx, the sample.
 */
export const pathCases = () => [
  ['没有这个文件', 3, '没有找到', () => ['render', '没有.xlsx']],
  ['给的是文件夹', 3, '文件夹', (folder) => fs.mkdirSync(join(folder, '夹')) ?? ['check', '夹']],
  [
    'Excel 的临时文件 ~$',
    3,
    '临时文件',
    (folder) => fs.writeFileSync(join(folder, '~$预算.xlsx'), '某某') ?? ['render', '~$预算.xlsx'],
  ],
  [
    '命名管道（读它会一直等）',
    3,
    '不是',
    (folder) => execFileSync('mkfifo', [join(folder, '管道.xlsx')]) && ['check', '管道.xlsx'],
  ],
  ['设备文件', 3, '不是', () => ['check', '/dev/zero']],
  ['输出文件夹不存在', 4, '不存在', () => ['render', '预算.xlsx', '-o', '无/a.docx']],
  [
    '输出是文件夹',
    4,
    '文件夹',
    (folder) => fs.mkdirSync(join(folder, '夹.docx')) ?? ['render', '预算.xlsx', '-o', '夹.docx'],
  ],
  [
    '输出已存在',
    4,
    '已存在',
    (folder) => fs.writeFileSync(join(folder, 'a.docx'), '旧') ?? ['render', '预算.xlsx', '-o', 'a.docx'],
  ],
  [
    '输出写成工作簿的名称，还加了 --force',
    4,
    '要读的文件自己',
    () => ['render', '预算.xlsx', '-o', '预算.xlsx', '--force'],
  ],
  [
    '输出就是要读的文件自己（扩展名写成 .docx），还加了 --force',
    4,
    '要读的文件自己',
    (folder) =>
      fs.copyFileSync(join(folder, '预算.xlsx'), join(folder, 'a.docx')) ?? [
        'render',
        'a.docx',
        '-o',
        'a.docx',
        '--force',
      ],
  ],
];

/** [class, outcome, bytes], grouped as in docs/hostile.md. */
export const groups = () => [
  ['炸弹和滥用', bombs()],
  ['损坏的和别种的文件', broken()],
  ['读错数字的陷阱', values()],
  ['合法但少见，或办公室常有', unusual()],
];
