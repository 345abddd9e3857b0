/**
 * Printed amounts as rows: what part of the ledger (or of a sheet beside it) each counts, read off its path and the
 * names beside it.
 */
import type { SourceGroupKey } from '../groups.js';
import type { Names } from './names.js';
import type { Read, Space } from './relation.js';

/** What a row counts; '' is everything. */
export interface Extent {
  readonly space: Space;
  readonly unit: string;
  readonly code: string;
  /** A project, or what is listed in its place. */
  readonly item: string;
}

/** A list of rows that divides a whole. */
export interface Division {
  readonly list: string;
  readonly whole: Extent;
  /** The money that the list is about; without it, all. */
  readonly group?: SourceGroupKey;
  /** Of a list that the form fixes; with fewer rows it does not divide the whole. */
  readonly members?: number;
}

export interface RowExtent {
  readonly extent: Extent;
  /** Of the ledger, only this nature is counted. */
  readonly nature?: 'project' | 'basic';
  readonly divides?: readonly Division[];
  /** Part 3 names something that no table lists. */
  readonly isUnlisted?: boolean;
}

/** Amounts beside one another. */
export interface FigureRow<R extends Read> extends RowExtent {
  readonly sheet: number;
  /** The part of their paths that they share. */
  readonly base: string;
  /** By column: `general.total`, `general.classes.c302`; of other spaces than the ledger `total`, `personnel`. */
  readonly columns: Map<string, R[]>;
}

/** One way in which paths print amounts. */
interface Kind {
  /** Its groups: the row's part of the path, what else `placed` wants, and last the column. */
  readonly path: RegExp;
  /** Where the path does not say it. */
  readonly column?: string | ((found: readonly string[]) => string);
  readonly placed: (found: readonly string[], names: Names) => RowExtent | undefined;
}

const everything = (space: Space): Extent => ({ space, unit: '', code: '', item: '' });
const root = everything('ledger');

const kind = (path: string, placed: Kind['placed'], column?: Kind['column']): Kind => ({
  path: new RegExp(`^${path}$`),
  placed,
  ...(column === undefined ? {} : { column }),
});

const cell = String.raw`(\w+\.(?:classes\.)?\w+)`;
const index = String.raw`\[\d+\]`;
const budget = '(total|general|fund|capital)';

const codeAt = (base: string, keys: readonly string[], { text }: Names): string | undefined => {
  const parts = keys.map((key) => text(`${base}.${key}`));
  return parts[0] ? parts.join('') : undefined;
};
const functional = ['class', 'group', 'item'];

/** 类 stand in the whole, 款 in their 类, 项 in their 款. */
const above = (code: string): string => (code.length <= 3 ? '' : code.slice(0, code.length - 2));

const ledgerKinds: readonly Kind[] = [
  kind(`(amounts)\\.${cell}`, () => ({ extent: root })),
  kind(`(classes${index})\\.amounts\\.${cell}`, ([base = ''], { text }) => {
    const code = text(`${base}.code`);
    return code ? { extent: { ...root, code }, divides: [{ list: 'classes', whole: root }] } : undefined;
  }),
  kind(`(codes\\.(all|general|fund|capital)${index})\\.amounts\\.${cell}`, ([base = '', list = ''], names) => {
    const code = codeAt(base, functional, names);
    if (!code) return undefined;
    const whole = { ...root, code: above(code) };
    return {
      extent: { ...root, code },
      divides: [{ list: `codes.${list} ${whole.code}`, whole, group: list as SourceGroupKey }],
    };
  }),
  kind(`(projectUnits${index})\\.amounts\\.${cell}`, ([base = ''], names) => {
    const unit = names.unit(names.text(`${base}.name`));
    return unit === undefined
      ? undefined
      : {
          extent: { ...root, unit },
          nature: 'project',
          divides: [{ list: 'projectUnits', whole: root, group: 'general' }],
        };
  }),
  kind(`((projectUnits${index})\\.rows${index})\\.amounts\\.${cell}`, projectRow),
  kind(`(carryOver\\.units${index})\\.amounts\\.${cell}`, ([base = ''], names) => {
    const unit = names.unit(names.text(`${base}.name`));
    return unit === undefined
      ? undefined
      : { extent: { ...root, unit }, divides: [{ list: 'carryOver.units', whole: root, group: 'carry' }] };
  }),
  kind(`((carryOver\\.units${index})\\.basic)\\.${cell}`, ([, unitBase = ''], names) => {
    const unit = names.unit(names.text(`${unitBase}.name`));
    if (unit === undefined) return undefined;
    const extent = { ...root, unit };
    return { extent, nature: 'basic', divides: [{ list: unitBase, whole: extent, group: 'carry' }] };
  }),
  kind(`((carryOver\\.units${index})\\.projects${index})\\.amounts\\.${cell}`, ([base = '', unitBase = ''], names) => {
    const [unit, item] = [names.unit(names.text(`${unitBase}.name`)), names.text(`${base}.name`)];
    if (unit === undefined || !item) return undefined;
    const divides: readonly Division[] = [{ list: unitBase, whole: { ...root, unit }, group: 'carry' }];
    return { extent: { ...root, unit, item }, nature: 'project', divides };
  }),
];

function projectRow([base = '', unitBase = '']: readonly string[], names: Names): RowExtent | undefined {
  const code = codeAt(base, functional, names);
  const unit = names.unit(names.text(`${unitBase}.name`));
  if (!code || unit === undefined) return undefined;
  const item = names.text(`${base}.project`) ?? '';
  const rows = {
    list: `${unitBase}.rows ${above(code)}`,
    whole: { ...root, unit, code: above(code) },
    group: 'general',
  } as const;
  const ofProject = { list: `${unitBase} ${item}`, whole: { ...root, unit, item }, group: 'general' } as const;
  const divides = item === '' ? [rows] : [rows, ofProject];
  return { extent: { ...root, unit, code, item }, nature: 'project', divides };
}

/** The columns of table 1, 2, 3 and 5 that part 3 compares with last year. */
export const comparedColumns: Readonly<Record<string, string>> = {
  basic: 'all.basic',
  project: 'all.project',
  generalBasic: 'general.basic',
  generalProject: 'general.project',
};

const named = (list: string, codes: readonly (string | undefined)[], names: Names): RowExtent | undefined => {
  const code = names.codeOf(codes);
  const divides = [{ list, whole: root }];
  return code === undefined ? { extent: unknown(list, codes), divides } : { extent: { ...root, code }, divides };
};
/** Stands for the unit of what no other row can be held against. */
export const unknownUnit = '?';

const unknown = (list: string, names: readonly (string | undefined)[]): Extent => ({
  ...root,
  unit: unknownUnit,
  code: '?',
  item: `${list} ${names.join(' ')}`,
});

const proseKinds: readonly Kind[] = [
  kind(
    '(compared\\.(?!operating)(\\w+))\\.now',
    () => ({ extent: root }),
    ([, line = '']) => comparedColumns[line] ?? `${line}.total`,
  ),
  kind('(performance)\\.(?:fiscalProjects)', () => ({ extent: root }), 'fiscal.project'),
  kind('(performance)\\.(?:nonFiscalProjects)', () => ({ extent: root }), 'nonFiscal.project'),
  kind(
    `(structure${index})\\.amount`,
    ([base = ''], names) => named('structure', [names.text(`${base}.name`)], names),
    'general.total',
  ),
  kind(
    `(purposes\\.(general|fund|capital)${index})\\.amount`,
    ([base = '', list = ''], names) => named(`purposes.${list}`, [names.text(`${base}.name`)], names),
    ([, list = '']) => `${list}.total`,
  ),
  kind(
    `(comparedCodes${index})\\.compared\\.now`,
    ([base = ''], names) =>
      named(
        'comparedCodes',
        ['className', 'groupName', 'itemName'].map((key) => names.text(`${base}.${key}`)),
        names,
      ),
    'general.total',
  ),
  kind(
    `(projectsExplained${index})\\.amount`,
    ([base = ''], names) => explained('projectsExplained', 'ledger', names.text(`${base}.name`), names),
    'general.project',
  ),
  kind(
    `(carryOver\\.explained${index})\\.amount`,
    ([base = ''], names) => {
      const name = names.text(`${base}.name`);
      if (!names.holds(`${base}.isBasic`)) return explained('carryOver.explained', 'ledger', name, names);
      const divides = [{ list: 'carryOver.explained', whole: root }];
      return { extent: { ...root, unit: names.unit(name) ?? unknownUnit }, nature: 'basic', divides };
    },
    'carry.total',
  ),
];

/** Part 3 names an item without its unit. */
function explained(list: string, space: Space, item: string | undefined, names: Names): RowExtent | undefined {
  if (!item) return undefined;
  const whole = everything(space);
  const unit = names.unitOf(space, item);
  const extent = unit === undefined ? { ...unknown(list, [item]), space } : { ...whole, unit, item };
  const isUnlisted = names.lacks(space, item);
  return {
    extent,
    isUnlisted,
    ...(space === 'ledger' ? ({ nature: 'project' } as const) : {}),
    divides: [{ list, whole }],
  };
}

const economic = everything('economic');
const threePublic = everything('threePublic');
const commissioned = everything('commissioned');

const itemsOfThreePublic = (list: string, items: readonly string[], whole = threePublic) => ({
  list,
  whole,
  items,
  members: items.length,
});
const threePublicLists = [
  itemsOfThreePublic('threePublic', ['abroad', 'reception', 'cars']),
  itemsOfThreePublic('threePublic items', ['abroad', 'reception', 'carPurchase', 'carRunning']),
  itemsOfThreePublic('threePublic cars', ['carPurchase', 'carRunning'], { ...threePublic, item: 'cars' }),
];

const otherKinds: readonly Kind[] = [
  kind('(economic)\\.(total|personnel|public)', () => ({ extent: economic })),
  kind('(compared\\.operating)\\.now', () => ({ extent: economic }), 'public'),
  kind(`(economic\\.rows${index})\\.(total|personnel|public)`, ([base = ''], names) => {
    const code = codeAt(base, ['class', 'item'], names);
    if (!code) return undefined;
    const whole = { ...economic, code: above(code) };
    const divides = [{ list: `economic ${whole.code}`, whole }];
    return { extent: { ...economic, code }, divides };
  }),
  kind(`(threePublic\\.(\\w+))\\.${budget}`, ([, item = '']) =>
    item === 'total'
      ? { extent: threePublic }
      : { extent: { ...threePublic, item }, divides: threePublicLists.filter(({ items }) => items.includes(item)) },
  ),
  kind(`(commissioned)\\.${budget}`, () => ({ extent: commissioned })),
  kind(`(commissioned\\.units${index})\\.${budget}`, ([base = ''], names) => {
    const unit = names.unit(names.text(`${base}.name`));
    return unit === undefined
      ? undefined
      : { extent: { ...commissioned, unit }, divides: [{ list: 'commissioned.units', whole: commissioned }] };
  }),
  kind(`((commissioned\\.units${index})\\.items${index})\\.${budget}`, ([base = '', unitBase = ''], names) => {
    const [unit, item] = [names.unit(names.text(`${unitBase}.name`)), names.text(`${base}.name`)];
    if (unit === undefined || !item) return undefined;
    const whole = { ...commissioned, unit };
    return { extent: { ...whole, item }, divides: [{ list: unitBase, whole }] };
  }),
  kind(
    `(commissioned\\.explained${index})\\.amount`,
    ([base = ''], names) => explained('commissioned.explained', 'commissioned', names.text(`${base}.name`), names),
    'total',
  ),
];

const kinds = [...ledgerKinds, ...proseKinds, ...otherKinds];

/**
 * Where an amount stands; without `placed` where its row's names were not read. Undefined for a value that counts
 * nothing of these.
 */
function placeOf(
  path: string,
  names: Names,
): { base: string; column: string; placed: RowExtent | undefined } | undefined {
  for (const { path: pattern, column, placed } of kinds) {
    const found = pattern.exec(path)?.slice(1);
    if (!found) continue;
    const told = typeof column === 'function' ? column(found) : (column ?? found.at(-1) ?? '');
    return { base: found[0] ?? '', column: told, placed: placed(found, names) };
  }
  return undefined;
}

export interface Rows<R extends Read> {
  readonly rows: readonly FigureRow<R>[];
  /** Amounts of rows that have no code or no name. */
  readonly nameless: readonly R[];
  /** Amounts of what part 3 names and no table lists. */
  readonly unlisted: readonly R[];
}

/** Amounts of one table, or of the paragraphs, by row. */
export function rowsOf<R extends Read>(reads: readonly R[], namesOf: (sheet: number) => Names): Rows<R> {
  const rows = new Map<string, FigureRow<R>>();
  const nameless: R[] = [];
  for (const read of reads) {
    const at = placeOf(read.path, namesOf(read.sheet));
    if (at && !at.placed) nameless.push(read);
    if (!at?.placed) continue;
    const key = `${read.sheet} ${at.base}`;
    const row: FigureRow<R> = rows.get(key) ?? { sheet: read.sheet, base: at.base, columns: new Map(), ...at.placed };
    rows.set(key, row);
    row.columns.set(at.column, [...(row.columns.get(at.column) ?? []), read]);
  }
  const unlisted = [...rows.values()]
    .filter((row) => row.isUnlisted)
    .flatMap(({ columns }) => [...columns.values()].flat());
  return { rows: [...rows.values()], nameless, unlisted };
}
