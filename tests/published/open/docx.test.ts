/** What Word files of other origin have: each feature with the reading that a person would make of it. */
import { describe, expect, jest, test } from '@jest/globals';
import { p, run, tbl, tc, tr, type WordParts, word } from '../../support/word.js';
import { codeOf, opened } from './open.js';
import { readFrom, tablesOf, textsOf } from './printed.js';

// where other programs use the machine too
jest.setTimeout(120_000);

const texts = async (body: string, parts?: WordParts): Promise<string[]> => textsOf(await opened(word(body, parts)));

describe('paragraphs', () => {
  test('tracked insertions count, deletions and what was moved away do not', async () => {
    const body =
      p(
        run('合计') +
          `<w:ins>${run('12.00')}</w:ins><w:del><w:r><w:delText>11.00</w:delText></w:r></w:del>${run('万元')}`,
      ) +
      p(`<w:moveFrom>${run('旧处')}</w:moveFrom>`) +
      p(`<w:moveTo>${run('新处')}</w:moveTo>`);
    expect(await texts(body)).toEqual(['合计12.00万元', '新处']);
  });

  test('a deleted end of a paragraph joins it with the next', async () => {
    const body = p(run('收入总计'), '<w:rPr><w:del w:id="1"/></w:rPr>') + p('12.00万元') + p('另一段');
    expect(await texts(body)).toEqual(['收入总计12.00万元', '另一段']);
  });

  test('hidden text is not read, nor what a style said before a tracked change', async () => {
    const body =
      p(run('预算') + run('（内部）', '<w:vanish/>') + run('公开', '<w:vanish w:val="0"/>')) +
      p('正文', '<w:pStyle w:val="a"/><w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>');
    expect(await opened(word(body))).toMatchObject({ blocks: [{ text: '预算公开' }, { text: '正文', level: 0 }] });
  });

  test('text that a style hides is not read, of a run or of a paragraph; a run may show it all the same', async () => {
    const styles =
      '<w:style w:styleId="h"><w:name w:val="内部"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="i"><w:name w:val="i"/><w:basedOn w:val="h"/></w:style>' +
      '<w:style w:styleId="t"><w:name w:val="t"/><w:tblStylePr w:type="firstRow"><w:rPr><w:vanish/></w:rPr></w:tblStylePr></w:style>';
    const body =
      p(run('甲') + run('密', '<w:rStyle w:val="i"/>') + run('乙', '<w:rStyle w:val="h"/><w:vanish w:val="0"/>')) +
      p(run('密') + run('丙', '<w:vanish w:val="false"/>'), '<w:pStyle w:val="h"/>') +
      p('丁', '<w:pStyle w:val="t"/>');
    expect(await texts(body, { styles })).toEqual(['甲乙', '丙', '丁']);
  });

  test('what nobody sees between characters parts no figure; what turns their order is told', async () => {
    const body =
      p('1\u00ad,2\u200b3\ufeff4.\u200e00\u2060万元') +
      p('12\u00a034 \u3000元') +
      tbl([tr(['5\u200d6⼯⼾⾭', '\u200b'])]);
    expect(await opened(word(body))).toMatchObject({
      blocks: [{ text: '1,234.00万元' }, { text: '12\u00a034 \u3000元' }, {}],
      notices: [],
    });
    expect(await texts(body)).toEqual(['1,234.00万元', '12\u00a034 \u3000元', '56工户青|']);
    const { notices } = await opened(word(p('\u202e00.1\u202c万元')));
    expect(notices).toEqual(['有 1 处用控制字符改变了文字的显示次序，看到的次序可能与读出的不同。']);
  });

  test('text that is struck through counts as deleted and is told', async () => {
    const read = await opened(
      word(
        p(
          run('11.00', '<w:strike/>') +
            run('12.00', '<w:dstrike w:val="0"/>') +
            run('13.00', '<w:dstrike/>') +
            run('万元'),
        ),
      ),
    );
    expect(textsOf(read)).toEqual(['12.00万元']);
    expect(read.notices).toEqual(['文档中有 2 处文字划了删除线，按删去处理，没有读取。']);
  });

  test('of a field only the result is read, and one that is never closed hides no more than its paragraph', async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const field = `${mark('begin')}<w:r><w:instrText>DATE</w:instrText></w:r>${run('码')}${mark('separate')}${run('2026年')}${mark('end')}`;
    const body = p(field + run('预算')) + p(`${mark('begin')}<w:r><w:instrText>PAGE</w:instrText></w:r>`) + p('还在');
    expect(await texts(body)).toEqual(['2026年预算', '还在']);
  });

  test('tabs that are set are no text, tabs and breaks in the text are', async () => {
    const body = p(
      '<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>',
      '<w:tabs><w:tab w:val="left"/></w:tabs>',
    );
    expect(await texts(body)).toEqual(['甲 乙\n丙']);
  });

  test('a text box is read once, before the paragraph that holds it', async () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const drawing =
      '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">' +
      `<mc:Choice Requires="wps"><w:drawing>${box('框中')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('框中')}</w:pict></mc:Fallback>` +
      '</mc:AlternateContent></w:r>';
    expect(await texts(p(run('前') + drawing + run('后')))).toEqual(['框中', '前后']);
  });

  test('of branches for different programs the first is read, whatever it is', async () => {
    const branches = (...names: readonly string[]) =>
      `<mc:AlternateContent>${names.map((name) => `<mc:${name}>${run('9')}</mc:${name}>`).join('')}</mc:AlternateContent>`;
    const body = p(run('甲') + branches('Choice', 'Choice', 'Fallback') + run('乙') + branches('Fallback') + run('丙'));
    expect(await texts(body)).toEqual(['甲9乙9丙']);
  });

  test('another prefix than the usual one', async () => {
    const body =
      p('题', '<w:outlineLvl w:val="0"/>') + tbl([tr([tc('甲', '<w:gridSpan w:val="2"/>')]), tr(['乙', '丙'])]);
    const usual = word(body);
    const other = word('', {
      more: {
        'word/document.xml': `<n:document xmlns:n="u"><n:body>${body.replace(/(<\/?| )w:/g, '$1n:')}</n:body></n:document>`,
      },
    });
    expect(await opened(other)).toEqual(await opened(usual));
  });

  test('headings by outline, by style, by a style based on one, by the name that WPS gives', async () => {
    const styles =
      '<w:style w:styleId="2"><w:name w:val="heading 1"/></w:style><w:style w:styleId="x"><w:name w:val="某"/><w:basedOn w:val="2"/></w:style>' +
      '<w:style w:styleId="1"><w:name w:val="Normal"/></w:style><w:style w:styleId="t"><w:name w:val="toc 1"/></w:style>';
    const styled = (id: string) => p('题', `<w:pStyle w:val="${id}"/>`);
    const body = styled('2') + styled('x') + styled('1') + styled('t') + p('题', '<w:outlineLvl w:val="1"/>');
    const { blocks } = await opened(word(body, { styles }));
    expect(blocks).toMatchObject([
      { level: 1 },
      { level: 1 },
      { level: 0 },
      { level: 0, contents: true },
      { level: 2 },
    ]);
  });

  test('paragraphs are numbered as comments need it, whatever is left out', async () => {
    const body = [p('甲'), p(''), `<w:del>${p('乙')}</w:del>`, tbl([tr(['丙', '丁'])]), p('戊')].join('');
    const { blocks } = await opened(word(body));
    expect(blocks).toMatchObject([{ source: 0 }, { rows: [{ cells: [{ source: 3 }, { source: 4 }] }] }, { source: 5 }]);
  });

  test('pictures are told', async () => {
    const { notices } = await opened(word(p('甲') + p('<w:r><w:drawing><a:blip/></w:drawing></w:r>')));
    expect(notices).toEqual(['文档中有 1 处图片或嵌入对象，其中的文字和数字没有读取。']);
  });

  test('other files that Word would put in, charts and notes are told', async () => {
    const body =
      p('<w:r><w:footnoteReference w:id="1"/></w:r>') +
      p('<w:r><w:drawing><c:chart/></w:drawing></w:r>') +
      '<w:altChunk r:id="rId9"/>' +
      p('乙');
    const { notices } = await opened(word(body));
    expect(notices).toEqual([
      '文档中有 1 处图片或嵌入对象，其中的文字和数字没有读取。',
      '文档中有 1 处是并入的别的文件，没有读取；请用 Word 打开、保存后再读。',
      '文档中有 1 处脚注、尾注，没有读取。',
    ]);
  });
});

describe('lists', () => {
  const level = (at: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、', '<w:suff w:val="nothing"/>')}${level(1, 'chineseCounting', '（%2）')}` +
    `${level(2, 'decimal', '%1.%3', '<w:isLgl/>')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uf06c')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
  const item = (list: number, at: number, text = '项') =>
    p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);

  test('the printed mark stands before the text, level by level', async () => {
    const body = item(1, 0) + item(1, 1) + item(1, 1) + item(1, 2) + item(1, 0) + item(1, 1) + item(2, 0) + item(0, 0);
    const read = await texts(body, { numbering });
    expect(read).toEqual(['一、项', '（一） 项', '（二） 项', '1.1 项', '二、项', '（一） 项', '● 项', '项']);
  });

  test('a list that is told to begins anew, and an empty entry is counted', async () => {
    const body = item(1, 0) + item(1, 0, '') + item(1, 0) + item(3, 0) + item(3, 0);
    expect(await texts(body, { numbering })).toEqual(['一、项', '三、项', '一、项', '二、项']);
  });

  test('a style brings its list and the level that names it', async () => {
    const styled = numbering.replace('<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:pStyle w:val="n"/>');
    const styles =
      '<w:style w:styleId="n"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const body = p('项', '<w:pStyle w:val="n"/>') + p('项', '<w:pStyle w:val="n"/>') + item(1, 0);
    expect(await texts(body, { numbering: styled, styles })).toEqual(['（一） 项', '（二） 项', '一、项']);
  });
});

describe('tables', () => {
  test('spans of columns and rows, cells that go on from above, blanks before a row', async () => {
    const span = (count: number) => `<w:gridSpan w:val="${count}"/>`;
    const rows = [
      tr([tc('科目', '<w:vMerge w:val="restart"/>'), tc('支出', span(2))]),
      tr([tc('', '<w:vMerge/>'), '基本', '项目']),
      tr(['201', '1.00', '2.00']),
      tr(['总计'], '<w:gridBefore w:val="2"/>'),
    ];
    expect(readFrom(await opened(word(tbl(rows, [1000, 1000, 1000]))))).toEqual([
      [
        ['0+1×2 科目', '1+2×1 支出'],
        ['1+1×1 基本', '2+1×1 项目'],
        ['0+1×1 201', '1+1×1 1.00', '2+1×1 2.00'],
        ['2+1×1 总计'],
      ],
    ]);
  });

  test('cells that go on from the one before, as older programs write them', async () => {
    const rows = [tr([tc('支出', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), '丙']), tr(['1', '2', '3'])];
    expect(readFrom(await opened(word(tbl(rows))))).toEqual([
      [
        ['0+2×1 支出', '2+1×1 丙'],
        ['0+1×1 1', '1+1×1 2', '2+1×1 3'],
      ],
    ]);
  });

  test('lines of the grid that a program has drawn twice are one', async () => {
    const rows = [tr(['甲', tc('乙', '<w:gridSpan w:val="2"/>')]), tr([tc('丙', '<w:gridSpan w:val="2"/>'), '丁'])];
    expect(readFrom(await opened(word(tbl(rows, [1000, 40, 1000]))))).toEqual([
      [
        ['0+1×1 甲', '1+1×1 乙'],
        ['0+1×1 丙', '1+1×1 丁'],
      ],
    ]);
  });

  test('only a row that is marked heads the table', async () => {
    const rows = [tr(['项目'], '<w:tblHeader/>'), tr(['总计'], '<w:tblHeader w:val="0"/>')];
    const [table] = tablesOf(await opened(word(tbl(rows))));
    expect(table?.rows.map(({ head }) => head)).toEqual([true, false]);
  });

  test('deleted and hidden rows and deleted cells are gone', async () => {
    const rows = [
      tr(['甲', '1'], '<w:del w:id="1"/>'),
      tr(['乙', '2'], '<w:hidden/>'),
      tr(['丙', tc('3', '<w:cellDel w:id="2"/>')], '<w:ins w:id="3"/>'),
    ];
    expect(readFrom(await opened(word(tbl(rows))))).toEqual([[['0+1×1 丙', '1+1×1 ']]]);
  });

  test('a table for layout gives way to what it holds, a small table in a cell is text of the cell', async () => {
    const inner = tbl([tr(['甲', '1']), tr(['乙', '2'])]);
    const frame = tbl([tr([tc(p('题') + inner)])]);
    expect(await texts(frame)).toEqual(['题', '甲|1\n乙|2']);
    const data = tbl([tr(['项目', '说明']), tr(['丙', tc(tbl([tr(['细', '9'])]))]), tr(['丁', '4'])]);
    expect(await texts(data)).toEqual(['项目|说明\n丙|细 9\n丁|4']);
  });

  test('a title and a note in rows of the table stand outside, a label without an amount stays', async () => {
    const across = (text: string) => tr([tc(text, '<w:gridSpan w:val="3"/>')]);
    const rows = [tr(['科目', '名称', '金额']), tr(['201', '甲', '1.00']), tr(['总计', '', ''])];
    const pasted = tbl([
      tr(['表1', '', '']),
      across('收支总体情况表'),
      ...rows,
      tr(['', '', '']),
      across('注：本表为预算数。'),
    ]);
    expect(await texts(pasted)).toEqual([
      '表1',
      '收支总体情况表',
      '科目|名称|金额\n201|甲|1.00\n总计||\n||',
      '注：本表为预算数。',
    ]);
    const goesOn = tbl([tr(['其他收入', '', '']), ...rows, across('合计')]);
    expect(await texts(goesOn)).toEqual(['其他收入||\n科目|名称|金额\n201|甲|1.00\n总计||\n合计']);
    expect(await texts(tbl([across('只有题目')]))).toEqual(['只有题目']);
  });

  test('a table that was cut in two is one again, without its repeated head', async () => {
    const head = tr(['科目编码', '预算数']);
    const [a, b] = [tr(['201', '1.00']), tr(['202', '2.00'])];
    const one = ['科目编码|预算数\n201|1.00\n202|2.00'];
    expect(await texts(tbl([head, a], [900, 900]) + p('') + tbl([head, b], [900, 900]))).toEqual(one);
    expect(await texts(tbl([head, a], [900, 900]) + tbl([b], [900, 900]))).toEqual(one);
  });

  test('two tables stay two: a text between them, another grid, a title of its own, the same form filled in again', async () => {
    const head = tr(['科目编码', '预算数']);
    const row = tr(['201', '1.00']);
    const first = tbl([head, row], [900, 900]);
    expect(await texts(first + p('表2') + tbl([row], [900, 900]))).toHaveLength(3);
    expect(await texts(first + tbl([row], [900, 1900]))).toHaveLength(2);
    expect(await texts(first + tbl([tr([tc('表2', '<w:gridSpan w:val="2"/>')]), row], [900, 900]))).toHaveLength(3);
    const goal = (name: string) => tbl([tr(['项目绩效目标', '']), tr(['项目名称', name])], [900, 900]);
    expect(await texts(goal('甲') + goal('乙'))).toHaveLength(2);
  });
});

describe('what is no Word file to read', () => {
  test('no text at all, no part, another root', async () => {
    expect(await codeOf(word(p('')))).toBe('F46');
    expect(await codeOf(word('', { more: { 'word/document.xml': '<a/>' } }))).toBe('F40');
    expect(await codeOf(word('', { more: { '_rels/.rels': '<Relationships/>' } }))).toBe('F40');
  });
});
