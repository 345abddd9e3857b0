/** Web pages as sites and office programs make them. */
import { describe, expect, jest, test } from '@jest/globals';
import { codeOf, opened } from './open.js';
import { readFrom, textsOf } from './printed.js';

// where other programs use the machine too
jest.setTimeout(120_000);

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = async (html: string): Promise<string[]> => textsOf(await opened(utf8(html)));
/** 预算公开 in GB18030. */
const gb = [0xd4, 0xa4, 0xcb, 0xe3, 0xb9, 0xab, 0xbf, 0xaa];
const joined = (...pieces: readonly (string | readonly number[])[]): Uint8Array =>
  new Uint8Array(pieces.flatMap((piece) => (typeof piece === 'string' ? [...utf8(piece)] : [...piece])));

describe('encodings', () => {
  test.each<[string, Uint8Array]>([
    ['GB18030 as declared', joined('<html><meta charset=gb2312><p>', gb, '</p>')],
    [
      'GB18030 as declared in the old way',
      joined('<meta http-equiv="Content-Type" content="text/html; charset=GBK"><p>', gb),
    ],
    ['GB18030 without a word of it', joined('<html><p>', gb, '</p>')],
    ['GB18030 declared as UTF-8', joined('<meta charset="utf-8"><p>', gb, '</p>')],
    ['UTF-8 declared as GBK', utf8('<meta charset="gbk"><p>预算公开</p>')],
    ['UTF-8 with a mark', joined([0xef, 0xbb, 0xbf], '<p>预算公开</p>')],
    ['UTF-16 with a mark', joined([0xff, 0xfe], [...new Uint8Array(Buffer.from('<p>预算公开</p>', 'utf16le'))])],
    ['UTF-16 without one', new Uint8Array(Buffer.from('<p>预算公开</p>', 'utf16le'))],
  ])('%s', async (_, bytes) => {
    const document = await opened(bytes);
    expect(document.notices).toEqual([]);
    expect(textsOf(document)).toEqual(['预算公开']);
  });

  test('what cannot be made out is told', async () => {
    const { notices } = await opened(joined('<meta charset="utf-8"><p>预算</p><p>', [0xff, 0xff], '</p>'));
    expect(notices).toEqual(['网页中有 2 处文字编码不对，读出来是乱码。']);
  });
});

describe('archives, as Word, Excel and browsers save a page in one file', () => {
  const part = (type: string, encoding: string, body: string) =>
    `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: file:///C:/a.htm\r\n\r\n${body}`;
  const archive = (head: string, ...parts: readonly string[]) =>
    utf8(
      `${head}MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="--=_b"\r\n\r\n前言\r\n----=_b\r\n${parts.join('\r\n----=_b\r\n')}\r\n----=_b--\r\n`,
    );
  const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/.{20}/g, '$&\r\n');

  test('quoted, in base64, with headers of a browser before', async () => {
    const quoted = part(
      'text/html; charset="utf-8"',
      'quoted-printable',
      '<p class=3Da>=E9=A2=84=E7=AE=\r\n=97</p><p>=3D1</p>',
    );
    const picture = part('image/png', 'base64', 'AAAA');
    expect(textsOf(await opened(archive('', quoted, picture)))).toEqual(['预算', '=1']);
    const packed = part('text/html', 'base64', base64('<table><tr><td>收入<td>1.00<tr><td>支出<td>2.00</table>'));
    expect(
      textsOf(await opened(archive('From: <Saved by Blink>\r\nSubject: =?utf-8?Q?a?=\r\n b\r\n', packed))),
    ).toEqual(['收入|1.00\n支出|2.00']);
  });

  test('a window of frames stands for its pages; without a page there is nothing to read', async () => {
    const page = (html: string) => part('text/html', '8bit', html);
    const frames = archive(
      '',
      page('<frameset><frame src=a></frameset>'),
      page('<p>甲'),
      part('text/css', '8bit', 'p{}'),
      page('<p>乙'),
    );
    expect(textsOf(await opened(frames))).toEqual(['甲', '乙']);
    expect(await codeOf(archive('', part('image/png', 'base64', 'AAAA')))).toBe('F46');
  });
});

describe('paragraphs', () => {
  test('blocks and breaks, blanks as a browser shows them', async () => {
    expect(await read('<div>甲<p>乙\n  丙<div>丁</div></div>戊<br>己<h2>庚</h2>')).toEqual([
      '甲',
      '乙 丙',
      '丁',
      '戊\n己',
      '庚',
    ]);
  });

  test('a page that knows only breaks has its paragraphs by blank lines and by indents', async () => {
    expect(await read('<div>甲<br><br>乙<br>　　丙<br>&nbsp;&nbsp;丁<br>戊</div>')).toEqual([
      '甲',
      '乙',
      '丙',
      '丁\n戊',
    ]);
  });

  test('what nobody sees is not read', async () => {
    const page =
      '<head><title>题</title></head><body><script>1</script><style>p{}</style><p>甲<span style="display: none">乙</span></p>' +
      '<div hidden>丙</div><!-- 丁 --><template>戊</template><select><option>己</select><table style="display:none"><tr><td>庚</table>';
    expect(await read(page)).toEqual(['甲']);
  });

  test('what the style sheet of the page hides is not read; what it cannot hide here is', async () => {
    const sheet =
      '<style><!-- .no, p.old{color:red;display:none}#x .y > b{visibility:hidden} div p.show{display:block} .i{display:none!important}' +
      '@media print{.print{display:none}} @media screen{ .tab{ display : none } } @font-face{src:a} .h:hover{display:none} ol.m{list-style:none} span.b{display:block} --></style>' +
      '<style media="print">p{display:none}</style>';
    const page =
      `${sheet}<p>甲<p class="no">乙<p class="a old">丙<div><p class="no show">丁</div><i class="i" style="display:inline">戊</i>` +
      '<p class="old" style="display:block">己<div id=x><p class="y">庚<b>辛</b><i><b>壬</b></i></div><p class=print>癸<p class=tab>子<p class=h>丑' +
      '<ol class=m><li>寅</ol><div><span class=b>卯</span><span class=b>辰</span></div>';
    expect(await read(page)).toEqual(['甲', '丁', '己', '庚壬', '癸', '丑', '寅', '卯', '辰']);
  });

  test('elements that no browser knows stand in the line, as office programs write dates and names', async () => {
    const word =
      '<p>收支总预算<st1:chmetcnv w:st="on">4,360.97</st1:chmetcnv><w:sdt>万元</w:sdt><o:p></o:p></p><st1:a><p>甲<p>乙</st1:a>';
    expect(await read(word)).toEqual(['收支总预算4,360.97万元', '甲', '乙']);
  });

  test('text that is struck through counts as deleted and is told, what is filled in a cell is read', async () => {
    const page =
      '<p><del>9.00</del>1.00<s>8.00</s><span style="text-decoration:line-through">7.00</span><ins>万元</ins><input value="搜索"></p>' +
      '<table><tr><td>甲<td><input value="1.00"><tr><td>乙<td><textarea>2.00</textarea><input type=hidden value=9><input type=button value=改>' +
      '<tr><td>丙<td><select><option>1<option selected>3</select></table>';
    const document = await opened(utf8(page));
    expect(textsOf(document)).toEqual(['1.00万元', '甲|1.00\n乙|2.00\n丙|3']);
    expect(document.notices).toEqual(['网页中有 3 处文字划了删除线，按删去处理，没有读取。']);
  });

  test('navigation is left out, contents are marked, headings may be links', async () => {
    const page =
      '<a href="#a">跳到正文</a><ul><li><a href="/">首页</a></li><li><a href="/xx">信息公开</a></li></ul>' +
      '<nav><h2>您的位置</h2>首页</nav><nav><h2>目录</h2><ol><li><a href="#a">第一部分</a></li></ol></nav><h1><a href="/x">预算公开</a></h1><p>见<a href="/y">附件</a>。</p>';
    const { blocks } = await opened(utf8(page));
    expect(blocks).toMatchObject([
      { text: '目录' },
      { text: '第一部分', contents: true },
      { text: '预算公开', level: 1 },
      { text: '见附件。' },
    ]);
    expect(blocks).toHaveLength(4);
  });

  test('the numbers of a list are printed, unless it has none', async () => {
    expect(
      await read('<ol start="3" type="A"><li>甲<li>乙</ol><ol style="list-style:none"><li>丙</ol><ul><li>丁</ul>'),
    ).toEqual(['C. 甲', 'D. 乙', '丙', '丁']);
  });

  test('pictures and embedded files are told', async () => {
    const { notices } = await opened(
      utf8('<p>甲<img src="a.png"></p><a href="/"><img src="logo.png"></a><iframe src="a.pdf"></iframe>'),
    );
    expect(notices).toEqual([
      '网页嵌入了 1 个别的页面或文件，其中的内容没有读取；请打开它们另存后再读。',
      '网页中有 1 张图片，其中的文字和数字没有读取。',
    ]);
  });
});

describe('tables', () => {
  const table = async (html: string) => readFrom(await opened(utf8(html)));

  test('spans as written, also to the end of the section and beyond it', async () => {
    const html =
      '<table><thead><tr><th rowspan=2>科目<th colspan="2">支出<tr><th>基本<th>项目</thead>' +
      '<tr><td rowspan="0">甲<td colspan=0>1<td>2<tr><td rowspan="9">3<td>4</table>';
    expect(await table(html)).toEqual([
      [
        ['0+1×2 科目', '1+2×1 支出'],
        ['1+1×1 基本', '2+1×1 项目'],
        ['0+1×2 甲', '1+1×1 1', '2+1×1 2'],
        ['1+1×1 3', '2+1×1 4'],
      ],
    ]);
  });

  test('the head is what the page says, the foot comes last, the caption stands above', async () => {
    const document = await opened(
      utf8(
        '<table><caption>表1</caption><tfoot><tr><td>合计<tbody><tr><td>甲<td>1</tbody><thead><tr><th>项目</thead></table>',
      ),
    );
    expect(textsOf(document)).toEqual(['表1', '项目\n甲|1\n合计']);
    expect(document.blocks[1]).toMatchObject({ rows: [{ head: true }, { head: false }, { head: false }] });
  });

  test('a table for layout gives way to what it holds', async () => {
    const data = '<table><tr><td>项目<td>金额<tr><td>甲<td>1.00</table>';
    const page = `<table><tr><td>栏目<td><table><tr><td><h1>预算公开</h1><p>正文</p>${data}</td></tr></table></td></tr></table>`;
    expect(await read(page)).toEqual(['栏目', '预算公开', '正文', '项目|金额\n甲|1.00']);
  });

  test('tags that are not closed or closed twice do not move a cell', async () => {
    const html = '<div><table><tr><td>甲</div><b>乙</td></p><td>1<tr><td>丙<td>2</table></div>';
    expect(await read(html)).toEqual(['甲乙|1\n丙|2']);
  });

  test('an entity is the character, a paragraph in a cell a line', async () => {
    expect(await read('<table><tr><td><p>甲&amp;乙</p><p>丙</p><td>&nbsp;1&#48;</table>')).toEqual(['甲&乙\n丙|10']);
  });
});

test('a page without text is refused', async () => {
  expect(await codeOf(utf8('<html><body><img src="a.png"></body></html>'))).toBe('F46');
});
