/**
 * Whether a package holds what its fields say (docs/data.md): a package that others have put together, or that was
 * saved by another program, is read as it stands or not at all. Each fault is a sentence with file, row and column.
 */
import {
  compare,
  exactText,
  isPrintedZero,
  type Money,
  parseMoney,
  printedDifference,
  printedWan,
  subtract,
  zero,
} from '../../vocabulary/money.js';
import type { DataRow, Field, FieldType, ResourceName } from './fields.js';

/** A row with its number in the file, in which the names stand in row 1. */
export interface NumberedRow {
  readonly line: number;
  readonly row: DataRow;
}

/** As the standard allows them; a boolean may have been saved by Excel. */
const types: Readonly<Record<FieldType, { readonly is: RegExp; readonly said: string }>> = {
  string: { is: /^/, said: '' },
  integer: { is: /^[-+]?\d+$/, said: '不是整数' },
  number: { is: /^[-+]?\d+(\.\d+)?$/, said: '不是数' },
  boolean: { is: /^(true|false)$/i, said: '不是 true 或 false' },
  year: { is: /^\d{4}$/, said: '不是四位的年度' },
};

const place = (name: string, line: number, field: string): string => `${name}.csv 第 ${line} 行“${field}”列`;
/** Of a text as long as may be shown. */
const quoted = (text: string): string => `“${text.length > 20 ? `${text.slice(0, 20)}…` : text}”`;

/** What is blank though it must not be, of another type, or there twice though it is one's own. */
export function typeFaults(name: ResourceName, fields: readonly Field[], rows: readonly NumberedRow[]): string[] {
  return fields.flatMap(({ name: field, type, constraints }) => {
    const seen = new Map<string, number>();
    return rows.flatMap(({ line, row }) => {
      const text = row[field] ?? '';
      if (text === '') return constraints?.required ? [`${place(name, line, field)}：不能为空。`] : [];
      if (!types[type].is.test(text)) return [`${place(name, line, field)}：${quoted(text)}${types[type].said}。`];
      if (!(constraints && 'unique' in constraints)) return [];
      const before = seen.get(text);
      seen.set(text, before ?? line);
      return before === undefined ? [] : [`${place(name, line, field)}：${quoted(text)}与第 ${before} 行重复。`];
    });
  });
}

const asWan = (text: string): Money | undefined => parseMoney(text, 'wan', 'exact');
const isSame = (a: Money, b: Money): boolean => compare(subtract(a, b), zero) === 0;

/** The number that a document prints, as `value` has it; undefined for a blank, for words, for more decimals than 4. */
function numberIn(text: string): Money | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s%]/g, '');
  return /^[-+]?\d+(\.\d{1,4})?$/.test(plain) ? asWan(plain) : undefined;
}

/** `value` beside `text` and `yuan`: one amount, said two or three times. `isMoney`: `value` is in 万元. */
export function amountFaults(
  name: ResourceName,
  rows: readonly NumberedRow[],
  isMoney: (row: DataRow) => boolean,
): string[] {
  return rows.flatMap(({ line, row }) => {
    const { value = '', yuan = '', text = '' } = row;
    const [printed, said, exact] = [asWan(value), numberIn(text), parseMoney(yuan, 'yuan', 'exact')];
    const at = place(name, line, 'value');
    if (said !== undefined && (printed === undefined || !isSame(said, printed)))
      return [`${at}：${value === '' ? '空白' : quoted(value)}与所印文字 ${quoted(text)} 不是同一个数。`];
    if (exact === undefined || !isMoney(row)) return [];
    if (printed === undefined) return [`${at}：空白，而“yuan”列有 ${yuan} 元。`];
    if (isPrintedZero(printedDifference(printedWan(exact), printedWan(printed)))) return [];
    return [`${at}：${quoted(value)}与“yuan”列的 ${yuan} 元（${exactText(printedWan(exact))} 万元）不是同一个数。`];
  });
}

/** Rows of which a figure is made that are not there, and cells whose figure is not there. */
export function referenceFaults(figures: readonly NumberedRow[], tables: readonly NumberedRow[]): string[] {
  const numbers = new Set(figures.map(({ row }) => row.number ?? ''));
  const ids = new Set(figures.map(({ row }) => row.id ?? ''));
  const inputs = figures.flatMap(({ line, row }) =>
    (row.inputs ?? '')
      .split(' ')
      .filter((number) => number !== '' && !numbers.has(number))
      .map((number) => `${place('figures', line, 'inputs')}：没有序号为 ${quoted(number)} 的行。`),
  );
  if (figures.length === 0) return inputs;
  const cells = tables.flatMap(({ line, row }) => {
    const { figure = '' } = row;
    const isThere = figure === '' || ids.has(figure);
    return isThere ? [] : [`${place('tables', line, 'figure')}：figures.csv 里没有编号 ${quoted(figure)}。`];
  });
  return [...inputs, ...cells];
}
