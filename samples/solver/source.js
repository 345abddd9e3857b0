/**
 * The content of a sample workbook (samples/sources/*.json) seen as cells that hold an amount. A cell is called
 * `表名#行.列` (rows counted from 1, without the header row), a field of a form sheet `表名.列`.
 */
import { readFileSync } from 'node:fs';

const here = (path) => new URL(path, import.meta.url);
export const samples = ['2024-department', '2025-department', '2026-unit', '2026-department'];
export const sourceFile = (name) => here(`../sources/${name}.json`);
export const descriptionFile = (name) => here(`./constraints/${name}.txt`);
export const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
export const readPublished = (name) => readJson(here(`../../tests/published/${name}.json`));

const amountColumns = {
  '基本支出（功能）': /^(人员经费|公用经费)$/,
  '基本支出（经济）': /^金额$/,
  项目支出: /^[0-9]{3}/,
  三公经费: /^(上年)?(一般公共预算|政府性基金|国有资本经营预算)$/,
  委托业务费: /^(一般公共预算|政府性基金|国有资本经营预算)$/,
  上年对比: /^上年预算数$/,
  '上年对比（科目）': /^上年预算数$/,
  政府采购: /预算/,
  国有资产: /价值$/,
  预算绩效情况: /安排$|^其他资金$/,
  项目绩效目标: /^(财政拨款|其他资金)$/,
  批复数核对: /^批复数$/,
};

/** Every cell that holds an amount other than 0 (a 0 stays 0): `{ id, sheet, row, column, holder }`, in sheet order.
 * An edition need not have every sheet. */
export function amountCells(source) {
  const used = Object.entries(amountColumns).filter(([sheet]) => source[sheet] !== undefined);
  return used.flatMap(([sheet, pattern]) => {
    const content = source[sheet];
    const holders = Array.isArray(content) ? content : [content];
    return holders.flatMap((holder, index) =>
      Object.keys(holder)
        .filter((column) => pattern.test(column) && Number(holder[column]) !== 0)
        .map((column) => ({
          id: Array.isArray(content) ? `${sheet}#${index + 1}.${column}` : `${sheet}.${column}`,
          sheet,
          row: index + 1,
          column,
          holder,
        })),
    );
  });
}

const unitFunds = ['事业收入', '上级补助收入', '附属单位上缴收入', '事业单位经营收入', '其他收入'];
/** 资金来源 → where tables 1 and 2 show it. */
export function sourceGroup(source) {
  if (source === '一般公共预算') return 'general';
  if (source === '上级一般公共预算转移支付') return 'transfer';
  if (unitFunds.includes(source)) return 'unitFunds';
  if (source === '上年财政拨款结转-一般公共预算') return 'carryGeneral';
  if (source === '上年财政拨款结转-政府性基金预算') return 'carryFund';
  throw new Error(`资金来源未在样例中使用：${source}`);
}

/**
 * This year's budget as one list: each spending cell with its unit, code, group of source, nature, project and class.
 */
export function spending(source) {
  return amountCells(source)
    .filter((cell) => cell.sheet === '基本支出（功能）' || cell.sheet === '项目支出')
    .map(({ id, sheet, column, holder }) => ({
      id,
      unit: holder.预算单位,
      code: holder.功能科目编码,
      funds: holder.资金来源,
      group: sourceGroup(holder.资金来源),
      nature: sheet === '项目支出' ? 'project' : column === '人员经费' ? 'personnel' : 'public',
      project: holder.项目名称,
      class: sheet === '项目支出' ? column.slice(0, 3) : undefined,
    }));
}
