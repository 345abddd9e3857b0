/** 上年对比, 上年对比（科目）, 三公经费 and 支出用途, from part 3 and table 10: last year's amounts follow from the printed changes. */
import { budgets, comparedLines, labelOf, threePublicItems } from '../../vocabulary/terms.js';
import { yuanText } from '../amounts.js';
import { type Found, type FoundRow, inferred, missing, printed } from '../found.js';
import type { Printed } from '../printed.js';
import type { CodeName, CodeNames } from './codes.js';

function lastCell(read: Printed, compared: string): Found {
  const last = read.last(compared);
  if (last !== undefined) return { text: yuanText(last), origin: 'printed', how: '' };
  if (read.flag(`${compared}.bothZero`) === true) return { text: '0', origin: 'printed', how: '' };
  return missing('没有读到与上年对比的文字', '0');
}

const reasonCell = (read: Printed, compared: string): Found | undefined => printed(read.text(`${compared}.reason`));

/** 上年对比: a row for every line that is compared. */
export const lastYearRows = (read: Printed): FoundRow[] =>
  Object.entries(comparedLines).map(([label, line]) => ({
    line: printed(label),
    amount: lastCell(read, `compared.${line}`),
    reason: reasonCell(read, `compared.${line}`),
  }));

/** 上年对比（科目）: a row for every 项 of the general budget. */
export function lastYearByCodeRows(read: Printed, names: CodeNames): FoundRow[] {
  const paths = read.items('comparedCodes');
  const printedNames = paths.map((path): CodeName => {
    const of = (key: string) => read.text(`${path}.${key}`) ?? '';
    return { className: of('className'), groupName: of('groupName'), itemName: of('itemName') };
  });
  const codes = names.inOrder(printedNames);
  return paths.map((path, index) => ({
    code: codes[index],
    amount: lastCell(read, `${path}.compared`),
    reason: reasonCell(read, `${path}.compared`),
  }));
}

const threePublicBudgets = [
  ['general', 'general'],
  ['fund', 'fund'],
  ['capital', 'capital'],
] as const;

/** 三公经费: the four items. */
export const threePublicRows = (read: Printed): FoundRow[] =>
  Object.entries(threePublicItems).map(([label, item]) => {
    const base = `threePublic.${item}`;
    const amounts = threePublicBudgets.map(([key, path]) => {
      const fen = read.amount(`${base}.${path}`);
      return [key, fen === 0n && key !== 'general' ? undefined : printed(yuanText(fen))] as const;
    });
    const paid = threePublicBudgets.filter(([, path]) => read.amount(`${base}.${path}`) > 0n);
    const last = lastCell(read, `${base}.compared`);
    const several = paid.some(([key]) => key !== 'general') && last.origin === 'printed' && last.text !== '0';
    return {
      item: printed(label),
      ...Object.fromEntries(amounts),
      lastGeneral: several ? inferred(last.text, '上年数只印了合计，全部填在一般公共预算') : last,
      reason: reasonCell(read, `${base}.compared`),
    };
  });

/** 支出用途: a row for every 类 with a purpose. */
export const purposeRows = (read: Printed, names: CodeNames): FoundRow[] =>
  Object.entries(budgets).flatMap(([label, budget]) =>
    read.items(`purposes.${budget}`).map((path) => ({
      budget: printed(labelOf(budgets, budget) || label),
      code: names.classNamed(read.text(`${path}.name`) ?? '') ?? missing('没有读到类的名称', '201'),
      purpose: printed(read.text(`${path}.purpose`)) ?? missing('没有读到用途', '某用途'),
    })),
  );
