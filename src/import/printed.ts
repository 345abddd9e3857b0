/** What was read of a document, by the path of the view that prints it. */
import type { PrintedValue, ReadFlag, ReadPlace } from '../published/match/index.js';
import { fenOf, negligible } from './amounts.js';

export interface Conflict {
  readonly path: string;
  readonly values: readonly PrintedValue[];
}

/** Amounts of a file that has more of them than a document prints. */
export interface KnownAmounts {
  /** All of them are exact. */
  readonly inYuan: boolean;
  /** The one at a place, in 分; undefined where nothing more is known than what is printed. */
  at(place: ReadPlace): bigint | undefined;
}

export const asPrinted: KnownAmounts = { inYuan: false, at: () => undefined };

const plain = (text: string): string => text.replaceAll(/[\s,，]/g, '');

export class Printed {
  readonly #values = new Map<string, PrintedValue[]>();
  readonly #flags = new Map<string, boolean>();
  readonly #counts = new Map<string, number>();

  readonly #known: KnownAmounts;

  constructor(values: readonly PrintedValue[], flags: readonly ReadFlag[], known: KnownAmounts = asPrinted) {
    this.#known = known;
    for (const value of values) {
      const known = this.#values.get(value.path);
      if (known) known.push(value);
      else this.#values.set(value.path, [value]);
      this.#countLists(value.path);
    }
    for (const { path, holds } of flags) {
      if (!this.#flags.has(path)) this.#flags.set(path, holds);
    }
  }

  #countLists(path: string): void {
    for (const found of path.matchAll(/\[(\d+)\]/g)) {
      const list = path.slice(0, found.index);
      this.#counts.set(list, Math.max(this.#counts.get(list) ?? 0, Number(found[1]) + 1));
    }
  }

  /** What most places print; the first of them. */
  value(path: string): PrintedValue | undefined {
    const values = this.#values.get(path);
    if (!values || values.length < 3) return values?.[0];
    const votes = (value: PrintedValue) => values.filter(({ text }) => plain(text) === plain(value.text)).length;
    return values.reduce((best, value) => (votes(value) > votes(best) ? value : best));
  }

  text(path: string): string | undefined {
    return this.value(path)?.text;
  }

  /** The source has the amounts in 元. */
  get inYuan(): boolean {
    return this.#known.inYuan;
  }

  /** In 分; undefined where nothing was read. */
  fen(path: string): bigint | undefined {
    const value = this.value(path);
    return value && (this.#known.at(value.at) ?? fenOf(value.text, value.hole));
  }

  /** Nothing read counts as nothing. */
  amount(path: string): bigint {
    return this.fen(path) ?? 0n;
  }

  flag(path: string): boolean | undefined {
    return this.#flags.get(path);
  }

  /** The paths of a list's items, as many as were read. */
  items(list: string): string[] {
    return Array.from({ length: this.#counts.get(list) ?? 0 }, (_, index) => `${list}[${index}]`);
  }

  texts(list: string): string[] {
    return this.items(list).flatMap((path) => this.text(path) ?? []);
  }

  paths(): readonly string[] {
    return [...this.#values.keys()];
  }

  /** What two places print differently. */
  conflicts(): Conflict[] {
    return [...this.#values].flatMap(([path, values]) => {
      const texts = new Set(values.map(({ text, hole }) => plain(text === '' && hole === 'cell' ? '0.00' : text)));
      return texts.size > 1 ? [{ path, values }] : [];
    });
  }

  /**
   * Last year's amount of a comparison, from this year's and the printed change (FORM money-3).
   * Undefined where it is not compared.
   */
  last(compared: string): bigint | undefined {
    const now = this.fen(`${compared}.now`) ?? this.fen(compared.replace(/compared$/, 'total'));
    const change = this.fen(`${compared}.change`);
    if (now === undefined || change === undefined) return undefined;
    if (this.isFromNothing(compared)) return 0n;
    if (this.flag(`${compared}.increased`) !== false) return this.#risenFrom(compared, now - change);
    // what fell was more than nothing, even where neither year shows in print
    return now + change > 0n ? now + change : 2n * negligible;
  }

  /** Last year was exactly nothing: 增长 100.00% of what shows in neither year (FORM money-5), or both years are. */
  isFromNothing(compared: string): boolean {
    if (this.flag(`${compared}.bothZero`) === true) return true;
    const rose = this.flag(`${compared}.increased`) !== false;
    return rose && this.text(`${compared}.rate`) === '100.00%' && this.fen(`${compared}.change`) === 0n;
  }

  /** What is compared as something and did not rise by 100% was a little last year, though it shows in neither. */
  #risenFrom(compared: string, last: bigint): bigint {
    const isSomething = compared.startsWith('comparedCodes') || this.flag(`${compared}.bothZero`) === false;
    const rate = this.text(`${compared}.rate`);
    return last === 0n && isSomething && rate === '0.00%' ? negligible / 2n : last;
  }
}
