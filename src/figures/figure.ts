/**
 * Figures: values with a history. A figure holds what is printed, a stable id, the rule that made it and the figures
 * or cells it came from; templates print it, and the trace reads it back.
 */
import { type CellRef, fullAddress } from '../vocabulary/cells.js';
import {
  compare,
  exactText,
  formatPrinted,
  isPrintedZero,
  isZero,
  type Money,
  type PrintedDecimal,
  printedAbsolute,
  printedDifference,
  printedHundred,
  printedPercent,
  printedQuantity,
  printedWan,
  printedZero,
  type Quantity,
  sum,
  zero,
} from '../vocabulary/money.js';
import type { Cell } from '../workbook/layout/types.js';

/** A cell of the workbook that a figure was made from. */
export interface Leaf {
  readonly at: CellRef;
  /** As the workbook has it: an exact amount in 元, a count or a quantity, as plain text. */
  readonly exact: string;
}

export type RuleKind =
  | 'sum' /* exact amounts added, then rounded once */
  | 'share' /* printed part ÷ printed total × 100 */
  | 'change' /* |printed this year − printed last year| */
  | 'rate' /* change ÷ printed last year × 100 */
  | 'stated' /* typed by the office */
  | 'count'; /* how many */

export interface Figure {
  readonly kind: 'figure';
  /** Stable, readable, unique for one value of the document, e.g. `科目2080501/一般公共预算/基本支出`. */
  readonly id: string;
  readonly unit: '万元' | '%' | '个' | '平方米' | '分';
  /** Exact amount in 元 (unit 万元) or the exact quantity; for shares, changes and rates what was computed from print. */
  readonly exact: string;
  /** As computed with: 万元 or % with two decimals; what is printed. */
  readonly printed: PrintedDecimal;
  /** As printed, e.g. `4,360.97`, `51.36`, `9`. */
  readonly text: string;
  /** Decided on the exact value: in a table a zero is blank. */
  readonly isZero: boolean;
  readonly rule: RuleKind;
  readonly inputs: readonly (Figure | Leaf)[];
}

/** Whether an input is a cell, not a figure. */
export const isLeaf = (input: Figure | Leaf): input is Leaf => !('kind' in input);

/** The figures that a figure was made from, in the order of its inputs; without cells. */
export const figuresUnder = ({ inputs }: Figure): Figure[] => inputs.flatMap((input) => (isLeaf(input) ? [] : [input]));

/** The cells that a figure comes from, through all figures under it, each once. */
export function leavesOf(figure: Figure): Leaf[] {
  const cells = figure.inputs.flatMap((input) => (isLeaf(input) ? [input] : leavesOf(input)));
  return [...new Map(cells.map((leaf) => [fullAddress(leaf.at), leaf])).values()];
}

/** An amount with its cell. */
export interface SourcedAmount {
  readonly amount: Money;
  readonly at: CellRef;
}

const leafOf = (source: SourcedAmount): Leaf => ({ at: source.at, exact: exactText(source.amount) });

/** What a figure's amount is, exactly, in 元. Kept beside the figure so that the figure itself stays plain data. */
export interface AmountFigure extends Figure {
  readonly unit: '万元';
  readonly amount: Money;
}

/** What follows from the amount alone. */
const textsOf = (amount: Money) => {
  const printed = printedWan(amount);
  return { exact: exactText(amount), printed, text: formatPrinted(printed) };
};

/** More than half of a document's figures are nothing. */
const nothing = textsOf(zero);

function amountFigure(id: string, amount: Money, rule: RuleKind, inputs: readonly (Figure | Leaf)[]): AmountFigure {
  const none = isZero(amount);
  const { exact, printed, text } = none ? nothing : textsOf(amount);
  return { kind: 'figure', id, unit: '万元', exact, printed, text, isZero: none, rule, inputs, amount };
}

/** The same sum under a name of its own. */
export function renamed(id: string, of: AmountFigure): AmountFigure {
  const { kind, unit, exact, printed, text, isZero: none, rule, inputs, amount } = of;
  return { kind, id, unit, exact, printed, text, isZero: none, rule, inputs, amount };
}

/** The sum of cells, exact in 元, printed in 万元 rounded once (FORM money-1). No addends: zero. */
export function sumOfCells(id: string, sources: readonly SourcedAmount[]): AmountFigure {
  const rule = sources.length === 1 ? 'stated' : 'sum';
  return amountFigure(id, sum(sources.map((source) => source.amount)), rule, sources.map(leafOf));
}

/** The exact sum of other figures, rounded once (FORM money-2). */
export function sumOfFigures(id: string, figures: readonly AmountFigure[]): AmountFigure {
  return amountFigure(id, sum(figures.map((figure) => figure.amount)), 'sum', figures);
}

/** An amount typed by the office; absent is printed as zero only where the form prints zeros. */
export function statedAmount(id: string, cell: Cell<Money> | undefined): AmountFigure {
  return cell ? sumOfCells(id, [{ amount: cell.value, at: cell.at }]) : amountFigure(id, zero, 'sum', []);
}

function derivedFigure(
  id: string,
  unit: '万元' | '%',
  rule: RuleKind,
  printed: PrintedDecimal,
  inputs: readonly Figure[],
): Figure {
  return {
    kind: 'figure',
    id,
    unit,
    exact: exactText(printed),
    printed,
    text: formatPrinted(printed),
    isZero: isPrintedZero(printed),
    rule,
    inputs,
  };
}

/** 占比: from printed amounts, in %, two decimals (FORM money-3). Of a total that prints 0.00: 0.00. */
export function share(id: string, part: Figure, whole: Figure): Figure {
  const printed = printedPercent(part.printed, whole.printed) ?? printedZero;
  return derivedFigure(id, '%', 'share', printed, [part, whole]);
}

/** 增减额: from printed amounts, in 万元, without sign (FORM money-3). */
export function change(id: string, now: Figure, last: Figure): Figure {
  return derivedFigure(id, '万元', 'change', printedAbsolute(printedDifference(now.printed, last.printed)), [
    now,
    last,
  ]);
}

/**
 * 增长率 / 下降率: change ÷ printed last year, in %; last year 0: 100.00, both 0: 0.00 (FORM money-5).
 * `fromNothing`: last year exactly 0 and this year more, however little of it shows in print.
 */
export function rate(id: string, changed: Figure, last: Figure, fromNothing: boolean): Figure {
  const otherwise = fromNothing || !isPrintedZero(changed.printed) ? printedHundred : printedZero;
  const printed = printedPercent(changed.printed, last.printed) ?? otherwise;
  return derivedFigure(id, '%', 'rate', printed, [changed, last]);
}

/** Direction words are decided on exact amounts: 增加 when this year is not less (FORM money-4). */
export const isIncrease = (now: AmountFigure, last: AmountFigure): boolean => compare(now.amount, last.amount) >= 0;

/** A count: of things (with the cells that were counted), or as typed. */
export function count(id: string, value: number, rule: 'count' | 'stated', at: readonly CellRef[]): Figure {
  const exact = String(value);
  const inputs = at.map((cell) => ({ at: cell, exact }));
  return {
    kind: 'figure',
    id,
    unit: '个',
    exact,
    printed: printedZero,
    text: exact,
    isZero: value === 0,
    rule,
    inputs,
  };
}

/** A count as typed. */
export const statedCount = (id: string, cell: Cell<number>): Figure => count(id, cell.value, 'stated', [cell.at]);

/** How many more or fewer than last year, without sign. */
export function changeOfCounts(id: string, now: Figure, last: Figure): Figure {
  const value = Math.abs(Number(now.exact) - Number(last.exact));
  return { ...count(id, value, 'count', []), rule: 'change', inputs: [now, last] };
}

/** The sum of typed counts. */
export function sumOfCounts(id: string, counts: readonly Figure[]): Figure {
  const value = counts.reduce((total, figure) => total + Number(figure.exact), 0);
  return { ...count(id, value, 'count', []), rule: 'sum', inputs: counts };
}

/** A measured quantity, typed, printed with two decimals (平方米) or as typed (分). */
export function quantity(id: string, unit: '平方米' | '分', cell: Cell<Quantity>): Figure {
  const exact = exactText(cell.value);
  const printed = printedQuantity(cell.value);
  const text = unit === '分' ? exact : formatPrinted(printed);
  const inputs = [{ at: cell.at, exact }];
  return { kind: 'figure', id, unit, exact, printed, text, isZero: isZero(cell.value), rule: 'stated', inputs };
}
