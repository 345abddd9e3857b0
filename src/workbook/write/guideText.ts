/** The words of the first tab. Finance-office Chinese, short enough for one screen. */
import { layout, type SheetKey } from '../layout/layout.js';
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
  { sheets: ['basicByFunction', 'basicByEconomic'], does: '基本支出，功能和经济两张表要平。' },
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
    does: '绩效和其他，按需填写。',
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
    '看下方“平衡核对”，保存后检查：npx yusuan check 本工作簿.xlsx（一次列出全部问题和所在单元格）。',
    `没有错误后生成 Word：npx yusuan render 本工作簿.xlsx（得到完整的${kindLabel}预算公开文档）。`,
  ];
  return all.map((step, i) => `${ordinals[i] ?? ''} ${step}`);
}

export const coloursLegend = [
  { word: '浅黄：在这里填写（选中单元格有提示和示例）', colour: colours.input, ink: colours.black },
  { word: '深蓝表头：必填', colour: colours.requiredHeader, ink: colours.white },
  { word: '浅蓝表头：按需', colour: colours.optionalHeader, ink: colours.black },
  { word: '橙：还缺必填', colour: colours.missing, ink: colours.black },
  { word: '灰：自动', colour: colours.display, ink: colours.muted },
] as const;

export const unitRule =
  '全部金额按“基本信息”中“金额单位”填写，建议用元（最多两位小数）；单元格里只写数字，不写“元”“万元”。公开文档统一换算为万元、四舍五入保留两位小数。请不要合并单元格：合并后只有第一格有内容。没有的留空，要求填 0 的填 0。不要的行清空内容即可，空行不影响；需要删除整行、排序或插行时，如提示受保护，先点“审阅—撤销工作表保护”（无密码）。';
