/**
 * Numbers that the form counts itself. A template writes the number of the first (`number="一、"`, `"（一）"`, `"表1"`), and
 * each gets its own: `<p>` throughout the document, `<h2>` within an `<h1>`, `<h3>` within an `<h2>`.
 */
import { type Element, MarkupError } from './element.js';
import { chineseNumber } from './helpers.js';

/** How many of each are numbered so far; undefined where that depends on what a workbook holds. */
export type NumberCounts = Readonly<Record<'p' | 'h2' | 'h3', number | undefined>>;

/** The number of an element. */
export interface Numbered {
  /** As it is printed: `十二、`, `表12`; '' where it is not known. */
  readonly text: string;
  /** The numeral in it: `十二`, `12`. */
  readonly numeral: string;
  /** The helper that writes such numerals. */
  readonly helper: 'number' | 'chineseNumber';
  /** Whether it stands in the contents only (`contents-number`), as that of a table's title. */
  readonly inContents: boolean;
}

const unknown: NumberCounts = { p: undefined, h2: undefined, h3: undefined };
const headings = new Set(['h1', 'h2']);

/** Counts in the order of the document. */
export class Numbering {
  counts: NumberCounts = { p: 0, h2: 0, h3: 0 };
  /** Whether the table numbers, and the `<h2>` of this part, are counted. */
  readonly #counted: { p?: boolean; h2?: boolean } = {};

  /** To be asked for each block once. Undefined for one without a number. Throws MarkupError. */
  of(element: Element): Numbered | undefined {
    const { name, attributes } = element;
    if (name === 'h1') {
      this.counts = { ...this.counts, h2: 0, h3: 0 };
      delete this.#counted.h2;
    }
    if (name === 'h2') this.counts = { ...this.counts, h3: 0 };
    const first = attributes.number ?? attributes['contents-number'];
    this.#refuseMixed(element, first !== undefined);
    if (first === undefined) return undefined;
    if (name !== 'p' && name !== 'h2' && name !== 'h3')
      throw new MarkupError(`<${name}> 不能编号，<p>、<h2>、<h3> 可以。`, element);
    const before = this.counts[name];
    const count = before === undefined ? undefined : before + 1;
    this.counts = { ...this.counts, [name]: count };
    return { ...written(first, count, element), inContents: attributes.number === undefined };
  }

  /** A number that is written by hand is not counted: the next one would be the same. */
  #refuseMixed(element: Element, isCounted: boolean): void {
    const { name, attributes } = element;
    if (name !== 'h2' && !(name === 'p' && attributes.style === 'tableNumber')) return;
    this.#counted[name] ??= isCounted;
    if (this.#counted[name] === isCounted) return;
    const what = name === 'p' ? '表号' : '同一部分的 <h2>';
    throw new MarkupError(`${what}要么都写 number 由表样编号，要么都手写；这一个与前面的不同。`, element);
  }

  /** What follows may be printed any number of times, or not at all. */
  repeated(element: Element): void {
    if (mayCount(element)) this.counts = unknown;
  }

  /** After alternatives: what all of them came to. */
  agreed(all: readonly NumberCounts[]): void {
    const [first = this.counts, ...others] = all;
    const same = (kind: keyof NumberCounts) =>
      others.every((one) => one[kind] === first[kind]) ? first[kind] : undefined;
    this.counts = { p: same('p'), h2: same('h2'), h3: same('h3') };
  }
}

function written(first: string, count: number | undefined, element: Element): Omit<Numbered, 'inContents'> {
  const at = first.search(/[一1]/);
  if (at < 0) throw new MarkupError(`编号“${first}”应写成第一个的样子，如“一、”“（一）”“表1”。`, element);
  const helper = first[at] === '1' ? 'number' : 'chineseNumber';
  if (count === undefined) return { text: '', numeral: '', helper };
  const numeral = helper === 'number' ? String(count) : chineseNumber(count);
  return { text: `${first.slice(0, at)}${numeral}${first.slice(at + 1)}`, numeral, helper };
}

const mayCount = ({ name, attributes, children }: Element): boolean =>
  headings.has(name) ||
  attributes.number !== undefined ||
  attributes['contents-number'] !== undefined ||
  children.some((child) => typeof child !== 'string' && mayCount(child));

/** The children of a block with its number before them. */
export function withNumber<T>(children: readonly (T | string)[], text: string): readonly (T | string)[] {
  const [first, ...others] = children;
  return typeof first === 'string' ? [text + first.replace(/^\s*\n\s*/, ''), ...others] : [text, ...children];
}
