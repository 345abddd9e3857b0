import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { blankPlan } from '../../../src/editions/blank.js';
import { guideSheetName, layout, type SheetKey } from '../../../src/workbook/layout/layout.js';
import { listSheetName } from '../../../src/workbook/layout/lists.js';
import { withPartNumbers } from '../../../src/workbook/layout/printedIn.js';
import type { AnyColumn } from '../../../src/workbook/layout/types.js';
import { type Content, formHeaders, type WorkbookPlan, writeWorkbook } from '../../../src/workbook/write/index.js';
import { needOf } from '../../../src/workbook/write/needs.js';
import { editions } from '../../support/samples.js';
import { all, parts, readBack, type WrittenCell, type WrittenSheet } from './readBack.js';

const allSheets = Object.keys(layout) as SheetKey[];
const office = '某某市某某局';

const content: Content = {
  基本信息: { 预算年度: '2026', 公开类型: '部门', 金额单位: '元' },
  预算单位: [{ 单位名称: office, 单位性质: '行政单位', 是否本级: '是' }],
  科目名称: [
    { 科目类别: '功能分类', 科目编码: '201', 科目名称: '一般公共服务支出' },
    { 科目类别: '功能分类', 科目编码: '20103', 科目名称: '政府办公厅（室）及相关机构事务' },
    { 科目类别: '功能分类', 科目编码: '2010301', 科目名称: '行政运行' },
    { 科目类别: '经济分类', 科目编码: '301', 科目名称: '工资福利支出' },
    { 科目类别: '经济分类', 科目编码: '30101', 科目名称: '基本工资' },
  ],
  '基本支出（功能）': [
    { 预算单位: office, 功能科目编码: '2010301', 资金来源: '一般公共预算', 人员经费: '22398912.5', 公用经费: '0.1' },
    { 预算单位: office, 功能科目编码: '2010399', 资金来源: '一般公共预算', 人员经费: '1234567890.12' },
    { 预算单位: office, 功能科目编码: '2010301', 资金来源: '其他收入', 人员经费: '七万', 公用经费: '0.2' },
  ],
  '基本支出（经济）': [
    { 经济科目编码: '30101', 金额: '22398912.50' },
    { 经济科目编码: '30201', 金额: '12345678901234567.89' },
  ],
  项目支出: [
    {
      预算单位: office,
      项目名称: '=1+1 <某某> & "经费"',
      功能科目编码: '2010301',
      资金来源: '一般公共预算',
      '302商品和服务支出': '10000',
    },
  ],
};

const plan: WorkbookPlan = {
  year: 2026,
  kindLabel: '部门',
  sheets: allSheets,
  withoutColumns: {},
  partNumbers: editions.load(2026).partNumbers(),
  content,
  spareRows: 5,
};

let bytes: Uint8Array;
let sheets: Map<string, WrittenSheet>;

beforeAll(async () => {
  bytes = await writeWorkbook(plan);
  sheets = new Map(readBack(bytes).map((sheet) => [sheet.name, sheet]));
}, 60_000);

function sheet(name: string): WrittenSheet {
  const found = sheets.get(name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
}

function cell(name: string, address: string): WrittenCell {
  const found = sheet(name).cells.get(address);
  if (!found) throw new Error(`no cell ${name}!${address}`);
  return found;
}

const letters = (index: number): string => String.fromCharCode(65 + index);
const columnsOf = (key: SheetKey): AnyColumn[] => Object.values<AnyColumn>(layout[key].columns);
const tableKeys = allSheets.filter((key) => layout[key].kind === 'table');
const formKeys = allSheets.filter((key) => layout[key].kind === 'form');

describe('sheets and headers', () => {
  test('the guide comes first, then the sheets in order, the list sheet last and hidden', () => {
    expect([...sheets.keys()]).toEqual([guideSheetName, ...allSheets.map((key) => layout[key].name), listSheetName]);
    expect([...sheets.values()].filter(({ state }) => state !== 'visible').map(({ name }) => name)).toEqual([
      listSheetName,
    ]);
  });

  test.each(allSheets)('%s: what is pasted into it stays open, though it was locked where it came from', (key) => {
    const [open, ...more] = all(sheet(layout[key].name).root, 'protectedRange').map(({ attributes }) => attributes);
    expect([open?.password, more]).toEqual([undefined, []]);
    const table = layout[key];
    const last = letters(columnsOf(key).length - 1);
    if (table.kind === 'table' && !('prefilled' in table)) expect(open?.sqref).toBe(`A4:${last}2003`);
    else expect(open?.sqref).toMatch(/^B4/);
  });

  test.each(tableKeys)('%s: title, help and exactly the headers of the layout, frozen', (key) => {
    const { name, help } = layout[key];
    expect(cell(name, 'A1').text).toBe(name);
    const [, need, rest] = /^【(必填|应填|有则填|可不填)】[^。]+。(.*)$/s.exec(cell(name, 'A2').text) ?? [];
    expect([need, rest]).toEqual([needOf(key, '部门'), withPartNumbers(help, plan.partNumbers)]);
    const headers = columnsOf(key).map((_, i) => cell(name, `${letters(i)}3`).text);
    expect(headers).toEqual(columnsOf(key).map(({ header }) => header));
    const [pane] = all(sheet(name).root, 'pane');
    expect(pane?.attributes).toMatchObject({ state: 'frozen', ySplit: '3' });
  });

  test.each(formKeys)('%s: 项目 | 内容 | 填写说明 and one row a field', (key) => {
    const { name } = layout[key];
    expect(['A3', 'B3', 'C3'].map((at) => cell(name, at).text)).toEqual([...formHeaders]);
    const labels = columnsOf(key).map((_, i) => cell(name, `A${4 + i}`).text);
    expect(labels).toEqual(columnsOf(key).map(({ header }) => header));
  });

  test('only the sheets and columns of the plan are written', async () => {
    const fewer = await writeWorkbook({
      ...plan,
      sheets: ['entity', 'projects'],
      withoutColumns: { projects: ['goal', 'period'] },
      content: {},
    });
    const written = readBack(fewer);
    expect(written.map(({ name }) => name)).toEqual([guideSheetName, '基本信息', '项目信息', listSheetName]);
    const headers = [...(written[2]?.cells ?? [])].filter(([at]) => /^[A-Z]3$/.test(at)).map(([, { text }]) => text);
    expect(headers).toHaveLength(columnsOf('projects').length - 2);
    expect(headers).not.toContain('绩效目标表');
  });

  test('content without a place is refused, never dropped', async () => {
    await expect(writeWorkbook({ ...plan, content: { 预算单位: [{ 名称: '甲' }] } })).rejects.toThrow('名称');
    await expect(writeWorkbook({ ...plan, content: { 别的: [] } })).rejects.toThrow('别的');
    await expect(writeWorkbook({ ...plan, content: { 预算单位: { 单位名称: '甲' } } })).rejects.toThrow('预算单位');
  });
});

describe('values', () => {
  test.each([
    ['E4', '22398912.5'],
    ['F4', '0.1'],
    ['E5', '1234567890.12'],
  ])('an amount stands in the XML with exactly its decimal text: %s %s', (at, text) => {
    expect(cell('基本支出（功能）', at)).toMatchObject({ type: 'n', text, numFmt: '#,##0.00' });
  });

  test('trailing zeros go; what no double can hold, or is no number, stays the typed text', () => {
    expect(cell('基本支出（经济）', 'D4')).toMatchObject({ type: 'n', text: '22398912.5' });
    expect(cell('基本支出（经济）', 'D5')).toMatchObject({ type: 's', text: '12345678901234567.89' });
    expect(cell('基本支出（功能）', 'E6')).toMatchObject({ type: 's', text: '七万' });
  });

  test('codes are text, the year is a number', () => {
    expect(cell('基本支出（功能）', 'B4')).toMatchObject({ type: 's', text: '2010301', numFmt: '@' });
    expect(cell('基本信息', 'B4')).toMatchObject({ type: 'n', text: '2026', numFmt: '0' });
  });

  test('text that looks like a formula or markup stays text', () => {
    expect(cell('项目支出', 'B4')).toMatchObject({ type: 's', text: '=1+1 <某某> & "经费"', formula: undefined });
  });

  test('the blank workbook has one row for each fixed item', () => {
    const items = [4, 5, 6, 7].map((row) => cell('三公经费', `A${row}`).text);
    expect(items).toEqual(['因公出国（境）费用', '公务接待费', '公务用车购置', '公务用车运行维护费']);
    expect(sheet('三公经费').cells.has('A8')).toBe(false);
  });
});

/** The columns that are unlocked as far as no cell says otherwise. */
const openColumns = (name: string): ReadonlySet<number> =>
  new Set(
    all(sheet(name).root, 'col')
      .filter(({ attributes: { style = '0' } }) => sheet(name).unlocked.has(Number(style)))
      .flatMap(({ attributes: { min, max } }) =>
        Array.from({ length: Number(max) - Number(min) + 1 }, (_, i) => Number(min) + i),
      ),
  );

describe('locks', () => {
  test.each(allSheets)('%s: protected without a password; rows may be inserted, deleted, sorted, filtered', (key) => {
    const [protection] = all(sheet(layout[key].name).root, 'sheetProtection');
    expect(protection?.attributes).toEqual({
      sheet: '1',
      formatCells: '0',
      formatColumns: '0',
      formatRows: '0',
      insertRows: '0',
      deleteRows: '0',
      sort: '0',
      autoFilter: '0',
    });
  });

  test.each(tableKeys)('%s: title, help and headers are locked, all below is for typing, fixed items apart', (key) => {
    const table = layout[key];
    const { name } = table;
    const prefilled = 'prefilled' in table ? table.prefilled : undefined;
    Object.keys(table.columns).forEach((column, i) => {
      for (const row of prefilled === undefined ? [1, 2, 3] : [3]) {
        expect(cell(name, `${letters(i)}${row}`).locked).toBe(true);
      }
      const below = prefilled === undefined ? openColumns(name).has(i + 1) : !cell(name, `${letters(i)}4`).locked;
      expect([column, below]).toEqual([column, column !== prefilled]);
    });
  });

  test.each(formKeys)('%s: only the answers are for typing', (key) => {
    const { name } = layout[key];
    const open = [...sheet(name).cells].filter(([, { locked }]) => !locked).map(([at]) => at);
    const answers = columnsOf(key).flatMap(({ type }, i) => (type.kind === 'display' ? [] : [`B${4 + i}`]));
    expect(open).toEqual(answers);
  });
});

test('三公经费: the unit and the way back stand beside the help, where totals take the row above the amounts', () => {
  const { cells } = sheet('三公经费');
  const places = [...cells].filter(([at, { text }]) => /[A-Z][12]$/.test(at) && /金额单位|返回填写说明/.test(text));
  expect(places.map(([at]) => at)).toEqual(['F2', 'G2']);
});

describe('validations', () => {
  const validations = (name: string) =>
    all(sheet(name).root, 'dataValidation').map(({ attributes, children }) => ({
      ...attributes,
      formula: children[0]?.text ?? '',
    }));

  test('each column has one validation over its whole range', () => {
    expect(validations('基本支出（功能）').map(({ sqref }: Record<string, string>) => sqref)).toEqual([
      'A4:A2003',
      'B4:B2003',
      'D4:D2003',
      'E4:E2003',
      'F4:F2003',
    ]);
  });

  test('a closed list stops other words and comes from the list sheet', () => {
    const source = validations('基本支出（功能）').find(({ sqref }: Record<string, string>) => sqref === 'D4:D2003');
    expect(source).toMatchObject({ type: 'list', errorStyle: 'stop', showErrorMessage: '1' });
    const [, column, first, last] = /^'下拉列表'!\$([A-Z])\$(\d+):\$[A-Z]\$(\d+)$/.exec(source?.formula ?? '') ?? [];
    const words = Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) =>
      cell(listSheetName, `${column}${Number(first) + i}`),
    ).map(({ text }) => text);
    const { type } = layout.basicByFunction.columns.source;
    expect(words).toEqual(type.kind === 'choice' ? Object.keys(type.choices) : []);
  });

  test('names only warn, and come from the sheet that declares them', () => {
    const rules = validations('项目支出');
    expect(rules[0]).toMatchObject({ type: 'list', errorStyle: 'warning' });
    expect(rules[0]?.formula).toContain("'预算单位'!$A$4");
    expect(rules[1]?.formula).toContain("'项目信息'!$B$4");
    expect(validations('项目绩效指标')[0]?.formula).toContain("'项目绩效目标'!$A$4");
  });

  test('every input message says what belongs there and stays within the limits of Excel', () => {
    for (const key of allSheets) {
      for (const { promptTitle = '', prompt = '', error = '' } of validations(layout[key].name) as Record<
        string,
        string
      >[]) {
        expect(promptTitle.length).toBeLessThanOrEqual(32);
        expect(prompt).toMatch(/^【(必填|应填|选填)】./);
        expect(prompt.length).toBeLessThanOrEqual(255);
        expect(error.length).toBeLessThanOrEqual(225);
      }
    }
  });
});

describe('formulas', () => {
  test('the name beside a code, with 类 and 款; a code without a name says so', () => {
    const shown = cell('基本支出（功能）', 'C4');
    expect(shown.formula).toContain('INDEX(');
    expect(shown.text).toBe('行政运行（一般公共服务支出—政府办公厅（室）及相关机构事务）');
    expect(cell('基本支出（功能）', 'C5').text).toBe('“科目名称”表中没有此编码');
    expect(cell('基本支出（功能）', 'C7').text).toBe('');
    expect(cell('基本支出（经济）', 'C4').text).toBe('基本工资（工资福利支出）');
  });

  test('row sums and running totals are exact', () => {
    expect(cell('基本支出（功能）', 'G4')).toMatchObject({ formula: 'IF(COUNT(E4:F4)=0,"",SUM(E4:F4))' });
    expect(cell('基本支出（功能）', 'G4').text).toBe('22398912.6');
    expect(cell('基本支出（功能）', 'F1')).toMatchObject({ formula: 'SUM(F4:F2004)', text: '0.3' });
    expect(cell('项目支出', 'P1').text).toBe('10000');
    // not of the sums beside the rows, which end above the last row that can be filled
    expect(cell('基本支出（功能）', 'G1')).toMatchObject({ formula: 'SUM(E4:F2004)', text: '1256966802.92' });
  });

  test('the rows below are the same formulas once more, down to the last that is prepared', () => {
    const [, ...formulas] = all(sheet('基本支出（功能）').root, 'row')
      .filter(({ attributes }) => Number(attributes.r) > 6)
      .map((row) => all(row, 'f').map(({ attributes, text }) => ({ ...attributes, text })));
    expect(all(sheet('基本支出（功能）').root, 'f').map(({ attributes }) => attributes.ref)).toContain('G7:G11');
    expect(formulas).toEqual(
      Array(4).fill([
        { t: 'shared', si: '0', text: '' },
        { t: 'shared', si: '1', text: '' },
      ]),
    );
  });

  test('the guide shows what does not agree', () => {
    const { cells } = sheet(guideSheetName);
    const row = [...cells].find(
      ([at, { text }]) => at.startsWith('G') && text.includes('一般公共预算人员经费合计'),
    )?.[0];
    const number = row?.slice(1);
    expect(cell(guideSheetName, `H${number}`).text).toBe('22398912.5');
    expect(cell(guideSheetName, `I${number}`).text).toBe('1256966802.62');
    expect(cell(guideSheetName, `J${number}`).text).toBe('-1234567890.12');
    expect(cell(guideSheetName, `K${number}`).text).toBe('不一致');
  });

  test('every formula has its result in the file and uses functions that WPS and LibreOffice have too', () => {
    const plain = new Set(
      'IF IFERROR INDEX MATCH SUM SUMIF SUMPRODUCT COUNT COUNTA AND ROUND LEFT LEN SUBSTITUTE VALUE LOOKUP'.split(' '),
    );
    for (const { name, root, cells } of sheets.values()) {
      for (const c of all(root, 'c').filter(({ children }) => children[0]?.name === 'f')) {
        expect([name, c.attributes.r, c.children[1]?.name]).toEqual([name, c.attributes.r, 'v']);
      }
      for (const { formula } of cells.values()) {
        for (const [, used = ''] of (formula ?? '').matchAll(/([A-Z]+)\(/g)) expect(plain).toContain(used);
      }
    }
  });
});

describe('a blank workbook', () => {
  const blank = (kind: '部门' | '单位') => writeWorkbook(blankPlan(editions.load(2026), kind));
  const shown = async (kind: '部门' | '单位') =>
    new Map(readBack(await blank(kind)).map(({ name, cells }) => [name, cells.get('A4')?.formula]));

  test('that of a 单位 shows its name in every row that is begun; in that of a 部门 it is picked', async () => {
    const own = await shown('单位');
    for (const name of ['预算单位', '基本支出（功能）', '项目信息', '项目支出', '委托业务费']) {
      expect([name, own.get(name)]).toEqual([name, expect.stringContaining("'基本信息'!$B$6")]);
    }
    const ofDepartment = await shown('部门');
    expect([...ofDepartment.values()].filter((formula) => formula?.includes('基本信息'))).toEqual([]);
  });

  test('is a small file, though 2,000 rows are open', async () => {
    const bytes = await blank('单位');
    const rows = new Map(readBack(bytes).map(({ name, root }) => [name, all(root, 'row').at(-1)?.attributes.r]));
    expect([rows.get('项目支出'), rows.get('项目绩效指标')]).toEqual(['303', '603']);
    expect(bytes.length).toBeLessThan(100_000);
  });
});

describe('the file', () => {
  test('each sheet prints on A4 landscape, as wide as the page, with its headers repeated', () => {
    const names = parts(bytes)['xl/workbook.xml'] ?? '';
    // on one page their words would be smaller than 6 pt
    const wide: readonly string[] = ['projects', 'projectSpending', 'projectIndicators'];
    for (const key of allSheets) {
      const { root, name } = sheet(layout[key].name);
      expect(all(root, 'pageSetup')[0]?.attributes).toMatchObject({
        paperSize: '9',
        orientation: 'landscape',
        fitToWidth: wide.includes(key) ? '2' : '1',
      });
      expect(all(root, 'oddFooter')[0]?.text).toContain('&A');
      expect(names).toContain(`&apos;${name}&apos;!$${layout[key].kind === 'table' ? 1 : 3}:$3`);
    }
  });

  test('the links of the guide lead to the sheets and are no external links', () => {
    const targets = all(sheet(guideSheetName).root, 'hyperlink').map(({ attributes }) => attributes.location);
    expect(targets).toEqual(
      allSheets.map((key) => `'${layout[key].name}'!${layout[key].kind === 'form' ? 'B4' : 'A4'}`),
    );
    for (const [path, xml] of Object.entries(parts(bytes)))
      expect([path, xml.includes('External')]).toEqual([path, false]);
  });

  test('no person and no machine is named, and the parts begin with the content types', () => {
    const files = parts(bytes);
    expect(Object.keys(files)[0]).toBe('[Content_Types].xml');
    expect(files['docProps/core.xml']).not.toMatch(/creator|lastModifiedBy/);
    expect(files['docProps/app.xml']).toContain('<Company></Company>');
  });

  const hash = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');

  test('the same plan gives the same bytes', async () => {
    expect(hash(await writeWorkbook(plan))).toBe(hash(bytes));
  });

  // a time zone holds from the start of a process, so this asks new ones, which need the built files
  const built = new URL('../../../dist/workbook/write/index.js', import.meta.url);
  (existsSync(built) ? test : test.skip)('the same plan gives the same bytes in any time zone and locale', () => {
    const script = `import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs'; import { writeWorkbook } from ${JSON.stringify(built.href)};
      const bytes = await writeWorkbook(${JSON.stringify(plan)});
      console.log(createHash('sha256').update(bytes).digest('hex'));`;
    const hashes = ['UTC', 'Asia/Urumqi', 'America/New_York'].map((TZ) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        env: { ...process.env, TZ, LANG: 'de_DE.UTF-8' },
        encoding: 'utf8',
      }),
    );
    expect(new Set(hashes).size).toBe(1);
  });
});
