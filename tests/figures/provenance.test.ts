/** Every printed figure leads down to workbook cells, and can be worked out again from them. */
import { describe, expect, test } from '@jest/globals';
import { type Figure, isLeaf } from '../../src/figures/figure.js';
import { compose } from '../../src/index.js';
import { blocksOf } from '../support/document.js';
import { examined, namesIn, sampleBytes } from '../support/samples.js';

/** Every figure of the view, and every figure that one was made from. */
function figuresOf(view: unknown): Figure[] {
  const seen = new Set<object>();
  const found: Figure[] = [];
  const walk = (part: unknown) => {
    if (typeof part !== 'object' || part === null || seen.has(part)) return;
    seen.add(part);
    if ('kind' in part && part.kind === 'figure') found.push(part as Figure);
    for (const inner of Object.values(part)) walk(inner);
  };
  walk(view);
  return found;
}

const leavesOf = (figure: Figure): number =>
  figure.inputs.reduce((count, input) => count + (isLeaf(input) ? 1 : leavesOf(input)), 0);

/** Decimal text → whole hundredths, and back as printed; integers only, so that nothing of money.ts is used. */
const hundredths = (text: string): bigint => {
  const [whole = '0', part = ''] = text.replace(/,/g, '').replace('-', '').split('.');
  const value = BigInt(whole) * 100n + BigInt(part.padEnd(2, '0').slice(0, 2));
  return text.startsWith('-') ? -value : value;
};
const halfUp = (numerator: bigint, denominator: bigint): bigint => (2n * numerator + denominator) / (2n * denominator);

/** What a figure must print, from what its inputs are (sums) or print (shares, changes, rates), as whole hundredths. */
function workedOut({ rule, unit, inputs, text }: Figure): bigint {
  const exact = inputs.map((input) => hundredths(input.exact));
  const [a = 0n, b = 0n] = inputs.map((input) => (isLeaf(input) ? 0n : hundredths(input.text)));
  switch (rule) {
    case 'share':
      return b === 0n ? 0n : halfUp(a * 10000n, b);
    case 'change':
      return a > b ? a - b : b - a;
    case 'rate':
      return b === 0n ? (a === 0n ? 0n : 10000n) : halfUp(a * 10000n, b);
    case 'count':
      return unit === '个' ? BigInt(inputs.length) * 100n : hundredths(text);
    default: {
      const total = exact.reduce((sum, value) => sum + value, 0n);
      return unit === '万元' ? halfUp(total, 10000n) : total;
    }
  }
}

describe.each(namesIn('samples', '.xlsx'))('%s', (name) => {
  const { facts, edition } = examined(name, sampleBytes(name));
  const { tree, view } = compose(facts, edition);
  const figures = figuresOf(view);
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const printed = blocksOf(tree).flatMap((block) => {
    if (block.kind === 'contents') return [];
    const rows = block.kind === 'table' ? [...block.head, ...block.body].flatMap((row) => row.cells) : [block];
    return rows.flatMap(({ inlines }) => inlines.flatMap((run) => (run.kind === 'text' && run.figure ? [run] : [])));
  });

  test('one id means one value', () => {
    const twice = figures.filter((figure) => byId.get(figure.id)?.exact !== figure.exact);
    expect(twice.map(({ id, exact }) => `${id}: ${exact}, ${byId.get(id)?.exact}`)).toEqual([]);
  });

  test('every printed figure is one of the view, printed as it is there', () => {
    expect(printed.length).toBeGreaterThan(300);
    const wrong = printed.filter(({ figure = '', text }) => {
      const known = byId.get(figure);
      // an edition may print an amount without the zeros at its end
      return known === undefined || ![`${known.text}%`, known.text, known.text.replace(/\.?0+$/, '')].includes(text);
    });
    expect(wrong).toEqual([]);
  });

  test('every printed figure that is not zero comes from cells of the workbook', () => {
    const rootless = printed.filter(({ figure = '' }) => {
      const known = byId.get(figure);
      return known && !known.isZero && leavesOf(known) === 0;
    });
    expect(rootless.map(({ figure }) => figure)).toEqual([]);
  });

  test('every figure can be worked out again from its inputs with whole numbers', () => {
    const wrong = figures.filter((figure) => hundredths(figure.text) !== workedOut(figure));
    expect(wrong.map(({ id, rule, text }) => `${id} ${rule} ${text}`)).toEqual([]);
  });

  test('no digits of an amount are printed beside the figures', () => {
    const prose = blocksOf(tree).flatMap((block) =>
      block.kind === 'table' && block.style === 'statement' ? [block] : [],
    );
    const loose = prose.flatMap(({ body }) =>
      body.flatMap((row) =>
        row.cells.flatMap(({ inlines }) =>
          inlines.flatMap((run) =>
            run.kind === 'text' && !run.figure && /\d\.\d\d$/.test(run.text) ? [run.text] : [],
          ),
        ),
      ),
    );
    expect(loose).toEqual([]);
  });
});
