/** The rows of a table in the columns of the form: codes taken apart, amounts in 万元, each still with its own words. */
import type { ColumnsFound } from './columns.js';
import type { ColumnKind, FormColumn } from './formColumns.js';
import type { Piece } from './pieces.js';
import { amountIn, type ReadAmount, type TableUnit } from './unit.js';

export interface TableLine {
  /** By column of the form. */
  readonly texts: ReadonlyMap<number, string>;
  readonly amounts: ReadonlyMap<number, ReadAmount>;
}

export interface TableLines {
  readonly lines: readonly TableLine[];
  /** Cells of money columns that hold no amount, each as a sentence. */
  readonly problems: readonly string[];
}

type Parts = Partial<Record<ColumnKind, string>>;

/** 2080501, or 208-05-01, as its parts; with what stands behind it. */
const leadingCode = /^[[【（(]?(\d{3})[-.\s]?(\d{2})?[-.\s]?(\d{2})?[\])】）]?[-—\s]*(.*)$/s;

function splitCode(text: string): (Parts & { readonly rest: string }) | undefined {
  const [, first, group, item, rest = ''] = leadingCode.exec(text) ?? [];
  if (first === undefined || /^\d/.test(rest)) return undefined;
  return { class: first, ...(group && { group }), ...(item && { item }), rest: rest.trim() };
}

/** A part of a code as it stands in its own column: 5 is 05, and 20805 in the column of the 款 is 05. */
function partIn(kind: 'class' | 'group' | 'item', text: string): string {
  const plain = text.replaceAll(/\s/g, '');
  if (!/^\d+$/.test(plain)) return plain;
  return kind === 'class' ? plain.slice(0, 3) : plain.slice(-2).padStart(2, '0');
}

const codeKinds = ['class', 'group', 'item'] as const;

/** What stands only in the row of the 类 or 款 holds for the rows below it. */
function carriedDown(parts: Parts, before: Parts): Parts {
  const own = codeKinds.filter((kind) => parts[kind] !== undefined);
  const [highest] = own;
  if (highest === undefined || highest === 'class') return parts;
  const above = codeKinds.slice(0, codeKinds.indexOf(highest));
  return { ...parts, ...Object.fromEntries(above.flatMap((kind) => (before[kind] ? [[kind, before[kind]]] : []))) };
}

/** `columns`: those of the form. */
export function linesOf(
  piece: Piece,
  columns: readonly FormColumn[],
  found: ColumnsFound,
  unit: TableUnit,
): TableLines {
  const problems: string[] = [];
  const at = (kind: ColumnKind) => columns.find((column) => column.kind === kind)?.index;
  // a form with 款 in its last column calls it so
  const codeColumns = codeKinds.flatMap((kind) => at(kind) ?? []);
  let before: Parts = {};
  const lines = piece.rows.map((row): TableLine => {
    const texts = new Map<number, string>();
    const amounts = new Map<number, ReadAmount>();
    let parts: Parts = {};
    row.forEach((cell, index) => {
      if (cell === undefined) return;
      const column = found.of.get(index);
      if (index === found.code)
        parts = { ...parts, ...codeAndRest(cell.text, (rest) => texts.set(at('name') ?? 0, rest)) };
      else if (column?.kind === 'money') {
        if (cell.repeated) return;
        const amount = amountIn(cell.text, unit);
        if (amount) amounts.set(column.index, amount);
        else problems.push(problem(piece, row, column, cell.text, found));
      } else if (column?.kind === 'class' || column?.kind === 'group' || column?.kind === 'item')
        parts = { ...parts, [column.kind]: partIn(column.kind, cell.text) };
      else if (column) texts.set(column.index, cell.text);
    });
    const name = at('name');
    const named = name === undefined || parts.class !== undefined ? undefined : splitCode(texts.get(name) ?? '');
    if (named && name !== undefined && codeColumns.length > 0 && named.rest !== '') {
      parts = named;
      texts.set(name, named.rest);
    }
    parts = carriedDown(parts, before);
    if (parts.class !== undefined) before = parts;
    codeParts(parts, codeColumns.length).forEach((text, level) => {
      const column = codeColumns[level];
      if (column !== undefined && text !== '') texts.set(column, text);
    });
    return { texts, amounts };
  });
  return { lines: lines.filter(({ texts, amounts }) => texts.size + amounts.size > 0), problems };
}

function codeAndRest(text: string, setRest: (rest: string) => void): Parts {
  const split = splitCode(text);
  if (split === undefined) {
    setRest(text);
    return {};
  }
  const { rest, ...parts } = split;
  if (rest !== '') setRest(rest);
  return parts;
}

/** A form of two columns (economic classification) has 类 and 款, whatever its second column is called. */
function codeParts(parts: Parts, columns: number): string[] {
  const all = codeKinds.flatMap((kind) => parts[kind] ?? []);
  return columns === 2 ? [all[0] ?? '', all[1] ?? ''] : codeKinds.map((kind) => parts[kind] ?? '');
}

/** The row by its words: codes and names, not its other amounts. */
function problem(
  piece: Piece,
  row: Piece['rows'][number],
  column: FormColumn,
  text: string,
  found: ColumnsFound,
): string {
  const words = row.flatMap((cell, index) => (cell && found.of.get(index)?.kind !== 'money' ? [cell.text] : []));
  const why =
    /^[-－—–−]\s*[\d,，.]+$/.test(text) || /^[（(][\d,，.]+[)）]$/.test(text)
      ? '是负数，预算金额不能小于零'
      : '不是金额';
  return `“${piece.label}”里“${words.join(' ')}”一行“${column.words}”列的“${text}”${why}`;
}
