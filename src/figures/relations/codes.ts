/** Functional codes that one table prints and another, which must list the same, has under another code. */
import { grouped } from '../../model/grouped.js';
import { lettersOf, nameKey } from '../../vocabulary/names.js';
import { type CountedSet, countedBy, isWithin } from './columns.js';
import type { CodedRow, Office } from './names.js';
import type { Read } from './relation.js';
import { type FigureRow, listKey } from './rows.js';

/** A row by code of a table that lists a part of the ledger. */
interface ListedRow<R extends Read> {
  readonly coded: CodedRow<R>;
  /** The name's letters. */
  readonly name: string;
  /** A unit's or project's row, of several with that code. */
  readonly isPart: boolean;
  /** Amounts as printed, by what they count. */
  readonly amounts: ReadonlyMap<CountedSet, string>;
}

interface CodeList<R extends Read> {
  /** The part of the ledger of which it has every code. */
  readonly lists: CountedSet;
  readonly rows: readonly ListedRow<R>[];
  readonly codes: ReadonlySet<string>;
}

/** A row whose code other tables lack, and the row of one that has the same money under the right code. */
export interface MisprintedCode<R extends Read> {
  readonly row: CodedRow<R>;
  readonly right: CodedRow<R>;
}

/**
 * What a table has money for, each table has that lists such money (FORM table-2, table-3, table-5); a code is
 * misprinted where fewer tables have it than have the one that stands for it there. Rows are not taken for each other
 * without the same name or the same amounts, so that a row which one table lacks altogether is left to the sums.
 */
export function misprintedCodes<R extends Read>(
  rows: readonly FigureRow<R>[],
  coded: readonly CodedRow<R>[],
  office: Office,
): MisprintedCode<R>[] {
  const lists = codeLists(rows, coded);
  const known = new Set(office.codes.map(({ code }) => code));
  const having = (code: string) => lists.filter(({ codes }) => codes.has(code));
  /** How well a code is attested: by tables, else by the form, else by the table that comes first. */
  const rank = (code: string): number => {
    const [first, ...more] = having(code).map((list) => lists.indexOf(list));
    return 2 * more.length + (known.has(code) ? 1 : 0) - (first ?? 0) / lists.length;
  };
  return lists.flatMap((list) =>
    list.rows.flatMap((row): MisprintedCode<R>[] => {
      const { code } = row.coded;
      const lacking = lists.filter((other) => !other.codes.has(code) && isListed(row, other.lists));
      const meant = lacking
        .flatMap((other) => other.rows)
        .filter(({ coded: { code: right } }) => right.length === code.length)
        .map((other) => ({ right: other.coded, likeness: likeness(row, other, having(other.coded.code).length) }))
        .filter(({ likeness }) => likeness > 0)
        .filter(({ right }) => rank(code) < rank(right.code))
        .filter(({ right }) => !lists.some(hasBoth(code, right.code, row.isPart ? list : undefined)))
        .sort((a, b) => b.likeness - a.likeness)[0];
      return meant ? [{ row: row.coded, right: meant.right }] : [];
    }),
  );
}

/** A table that lists both is no witness, but where they are two projects' of it. */
const hasBoth =
  <R extends Read>(one: string, other: string, except: CodeList<R> | undefined) =>
  (list: CodeList<R>): boolean =>
    list !== except && list.codes.has(one) && list.codes.has(other);

/** Tables 2, 3, 5 and 7 to 9 as their paths tell them. */
function codeLists<R extends Read>(rows: readonly FigureRow<R>[], coded: readonly CodedRow<R>[]): CodeList<R>[] {
  const codedBy = new Map(coded.map((row) => [`${row.name.sheet} ${row.base}`, row]));
  const listed = rows.flatMap(({ sheet, base, extent, nature, divides, columns }) => {
    const [group, own] = [divides?.[0]?.group, codedBy.get(`${sheet} ${base}`)];
    if (extent.space !== 'ledger' || extent.code === '' || group === undefined || !own) return [];
    const amounts = new Map(
      [...columns].map(([column, [read]]) => [countedBy('ledger', column, nature), read?.text ?? ''] as const),
    );
    const isPart = extent.item !== '' || extent.unit !== '';
    const row: ListedRow<R> = { coded: own, name: lettersOf(own.name.text), isPart, amounts };
    return [{ row, lists: countedBy('ledger', `${group}.total`, nature) }];
  });
  return [...grouped(listed, ({ row }) => row.coded.name.sheet).values()].flatMap((all) => {
    return [...grouped(all, ({ lists }) => lists)].map(([lists, own]) => {
      const rows = own.map(({ row }) => row);
      return { lists, rows, codes: new Set(rows.map(({ coded }) => coded.code)) };
    });
  });
}

const isMoney = (text: string): boolean => /[1-9]/.test(text);

/** Whether a row has money of a part of the ledger. */
const isListed = ({ amounts }: ListedRow<Read>, lists: CountedSet): boolean =>
  [...amounts].some(([set, text]) => isMoney(text) && isWithin(set, lists));

/**
 * 0 for rows with neither the name nor all amounts in common. A code that one table alone has may be misprinted too;
 * of equals, the one with more digits in place.
 */
function likeness(row: ListedRow<Read>, other: ListedRow<Read>, tables: number): number {
  const isNamed = row.name === other.name;
  const isSame = !row.isPart && !other.isPart && haveSameAmounts(row, other);
  if (!isNamed && !isSame) return 0;
  const digits = [...row.coded.code].filter((digit, at) => digit === other.coded.code[at]).length;
  return (isNamed ? 400 : 0) + (tables > 1 ? 200 : 0) + (isSame ? 100 : 0) + digits;
}

function haveSameAmounts(row: ListedRow<Read>, other: ListedRow<Read>): boolean {
  const shared = [...row.amounts].filter(([set, text]) => other.amounts.has(set) && isMoney(text));
  return (
    shared.length > 0 && shared.every(([set, text]) => lettersOf(other.amounts.get(set) ?? '') === lettersOf(text))
  );
}

/**
 * A row that its code puts out of order, and its name in order: by the code that the form or another table has for that
 * name, and its own list lacks.
 */
export function misplacedCodes<R extends Read>(coded: readonly CodedRow<R>[], office: Office): MisprintedCode<R>[] {
  const named = coded.map(({ code, name: { text: name } }) => ({ code, name }));
  const known = grouped([...office.classes, ...office.codes, ...named], ({ name }) => lettersOf(name));
  return [...grouped(coded, ({ base, name: { sheet } }) => listKey({ sheet, base })).values()].flatMap((list) => {
    const codes = new Set(list.map(({ code }) => code));
    const fits = (code: string, at: number) =>
      (list[at - 1]?.code ?? '') <= code && (list[at + 1]?.code ?? code) >= code && code !== '';
    return list.flatMap((row, at): MisprintedCode<R>[] => {
      const isMeant = (code: string) => code.length === row.code.length && !codes.has(code) && fits(code, at);
      const meant = fits(row.code, at) ? [] : (known.get(lettersOf(row.name.text)) ?? []);
      const right = meant.find(({ code }) => isMeant(code))?.code;
      return right === undefined ? [] : [{ row, right: withCode(row, right) }];
    });
  });
}

function withCode<R extends Read>(row: CodedRow<R>, code: string): CodedRow<R> {
  let end = 0;
  const cells = [...row.cells].map(([key, cell]) => {
    const start = end;
    end += nameKey(cell.text).length;
    return [key, { ...cell, text: code.slice(start, end) }] as const;
  });
  return { ...row, code, cells: new Map(cells) };
}

/** The texts as they would read with the right codes, and their names. */
export function withRightCodes<R extends Read>(texts: readonly R[], misprinted: readonly MisprintedCode<R>[]): R[] {
  const right = new Map(
    misprinted.flatMap(({ row, right }) => {
      const cells = [...row.cells].map(([key, cell]) => [cell, right.cells.get(key)?.text ?? cell.text] as const);
      return [...cells, [row.name, right.name.text] as const];
    }),
  );
  return texts.map((read) => {
    const text = right.get(read);
    return text === undefined || text === read.text ? read : { ...read, text };
  });
}
