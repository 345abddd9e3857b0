import type { Book } from '../support/book.js';
import { type Case, emptied, unitName } from './case.js';

const code = (category: string, number: string, name: string) => ({
  科目类别: category,
  科目编码: number,
  科目名称: name,
});
/** Where a code stands among the rows of 科目名称. */
const codeRow = (rows: readonly Record<string, string>[], number: string) =>
  rows.findIndex((row) => row.科目编码 === number) + 1;

const secondUnit = { 单位名称: '乌鲁木齐市工业信息中心', 单位性质: '全额拨款事业单位', 是否本级: '否' };
/** A project of its own with 1,000.00 元 out of the money of 辅助履职人员支出. */
const newProject = {
  预算单位: unitName,
  项目名称: '新增项目',
  是否公开: '公开',
  设立的政策依据: '《某某办法》。',
  资金分配情况: '劳务费0.10万元。',
  资金执行时间: '2026年',
};

export const referenceCases: readonly Case[] = [
  {
    code: 'R01',
    when: 'a row names a unit that is not registered',
    change: (book) => book.set('基本支出（功能）', 1, { 预算单位: '乌鲁木齐市工信局' }),
    at: ['基本支出（功能）', 1, '预算单位'],
    fine: {
      when: 'running costs for commissioned work have a name of their own',
      change: (book) => book.set('委托业务费', 1, { 项目名称: '日常委托事项' }),
    },
  },
  {
    code: 'R02',
    when: 'a code that is used has no name',
    change: (book) => book.remove('科目名称', codeRow(book.rows('科目名称'), '2080501')),
    at: ['基本支出（功能）', 1, '功能科目编码'],
    fine: {
      when: 'a name stands there that no row uses',
      change: (book) => book.add('科目名称', code('功能分类', '2080599', '其他行政事业单位养老支出')),
    },
  },
  {
    code: 'R03',
    when: 'the name of a 款 is missing',
    change: (book) => book.remove('科目名称', codeRow(book.rows('科目名称'), '20805')),
    at: ['基本支出（功能）', 1, '功能科目编码'],
    fine: { when: 'parents stand below their children', change: (book) => book.rows('科目名称').reverse() },
  },
  {
    code: 'R04',
    when: 'one code has two names',
    change: (book) => book.add('科目名称', code('功能分类', '2080501', '离退休')),
    at: ['科目名称', 41, '科目名称'],
    fine: {
      when: 'two codes have one name',
      change: (book) => book.add('科目名称', code('功能分类', '2080599', '行政单位离退休')),
    },
  },
  {
    code: 'R05',
    when: 'a project stands twice',
    change: (book) => book.add('项目信息', { ...book.row('项目信息', 2), 项目说明顺序: '' }),
    at: ['项目信息', 11, '项目名称'],
    fine: {
      when: 'one project is paid from two sources',
      change: (book) => {
        book.set('项目支出', 5, { '302商品和服务支出': '50000' });
        book.add('项目支出', {
          ...book.row('项目支出', 5),
          资金来源: '上级一般公共预算转移支付',
          '302商品和服务支出': '100',
        });
      },
    },
  },
  {
    code: 'R06',
    when: 'a code belongs to a 类 that the form does not have',
    change: (book) => {
      book.add('科目名称', code('功能分类', '218', '某类'), code('功能分类', '21801', '某款'));
      book.add('科目名称', code('功能分类', '2180101', '某项')).set('项目支出', 2, { 功能科目编码: '2180101' });
    },
    at: ['项目支出', 2, '功能科目编码'],
    fine: {
      when: 'such a code is only named',
      change: (book) => book.add('科目名称', code('功能分类', '218', '某类')),
    },
  },
  {
    code: 'R07',
    when: 'two units are 本级',
    sample: '2026-department',
    change: (book) => book.set('预算单位', 2, { 是否本级: '是' }),
    at: ['预算单位', 2, '是否本级'],
    fine: {
      when: 'the 本级 is not the first row',
      sample: '2026-department',
      change: (book) => book.rows('预算单位').reverse(),
    },
  },
  {
    code: 'R08',
    when: 'a 类 is named otherwise than in the form',
    change: (book) => book.set('科目名称', codeRow(book.rows('科目名称'), '208'), { 科目名称: '社会保障支出' }),
    at: ['科目名称', 1, '科目名称'],
    fine: {
      when: 'a 款 is, which the form does not name',
      change: (book) => book.set('科目名称', codeRow(book.rows('科目名称'), '20805'), { 科目名称: '养老支出' }),
    },
  },
  {
    code: 'R09',
    when: 'a fixed row is deleted',
    change: (book) => book.remove('三公经费', 1),
    at: ['三公经费'],
    fine: { when: 'the fixed rows stand in another order', change: (book) => book.rows('三公经费').reverse() },
  },
  {
    code: 'R10',
    when: 'a name is spelt with other quotes',
    change: (book) => book.set('项目支出', 2, { 项目名称: '"小升规"专项奖补资金' }),
    at: ['项目支出', 2, '项目名称'],
    fine: { when: 'the rows stand in another order', change: (book) => book.rows('项目支出').reverse() },
  },
  {
    code: 'R11',
    when: 'a project has no money',
    change: (book) => book.add('项目信息', newProject),
    at: ['项目信息', 11, '项目名称'],
    fine: {
      when: 'it has some',
      gives: ['N18 项目信息!B13'],
      change: (book) => {
        book.add('项目信息', newProject).set('项目支出', 6, { '302商品和服务支出': '24000' });
        book.add('项目支出', { ...book.row('项目支出', 6), 项目名称: '新增项目', '302商品和服务支出': '1000' });
      },
    },
  },
  {
    code: 'R12',
    when: 'a unit publishes for two units',
    change: (book) => book.add('预算单位', secondUnit),
    at: ['预算单位', 2, '单位名称'],
    fine: {
      when: 'a department does',
      change: (book) => book.add('预算单位', secondUnit).fill('基本信息', { 公开类型: '部门' }),
      gives: ['N10 预算绩效情况!B4'],
    },
  },
  {
    code: 'R13',
    when: 'a performance table has no indicators',
    change: (book) => {
      const others = book.rows('项目绩效指标').filter((row) => row.项目名称 !== '辅助履职人员支出');
      book.rows('项目绩效指标').splice(0, Infinity, ...others);
    },
    at: ['项目绩效目标', 5, '项目名称'],
    fine: {
      when: 'it has one',
      change: (book) => {
        const rows = book.rows('项目绩效指标');
        const first = rows.findIndex((row) => row.项目名称 === '辅助履职人员支出');
        rows.splice(0, Infinity, ...rows.filter((row, i) => row.项目名称 !== '辅助履职人员支出' || i === first));
        book.set('项目绩效指标', first + 1, { 指标分值权重: '90' });
      },
    },
  },
  {
    code: 'R14',
    when: 'no project is listed in a performance table, and none is withheld',
    change: (book) => allPublic(book).set('项目信息', 4, { 绩效目标表: '原机电老干所运行维护费' }),
    at: ['项目绩效目标', 5, '项目名称'],
    also: ['N18 项目信息!B4', ...['I4', 'I9', 'D12', 'F12', 'G12'].map((at) => `N17 项目信息!${at}`)],
    fine: {
      when: 'two projects are listed in one',
      change: (book) => book.set('项目信息', 10, { 绩效目标表: '辅助履职人员支出' }),
    },
  },
  {
    code: 'R15',
    when: 'an economic code is called functional',
    change: (book) => book.add('科目名称', code('功能分类', '30299', '其他商品和服务支出')),
    at: ['科目名称', 41, '科目编码'],
    fine: {
      when: 'an unused one is called economic',
      change: (book) => book.add('科目名称', code('经济分类', '30215', '会议费')),
    },
  },
  {
    code: 'R16',
    when: 'the 本级 has another name than the entity',
    change: (book) => book.fill('基本信息', { '部门（单位）名称': '乌鲁木齐市工信局' }),
    at: ['预算单位', 1, '单位名称'],
    fine: {
      when: 'a subordinate unit has',
      sample: '2026-department',
      change: (book) => book.rows('预算单位').reverse(),
    },
  },
  {
    code: 'R17',
    when: 'two projects are to be explained in one place',
    change: (book) => book.set('项目信息', 3, { 项目说明顺序: '2' }),
    at: ['项目信息', 3, '项目说明顺序'],
    fine: {
      when: 'two have no place of their own',
      change: (book) => book.set('项目信息', 3, emptied('项目说明顺序')),
    },
  },
  {
    code: 'R18',
    when: 'basic expenditure uses a class that only projects have',
    change: (book) => {
      book.add('科目名称', code('经济分类', '307', '债务利息及费用支出'), code('经济分类', '30701', '国内债务付息'));
      book.set('基本支出（经济）', 2, { 经济科目编码: '30701' });
    },
    at: ['基本支出（经济）', 2, '经济科目编码'],
    fine: {
      when: 'it uses another 款 of its own classes',
      change: (book) => {
        book.add('科目名称', code('经济分类', '310', '资本性支出'), code('经济分类', '31002', '办公设备购置'));
        book.set('基本支出（经济）', 12, { 经济科目编码: '31002' });
      },
    },
  },
  {
    code: 'R20',
    when: 'a withheld project lists the performance table of a public one',
    change: (book) => book.set('项目信息', 1, { 绩效目标表: book.row('项目绩效目标', 1).项目名称 ?? '' }),
    at: ['项目绩效目标', 1, '项目名称'],
    also: ['S21 项目信息!K4', 'S21 项目绩效指标!A4'],
    fine: {
      when: 'two public projects share a performance table',
      change: (book) => book.set('项目信息', 10, { 绩效目标表: book.row('项目绩效目标', 1).项目名称 ?? '' }),
    },
  },
  {
    code: 'R19',
    when: 'no public project is listed in a performance table, and some are withheld',
    change: (book) => book.set('项目信息', 4, { 绩效目标表: '原机电老干所运行维护费' }),
    at: ['项目绩效目标', 5, '项目名称'],
    also: ['S21 项目绩效指标!A37'],
    fine: {
      when: 'a withheld project is',
      gives: ['S21 项目信息!K4', 'N18 项目信息!B7', 'S21 项目绩效目标!A8', 'S21 项目绩效指标!A37'],
      change: (book) =>
        book.set('项目信息', 4, { 绩效目标表: '' }).set('项目信息', 1, { 绩效目标表: '辅助履职人员支出' }),
    },
  },
  {
    code: 'R21',
    when: "the entity's name ends in a digit, right before the year",
    change: (book) => book.fill('基本信息', { '部门（单位）名称': '某局2' }),
    at: ['基本信息', 3, '部门（单位）名称'],
    also: ['R16 预算单位!A4'],
    fine: {
      when: 'the digit stands in brackets',
      gives: ['R16 预算单位!A4'],
      change: (book) => book.fill('基本信息', { '部门（单位）名称': '某局（2）' }),
    },
  },
  {
    code: 'R21',
    when: "a 类's name begins with a digit, right after the list mark",
    change: (book) => book.set('科目名称', 1, { 科目名称: '5G支出' }),
    at: ['科目名称', 1, '科目名称'],
    also: ['R08 科目名称!C4'],
    fine: {
      when: 'the name of a 项 does, after （款）',
      change: (book) => book.set('科目名称', 3, { 科目名称: '5G支出' }),
    },
  },
];

/** The unit's sample with what its withheld projects would have to say if they were not. */
function allPublic(book: Book): Book {
  const texts = { 设立的政策依据: '某', 资金分配情况: '某', 资金执行时间: '某', 结转资金用途: '某' };
  for (const row of book.rows('项目信息'))
    if (row.是否公开 === '不予公开') Object.assign(row, { ...texts, 是否公开: '公开' });
  return book.set('委托业务费', 2, { 用途: '某' });
}
