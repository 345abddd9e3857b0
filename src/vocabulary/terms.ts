/**
 * The closed lists of the field (docs/TERMS.md): the words an office picks, and our ids for them.
 * Source: FORM fact-3, fact-4, fact-7.
 */

/** 资金来源. The order is that of tables 1 and 2. */
export const fundingSources = {
  一般公共预算: 'generalOwn',
  上级一般公共预算转移支付: 'generalTransfer',
  政府性基金收入: 'fundOwn',
  上级政府性基金转移支付: 'fundTransfer',
  国有资本经营收入: 'capitalOwn',
  上级国有资本经营转移支付: 'capitalTransfer',
  财政专户核拨: 'specialAccount',
  事业收入: 'businessIncome',
  上级补助收入: 'superiorGrant',
  附属单位上缴收入: 'affiliatedPayment',
  事业单位经营收入: 'operatingIncome',
  其他收入: 'otherIncome',
  '上年财政拨款结转-一般公共预算': 'carryGeneral',
  '上年财政拨款结转-政府性基金预算': 'carryFund',
  '上年财政拨款结转-国有资本经营预算': 'carryCapital',
  '上年非财政拨款结转结余-财政专户核拨': 'carrySpecialAccount',
  '上年非财政拨款结转结余-单位资金': 'carryUnitFunds',
} as const;
export type FundingSource = (typeof fundingSources)[keyof typeof fundingSources];

export const entityKinds = { 部门: 'department', 单位: 'unit' } as const;
export type EntityKind = (typeof entityKinds)[keyof typeof entityKinds];

export const amountUnits = { 元: 'yuan', 万元: 'wan' } as const;
export type AmountUnit = (typeof amountUnits)[keyof typeof amountUnits];

export const yesNo = { 是: 'yes', 否: 'no' } as const;

/** 单位性质. All but the first are 事业单位. */
export const unitNatures = {
  行政单位: 'administrative',
  参照公务员法管理事业单位: 'civilServantInstitution',
  全额拨款事业单位: 'fullyFundedInstitution',
  差额拨款事业单位: 'partlyFundedInstitution',
  自收自支事业单位: 'selfFundedInstitution',
} as const;

/** What an office calls its 内设机构. */
export const officeWords = { 处室: 'chushi', 科室: 'keshi' } as const;

/** 公开 / 不予公开: a withheld project shows its code name and amount only. */
export const disclosures = { 公开: 'public', 不予公开: 'withheld' } as const;

export const codeCategories = { 功能分类: 'functional', 经济分类: 'economic' } as const;
export type CodeCategory = (typeof codeCategories)[keyof typeof codeCategories];

/** The three fiscal budgets from which 三公经费 and 委托业务费 may be paid. */
export const budgets = { 一般公共预算: 'general', 政府性基金预算: 'fund', 国有资本经营预算: 'capital' } as const;
export type Budget = (typeof budgets)[keyof typeof budgets];

/** 三公经费 items, in the order of table 10. */
export const threePublicItems = {
  '因公出国（境）费用': 'abroad',
  公务接待费: 'reception',
  公务用车购置: 'carPurchase',
  公务用车运行维护费: 'carRunning',
} as const;
export type ThreePublicItem = (typeof threePublicItems)[keyof typeof threePublicItems];

/** What the weights of a performance table come to: 90 in all that were published; some offices count up to 100. */
export const usualWeights: readonly string[] = ['90', '100'];

/** Whether 委托业务费 is paid from 公用经费 of the basic expenditure or by a project. */
export const commissionedNatures = { 基本支出: 'basic', 项目支出: 'project' } as const;

/** The lines that part 3 compares with last year (sections 2, 3, 5(一) and 13(一)). */
export const comparedLines = {
  一般公共预算: 'generalOwn',
  上级一般公共预算转移支付: 'generalTransfer',
  政府性基金预算: 'fundOwn',
  上级政府性基金转移支付: 'fundTransfer',
  国有资本经营预算: 'capitalOwn',
  上级国有资本经营转移支付: 'capitalTransfer',
  财政专户核拨: 'specialAccount',
  单位资金: 'unitFunds',
  财政拨款结转: 'carryFiscal',
  非财政拨款结转结余: 'carryNonFiscal',
  基本支出: 'basic',
  项目支出: 'project',
  一般公共预算基本支出: 'generalBasic',
  一般公共预算项目支出: 'generalProject',
  机关运行经费: 'operating',
} as const;
export type ComparedLine = (typeof comparedLines)[keyof typeof comparedLines];

/** The incomes among them, which add up to last year's total. */
export const comparedIncomes = [
  'generalOwn',
  'generalTransfer',
  'fundOwn',
  'fundTransfer',
  'capitalOwn',
  'capitalTransfer',
  'specialAccount',
  'unitFunds',
  'carryFiscal',
  'carryNonFiscal',
] as const satisfies readonly ComparedLine[];

/** Control totals that an office may type to hold the computed ones against (批复数). */
export const controlItems = {
  收入总计: 'total',
  本年收入: 'current',
  财政拨款收入: 'fiscal',
  一般公共预算拨款: 'general',
  政府性基金预算拨款: 'fund',
  国有资本经营预算拨款: 'capital',
  财政专户核拨: 'specialAccount',
  单位资金: 'unitFunds',
  上年结转结余: 'carry',
  基本支出: 'basic',
  人员经费: 'personnel',
  公用经费: 'public',
  项目支出: 'project',
  '“三公”经费': 'threePublic',
  委托业务费: 'commissioned',
} as const;
export type ControlItem = (typeof controlItems)[keyof typeof controlItems];

/** 部门预算支出经济分类, 类: the columns of table 7. */
export const economicClasses = ['301', '302', '303', '307', '309', '310', '311', '312', '313', '399'] as const;
export type EconomicClass = (typeof economicClasses)[number];

/** 301 and 303 are 人员经费, 302 and 310 公用经费 (FORM fact-4). */
export const basicClassNature: Readonly<Record<string, 'personnel' | 'public'>> = {
  301: 'personnel',
  303: 'personnel',
  302: 'public',
  310: 'public',
};

/** The economic 款 that a 三公 item's basic-expenditure part must not exceed. */
export const threePublicEconomicCodes: Readonly<Record<ThreePublicItem, string>> = {
  abroad: '30212',
  reception: '30217',
  carRunning: '30231',
  carPurchase: '31013',
};

/** 委托业务费 among the economic 款. */
export const commissionedEconomicCode = '30227';

/** The word for an id of one of the lists above. */
export function labelOf(list: Readonly<Record<string, string>>, id: string): string {
  return Object.keys(list).find((label) => list[label] === id) ?? id;
}

/**
 * An office's own line break (Alt+Enter) inside a text. Unlike `\n` it cannot be mistaken for the layout of a template,
 * so it travels through the markup as it is and `parseMarkup` makes a break of it.
 */
export const lineSeparator = '\u2028';
