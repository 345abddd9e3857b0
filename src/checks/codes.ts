/** Functional and economic codes: named, of the right level, with their parents, known to the form (FORM agree-8). */
import { type Finding, finding } from '../diagnostics/finding.js';
import type { Facts } from '../model/facts.js';
import { grouped } from '../model/grouped.js';
import { runsIntoBefore } from '../vocabulary/glued.js';
import { basicClassNature, type CodeCategory, codeCategories, labelOf } from '../vocabulary/terms.js';
import type { Cell } from '../workbook/layout/types.js';
import { type Check, type CheckContext, codeText } from './check.js';

interface UsedCode {
  readonly category: CodeCategory;
  readonly cell: Cell<string>;
}

function usedCodes(facts: Facts): UsedCode[] {
  const functional = [...facts.basicByFunction, ...facts.projectSpending, ...facts.lastYearByCode, ...facts.purposes];
  return [
    ...functional.map((row) => ({ category: 'functional' as const, cell: row.code })),
    ...facts.basicByEconomic.map((row) => ({ category: 'economic' as const, cell: row.code })),
  ];
}

const parentsOf = (code: string): string[] =>
  [3, 5].filter((length) => length < code.length).map((length) => code.slice(0, length));

/** Shape of a code by its category (FORM fact-7): functional 类 begin with 2, economic 类 with 3. */
const codePattern: Readonly<Record<CodeCategory, RegExp>> = {
  functional: /^2\d{2}(\d{2}){0,2}$/,
  economic: /^3\d{2}(\d{2})?$/,
};

function codeShapes({ facts }: CheckContext): Finding[] {
  return facts.codes
    .filter((row) => !codePattern[row.category.value].test(row.code.value))
    .map((row) => {
      const expected = labelOf(codeCategories, row.category.value);
      return finding('R15', { at: row.code.at, found: row.code.value, expected });
    });
}

/** Names of functional 类 stand right after a list mark, `1.`. */
function namesAfterMarks({ facts }: CheckContext): Finding[] {
  return facts.codes
    .filter(({ category, code }) => category.value === 'functional' && code.value.length === 3)
    .filter(({ name }) => runsIntoBefore(name.value))
    .map(({ name }) => finding('R21', { at: name.at, found: name.value, expected: '前面的序号' }));
}

/** Of each code the first row that names it, and the others. */
function namings({ facts }: CheckContext) {
  const rows = grouped(facts.codes, (row) => `${row.category.value}${row.code.value}`);
  return [...rows.values()].flatMap(([first, ...others]) => (first ? others.map((other) => ({ first, other })) : []));
}

/**
 * Two names of one code: which is right, only the office knows. Rows that are the same do no harm, and are told once.
 */
function twoNames(context: CheckContext): Finding[] {
  const all = namings(context);
  const isSame = ({ first, other }: (typeof all)[number]) => first.name.value === other.name.value;
  const [again, ...more] = all.filter(isSame).map(({ other }) => other);
  const differing = all
    .filter((pair) => !isSame(pair))
    .map(({ first, other }) => {
      const values = { first: first.name.value, second: other.name.value };
      return finding('R04', { at: other.name.at, found: other.code.value, values, related: [first.name.at] });
    });
  if (!again) return differing;
  const details = { row: `第${again.at.row}行`, found: `${again.code.value} ${again.name.value}` };
  const values = { count: String(more.length + 1) };
  return [
    ...differing,
    finding('R22', { at: again.code.at, ...details, values, related: more.map(({ code }) => code.at) }),
  ];
}

/** Of the same 类 and the same length, with one digit another: then it may be a slip of the hand. */
const isOneDigitOff = (a: string, b: string): boolean =>
  a.length === b.length && a.slice(0, 3) === b.slice(0, 3) && [...a].filter((digit, i) => digit !== b[i]).length === 1;

/** A named code that may have been meant, in words; '' where there is none. */
function nearestCode(facts: Facts, { category, cell }: UsedCode): string {
  const like = facts.codes.find((row) => row.category.value === category && isOneDigitOff(row.code.value, cell.value));
  return like ? `，是不是 ${like.code.value} ${like.name.value}` : '';
}

/** Each missing name once, at the first cell that needs it, with those of its parents that are missing too. */
function unnamed(context: CheckContext): Finding[] {
  const { facts } = context;
  const settled = new Set(facts.codes.map((row) => `${row.category.value}${row.code.value}`));
  return usedCodes(facts).flatMap((used) => {
    const { category, cell } = used;
    const code = cell.value;
    const missing = [code, ...parentsOf(code).reverse()].filter((one) => !settled.has(`${category}${one}`));
    for (const one of missing) settled.add(`${category}${one}`);
    const [first, ...others] = missing;
    if (first === undefined) return [];
    if (first !== code) {
      const found = codeText(context, code, category);
      return [finding('R03', { at: cell.at, found, expected: missing.join('、') })];
    }
    const parents = others.length > 0 ? `，上级科目 ${others.join('、')} 也没有` : '';
    const values = { parents, nearest: nearestCode(facts, used) };
    return [finding('R02', { at: cell.at, found: code, expected: missing.join('、'), values })];
  });
}

function unknownClasses(context: CheckContext): Finding[] {
  const { facts, form } = context;
  const classes = new Map(form.classes.map(({ code, name }) => [code, name]));
  const year = String(form.year);
  const outside = [...facts.basicByFunction, ...facts.projectSpending]
    .filter((row) => !classes.has(row.code.value.slice(0, 3)))
    .map((row) => {
      const expected = row.code.value.slice(0, 3);
      const found = codeText(context, row.code.value, 'functional');
      return finding('R06', { at: row.code.at, found, expected, values: { year } });
    });
  const renamed = facts.codes.flatMap((row) => {
    const expected = row.category.value === 'functional' ? classes.get(row.code.value) : undefined;
    if (expected === undefined || expected === row.name.value) return [];
    return [finding('R08', { at: row.name.at, found: row.code.value, expected, values: { first: row.name.value } })];
  });
  return [...outside, ...renamed];
}

/** Basic expenditure uses 301, 302, 303 and 310 only (FORM fact-4). */
function basicClasses(context: CheckContext): Finding[] {
  return context.facts.basicByEconomic
    .filter((row) => !Object.hasOwn(basicClassNature, row.code.value.slice(0, 3)))
    .map((row) => finding('R18', { at: row.code.at, found: codeText(context, row.code.value, 'economic') }));
}

export const codeChecks: readonly Check[] = [
  { title: '科目编码与类别', reads: ['codes'], run: codeShapes },
  { title: '科目名称唯一', reads: ['codes'], run: twoNames },
  { title: '类名称与序号', reads: ['codes'], run: namesAfterMarks },
  { title: '科目编码有名称、有上级', reads: ['codes'], run: unnamed },
  { title: '科目属于表样', reads: ['codes'], run: unknownClasses },
  { title: '基本支出的经济科目', reads: ['basicByEconomic'], run: basicClasses },
];
