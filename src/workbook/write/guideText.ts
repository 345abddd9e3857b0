/** The words of the first tab. Finance-office Chinese, short enough for one screen. */
import { layout, type SheetKey } from '../layout/layout.js';
import { needMeanings } from './needs.js';
import type { WorkbookPlan } from './place.js';
import { colours } from './style.js';

interface Step {
  readonly sheets: readonly SheetKey[];
  readonly does: string;
}

const steps: readonly Step[] = [
  {
    sheets: ['entity', 'duties', 'units', 'codes'],
    does: '先填，并逐个核对科目名称；后面各表的下拉列表和科目名称从这里来。',
  },
  { sheets: ['basicByFunction', 'basicByEconomic'], does: '基本支出，功能和经济两张表要一致。' },
  { sheets: ['projects', 'projectSpending'], does: '先登记项目，再填金额，一个资金来源一行。' },
  { sheets: ['threePublic', 'commissioned', 'procurement', 'stateAssets'], does: '专项数据，没有的填 0 或不填。' },
  { sheets: ['lastYear', 'lastYearByCode', 'purposes'], does: '上年数、增减原因和支出用途；本年数不用填，自动计算。' },
  {
    sheets: [
      'performance',
      'entityIndicators',
      'projectGoals',
      'projectIndicators',
      'otherMatters',
      'extraTerms',
      'controlTotals',
    ],
    does: '绩效和其他，按需填写；项目绩效指标的项目名称只填每个项目的第一行。',
  },
];

const ordinals = '①②③④⑤⑥⑦⑧⑨';

/** Numbered steps that name only the sheets that this workbook has. */
export function orderOfWork({ sheets, kindLabel }: WorkbookPlan): string[] {
  const filling = steps
    .map(({ sheets: keys, does }) => ({ names: keys.filter((key) => sheets.includes(key)), does }))
    .filter(({ names }) => names.length > 0)
    .map(({ names, does }) => `${names.map((key) => layout[key].name).join('、')}：${does}`);
  const all = [
    ...filling,
    '看下方“平衡核对”，保存后检查：npx yusuan check 本工作簿.xlsx（列出问题和所在单元格；有错误时部分核对要等改正后再做，改完再检查一次）。',
    `没有错误后生成 Word：npx yusuan render 本工作簿.xlsx（得到完整的${kindLabel}预算公开文档）。`,
  ];
  return all.map((step, i) => `${ordinals[i] ?? ''} ${step}`);
}

export const coloursLegend = [
  { word: '浅黄：在这里填写（选中单元格有提示和示例）', colour: colours.input, ink: colours.black },
  { word: '深蓝表头：必填', colour: colours.requiredHeader, ink: colours.white },
  { word: '中蓝表头：应填', colour: colours.expectedHeader, ink: colours.black },
  { word: '浅蓝：选填', colour: colours.optionalHeader, ink: colours.black },
  { word: '灰：自动', colour: colours.displayHeader, ink: colours.muted },
  { word: '橙：必填的还没有填', colour: colours.missing, ink: colours.black },
] as const;

export const unitRule =
  '全部金额按“基本信息”中“金额单位”填写，建议用元（最多两位小数）；单元格里只写数字，不写“元”“万元”。公开文档统一换算为万元、四舍五入保留两位小数。请不要合并单元格：合并后只有第一格有内容。没有的留空，要求填 0 的填 0。不要的行清空内容即可，空行不影响；需要删除整行、排序或插行时，如提示受保护，先点“审阅—撤销工作表保护”（无密码）。';

const meanings = Object.entries(needMeanings).map(([need, meaning]) => `${need}：${meaning}。`);
export const needsRule = `${meanings.join('')}表内深蓝表头的列，填了一行就必填；中蓝表头的列应填，什么时候必须填见该列的提示；浅蓝表头的列选填。`;

/** The rule of printed amounts, with an example that anybody can check. */
export const printedRule =
  '增减额＝印出的本年数－印出的上年数，占比和增长率也用印出的万元数计算，读者用计算器即可核对。例：本年 1,234,567.00元印 123.46万元，上年 1,200,000.00元印 120.00万元，增减额印 3.46万元（不是 3.4567 四舍五入后另算），增长率 3.46÷120.00＝2.88%。合计先按原数相加再四舍五入，可能与印出各行之和差一两分，属正常尾差。';

/** What offices ask before they begin: amounts known in print only, and names that are printed with words added. */
export const amountsKnownInPrint =
  '上年数只有公开文件上的万元数时：按元填的乘以 10000（1,234.56万元填 12345600）；整本按万元填的照抄。因四舍五入差几十元的，检查只作提示性警告。';
export const namesAsPrinted =
  '名称填规范全称，不写“（本级）”：有下属单位的部门，第一部分的单位名单（有的年份还有项目支出绩效目标表）里，本级由表样自动加“（本级）”，其余各处照所填名称印出；没有下属单位的不加。原因、用途接在表样的“主要原因是”“主要用于”之后，所填文字原样印出，包括其中的“的”字，不增不减。文字列里填了数字、百分比、分数的（如指标值 95%），照单元格里看到的样子印出。';
