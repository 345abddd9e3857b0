/** 科目名称: the codes of the tables with their names as printed there. */
import type { Edition } from '../../document/edition.js';
import { yuanText } from '../amounts.js';
import { type Found, type FoundRow, inferred, missing, printed } from '../found.js';
import type { Printed } from '../printed.js';

const functionalLists = ['codes.all', 'codes.general', 'codes.fund', 'codes.capital'] as const;

/** `2080501` of a row with its three columns. */
export const codeOf = (read: Printed, path: string): string =>
  ['class', 'group', 'item'].map((key) => read.text(`${path}.${key}`) ?? '').join('');

export interface CodeName {
  readonly className: string;
  readonly groupName: string;
  readonly itemName: string;
}

const codesNamed = ({ className, groupName, itemName }: CodeName, names: ReadonlyMap<string, string>): string[] =>
  [...names.keys()].filter(
    (code) =>
      code.length === 7 &&
      names.get(code) === itemName &&
      names.get(code.slice(0, 5)) === groupName &&
      names.get(code.slice(0, 3)) === className,
  );

export class CodeNames {
  readonly #functional = new Map<string, string>();
  readonly #economic = new Map<string, string>();
  readonly #edition: Edition;
  /** Codes that only last year had: the document prints names, the edition knows the code. */
  readonly #fromEdition = new Map<string, string>();
  /** Codes that are not known at all, and what stands in for them. */
  readonly #standIns = new Map<string, string>();

  constructor(read: Printed, edition: Edition) {
    this.#edition = edition;
    const units = read.items('projectUnits').map((path) => `${path}.rows`);
    for (const list of [...functionalLists, ...units]) {
      for (const path of read.items(list)) this.#add(this.#functional, codeOf(read, path), read.text(`${path}.name`));
    }
    for (const { code, name } of economicLines(read)) this.#add(this.#economic, code, name);
  }

  #add(names: Map<string, string>, code: string, name: string | undefined): void {
    if (/^\d{3}(\d{2}){0,2}$/.test(code) && name !== undefined && name !== '' && !names.has(code))
      names.set(code, name);
  }

  nameOf(code: string): string {
    return this.#functional.get(code) ?? '';
  }

  classNamed(name: string): Found | undefined {
    const known = this.#edition.classes.find((row) => row.name === name)?.code;
    const code = known ?? [...this.#functional].find(([code, own]) => code.length === 3 && own === name)?.[0];
    return code === undefined ? undefined : { text: code, origin: 'printed', how: '' };
  }

  /**
   * The 项 of these names, which stand in the order of their codes: as the document's own tables have it, else as the
   * edition attests it. One that neither has is missing; what stands in for it lies between its neighbours.
   */
  inOrder(names: readonly CodeName[]): Found[] {
    const found = names.map((name) => this.#find(name));
    let before = '';
    return found.map((code, index) => {
      const after = found.slice(index + 1).find((other) => other !== undefined)?.text ?? '9999999';
      const { className, groupName, itemName } = names[index] ?? { className: '', groupName: '', itemName: '' };
      const why = `“${className}（类）${groupName}（款）${itemName}（项）”的编码没有印出，请按《政府收支分类科目》填写`;
      const cell = code ?? missing(why, this.#standIn(names[index], before, after));
      before = cell.standIn ?? cell.text;
      return cell;
    });
  }

  #find(name: CodeName): Found | undefined {
    const own = codesNamed(name, this.#functional);
    if (own.length === 1 && own[0] !== undefined) return { text: own[0], origin: 'printed', how: '' };
    const functional = this.#edition.codes.filter((row) => row.category === '功能分类');
    const attested = functional.map((row) => [row.code, row.name] as const);
    const [known, other] = codesNamed(name, new Map([...attested, ...this.#functional]));
    if (known === undefined || other !== undefined) return undefined;
    this.#addParents(this.#fromEdition, known, name);
    return inferred(known, '本年的表没有这个科目，编码按科目名称表（--codes 或表样所附）查得');
  }

  #addParents(names: Map<string, string>, code: string, { className, groupName, itemName }: CodeName): void {
    const parts = [className, groupName, itemName];
    [3, 5, 7].forEach((length, i) => {
      const part = code.slice(0, length);
      if (!this.#functional.has(part)) names.set(part, parts[i] ?? '');
    });
  }

  /** A code that nothing has, for computing only. */
  #standIn(name: CodeName | undefined, before: string, after: string): string {
    if (name === undefined) return '';
    const own = this.classNamed(name.className)?.text ?? before.slice(0, 3);
    const group = [...this.#functional].find(([code, known]) => code.length === 5 && known === name.groupName)?.[0];
    const two = (number: number) => String(number).padStart(2, '0');
    for (let number = 9999; number > 0; number -= 1) {
      const [high, low] = [two(Math.floor(number / 100)), two(number % 100)];
      const code = `${own}${high}${low}`;
      const isFree = ![code, code.slice(0, 5)].some((part) => this.#functional.has(part) || this.#standIns.has(part));
      const fits = group === undefined ? isFree : code.startsWith(group) && !this.#functional.has(code);
      if (!fits || code <= before || code >= after) continue;
      this.#addParents(this.#standIns, code, name);
      return code;
    }
    return '';
  }

  /** A 类 is known by the list that the form prints of them. */
  #codeOfStandIn(code: string, name: string): Found {
    const known = code.length === 3 ? this.classNamed(name)?.text : undefined;
    if (known === code) return inferred(code, '编码按表样所列的类填写');
    return missing('编码没有印出，请按《政府收支分类科目》填写', code);
  }

  rows(): FoundRow[] {
    const row = (category: string, code: string, name: string, how: string): FoundRow => ({
      category: printed(category),
      code: printed(code),
      name: how === '' ? printed(name) : inferred(name, how),
    });
    const sorted = (names: ReadonlyMap<string, string>) => [...names].sort(([a], [b]) => (a < b ? -1 : 1));
    const functional = new Map([...this.#functional, ...this.#fromEdition]);
    return [
      ...sorted(functional).map(([code, name]) =>
        row('功能分类', code, name, this.#functional.has(code) ? '' : '只在一般公共预算具体使用情况中印有名称'),
      ),
      ...sorted(this.#standIns).map(([code, name]) => ({
        category: printed('功能分类'),
        code: this.#codeOfStandIn(code, name),
        name: printed(name),
      })),
      ...sorted(this.#economic).map(([code, name]) => row('经济分类', code, name, '')),
    ];
  }
}

interface EconomicLine {
  readonly path: string;
  readonly code: string;
  readonly name: string;
}

/** The rows of table 6; where the column of the 款 is lost, its two digits stand before the name. */
function economicLines(read: Printed): EconomicLine[] {
  return read.items('economic.rows').map((path) => {
    const [code, name] = [codeOf(read, path), read.text(`${path}.name`) ?? ''];
    const [, item, rest] = /^(\d{2})\s*(\D.*)$/s.exec(name) ?? [];
    return code.length === 3 && item && rest ? { path, code: code + item, name: rest } : { path, code, name };
  });
}

/** The codes of table 6. */
export const economicRows = (read: Printed): FoundRow[] =>
  economicLines(read)
    .filter(({ code }) => code.length === 5)
    .map(({ path, code }) => ({ code: printed(code), amount: printed(yuanText(read.amount(`${path}.total`))) }));
