/**
 * The ways in which the form adds up the ledger: by groups of funding sources, and by the nature of the expenditure.
 */
import { economicClasses, type FundingSource } from '../vocabulary/terms.js';

interface SourceGroup {
  readonly label: string;
  readonly sources: readonly FundingSource[];
}

const general = ['generalOwn', 'generalTransfer'] as const;
const fund = ['fundOwn', 'fundTransfer'] as const;
const capital = ['capitalOwn', 'capitalTransfer'] as const;
const fiscal = [...general, ...fund, ...capital] as const;
const unitFunds = ['businessIncome', 'superiorGrant', 'affiliatedPayment', 'operatingIncome', 'otherIncome'] as const;
const current = [...fiscal, 'specialAccount', ...unitFunds] as const;
const carryFiscal = ['carryGeneral', 'carryFund', 'carryCapital'] as const;
const carryNonFiscal = ['carrySpecialAccount', 'carryUnitFunds'] as const;
const carry = [...carryFiscal, ...carryNonFiscal] as const;

/** Groups of 资金来源; the keys are the names that templates use. */
export const sourceGroups = {
  all: { label: '全部资金', sources: [...current, ...carry] },
  current: { label: '本年收入', sources: current },
  fiscal: { label: '财政拨款', sources: fiscal },
  general: { label: '一般公共预算拨款', sources: general },
  generalOwn: { label: '一般财力', sources: ['generalOwn'] },
  generalTransfer: { label: '上级一般公共预算转移支付', sources: ['generalTransfer'] },
  fund: { label: '政府性基金预算拨款', sources: fund },
  fundOwn: { label: '政府性基金收入', sources: ['fundOwn'] },
  fundTransfer: { label: '上级政府性基金转移支付', sources: ['fundTransfer'] },
  capital: { label: '国有资本经营预算拨款', sources: capital },
  capitalOwn: { label: '国有资本经营收入', sources: ['capitalOwn'] },
  capitalTransfer: { label: '上级国有资本经营转移支付', sources: ['capitalTransfer'] },
  nonFiscal: { label: '非财政拨款', sources: ['specialAccount', ...unitFunds] },
  specialAccount: { label: '财政专户核拨', sources: ['specialAccount'] },
  unitFunds: { label: '单位资金', sources: unitFunds },
  businessIncome: { label: '事业收入', sources: ['businessIncome'] },
  superiorGrant: { label: '上级补助收入', sources: ['superiorGrant'] },
  affiliatedPayment: { label: '附属单位上缴收入', sources: ['affiliatedPayment'] },
  operatingIncome: { label: '事业单位经营收入', sources: ['operatingIncome'] },
  otherIncome: { label: '其他收入', sources: ['otherIncome'] },
  carry: { label: '上年结转结余', sources: carry },
  carryFiscal: { label: '财政拨款结转', sources: carryFiscal },
  carryGeneral: { label: '结转一般公共预算拨款', sources: ['carryGeneral'] },
  carryFund: { label: '结转政府性基金预算拨款', sources: ['carryFund'] },
  carryCapital: { label: '结转国有资本经营预算拨款', sources: ['carryCapital'] },
  carryNonFiscal: { label: '非财政拨款结转结余', sources: carryNonFiscal },
  carrySpecialAccount: { label: '结转财政专户核拨', sources: ['carrySpecialAccount'] },
  carryUnitFunds: { label: '结转单位资金', sources: ['carryUnitFunds'] },
} as const satisfies Record<string, SourceGroup>;
export type SourceGroupKey = keyof typeof sourceGroups;
export const sourceGroupKeys = Object.keys(sourceGroups) as SourceGroupKey[];

/** Natures of expenditure; `total` is all of them, `basic` 人员经费 and 公用经费. */
export const natures = {
  total: { label: '合计', natures: ['personnel', 'public', 'project'] },
  basic: { label: '基本支出', natures: ['personnel', 'public'] },
  personnel: { label: '人员经费', natures: ['personnel'] },
  public: { label: '公用经费', natures: ['public'] },
  project: { label: '项目支出', natures: ['project'] },
} as const;
export type NatureKey = keyof typeof natures;
export const natureKeys = Object.keys(natures) as NatureKey[];

/** Project expenditure by economic class, as the columns of table 7: `c301` … `c399`. */
export type ClassKey = `c${(typeof economicClasses)[number]}`;
export const classKeys = economicClasses.map((code) => `c${code}` as ClassKey);
