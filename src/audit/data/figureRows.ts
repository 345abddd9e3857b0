/** Printed figures of a published document as rows of its data. */
import { type Figure, figuresUnder } from '../../figures/figure.js';
import type { PrintedValue } from '../../published/match/types.js';
import type { DataRow } from '../../writers/data/fields.js';
import { unitsOf } from '../numbers.js';
import type { KnownFigure } from './known.js';

/** A figure where it stands. */
export interface PlacedValue {
  readonly value: PrintedValue;
  /** Table, title, row, column, code, name, as far as it has them. */
  readonly words: DataRow;
}

/** The number as a program reads it; '' for a dash and whatever else is none. */
export function numberOf(text: string): string {
  const plain = text.normalize('NFKC').replace(/[,\s%]/g, '');
  return /\d/.test(plain) && unitsOf(plain) !== undefined ? plain : '';
}

const units: Readonly<Record<Exclude<PrintedValue['hole'], 'text'>, Figure['unit']>> = {
  amount: '万元',
  plainAmount: '万元',
  cell: '万元',
  percent: '%',
  count: '个',
  area: '平方米',
};

/** What the path itself says: the last step of a comparison. */
const ruleAt = (path: string): Figure['rule'] | undefined =>
  (['share', 'change', 'rate'] as const).find((rule) => path.endsWith(`.${rule}`));

/**
 * Whether something was typed, or added up or counted from cells, no document says; a sum of figures, a share, a change
 * are so by the form.
 */
function ruleOf(path: string, figure: Figure | undefined): string {
  const rule = ruleAt(path);
  if (rule !== undefined || figure === undefined) return rule ?? '';
  return figuresUnder(figure).length > 0 ? figure.rule : '';
}

/**
 * Rows in the order of the document, then last year's amounts that follow from this year's and the printed change
 * (FORM money-3), `printed` false. `isIncrease`: the direction that the words beside a comparison give.
 */
export function figureRows(
  placed: readonly PlacedValue[],
  known: KnownFigure,
  isIncrease: (comparison: string) => boolean | undefined,
): DataRow[] {
  const rows = placed
    .filter(({ value }) => value.hole !== 'text' && numberOf(value.text) !== '')
    .map(({ value, words }, index) => ({ value, words, index, figure: known(value.path) }));
  const numbers = new Map<string, number>();
  for (const { figure, index } of rows) if (figure && !numbers.has(figure.id)) numbers.set(figure.id, index + 1);
  const texts = textsById(rows);
  const lacking: DataRow[] = [];
  for (const { value, figure } of rows) {
    const last = figure && ruleAt(value.path) === 'change' ? lastYearOf(figure, value, texts, isIncrease) : undefined;
    if (!last || numbers.has(last.id)) continue;
    numbers.set(last.id, rows.length + lacking.length + 1);
    lacking.push({ id: last.id, printed: 'false', text: '', unit: last.unit, value: last.value, rule: '' });
  }
  const inputsOf = (figure: Figure | undefined): string => {
    const inputs = figure && ruleOf('', figure) !== '' ? figuresUnder(figure).map(({ id }) => numbers.get(id)) : [];
    return inputs.includes(undefined) ? '' : inputs.join(' ');
  };
  const printed = rows.map(
    ({ value, words, figure }): DataRow => ({
      ...words,
      ...(figure ? { id: figure.id } : {}),
      printed: 'true',
      text: value.text.trim(),
      unit: figure?.unit ?? units[value.hole as keyof typeof units],
      value: value.hole === 'plainAmount' ? plainNumber(unitsOf(value.text) ?? 0n, '万元') : numberOf(value.text),
      rule: ruleOf(value.path, figure),
      inputs: inputsOf(figure),
    }),
  );
  return [...printed, ...lacking].map((row, index) => ({ ...row, number: String(index + 1) }));
}

/** What a figure prints wherever it stands; '' where two places differ. */
function textsById(rows: readonly { readonly figure: Figure | undefined; readonly value: PrintedValue }[]) {
  const texts = new Map<string, string>();
  for (const { figure, value } of rows) {
    if (!figure) continue;
    const [text, before] = [numberOf(value.text), texts.get(figure.id)];
    texts.set(figure.id, before === undefined || unitsOf(before) === unitsOf(text) ? text : '');
  }
  return texts;
}

/** Undefined where this year's amount or the direction was not read, or where the document prints last year's itself. */
function lastYearOf(
  change: Figure,
  value: PrintedValue,
  texts: ReadonlyMap<string, string>,
  isIncrease: (comparison: string) => boolean | undefined,
): { id: string; unit: string; value: string } | undefined {
  const [now, last] = figuresUnder(change);
  const ofNow = unitsOf(texts.get(now?.id ?? '') || 'x');
  const changed = unitsOf(value.text);
  const rose = changed === 0n || isIncrease(value.path.replace(/\.change$/, ''));
  if (!last || ofNow === undefined || changed === undefined || rose === undefined) return undefined;
  const units = rose ? ofNow - changed : ofNow + changed;
  return units < 0n ? undefined : { id: last.id, unit: last.unit, value: plainNumber(units, last.unit) };
}

/** Ten-thousandths as a number with the decimals that the unit is printed with. */
function plainNumber(value: bigint, unit: string): string {
  const digits = value.toString().padStart(5, '0');
  return unit === '个' ? digits.slice(0, -4) : `${digits.slice(0, -4)}.${digits.slice(-4, -2)}`;
}
