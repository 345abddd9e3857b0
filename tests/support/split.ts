/**
 * A department's workbook as the workbooks of its units, the way they would have filled them: rows by their 预算单位, and
 * figures of the whole entity divided so that each unit's own workbook is without errors.
 */
import type { Content, ContentRow } from '../../src/workbook/write/index.js';

type Rows = readonly ContentRow[];

const rowsIn = (content: Content, sheet: string): Rows => (content[sheet] ?? []) as Rows;
const form = (content: Content, sheet: string): ContentRow => (content[sheet] ?? {}) as ContentRow;
const cents = (text: string | undefined): number => Math.round(Number(text ?? 0) * 100);
const yuan = (value: number): string => String(value / 100);
const total = (rows: Rows, columns: readonly string[]): number =>
  rows.reduce((sum, row) => sum + columns.reduce((inner, column) => inner + cents(row[column]), 0), 0);

const classColumns = ['301', '302', '303', '307', '309', '310', '311', '312', '313', '399'];

/** The economic rows cut up so that each unit gets what it needs, code by code. */
function divideEconomic(
  rows: Rows,
  units: readonly string[],
  need: (unit: string, code: string) => number,
  reserved: string,
): Rows[] {
  const left = new Map(rows.map((row) => [row.经济科目编码 ?? '', cents(row.金额)]));
  return units.map((unit) =>
    ['人员', '公用'].flatMap((kind) => {
      const codes = [...left.keys()].filter((code) => /^(301|303)/.test(code) === (kind === '人员'));
      const share = new Map<string, number>();
      let rest = need(unit, kind);
      const take = (code: string, amount: number) => {
        share.set(code, (share.get(code) ?? 0) + amount);
        left.set(code, (left.get(code) ?? 0) - amount);
        rest -= amount;
      };
      if (reserved !== '' && codes.includes(reserved)) take(reserved, need(unit, reserved));
      for (const code of codes.filter((one) => one !== reserved)) {
        take(code, Math.min(rest, left.get(code) ?? 0));
      }
      return [...share]
        .filter(([, amount]) => amount > 0)
        .map(([code, amount]) => ({ 经济科目编码: code, 金额: yuan(amount) }));
    }),
  );
}

/** Only figures of `whole` that belong to the first unit; the others get 0 in every amount that must be filled. */
const nothing = (rows: Rows, column: string, reason: string | undefined): Rows =>
  rows.map((row) => ({ ...row, [column]: '0', ...(reason === undefined ? {} : { 主要原因: reason }) }));

export interface SplitUnit {
  readonly name: string;
  readonly content: Content;
}

/** 本级 first. */
export function splitByUnit(content: Content): SplitUnit[] {
  const units = rowsIn(content, '预算单位');
  const names = units.map((row) => row.单位名称 ?? '');
  const of = (sheet: string, unit: string): Rows => rowsIn(content, sheet).filter((row) => row.预算单位 === unit);
  const general = (unit: string) =>
    of('基本支出（功能）', unit).filter((row) => /^(上级)?一般公共预算/.test(row.资金来源 ?? ''));
  const need = (unit: string, kind: string) => {
    if (kind === '人员') return total(general(unit), ['人员经费']);
    if (kind === '公用') return total(general(unit), ['公用经费']);
    return total(
      of('委托业务费', unit).filter((row) => row.经费类别 === '基本支出'),
      ['一般公共预算'],
    );
  };
  const economic = divideEconomic(rowsIn(content, '基本支出（经济）'), names, need, content.委托业务费 ? '30227' : '');
  return units.map((row, index) => {
    const name = row.单位名称 ?? '';
    const shared = { name, own: index === 0, row, economic: economic[index] ?? [], all: economic };
    return { name, content: unitContent(content, shared, (sheet) => of(sheet, name)) };
  });
}

interface Share {
  readonly name: string;
  readonly own: boolean;
  readonly row: ContentRow;
  readonly economic: Rows;
  readonly all: readonly Rows[];
}

const threePublicCodes: Readonly<Record<string, string>> = {
  '因公出国（境）费用': '30212',
  公务接待费: '30217',
  公务用车运行维护费: '30231',
  公务用车购置: '31013',
};

/** A 三公 item is at least its economic code; what projects pay of it stays with 本级. */
function threePublic(content: Content, { own, economic, all }: Share): Rows {
  return rowsIn(content, '三公经费').map((row) => {
    const code = threePublicCodes[row.支出内容 ?? ''];
    const paid = (rows: Rows) =>
      total(
        rows.filter((line) => line.经济科目编码 === code),
        ['金额'],
      );
    const others = all.slice(1).reduce((sum, rows) => sum + paid(rows), 0);
    if (own) return { ...row, 一般公共预算: yuan(cents(row.一般公共预算) - others) };
    return {
      支出内容: row.支出内容 ?? '',
      一般公共预算: yuan(paid(economic)),
      上年一般公共预算: '0',
      主要原因: '机构新设，上年没有安排',
    };
  });
}

const zeros = (fields: ContentRow): ContentRow =>
  Object.fromEntries(Object.keys(fields).map((header) => [header, '0']));

function unitContent(content: Content, share: Share, of: (sheet: string) => Rows): Content {
  const { name, own, row } = share;
  const goals = of('项目绩效目标');
  const indicators = rowsIn(content, '项目绩效指标').filter((line) =>
    goals.some((goal) => goal.项目名称 === line.项目名称),
  );
  const basic = total(of('基本支出（功能）'), ['人员经费', '公用经费']);
  const spending = of('项目支出');
  const classHeads = Object.keys(Object.assign({}, ...rowsIn(content, '项目支出'))).filter((header) =>
    classColumns.some((code) => header.startsWith(code)),
  );
  const controls = rowsIn(content, '批复数核对');
  const { 年度绩效目标: goal, ...stated } = form(content, '预算绩效情况');
  const reason = own ? undefined : '机构新设，上年没有安排';
  return {
    ...content,
    基本信息: { ...form(content, '基本信息'), 公开类型: '单位', '部门（单位）名称': name },
    主要职能: own ? rowsIn(content, '主要职能') : [{ 内容: '承担科技服务工作。' }],
    预算单位: [{ ...row, 是否本级: '是' }],
    ...(content.内设机构 ? { 内设机构: own ? rowsIn(content, '内设机构') : [] } : {}),
    ...(content.人员情况 ? { 人员情况: own ? form(content, '人员情况') : nobody(form(content, '人员情况')) } : {}),
    '基本支出（功能）': of('基本支出（功能）'),
    '基本支出（经济）': share.economic,
    项目信息: of('项目信息'),
    项目支出: spending,
    三公经费: threePublic(content, share),
    ...(content.委托业务费 ? { 委托业务费: of('委托业务费') } : {}),
    上年对比: own ? rowsIn(content, '上年对比') : nothing(rowsIn(content, '上年对比'), '上年预算数', reason),
    '上年对比（科目）': own
      ? rowsIn(content, '上年对比（科目）')
      : nothing(rowsIn(content, '上年对比（科目）'), '上年预算数', reason),
    政府采购: own ? form(content, '政府采购') : zeros(form(content, '政府采购')),
    国有资产: own ? form(content, '国有资产') : zeros(form(content, '国有资产')),
    预算绩效情况: own ? { ...(goal ? { 年度绩效目标: goal } : {}), ...stated } : zeros(stated),
    整体绩效指标: own ? rowsIn(content, '整体绩效指标') : [],
    项目绩效目标: goals,
    项目绩效指标: indicators,
    其他说明: own ? rowsIn(content, '其他说明') : [],
    批复数核对: controls.map((control) => ({
      ...control,
      批复数: yuan(controlOf(control.核对项目 ?? '', basic, total(spending, classHeads))),
    })),
  };
}

/** 实有人数 is only stated where it differs from the sum. */
const nobody = (fields: ContentRow): ContentRow => ({ ...zeros(fields), 内设机构称谓: fields.内设机构称谓 ?? '' });

function controlOf(item: string, basic: number, project: number): number {
  if (item === '收入总计') return basic + project;
  if (item === '基本支出') return basic;
  if (item === '项目支出') return project;
  throw new Error(`the sample has a control total that the split does not know: ${item}`);
}
