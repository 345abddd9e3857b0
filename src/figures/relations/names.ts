/** The names and conditions beside printed amounts, which tell what the amounts count. */
import { nameKey } from '../../vocabulary/names.js';
import type { Said, Space } from './relation.js';

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
  /** Whether there are units beside the office itself. */
  readonly hasSubordinates: boolean;
}

/** Looks names up by their path on the sheet where an amount stands, then in the form. */
export function namesBy(texts: readonly Said[], flags: ReadonlyMap<string, boolean>, office: Office) {
  const bySheet = new Map<number, Map<string, string>>();
  const sheetOf = (sheet: number) => bySheet.get(sheet) ?? new Map<string, string>();
  for (const { sheet, path, text } of texts) bySheet.set(sheet, sheetOf(sheet).set(path, letters(text)));
  const ofForm = new Map<string, string>(
    office.classes.flatMap(({ code, name }, at) => [
      [`classes[${at}].code`, code] as const,
      [`classes[${at}].name`, letters(name)] as const,
    ]),
  );
  const unit: Names['unit'] = (name) => (office.hasSubordinates ? name : '');
  const whole = {
    holds: (path: string) => flags.get(path) === true,
    unit,
    codeOf: codesByName(bySheet, office),
    ...unitsByItem(bySheet, unit),
  };
  return (sheet: number): Names => {
    const own = sheetOf(sheet);
    return { ...whole, text: (path) => own.get(path) ?? ofForm.get(path) };
  };
}

/** What tells a name in documents that were typed twice: brackets, dashes and capitals do not. */
const letters = (text: string): string =>
  nameKey(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

type Sheets = ReadonlyMap<number, ReadonlyMap<string, string>>;

/** Names of 款 and 项 recur in other 类, so that a 项 is told by all three. */
function codesByName(sheets: Sheets, { classes }: Office): Names['codeOf'] {
  const codes = new Map(classes.map(({ code, name }) => [letters(name), code]));
  for (const texts of sheets.values()) {
    const nameOf = new Map<string, string>();
    for (const [path, first] of texts) {
      const base = /^(codes\.\w+\[\d+\])\.class$/.exec(path)?.[1];
      if (base === undefined) continue;
      const code = `${first}${texts.get(`${base}.group`) ?? ''}${texts.get(`${base}.item`) ?? ''}`;
      nameOf.set(code, texts.get(`${base}.name`) ?? '');
    }
    for (const code of nameOf.keys()) {
      const parts = [code.slice(0, 3), code.slice(0, 5), code].slice(0, (code.length - 1) / 2);
      codes.set(parts.map((part) => nameOf.get(part)).join(' '), code);
    }
  }
  return (names) => codes.get(names.join(' '));
}

function unitsByItem(sheets: Sheets, unit: Names['unit']): Pick<Names, 'unitOf' | 'lacks'> {
  const units = new Map<string, Set<string>>();
  for (const texts of sheets.values())
    for (const [path, item] of texts) {
      const found =
        /^((projectUnits\[\d+\])\.rows\[\d+\]\.project|(carryOver\.units\[\d+\])\.projects\[\d+\]\.name)$/.exec(path) ??
        /^((commissioned\.units\[\d+\])\.items\[\d+\]\.name)$/.exec(path);
      const owner = found && unit(texts.get(`${found[2] ?? found[3]}.name`));
      if (!found || item === '' || owner == null) continue;
      const space: Space = path.startsWith('commissioned') ? 'commissioned' : 'ledger';
      const key = `${space} ${item}`;
      units.set(key, (units.get(key) ?? new Set()).add(owner));
    }
  const spaces = new Set([...units.keys()].map((key) => key.slice(0, key.indexOf(' '))));
  return {
    unitOf: (space, item) => {
      const [only, ...others] = units.get(`${space} ${item}`) ?? [];
      return others.length === 0 ? only : undefined;
    },
    lacks: (space, item) => spaces.has(space) && !units.has(`${space} ${item}`),
  };
}
