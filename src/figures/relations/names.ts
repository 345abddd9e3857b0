/** The names and conditions beside printed amounts, which tell what the amounts count. */
import { grouped } from '../../model/grouped.js';
import { lettersOf, nameKey } from '../../vocabulary/names.js';
import type { Reads } from './index.js';
import type { Read, Space } from './relation.js';

export interface Names {
  /** Of the same table (or of the paragraphs), typography evened out; undefined where none was read. */
  readonly text: (path: string) => string | undefined;
  readonly holds: (path: string) => boolean;
  /** '' where the office has no other unit; undefined for a unit that was not read. */
  readonly unit: (name: string | undefined) => string | undefined;
  /** The code of a 类, or of 类, 款 and 项, by names. */
  readonly codeOf: (names: readonly (string | undefined)[]) => string | undefined;
  /** The unit that has an item, where only one has. */
  readonly unitOf: (space: Space, item: string) => string | undefined;
  /** Whether tables list items, and not this one. */
  readonly lacks: (space: Space, item: string) => boolean;
}

export interface Office {
  /** 类 of the form. */
  readonly classes: readonly { readonly code: string; readonly name: string }[];
  /** Codes that the form is known to print. */
  readonly codes: readonly { readonly code: string; readonly name: string }[];
  /** Whether there are units beside the office itself. */
  readonly hasSubordinates: boolean;
}

/** A row of a table with a code: without spaces, and the cells that make it by the field of each. */
export interface CodedRow<S extends Read> {
  /** What the paths of its values share. */
  readonly base: string;
  readonly code: string;
  readonly name: S;
  readonly cells: ReadonlyMap<string, S>;
}

type CodedRows = readonly CodedRow<Read>[];
type UnitItems = ReturnType<typeof unitItems>;

/** Looks names up by their path on the sheet where an amount stands, then in the form. */
export function namesBy(
  { texts, flags, office }: Omit<Reads<Read>, 'figures'>,
  codeOf: Names['codeOf'],
  items: UnitItems,
) {
  const ofForm = office.classes.flatMap(({ code, name }, at) => [
    [`classes[${at}].code`, code] as const,
    [`classes[${at}].name`, letters(name)] as const,
  ]);
  const sheets = new Map(
    [...grouped(texts, ({ sheet }) => sheet)].map(([sheet, own]) => {
      return [sheet, new Map([...ofForm, ...own.map(({ path, text }) => [path, letters(text)] as const)])] as const;
    }),
  );
  const form = new Map(ofForm);
  const unit: Names['unit'] = (name) => (office.hasSubordinates ? name && letters(name) : '');
  const whole = {
    holds: (path: string) => flags.get(path) === true,
    unit,
    codeOf,
    ...unitsByItem(items, unit),
  };
  return (sheet: number): Names => ({ ...whole, text: (path) => (sheets.get(sheet) ?? form).get(path) });
}

/** What tells a name in documents that were typed twice: brackets, dashes and capitals do not. */
const letters = (text: string): string => lettersOf(text).toLowerCase();

const codeFields = ['code', 'class', 'group', 'item'];
const codedRow =
  /^(classes\[\d+\]|codes\.\w+\[\d+\]|(?:projectUnits\[\d+\]|economic)\.rows\[\d+\])\.(code|class|group|item|name)$/;

/** The rows of tables that have a code and a name beside it. */
export function codedRows<S extends Read>(texts: readonly S[]): CodedRow<S>[] {
  const cells = texts.flatMap((said) => {
    const [, base, key] = codedRow.exec(said.path) ?? [];
    return base === undefined || key === undefined ? [] : [{ base, key, said }];
  });
  return [...grouped(cells, ({ base, said: { sheet } }) => `${sheet} ${base}`).values()].flatMap((row) => {
    const of = (wanted: string) => row.find(({ key }) => key === wanted)?.said;
    const cells = new Map(
      codeFields.flatMap((key) => {
        const cell = of(key);
        return cell ? [[key, cell] as const] : [];
      }),
    );
    const code = [...cells.values()].map(({ text }) => nameKey(text)).join('');
    const name = of('name');
    return name && code !== '' ? [{ base: row[0]?.base ?? '', code, name, cells }] : [];
  });
}

/** The codes of tables by name. Names of 款 and 项 recur in other 类, so that a 项 is told by all three. */
export function codesByName(coded: CodedRows, { classes }: Office): Names['codeOf'] {
  const codes = new Map(classes.map(({ code, name }) => [letters(name), code]));
  const listed = coded.filter(({ base }) => base.startsWith('codes.'));
  for (const rows of grouped(listed, ({ name }) => name.sheet).values()) {
    const nameOf = new Map(rows.map(({ code, name }) => [letters(code), letters(name.text)]));
    for (const code of nameOf.keys()) {
      const parts = [code.slice(0, 3), code.slice(0, 5), code].slice(0, (code.length - 1) / 2);
      codes.set(parts.map((part) => nameOf.get(part)).join(' '), code);
    }
  }
  return (names) => codes.get(names.map((name = '') => letters(name)).join(' '));
}

const itemPath =
  /^((?:projectUnits|(?:carryOver|commissioned)\.units)\[\d+\])\.(?:rows\[\d+\]\.project|(?:projects|items)\[\d+\]\.name)$/;

/** What tables list under a unit, with the unit's name there; undefined where that was not read. */
export function unitItems(texts: readonly Read[]) {
  const names = new Map(texts.map(({ sheet, path, text }) => [`${sheet} ${path}`, text]));
  return texts.flatMap(({ sheet, path, text: item }) => {
    const unit = itemPath.exec(path)?.[1];
    if (unit === undefined) return [];
    const space: Space = unit.startsWith('commissioned') ? 'commissioned' : 'ledger';
    return [{ space, item, unit: names.get(`${sheet} ${unit}.name`) }];
  });
}

function unitsByItem(items: UnitItems, unitOf: Names['unit']): Pick<Names, 'unitOf' | 'lacks'> {
  const known = items.flatMap(({ space, item, unit }) => {
    const owner = item === '' ? undefined : unitOf(unit);
    return owner === undefined ? [] : [{ space, key: `${space} ${letters(item)}`, owner }];
  });
  const units = grouped(known, ({ key }) => key);
  const spaces = new Set<Space>(known.map(({ space }) => space));
  return {
    unitOf: (space, item) => {
      const [only, ...others] = new Set(units.get(`${space} ${item}`)?.map(({ owner }) => owner));
      return others.length === 0 ? only : undefined;
    },
    lacks: (space, item) => spaces.has(space) && !units.has(`${space} ${item}`),
  };
}
