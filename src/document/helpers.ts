/** The helpers of the templates: they format, they do not compute. `checkTemplates` reads what each takes from here. */
import type Handlebars from 'handlebars';
import type { Figure } from '../figures/figure.js';

type Handlebar = typeof Handlebars;

/** What a helper's parameters must be; the checker refuses anything else when the template is loaded. */
export type ParameterKind = 'figure' | 'flag' | 'index' | 'offset' | 'literal';

interface HelperDefinition {
  readonly block: boolean;
  /** An `offset` may be left out. */
  readonly parameters: readonly ParameterKind[];
  /** What it prints, for those who read a document back; undefined for a block. */
  readonly prints?: RegExp;
}

const grouped = String.raw`-?\d{1,3}(?:,\d{3})*`;
const twoDecimals = new RegExp(String.raw`${grouped}\.\d\d`, 'y');

export const helperDefinitions: Readonly<Record<string, HelperDefinition>> = {
  amount: { block: false, parameters: ['figure'], prints: twoDecimals },
  plainAmount: { block: false, parameters: ['figure'], prints: new RegExp(String.raw`${grouped}(?:\.\d\d?)?`, 'y') },
  cell: { block: false, parameters: ['figure'], prints: twoDecimals },
  percent: { block: false, parameters: ['figure'], prints: new RegExp(String.raw`${grouped}\.\d\d%`, 'y') },
  count: { block: false, parameters: ['figure'], prints: /\d+(?:\.\d+)?/y },
  area: { block: false, parameters: ['figure'], prints: twoDecimals },
  number: { block: false, parameters: ['index', 'offset'], prints: /\d{1,3}/y },
  chineseNumber: { block: false, parameters: ['index', 'offset'], prints: /[一二三四五六七八九十]{1,3}/y },
  nonzero: { block: true, parameters: ['figure'] },
  putFirst: { block: true, parameters: ['flag'] },
  join: { block: true, parameters: ['literal'] },
};

const chineseDigits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 → 一, 12 → 十二, 21 → 二十一; up to 99, which no list of a disclosure passes. */
export function chineseNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const head = tens === 0 ? '' : `${tens === 1 ? '' : chineseDigits[tens]}十`;
  return value > 99 ? String(value) : `${head}${chineseDigits[ones]}`;
}

/** Registers the helpers on an isolated Handlebars; what ours do not need is taken away. */
export function registerHelpers(handlebars: Handlebar): void {
  handlebars.unregisterHelper('lookup');
  handlebars.unregisterHelper('log');
  registerFigures(handlebars);
  registerPositions(handlebars);
  registerBlocks(handlebars);
}

/** Those that print a figure. Throw for one of another unit. */
function registerFigures(handlebars: Handlebar): void {
  const { escapeExpression } = handlebars;
  /** Prints a figure with its id, and notes it among those that this rendering has printed. */
  const mark = (figure: Figure, text: string, { data }: Handlebars.HelperOptions) => {
    data.printed.set(figure.id, figure);
    return new handlebars.SafeString(`<data id="${escapeExpression(figure.id)}">${escapeExpression(text)}</data>`);
  };
  const expect = (figure: Figure, ...units: readonly Figure['unit'][]) => {
    if (!units.includes(figure.unit)) throw new Error(`“${figure.id}”的单位是${figure.unit}，不能这样印。`);
    return figure;
  };
  /** An amount in a sentence or a performance table: zero is 0.00 (FORM money-6). */
  handlebars.registerHelper('amount', (figure: Figure, options: Handlebars.HelperOptions) =>
    mark(expect(figure, '万元'), figure.text, options),
  );
  /** An amount in a sentence without closing zeros (2万元), as the 2024 form writes the money of withheld projects. */
  handlebars.registerHelper('plainAmount', (figure: Figure, options: Handlebars.HelperOptions) =>
    mark(expect(figure, '万元'), figure.text.replace(/\.?0+$/, ''), options),
  );
  /** An amount in one of the tables: zero is blank (FORM money-6). */
  handlebars.registerHelper('cell', (figure: Figure, options: Handlebars.HelperOptions) =>
    expect(figure, '万元').isZero ? '' : mark(figure, figure.text, options),
  );
  handlebars.registerHelper('percent', (figure: Figure, options: Handlebars.HelperOptions) =>
    mark(expect(figure, '%'), `${figure.text}%`, options),
  );
  handlebars.registerHelper('count', (figure: Figure, options: Handlebars.HelperOptions) =>
    mark(expect(figure, '个', '分'), figure.text, options),
  );
  handlebars.registerHelper('area', (figure: Figure, options: Handlebars.HelperOptions) =>
    mark(expect(figure, '平方米'), figure.text, options),
  );
}

/** The position in a list, counted from 1 or after `offset` items that stand before. */
function registerPositions(handlebars: Handlebar): void {
  const position = (index: number, offset: unknown) => index + 1 + (typeof offset === 'number' ? offset : 0);
  handlebars.registerHelper('number', (index: number, offset: unknown) => String(position(index, offset)));
  handlebars.registerHelper('chineseNumber', (index: number, offset: unknown) =>
    chineseNumber(position(index, offset)),
  );
}

function registerBlocks(handlebars: Handlebar): void {
  const { escapeExpression } = handlebars;
  const { with: within } = handlebars.helpers;
  /**
   * `{{#with this}}` is a step inwards like any other: of the same object Handlebars makes none, and `../` would lead
   * astray.
   */
  handlebars.registerHelper('with', function (this: unknown, context: object, options: Handlebars.HelperOptions) {
    return within?.call(this, context === this ? { ...context } : context, options);
  });
  /** For amounts in place of `if`, for which every figure is true (FACT handlebars-2). */
  handlebars.registerHelper('nonzero', function (this: unknown, figure: Figure, options: Handlebars.HelperOptions) {
    return figure.isZero ? options.inverse(this) : options.fn(this);
  });
  /** Prints both parts, the first before the second if the flag is set, else after it: a total among its rows. */
  handlebars.registerHelper('putFirst', function (this: unknown, first: boolean, options: Handlebars.HelperOptions) {
    const [one, other] = [options.fn(this), options.inverse(this)];
    return new handlebars.SafeString(first ? one + other : other + one);
  });
  /** Each line that the block prints is an item; items are joined by the separator (FORM text-1). */
  handlebars.registerHelper('join', function (this: unknown, separator: string, options: Handlebars.HelperOptions) {
    const lines: string[] = options.fn(this).split('\n');
    const items = lines.map((line) => line.trim()).filter((line) => line !== '');
    return new handlebars.SafeString(items.join(escapeExpression(separator)));
  });
}
