/** Functional and economic codes: named, of the right level, with their parents, known to the form. */
import { type Finding, finding } from '../diagnostics/finding.js';
import type { Facts } from '../model/facts.js';
import { nearest } from '../vocabulary/names.js';
import { basicClassNature, type CodeCategory, codeCategories, labelOf } from '../vocabulary/terms.js';
import type { Cell } from '../workbook/layout/types.js';
import type { Check, CheckContext } from './check.js';

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

/** Shape of a code by its category (libraries.md, Codes): functional 类 begin with 2, economic 类 with 3. */
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

function twoNames({ facts }: CheckContext): Finding[] {
  const first = new Map<string, (typeof facts.codes)[number]>();
  return facts.codes.flatMap((row) => {
    const key = `${row.category.value}${row.code.value}`;
    const before = first.get(key);
    if (!before) {
      first.set(key, row);
      return [];
    }
    const related = [before.name.at];
    if (before.name.value !== row.name.value) {
      const values = { first: before.name.value, second: row.name.value };
      return [finding('R04', { at: row.name.at, found: row.code.value, values, related })];
    }
    const values = { first: String(before.at.row), second: String(row.at.row) };
    return [finding('R05', { at: row.code.at, found: row.code.value, values, related })];
  });
}

/** Each missing name once, at the first cell that needs it. */
function unnamed({ facts }: CheckContext): Finding[] {
  const named = new Set(facts.codes.map((row) => `${row.category.value}${row.code.value}`));
  const told = new Set<string>();
  const candidates = (category: CodeCategory, length: number) =>
    facts.codes
      .filter((row) => row.category.value === category && row.code.value.length === length)
      .map((row) => row.code.value);
  const once = (key: string, make: () => Finding): Finding[] => {
    if (named.has(key) || told.has(key)) return [];
    told.add(key);
    return [make()];
  };
  return usedCodes(facts).flatMap(({ category, cell }) => {
    const code = cell.value;
    const own = once(`${category}${code}`, () => {
      const like = nearest(code, candidates(category, code.length));
      const likeName = facts.codes.find((row) => row.category.value === category && row.code.value === like)?.name
        .value;
      const values = { nearest: like === undefined ? '' : `，最接近的编码是 ${like}${likeName ?? ''}` };
      return finding('R02', { at: cell.at, found: code, values });
    });
    if (own.length > 0) return own;
    return parentsOf(code).flatMap((parent) =>
      once(`${category}${parent}`, () => finding('R03', { at: cell.at, found: code, expected: parent })),
    );
  });
}

function unknownClasses({ facts, form }: CheckContext): Finding[] {
  const classes = new Map(form.classes.map(({ code, name }) => [code, name]));
  const year = String(form.year);
  const outside = [...facts.basicByFunction, ...facts.projectSpending]
    .filter((row) => !classes.has(row.code.value.slice(0, 3)))
    .map((row) => {
      const expected = row.code.value.slice(0, 3);
      return finding('R06', { at: row.code.at, found: row.code.value, expected, values: { year } });
    });
  const renamed = facts.codes.flatMap((row) => {
    const expected = row.category.value === 'functional' ? classes.get(row.code.value) : undefined;
    if (expected === undefined || expected === row.name.value) return [];
    return [finding('R08', { at: row.name.at, found: row.code.value, expected, values: { first: row.name.value } })];
  });
  return [...outside, ...renamed];
}

/** Basic expenditure uses 301, 302, 303 and 310 only (form.md, "One fact, entered once"). */
function basicClasses({ facts }: CheckContext): Finding[] {
  return facts.basicByEconomic
    .filter((row) => !Object.hasOwn(basicClassNature, row.code.value.slice(0, 3)))
    .map((row) => finding('R18', { at: row.code.at, found: row.code.value }));
}

export const codeChecks: readonly Check[] = [
  { title: '科目编码与类别', reads: ['codes'], run: codeShapes },
  { title: '科目名称唯一', reads: ['codes'], run: twoNames },
  { title: '科目编码有名称、有上级', reads: ['codes'], run: unnamed },
  { title: '科目属于表样', reads: ['codes'], run: unknownClasses },
  { title: '基本支出的经济科目', reads: ['basicByEconomic'], run: basicClasses },
];
