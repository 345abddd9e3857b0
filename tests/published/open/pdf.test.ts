/** PDF files, each feature with the reading that a person would make of the page. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { at, gridded, pdf, ruled } from '../../support/pdf.js';
import { root } from '../../support/samples.js';
import { codeOf, opened } from './open.js';
import { readFrom, tablesOf, textsOf } from './printed.js';

// where other programs use the machine too
jest.setTimeout(120_000);

const built = existsSync(join(root, 'dist', 'pdf', 'pdfjs.cjs'));
const whenBuilt = built ? describe : describe.skip;

const read = async (...contents: readonly string[]) =>
  readFrom(await opened(pdf(contents.map((content) => ({ content })))));
/** With blanks as they are read. */
const written = async (content: string) =>
  (await opened(pdf([{ content }]))).blocks.map((block) => 'text' in block && block.text);
/** Twenty characters of 10 points, from 50 to 250. */
const full = '某某局负责全市有关工作的组织协调和监督检查';
const lines = (y: number, texts: readonly string[]): string =>
  texts.map((text, index) => at(text.startsWith('　') ? 70 : 50, y - index * 15, text.replace(/^　/, ''))).join('');

whenBuilt('paragraphs', () => {
  test('lines that were broken for want of room are joined, an indent begins a paragraph', async () => {
    const page = lines(500, [
      `　${full.slice(2)}`,
      full,
      '并向市政府报告。',
      `　${full.slice(2)}`,
      '另有规定的除外。',
      '　短的。',
    ]);
    expect(await read(page)).toEqual([
      `${full.slice(2)}${full}并向市政府报告。`,
      `${full.slice(2)}另有规定的除外。`,
      '短的。',
    ]);
  });

  test('without indents a wider distance begins a paragraph', async () => {
    const page = lines(500, [full, full, full]) + lines(430, [full, '结束。']);
    expect(await read(page)).toEqual([full + full + full, `${full}结束。`]);
  });

  test('a figure too long for the line goes to the next one, a list mark there begins an entry', async () => {
    const short = full.slice(0, 15);
    expect(await read(lines(500, [full, `${short}1`, '33,898.98万元。']))).toEqual([`${full}${short}133,898.98万元。`]);
    expect(await read(lines(500, [full, `${full.slice(1)}。`, '2.另有规定。']))).toEqual([
      `${full}${full.slice(1)}。`,
      '2.另有规定。',
    ]);
  });

  test('a narrow blank of the text parts figures, the same distance without one does not', async () => {
    const digits = '0032003000320035';
    const set = (mark: string, back: number) => `BT /F 10 Tf 1 0 0 1 50 500 Tm [<${mark}> ${back} <${digits}>] TJ ET\n`;
    expect(await written(set('0031002e0020', 300))).toEqual(['1. 2025']);
    expect(await written(set('0031002e', -200))).toEqual(['1.2025']);
  });

  test('numbered titles at the head of their pages are no running heads', async () => {
    const pages = [1, 2, 3].map((number) => at(50, 570, `表 ${number}`) + at(50, 400, full));
    expect(await read(...pages)).toEqual(['表1', full, '表2', full, '表3', full]);
  });

  test('a paragraph goes on over the page, past page numbers and running heads', async () => {
    const page = (number: string, ...texts: string[]) =>
      at(150, 570, '某某局预算公开') + lines(500, texts) + at(190, 30, `— ${number} —`);
    const pages = [
      page('1', `　${full.slice(2)}`, full, full),
      page('2', full, '结束。', '　另一段。'),
      page('3', full),
    ];
    expect(await read(...pages)).toEqual([`${full.slice(2)}${full}${full}${full}结束。`, '另一段。', full]);
  });

  test('a figure that is the last line of a text is no page number', async () => {
    expect(await read(`${at(50, 500, '合计')}${at(50, 300, '2026')}`)).toEqual(['合计', '2026']);
  });

  test('pieces far apart on one line are told apart', async () => {
    expect(await read(at(50, 500, '编制单位：某某局') + at(300, 500, '单位：万元'))).toEqual([
      '编制单位：某某局',
      '单位：万元',
    ]);
  });

  test('contents are marked by their leaders', async () => {
    const { blocks } = await opened(
      pdf([{ content: at(50, 500, '一、主要职能…………………3') + at(50, 480, '一、主要职能') }]),
    );
    expect(blocks).toMatchObject([{ contents: true }, { text: '一、主要职能' }]);
    expect(blocks[1]).not.toHaveProperty('contents');
  });

  test('bold type that is drawn twice is read once, 11 is not bold', async () => {
    expect(await read(at(50, 500, '合计') + at(50.3, 500, '合计') + at(80, 500, '11'))).toEqual(['合计11']);
  });
});

whenBuilt('tables', () => {
  const [xs, ys] = [
    [50, 150, 250, 350],
    [500, 480, 460, 440],
  ] as const;
  const rows = [
    ['科目', '基本', '项目'],
    ['201', '1.00', ''],
    ['总计', '1.00', ''],
  ];
  const plain = [
    ['0+1×1 科目', '1+1×1 基本', '2+1×1 项目'],
    ['0+1×1 201', '1+1×1 1.00', '2+1×1 '],
    ['0+1×1 总计', '1+1×1 1.00', '2+1×1 '],
  ];

  test('cells between ruling lines, neighbours that touch too', async () => {
    const narrow = gridded([50, 78, 91, 104], ys, [['20805', '01', '02']]);
    expect(await read(gridded(xs, ys, rows))).toEqual([plain]);
    expect((await read(narrow))[0]?.[0]).toEqual(['0+1×1 20805', '1+1×1 01', '2+1×1 02']);
  });

  test('lines as thin rectangles, and drawn cell by cell', async () => {
    const box = (x: number, y: number, w: number, h: number) => `${x} ${y} ${w} ${h} re f\n`;
    const pieces = ys.flatMap((y) => [50, 150, 250].map((x) => box(x, y - 0.25, 100, 0.5)));
    const posts = xs.flatMap((x) => [480, 460, 440].map((y) => box(x - 0.25, y, 0.5, 20)));
    expect(await read(pieces.join('') + posts.join('') + gridded(xs, ys, rows).replace(/.* l S\n/g, ''))).toEqual([
      plain,
    ]);
  });

  test('where no line is there is one cell', async () => {
    const content =
      [500, 460, 440].map((y) => ruled(50, y, 350, y)).join('') +
      ruled(150, 480, 350, 480) +
      [50, 150, 350].map((x) => ruled(x, 500, x, 440)).join('') +
      ruled(250, 480, 250, 440);
    const text =
      at(60, 470, '科目') + at(220, 485, '支出') + at(160, 465, '基本') + at(260, 465, '项目') + at(60, 445, '201');
    expect(await read(content + text)).toEqual([
      [
        ['0+1×2 科目', '1+2×1 支出'],
        ['1+1×1 基本', '2+1×1 项目'],
        ['0+1×1 201', '1+1×1 ', '2+1×1 '],
      ],
    ]);
  });

  test('sides without a line are the ends of the lines across', async () => {
    const content =
      ys.map((y) => ruled(50, y, 350, y)).join('') + [150, 250].map((x) => ruled(x, 500, x, 440)).join('');
    expect(await read(content + gridded(xs, ys, rows).replace(/.* l S\n/g, ''))).toEqual([plain]);
  });

  test('a frame around a text and a line under it are no table', async () => {
    expect(await read(`50 450 300 60 re S\n${at(60, 470, '说明')}${ruled(60, 468, 80, 468)}`)).toEqual(['说明']);
  });

  test('lines that a narrow cell has broken are joined', async () => {
    const content =
      gridded([50, 104, 250], [500, 440], []) +
      at(52, 488, '行政事业单') +
      at(52, 473, '位养老支出') +
      at(110, 488, '1.00');
    expect(await read(content)).toEqual([[['0+1×1 行政事业单位养老支出', '1+1×1 1.00']]]);
  });

  const caption = at(50, 505, '编制单位：某某局') + at(300, 505, '单位：万元');
  const head = ['科目', '基本', '项目'];

  test('over pages: joined, with the head and the line above it told once', async () => {
    const first = at(150, 550, '表1') + caption + gridded(xs, ys, [head, ['201', '1.00', ''], ['202', '2.00', '']]);
    const second = caption + gridded(xs, [500, 480, 460], [head, ['203', '3.00', '']]) + at(50, 400, '注：无。');
    const joined = [...(await read(first, second))];
    expect(joined).toEqual([
      ...['表1', '编制单位：某某局', '单位：万元'],
      [head, ['201', '1.00', ''], ['202', '2.00', ''], ['203', '3.00', '']].map((row) =>
        row.map((text, c) => `${c}+1×1 ${text}`),
      ),
      '注：无。',
    ]);
  });

  test.each([
    ['续表1　某某情况表', 1],
    ['表1（续）', 1],
    ['续表1', 1],
    ['表1　某某情况表', 2],
    ['续表2　某某情况表', 2],
    ['续表1　另一张表', 2],
  ])('over pages, with “%s” above the rest: tables %i', async (title, count) => {
    const start = at(150, 570, '表1') + at(150, 550, '某某情况表') + caption;
    const first = start + gridded(xs, ys, [head, ['201', '1.00', ''], ['202', '2.00', '']]);
    const second = at(50, 530, title) + caption + gridded(xs, [500, 480, 460], [head, ['203', '3.00', '']]);
    const found = await read(first, second);
    expect(found.filter((block) => Array.isArray(block))).toHaveLength(count);
    const told = title.replace('\u3000', '');
    expect(found.filter((block) => block === told || block === title)).toHaveLength(count - 1);
  });

  test('over pages without a repeated head; a title or other lines make it another table', async () => {
    const first = gridded(xs, ys, rows);
    expect(await read(first, gridded(xs, ys, [['301', '', '']]))).toHaveLength(1);
    expect(await read(first, at(150, 550, '表2') + gridded(xs, ys, rows))).toHaveLength(3);
    expect(await read(first, gridded([50, 150, 380], ys, [['301', '']]))).toHaveLength(2);
  });

  test('a row that the page has broken is one row, the next row is not', async () => {
    const long = '某某专项资金管理办';
    const first = gridded(xs, [500, 480], [['1', long, '是']]);
    const broken = await read(first, gridded(xs, [500, 480], [['', '法有关规定', '']]));
    expect(broken).toEqual([[['0+1×1 1', `1+1×1 ${long}法有关规定`, '2+1×1 是']]]);
    const next = await read(
      gridded(xs, [500, 480], [['1', '短', '是']]),
      gridded(xs, [500, 480], [['', '其他支出', '']]),
    );
    expect(next[0]).toHaveLength(2);
  });

  test('a label beside rows on both pages is one cell', async () => {
    const first = gridded(xs, [500, 480], [['产出', '数量', '1']]);
    const content =
      [500, 460].map((y) => ruled(50, y, 350, y)).join('') +
      ruled(150, 480, 350, 480) +
      xs.map((x) => ruled(x, 500, x, 460)).join('');
    const second = content + at(152, 486, '质量') + at(252, 486, '2') + at(152, 466, '时效') + at(252, 466, '3');
    expect(await read(first, second)).toEqual([
      [
        ['0+1×3 产出', '1+1×1 数量', '2+1×1 1'],
        ['1+1×1 质量', '2+1×1 2'],
        ['1+1×1 时效', '2+1×1 3'],
      ],
    ]);
  });

  test('a page that is turned, and a page whose text is', async () => {
    const turned = (content: string) => pdf([{ content, more: '/Rotate 90' }]);
    const upward = (x: number, y: number, text: string) => at(x, y, text, '0 1 -1 0');
    const lying =
      ys.map((y) => ruled(600 - y, 50, 600 - y, 350)).join('') + xs.map((x) => ruled(100, x, 160, x)).join('');
    const texts = rows.flatMap((row, r) => row.map((text, c) => upward(114 + r * 20, (xs[c] ?? 0) + 2, text))).join('');
    expect(readFrom(await opened(turned(lying + texts)))).toEqual([plain]);
    expect(await read(lying + texts)).toEqual([plain]);
    expect(tablesOf(await opened(turned(lying + texts)))[0]).toMatchObject({ page: 1 });
  });
});

whenBuilt('what other programs make of a document', () => {
  const body = `${full}正文。`;

  test('lines set one below the other by the leading alone go down the page', async () => {
    const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');
    const set = `BT /F 10 Tf 15 TL 1 0 0 1 50 500 Tm <${hex('一、收入')}> Tj <${hex('二、支出')}> ' T* <${hex('三、说明')}> Tj ET\n`;
    const before = lines(555, [full, full, '结束。']);
    expect(await read(before + set)).toEqual([`${full}${full}结束。`, '一、收入', '二、支出', '三、说明']);
  });

  test('radicals are the characters that they look like', async () => {
    expect(await read(at(50, 500, '乌鲁⽊⻬市⼯业⻔⻋⾏'))).toEqual(['乌鲁木齐市工业门车行']);
  });

  test('two pages on a sheet are read one after the other; what lies across the middle makes one', async () => {
    const side = (x: number, name: string) => at(x, 500, full) + at(x, 400, name);
    const sheets = [side(50, '甲') + side(470, '乙'), side(50, '丙') + side(470, '丁')];
    const readSheets = async (contents: readonly string[]) =>
      readFrom(await opened(pdf(contents.map((content) => ({ content, width: 842 })))));
    expect(await readSheets(sheets)).toEqual([full, '甲', full, '乙', full, '丙', full, '丁']);
    const [, ...others] = await readSheets(sheets.map((sheet) => at(380, 550, '跨过正中的标题') + sheet));
    expect(others.slice(0, 4)).toEqual([full, full, '甲', '乙']);
  });

  test('a watermark is told and not read, aslant or large in one place; a title is read', async () => {
    const page = (content: string) => ({ content: lines(500, [full, '正文。']) + content });
    const aslant = at(100, 300, '内部资料', '0.8 0.6 -0.6 0.8');
    const large = (y: number) => at(30, y / 4, '样稿', '4 0 0 4');
    const marked = await opened(pdf([aslant, large(400), large(400), large(400)].map(page)));
    expect(textsOf(marked)).toEqual(Array(4).fill(body));
    expect(marked.notices).toEqual(['第 1–4 页的水印没有读取。']);
    const titled = await opened(pdf([large(400), large(300), large(200)].map(page)));
    expect(titled.notices).toEqual([]);
    expect(textsOf(titled).filter((text) => text === '样稿')).toHaveLength(3);
  });

  test('numbers that count on from page to page are page numbers wherever they stand; others are figures', async () => {
    const page = (number: string) => lines(500, [full, '正文。']) + at(190, 300, number);
    expect(await read(...['— 2 —', '— 3 —', '— 4 —'].map(page))).toEqual([body, body, body]);
    expect(await read(...['2026', '2027', '12'].map(page))).toEqual([body, '2026', body, '2027', body, '12']);
  });

  test('a page number beside a running foot', async () => {
    const page = (number: number) =>
      lines(500, [full, '正文。']) + at(50, 20, '某某局预算') + at(330, 20, `${number}/3`);
    expect(await read(page(1), page(2), page(3))).toEqual([body, body, body]);
  });
});

whenBuilt('what cannot be read is told', () => {
  test('a scan has no text', async () => {
    expect(await codeOf(pdf([{ content: 'q 400 0 0 600 0 0 cm /I Do Q' }], image))).toBe('F42');
  });

  const image = {
    objects: {
      20: '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream',
    },
  };

  test('text under a picture comes from a program for recognition', async () => {
    const document = await opened(
      pdf([{ content: `q 400 0 0 600 0 0 cm /I Do Q 3 Tr ${at(50, 500, '收入合计')}` }], image),
    );
    expect(textsOf(document)).toEqual(['收入合计']);
    expect(document.notices).toEqual(['第 1 页是扫描件，文字由识别软件加上，可能有误，请对照原文。']);
  });

  test('invisible text beside what is seen is not read', async () => {
    expect(await read(`${at(50, 500, '收入')}3 Tr ${at(50, 480, '内部')}`)).toEqual(['收入']);
  });

  const CATALOG = '/Type /Catalog /Pages 2 0 R';
  const form = (content: string) =>
    `<< /Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F 3 0 R >> >> /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const annotation = (entries: string) => `<< /Type /Annot /Rect [150 495 350 515] ${entries} >>`;

  test.each([
    ['a text over the page', '/Subtype /FreeText /Contents (9) /AP << /N 31 0 R >>', ['合计', '1.00'], []],
    ['a field', '/Subtype /Widget /FT /Tx /V (9) /AP << /N 31 0 R >>', ['合计', '1.00'], []],
    ['a hidden field', '/Subtype /Widget /FT /Tx /F 2 /AP << /N 31 0 R >>', ['合计'], []],
    ['a signature', '/Subtype /Widget /FT /Sig /AP << /N 31 0 R >>', ['合计'], []],
    ['a note', '/Subtype /Text /Contents (9) /AP << /N 31 0 R >>', ['合计'], []],
    [
      'a field that is not drawn',
      '/Subtype /Widget /FT /Tx /V (9)',
      ['合计'],
      ['有 1 处表单、批注里填的文字没有画在页面上，没有读取；请在 PDF 软件中打印成新的 PDF 再读。'],
    ],
    ['an empty field', '/Subtype /Widget /FT /Tx /V ()', ['合计'], []],
  ])('%s stands where it is drawn, if it is seen', async (_, entries, seen, notices) => {
    const objects = { 30: annotation(entries), 31: form(at(2, 5, '1.00')) };
    const document = await opened(pdf([{ content: at(50, 500, '合计'), more: '/Annots [30 0 R]' }], { objects }));
    expect(textsOf(document)).toEqual(seen);
    expect(document.notices).toEqual(notices);
  });

  test.each([
    ['ON', ['合计', '9.00', '1.00']],
    ['OFF', ['合计', '1.00']],
  ])('a layer that is %s', async (state, seen) => {
    const objects = {
      1: `<< ${CATALOG} /OCProperties << /OCGs [21 0 R] /D << /${state} [21 0 R] >> >> >>`,
      21: '<< /Type /OCG /Name (a) >>',
    };
    const layer = `/OC /L BDC /Span BMC ${at(150, 500, '9.00')} EMC EMC\n`;
    const content = at(50, 500, '合计') + layer + at(250, 500, '1.00');
    expect(textsOf(await opened(pdf([{ content }], { objects })))).toEqual(seen);
  });

  test('what is painted over, cut off by a clip or outside the page is not seen', async () => {
    const old = at(50, 500, '合计') + at(150, 500, '9.00');
    const patch = 'q 1 1 1 rg 148 495 60 14 re f Q\n';
    expect(await read(old + patch + at(150, 500, '1.00'))).toEqual(['合计', '1.00']);
    expect(await read(patch + old)).toEqual(['合计', '9.00']);
    // through a marker's colour the text is seen; a patch of another shape is not taken for one
    for (const graphics of ['/ca 0.4', '/BM /Multiply /ca 1']) {
      const marked = [{ content: old + patch.replace('q', 'q /G gs') }];
      const document = await opened(pdf(marked, { objects: { 22: `<< ${graphics} >>` } }));
      expect(textsOf(document)).toEqual(['合计', '9.00']);
    }
    const clipped = `q 0 0 140 600 re W n ${at(120, 500, '12345')} Q\n`;
    expect(await read(clipped + at(300, 400, '外'))).toEqual(['1234', '外']);
    const cropped = pdf([{ content: old, more: '/CropBox [0 0 140 600]' }]);
    expect(textsOf(await opened(cropped))).toEqual(['合计']);
  });

  test('white text is read on a ground of another colour, and told where it is not seen', async () => {
    const white = `q 1 1 1 rg ${at(50, 500, '表头')} Q\n`;
    expect(await read(`q 0 0 1 rg 40 490 300 30 re f Q\n${white}`)).toEqual(['表头']);
    const { blocks, notices } = await opened(pdf([{ content: white + at(50, 400, '正文') }]));
    expect(blocks).toMatchObject([{ text: '正文' }]);
    expect(notices).toEqual(['第 1 页有 2 个白色的字，看不见，没有读取。']);
  });

  test('files that lie in the document are told', async () => {
    const objects = { 1: `<< ${CATALOG} /Names << /EmbeddedFiles << /Names [] >> >> >>` };
    const { notices } = await opened(pdf([{ content: at(50, 500, '合计') }], { objects }));
    expect(notices).toEqual(['PDF 里附有别的文件，其中的内容没有读取；请把它们另存出来再读。']);
  });

  test('characters without an encoding', async () => {
    const document = await opened(pdf([{ content: at(50, 500, '收入\ue012\ue013') }]));
    expect(document.notices).toEqual(['第 1 页有 2 个字认不出来（PDF 没有带它们的编码），读作“□”。']);
    expect(textsOf(document)).toEqual(['收入□□']);
  });

  test('a truncated file, and one that only begins like a PDF', async () => {
    const whole = pdf([
      {
        content: lines(
          500,
          Array.from({ length: 300 }, () => full),
        ),
      },
    ]);
    expect(await codeOf(whole)).toMatch(/^ok/);
    expect(await codeOf(whole.subarray(0, whole.length >> 1))).toBe('F39');
    expect(await codeOf(new TextEncoder().encode('%PDF-1.7\n%%EOF'))).toBe('F40');
  });
});
