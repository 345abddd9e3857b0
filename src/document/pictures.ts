/**
 * Pictures of the budget, as the edition declares them (template `pictures`): bars with the figures that they stand
 * for, and a sentence that says the same. Knows no way of drawing. The markup: `<picture title="…" series="2026年 2025年"
 * order="amount" most="8">` with `<bar label="…">` of one or more `<value>`, and `<p>`.
 */
import type { Figure } from '../figures/figure.js';
import { type Element, elementsOf, elementTree, MarkupError, oneOf } from './element.js';
import { inlinesOf } from './parseInline.js';
import type { Inline } from './tree.js';

export interface BarValue {
  /** The figure as printed. */
  readonly text: string;
  /** Of the longest bar of the picture, 0 to 1. A length on paper, not money. */
  readonly length: number;
}

export interface Bar {
  readonly label: string;
  /** One for each series. */
  readonly values: readonly BarValue[];
}

export interface Picture {
  readonly title: string;
  /** Names of what is set side by side; empty where each bar has one value. */
  readonly series: readonly string[];
  readonly bars: readonly Bar[];
  readonly sentence: readonly Inline[];
}

interface Measured {
  readonly label: string;
  readonly values: readonly { readonly text: string; readonly size: number }[];
}

/** `printed` has the figures that the markup names. Throws MarkupError. */
export function parsePictures(markup: string, printed: ReadonlyMap<string, Figure>): readonly Picture[] {
  return elementsOf(elementTree(`<pictures>${markup}</pictures>`), 'picture').map((element) =>
    pictureOf(element, printed),
  );
}

function pictureOf(element: Element, printed: ReadonlyMap<string, Figure>): Picture {
  const { title = '', series = '', most } = element.attributes;
  const parts = elementsOf(element, 'bar', 'p');
  const names = series.split(/\s+/).filter((name) => name !== '');
  const bars = parts
    .filter(({ name }) => name === 'bar')
    .map((bar) => measured(bar, Math.max(1, names.length), printed));
  const byAmount = oneOf(element, 'order', ['', 'amount']) === 'amount';
  const ordered = byAmount ? [...bars].sort((a, b) => sizeOf(b) - sizeOf(a)) : bars;
  const shown = most === undefined ? ordered : ordered.slice(0, Number(most) || 0);
  const longest = Math.max(0, ...shown.flatMap(({ values }) => values.map(({ size }) => size)));
  return {
    title,
    series: names,
    bars: shown.map(({ label, values }) => ({
      label,
      values: values.map(({ text, size }) => ({ text, length: longest === 0 ? 0 : size / longest })),
    })),
    sentence: parts.filter(({ name }) => name === 'p').flatMap(inlinesOf),
  };
}

const sizeOf = ({ values }: Measured): number => values[0]?.size ?? 0;

function measured(element: Element, count: number, printed: ReadonlyMap<string, Figure>): Measured {
  const values = elementsOf(element, 'value').map((value) => {
    const [run] = inlinesOf(value);
    const figure = run?.kind === 'text' && run.figure !== undefined ? printed.get(run.figure) : undefined;
    if (run?.kind !== 'text' || figure === undefined)
      throw new MarkupError('<value> 里应是一个数，如 {{amount …}}。', value);
    return { text: run.text, size: Math.max(0, Number(figure.exact)) };
  });
  if (values.length !== count) throw new MarkupError(`<bar> 里应有 ${count} 个 <value>，与 series 相符。`, element);
  return { label: element.attributes.label ?? '', values };
}
