import { type LooseSheet, sheetNamed, textCell } from '../support/book.js';
import type { Case } from './case.js';

const rename = (sheets: LooseSheet[], from: string, to: string) => {
  sheetNamed(sheets, from).name = to;
};
const copy = (sheets: LooseSheet[], from: string, name: string) =>
  sheets.push({ ...structuredClone(sheetNamed(sheets, from)), name });
/** Writes text into a cell of the sheet as it lies in the file. */
const write = (sheet: LooseSheet, row: number, column: number, text: string) =>
  sheet.rows.set(row, new Map(sheet.rows.get(row)).set(column, textCell(sheet.name, row, column, text)));

export const sheetCases: readonly Case[] = [
  {
    code: 'S01',
    when: 'a sheet is deleted',
    change: (book) => book.edit((sheets) => sheets.splice(sheets.indexOf(sheetNamed(sheets, '政府采购')), 1)),
    at: undefined,
    fine: {
      when: 'its tab is numbered',
      change: (book) => book.edit((sheets) => rename(sheets, '政府采购', '12. 政府采购')),
    },
  },
  {
    code: 'S02',
    when: 'a column that may stay empty is renamed',
    change: (book) => book.cell(['项目支出', 0, '302商品和服务支出'], { text: '302商品服务支出' }),
    at: ['项目支出', 0, '302商品和服务支出'],
    fine: {
      when: 'its header is wrapped and full-width',
      change: (book) => book.cell(['项目支出', 0, '302商品和服务支出'], { text: '３０２\n商品和服务支出' }),
    },
  },
  {
    code: 'S03',
    when: 'a column of their own is added',
    change: (book) => book.sheet('三公经费', (sheet) => write(sheet, 3, 12, '备注')),
    at: '三公经费!L3',
    fine: {
      when: 'a remark stands beside the rows without a header',
      gives: ['S18 三公经费!L5'],
      change: (book) => book.sheet('三公经费', (sheet) => write(sheet, 5, 12, '已核对')),
    },
  },
  {
    code: 'S04',
    when: 'a sheet of their own is added',
    change: (book) => book.edit((sheets) => copy(sheets, '政府采购', '草稿')),
    at: ['草稿'],
    fine: { when: 'the guide is there', change: (book) => book.edit((sheets) => copy(sheets, '政府采购', '填写说明')) },
  },
  {
    code: 'S05',
    when: 'two tabs could both be a sheet',
    change: (book) =>
      book.edit((sheets) => {
        rename(sheets, '政府采购', '1.政府采购');
        copy(sheets, '1.政府采购', '2.政府采购');
      }),
    at: ['1.政府采购'],
    fine: {
      when: 'one of them has exactly its name; the other is told of as alike',
      change: (book) => book.edit((sheets) => copy(sheets, '政府采购', '2.政府采购')),
      gives: ['S23 2.政府采购'],
    },
  },
  {
    code: 'S23',
    when: 'Excel has copied a sheet',
    change: (book) => book.edit((sheets) => copy(sheets, '政府采购', '政府采购 (2)')),
    at: ['政府采购 (2)'],
    fine: {
      when: 'the copy has a name of its own',
      change: (book) => book.edit((sheets) => copy(sheets, '政府采购', '采购草稿')),
      gives: ['S04 采购草稿'],
    },
  },
  {
    code: 'S06',
    when: 'a column stands twice',
    change: (book) => book.sheet('三公经费', (sheet) => write(sheet, 3, 12, '主要原因')),
    at: '三公经费!L3',
    fine: {
      when: 'the column that only shows a name stands twice',
      gives: ['S03 上年对比（科目）!L3'],
      change: (book) => book.sheet('上年对比（科目）', (sheet) => write(sheet, 3, 12, '科目名称')),
    },
  },
  {
    code: 'S07',
    when: 'a filled row is hidden',
    change: (book) => book.sheet('项目支出', (sheet) => sheet.hiddenRows.add(4)),
    at: ['项目支出', 1],
    fine: {
      when: 'an empty row is hidden',
      change: (book) => book.sheet('项目支出', (sheet) => sheet.hiddenRows.add(90)),
    },
  },
  {
    code: 'S08',
    when: 'a sheet that must not be empty is',
    change: (book) => book.rows('主要职能').splice(0),
    at: ['主要职能'],
    fine: { when: 'a sheet that may be empty is', change: (book) => book.rows('其他说明').splice(0) },
  },
  {
    code: 'S09',
    when: 'the header row is gone',
    change: (book) => book.cell(['主要职能', 0, '内容'], { text: '职责' }),
    at: ['主要职能'],
    fine: {
      when: 'a line is put above the header row',
      gives: ['S18 主要职能!A1'],
      change: (book) => book.sheet('主要职能', (sheet) => write(sheet, 1, 1, '乌鲁木齐市工业和信息化局主要职能')),
    },
  },
  {
    code: 'S10',
    when: 'the name of a field is changed',
    change: (book) => book.sheet('政府采购', (sheet) => write(sheet, 4, 1, '政府采购货物')),
    at: '政府采购!A4',
    fine: {
      when: 'it has spaces in it',
      change: (book) => book.sheet('政府采购', (sheet) => write(sheet, 4, 1, '政府采购 货物预算\n')),
    },
  },
  {
    code: 'S11',
    when: 'a field of their own is added',
    change: (book) => book.sheet('政府采购', (sheet) => write(sheet, 20, 1, '备注')),
    at: '政府采购!A20',
    fine: {
      when: 'a remark stands beside a field',
      gives: ['S18 政府采购!D4'],
      change: (book) => book.sheet('政府采购', (sheet) => write(sheet, 4, 4, '见采购计划')),
    },
  },
  {
    code: 'S12',
    when: 'the year has no edition',
    change: (book) => book.fill('基本信息', { 预算年度: '2031', 落款日期: '2031年2月27日' }),
    at: ['基本信息', 1, '预算年度'],
    fine: {
      when: 'the year is written in words that mean it',
      change: (book) => book.fill('基本信息', { 预算年度: '2026年度' }),
    },
  },
  {
    code: 'S13',
    when: 'a total is typed under the rows',
    change: (book) => book.add('项目支出', { 预算单位: '合计', '302商品和服务支出': '737900' }),
    at: ['项目支出', 12, '预算单位'],
    fine: {
      when: 'a term to be explained is called so',
      change: (book) => book.add('补充名词解释', { 名词: '合计', 解释: '指各项之和。' }),
    },
  },
  {
    code: 'S14',
    when: 'a field of a form stands twice',
    change: (book) => book.sheet('政府采购', (sheet) => write(sheet, 40, 1, '政府采购货物预算')),
    at: '政府采购!A40',
    fine: {
      when: 'a remark of the office stands below',
      gives: ['S11 政府采购!A40'],
      change: (book) => book.sheet('政府采购', (sheet) => write(sheet, 40, 1, '备注')),
    },
  },
  {
    code: 'S15',
    when: 'numbers stand under no header',
    change: (book) => book.sheet('项目支出', (sheet) => write(sheet, 5, 40, '777777')),
    at: '项目支出!AN5',
    fine: {
      when: 'the column has a header of the office',
      gives: ['S17 项目支出!AN3'],
      change: (book) =>
        book.sheet('项目支出', (sheet) => {
          write(sheet, 3, 40, '备注');
          write(sheet, 5, 40, '777777');
        }),
    },
  },
  {
    code: 'S16',
    when: 'cells of two rows are merged',
    change: (book) =>
      book.sheet('项目支出', (sheet) => {
        const [row, next] = [sheet.rows.get(4), sheet.rows.get(5)];
        const at = row?.get(1)?.at;
        next?.delete(1);
        if (at) sheet.merges.push({ at, lastRow: 5, lastColumn: 1 });
      }),
    at: '项目支出!A4',
    fine: {
      when: 'the merge covers no cell that is read',
      change: (book) =>
        book.sheet('项目支出', (sheet) => {
          const at = sheet.rows.get(1)?.values().next().value?.at;
          if (at) sheet.merges.push({ at, lastRow: 2, lastColumn: 6 });
        }),
    },
  },
  {
    code: 'S16',
    when: 'the fields of a form are merged with what stands above',
    change: (book) =>
      book.sheet('政府采购', (sheet) => {
        const at = sheet.rows.get(4)?.get(2)?.at;
        sheet.rows.get(5)?.delete(2);
        if (at) sheet.merges.push({ at, lastRow: 5, lastColumn: 2 });
      }),
    at: '政府采购!B4',
    fine: {
      when: 'a value is merged with the remark beside it',
      change: (book) =>
        book.sheet('政府采购', (sheet) => {
          const at = sheet.rows.get(4)?.get(2)?.at;
          if (at) sheet.merges.push({ at, lastRow: 4, lastColumn: 3 });
        }),
    },
  },
  {
    code: 'S16',
    when: 'a header is merged with the first row',
    change: (book) =>
      book.sheet('项目支出', (sheet) => {
        const at = sheet.rows.get(3)?.get(1)?.at;
        sheet.rows.get(4)?.delete(1);
        if (at) sheet.merges.push({ at, lastRow: 4, lastColumn: 1 });
      }),
    at: '项目支出!A3',
    fine: {
      when: 'two rows of headers of the office are merged above it',
      change: (book) =>
        book.sheet('项目支出', (sheet) => {
          const at = sheet.rows.get(1)?.values().next().value?.at;
          if (at) sheet.merges.push({ at, lastRow: 9, lastColumn: 1 });
        }),
    },
  },
  {
    code: 'S16',
    when: 'an amount is hidden under a merge whose seen cell is blank',
    change: (book) =>
      book.sheet('项目支出', (sheet) => {
        const cells = sheet.rows.get(4) ?? new Map();
        const hidden = [...cells.values()].find(({ kind, at }) => kind === 'number' && !cells.has(at.column - 1));
        const at = { sheet: '项目支出', row: 4, column: (hidden?.at.column ?? 0) - 1 };
        sheet.merges.push({ at, lastRow: 4, lastColumn: at.column + 1 });
      }),
    at: '项目支出!F4',
    fine: {
      when: 'all that is merged is blank',
      change: (book) =>
        book.sheet('项目支出', (sheet) => {
          const last = Math.max(...(sheet.rows.get(4)?.keys() ?? []));
          sheet.merges.push({ at: { sheet: '项目支出', row: 4, column: last + 1 }, lastRow: 4, lastColumn: last + 2 });
        }),
    },
  },
  {
    code: 'S16',
    when: 'the header of a column that may be left out is merged away',
    change: (book) =>
      book.sheet('项目绩效指标', (sheet) => {
        const header = [...(sheet.rows.get(3)?.values() ?? [])].find(({ text }) => text === '上年完成值');
        const column = header?.at.column ?? 0;
        sheet.rows.get(3)?.delete(column);
        sheet.merges.push({
          at: { sheet: '项目绩效指标', row: 3, column: column - 1 },
          lastRow: 3,
          lastColumn: column,
        });
      }),
    at: '项目绩效指标!G3',
    fine: {
      when: 'a title above the header is merged over all columns',
      change: (book) =>
        book.sheet('项目绩效指标', (sheet) => {
          sheet.merges.push({ at: { sheet: '项目绩效指标', row: 2, column: 1 }, lastRow: 2, lastColumn: 12 });
        }),
    },
  },
  {
    code: 'S17',
    when: 'a column of their own in a sheet of money holds amounts',
    change: (book) =>
      book.sheet('项目支出', (sheet) => {
        write(sheet, 3, 40, '追加数');
        write(sheet, 5, 40, '9990000.00');
      }),
    at: '项目支出!AN3',
    fine: {
      when: 'it numbers the rows',
      gives: ['S03 项目支出!AN3'],
      change: (book) =>
        book.sheet('项目支出', (sheet) => {
          ['序号', '1', '2', '3'].forEach((text, index) => {
            write(sheet, 3 + index, 40, text);
          });
        }),
    },
  },
  {
    code: 'S18',
    when: 'a line of their own stands above the header',
    change: (book) => book.sheet('项目支出', (sheet) => write(sheet, 2, 3, '填报人：某某')),
    at: '项目支出!C2',
    fine: {
      when: 'it is a merged title',
      change: (book) =>
        book.sheet('项目支出', (sheet) => {
          write(sheet, 1, 1, '某局项目支出明细');
          sheet.merges.push({ at: { sheet: sheet.name, row: 1, column: 1 }, lastRow: 1, lastColumn: 8 });
        }),
    },
  },
  {
    code: 'S19',
    when: 'a row is typed above the header',
    change: (book) =>
      book.sheet('项目支出', (sheet) => {
        const cells = [...(sheet.rows.get(4)?.values() ?? [])];
        for (const { at, text } of cells) write(sheet, 2, at.column, at.column > 5 ? '9990000' : text);
      }),
    at: '项目支出!A2',
    fine: {
      when: 'the same row is typed below the last',
      gives: ['R05 项目支出!E15'],
      change: (book) => book.add('项目支出', { ...book.row('项目支出', 1) }),
    },
  },
  {
    code: 'S20',
    when: 'an amount is typed over a total that a formula shows',
    change: (book) => book.sheet('政府采购', (sheet) => write(sheet, 7, 2, '9990000')),
    at: '政府采购!B7',
    fine: {
      when: 'the formula shows it',
      change: (book) =>
        book.cell(['政府采购', 1, '政府采购预算合计'], { kind: 'number', text: '1', formula: 'SUM(B4)' }),
    },
  },
  {
    code: 'S21',
    when: 'a field of a withheld project is filled',
    change: (book) => book.set('项目信息', 1, { 设立的政策依据: '某' }),
    at: ['项目信息', 1, '设立的政策依据'],
    fine: {
      when: 'a public one has it changed',
      change: (book) => book.set('项目信息', 4, { 设立的政策依据: '某办法。' }),
    },
  },
  {
    code: 'S22',
    when: 'a field of their own holds an amount',
    change: (book) =>
      book.sheet('政府采购', (sheet) => {
        write(sheet, 20, 1, '追加采购');
        write(sheet, 20, 2, '9990000');
      }),
    at: '政府采购!B20',
    fine: {
      when: 'it holds a text',
      gives: ['S11 政府采购!A20'],
      change: (book) =>
        book.sheet('政府采购', (sheet) => {
          write(sheet, 20, 1, '备注');
          write(sheet, 20, 2, '见附件');
        }),
    },
  },
];
