/** What in tables would be added up wrongly, or taken for another year's or office's: said, and no workbook made. */
import { distinctNames } from '../../vocabulary/names.js';
import { officeCaptioned } from '../caption.js';
import { isTotalLine } from './fixedRows.js';
import type { FormTableColumns } from './formColumns.js';
import { headKey } from './formColumns.js';
import type { TableLine } from './lines.js';
import type { Piece } from './pieces.js';
import { tableUnits, unitsNamed } from './unit.js';

/** The lines that are used, and what is said of the others. */
export interface CheckedLines {
  readonly lines: readonly TableLine[];
  readonly problems: readonly string[];
  readonly notices: readonly string[];
}

const codeKinds: readonly string[] = ['class', 'group', 'item'];
/** A table whose every row is a code or the total. */
const listsCodes = ({ columns }: FormTableColumns): boolean =>
  columns.some(({ kind }) => kind === 'class') && !columns.some(({ kind }) => kind === 'text');

const hasMoney = ({ amounts }: TableLine): boolean => [...amounts.values()].some(({ fen }) => fen !== 0n);
const wordsOf = ({ texts }: TableLine): string => [...texts.values()].join(' ');

/** Sums of parts of a list, which the list's own rows are added up to anyway. */
const isSubtotal = ({ texts }: TableLine): boolean =>
  texts.size > 0 && [...texts.values()].every((text) => /^(小计|其中:?)$/.test(headKey(text)));

/** Rows of a list of codes that have money and no code: subtotals are left out, others nobody can place. */
function withoutCodes(lines: readonly TableLine[], form: FormTableColumns, label: string): CheckedLines {
  if (!listsCodes(form)) return { lines, problems: [], notices: [] };
  const ofCode = form.columns.filter(({ kind }) => codeKinds.includes(kind)).map(({ index }) => index);
  const bare = lines.filter(
    (line) => hasMoney(line) && !ofCode.some((index) => line.texts.has(index)) && !isTotalLine(line),
  );
  const subtotals = bare.filter(isSubtotal);
  return {
    lines: lines.filter((line) => !subtotals.includes(line)),
    problems: bare
      .filter((line) => !subtotals.includes(line))
      .map((line) => `“${label}”里“${wordsOf(line)}”一行有金额而没有科目编码，不知道是哪个科目`),
    notices: subtotals.length > 0 ? [`“${label}”里的“小计”${subtotals.length} 行没有用到`] : [],
  };
}

const amountsKey = ({ amounts }: TableLine): string =>
  [...amounts].flatMap(([column, { fen }]) => (fen === 0n ? [] : [`${column}:${fen}`])).join();

/** A table has one total; the same once more is left out. */
function oneTotal(lines: readonly TableLine[], label: string): CheckedLines {
  const totals = lines.filter((line) => isTotalLine(line) && hasMoney(line));
  const [first, ...more] = totals;
  if (first === undefined || more.length === 0) return { lines, problems: [], notices: [] };
  if (more.some((line) => amountsKey(line) !== amountsKey(first)))
    return { lines, problems: [`“${label}”里有 ${totals.length} 行合计，金额不同，不知道哪一行是全表的`], notices: [] };
  return { lines: lines.filter((line) => !more.includes(line)), problems: [], notices: [] };
}

/** A table that lists codes has each of them once; one that lists them for every unit would be added up wrongly. */
function repeatedCodes(lines: readonly TableLine[], form: FormTableColumns, label: string): string[] {
  if (!listsCodes(form)) return [];
  const ofCode = form.columns.filter(({ kind }) => codeKinds.includes(kind));
  const counts = new Map<string, number>();
  for (const { texts } of lines) {
    const code = ofCode.map(({ index }) => texts.get(index) ?? '').join('');
    if (code !== '') counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const [first] = [...counts].filter(([, count]) => count > 1);
  return first ? [`“${label}”里科目 ${first[0]} 有 ${first[1]} 行，只能读取每个科目一行的表`] : [];
}

/** The lines of one table as far as they can be added up. */
export function checkedLines(lines: readonly TableLine[], form: FormTableColumns, label: string): CheckedLines {
  const coded = withoutCodes(lines, form, label);
  const total = oneTotal(coded.lines, label);
  return {
    lines: total.lines,
    problems: [...coded.problems, ...total.problems, ...repeatedCodes(total.lines, form, label)],
    notices: coded.notices,
  };
}

/** A unit that amounts cannot be read in, or more than one of them: no answer makes them right. */
export function otherUnits(piece: Piece): string[] {
  const named = unitsNamed(piece);
  const others = named.filter((unit) => !(tableUnits as readonly string[]).includes(unit));
  if (others.length > 0)
    return [`“${piece.label}”注明的金额单位是“${others.join('”“')}”，只能读取元或万元的表，请先换算`];
  return named.length > 1 ? [`“${piece.label}”注明的金额单位有“${named.join('”“')}”几种，请先改成一种`] : [];
}

const titleYear = /^[^，。；]{0,30}?(20\d\d)年(?:度)?[^，。；]{0,40}表$/;

/** The years that titles of tables name, with the table that says so first. */
export function yearsNamed(pieces: readonly Piece[]): ReadonlyMap<number, string> {
  const years = new Map<number, string>();
  for (const { above, sheet, label } of pieces)
    for (const text of [...above, sheet]) {
      const [, year] = titleYear.exec(text.replaceAll(/\s/g, '')) ?? [];
      if (year !== undefined && !years.has(Number(year))) years.set(Number(year), label);
    }
  return years;
}

/** The offices that lines above tables name, each with the table that says so first. */
function officesNamed(pieces: readonly Piece[]): (readonly [name: string, label: string])[] {
  const named = pieces.flatMap(({ above, label }) =>
    above.flatMap((text) => {
      const written = officeCaptioned(text);
      return written === undefined ? [] : [[written, label] as const];
    }),
  );
  return distinctNames(named.map(([name]) => name)).map(
    (name) => [name, named.find(([one]) => one === name)?.[1] ?? ''] as const,
  );
}

/** Tables of several years or offices make no workbook. `answered`: the year that the officer says. */
export function mixedTables(pieces: readonly Piece[], answered: string | undefined): string[] {
  const years = [...yearsNamed(pieces)];
  const offices = officesNamed(pieces);
  const said = (words: readonly (readonly [number | string, string])[]) =>
    words.map(([text, label]) => `“${text}”（${label}）`).join('、');
  const [only] = years;
  return [
    ...(years.length > 1 ? [`各表的标题里有几个年度：${said(years)}，只能读取一年的表`] : []),
    ...(only && years.length === 1 && answered !== undefined && answered !== String(only[0])
      ? [`对应文件中“年度”写的是“${answered}”，“${only[1]}”的标题里是 ${only[0]} 年，请改成一致`]
      : []),
    ...(offices.length > 1 ? [`各表不是同一家的：${said(offices)}，请分开导入`] : []),
  ];
}
