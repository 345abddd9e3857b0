/**
 * Printed amounts as rows: what part of the ledger (or of a sheet beside it) each counts, read off its path and the
 * names beside it.
 */
import { grouped } from '../../model/grouped.js';
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
  readonly columns: ReadonlyMap<string, readonly R[]>;
}

/** Of the list that a row is one of, in its table. */
export const listKey = ({ sheet, base }: Pick<FigureRow<Read>, 'sheet' | 'base'>): string => `${sheet} ${listOf(base)}`;

/** The parts of a path: the row's, that of the unit it stands under, the group of a list, the column. */
type PathParts = Readonly<Record<'row' | 'unit' | 'group' | 'column', string | undefined>>;
type Placing = (parts: PathParts, names: Names) => RowExtent | undefined;

/** One way in which paths print amounts. */
interface Kind {
  readonly path: RegExp;
  readonly placed: Placing;
  /** Where the path does not say it. */
  readonly column?: string | ((told: string) => string);
}

/** `#` stands for an index. */
const kind = (path: string, placed: Placing, column?: Kind['column']): Kind => ({
  path: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll('#', '\\[\\d+\\]')}$`),
  placed,
  ...(column !== undefined && { column }),
});

const cell = '(?<column>\\w+.(?:classes.)?\\w+)';
const budget = '(?<column>total|general|fund|capital)';
const natures = '(?<column>total|personnel|public)';

const everything = (space: Space): Extent => ({ space, unit: '', code: '', item: '' });
const root = everything('ledger');

/** A whole, which divides nothing. */
const whole = (space: Space) => (): RowExtent => ({ extent: everything(space) });

/** 类 stand in the whole, 款 in their 类, 项 in their 款. */
export const above = (code: string): string => (code.length <= 3 ? '' : code.slice(0, code.length - 2));

/** The list that a row is one of, by the part of the path that its amounts share. */
const listOf = (row: string): string => row.replace(/\[\d+\]$/, '');

interface Listed {
  readonly space?: Space;
  readonly nature?: 'project' | 'basic';
  /** Fields of the row that together are its code. */
  readonly code?: readonly string[];
  /** The field that names its project or item; without a code, what tells it. */
  readonly item?: string;
  readonly group?: SourceGroupKey;
  /** All rows under a unit divide the unit. */
  readonly isUnderUnit?: boolean;
}

/** A row of a table's list, told by its unit, code and item; undefined where one of them was not read. */
const listed =
  ({ space = 'ledger', nature, code: fields, item: field, group: own, isUnderUnit = false }: Listed): Placing =>
  ({ row = '', unit: unitRow, group: told }, names) => {
    const text = (name: string) => names.text(`${row}.${name}`);
    const unit = unitRow === undefined ? '' : names.unit(names.text(`${unitRow}.name`));
    const [first, ...rest] = (fields ?? []).map(text);
    const item = field === undefined ? '' : text(field);
    const isTold = fields ? first : field === undefined || item;
    if (unit === undefined || !isTold) return undefined;
    const extent = { space, unit, code: [first, ...rest].join(''), item: item ?? '' };
    const list = listOf(row);
    const divides: Division[] = [];
    const divide = (of: string, divided: Partial<Extent>) => {
      const group = own ?? (told as SourceGroupKey | undefined);
      divides.push({ list: of, whole: { ...extent, ...divided }, ...(group && { group }) });
    };
    if (isUnderUnit) divide(unitRow ?? '', { item: '' });
    else if (!fields) divide(list, { unit: '' });
    else {
      divide(`${list} ${above(extent.code)}`, { code: above(extent.code), item: '' });
      if (item) divide(`${list} of ${item}`, { code: '' });
    }
    return { extent, divides, ...(nature && { nature }) };
  };

const functional = ['class', 'group', 'item'];

const ledgerKinds: readonly Kind[] = [
  kind(`(?<row>amounts).${cell}`, whole('ledger')),
  kind(`(?<row>classes#).amounts.${cell}`, listed({ code: ['code'] })),
  kind(`(?<row>codes.(?<group>all|general|fund|capital)#).amounts.${cell}`, listed({ code: functional })),
  kind(`(?<row>(?<unit>projectUnits#)).amounts.${cell}`, listed({ nature: 'project', group: 'general' })),
  kind(
    `(?<row>(?<unit>projectUnits#).rows#).amounts.${cell}`,
    listed({ nature: 'project', group: 'general', code: functional, item: 'project' }),
  ),
  kind(`(?<row>(?<unit>carryOver.units#)).amounts.${cell}`, listed({ group: 'carry' })),
  kind(
    `(?<row>(?<unit>carryOver.units#).basic).${cell}`,
    listed({ nature: 'basic', group: 'carry', isUnderUnit: true }),
  ),
  kind(
    `(?<row>(?<unit>carryOver.units#).projects#).amounts.${cell}`,
    listed({ nature: 'project', group: 'carry', item: 'name', isUnderUnit: true }),
  ),
];

/** The columns of table 1, 2, 3 and 5 that part 3 compares with last year. */
export const comparedColumns: Readonly<Record<string, string>> = {
  basic: 'all.basic',
  project: 'all.project',
  generalBasic: 'general.basic',
  generalProject: 'general.project',
};

/** Stands for the unit of what no other row can be held against. */
export const unknownUnit = '?';

const unknown = (space: Space, row: string, names: readonly (string | undefined)[]): Extent => ({
  ...{ space, unit: unknownUnit, code: '?' },
  item: `${listOf(row)} ${names.join(' ')}`,
});

/** The rows of a list of part 3 divide the whole of their space. */
const toldRow = (row: string, extent: Extent): Pick<RowExtent, 'extent' | 'divides'> => ({
  extent,
  divides: [{ list: listOf(row), whole: everything(extent.space) }],
});

/** Part 3 tells a 类, or 类, 款 and 项, by their names in these fields. */
const named =
  (...fields: readonly string[]): Placing =>
  ({ row = '' }, names) => {
    const told = fields.map((field) => names.text(`${row}.${field}`));
    const code = names.codeOf(told);
    return toldRow(row, code === undefined ? unknown('ledger', row, told) : { ...root, code });
  };

/** Part 3 names an item without its unit. */
const explained =
  (space: Space): Placing =>
  ({ row = '' }, names) => {
    const item = names.text(`${row}.name`);
    if (!item) return undefined;
    const unit = names.unitOf(space, item);
    const extent = unit === undefined ? unknown(space, row, [item]) : { ...everything(space), unit, item };
    const nature = space === 'ledger' ? { nature: 'project' as const } : {};
    return { ...toldRow(row, extent), isUnlisted: names.lacks(space, item), ...nature };
  };

/** A project, or a unit's basic expenditure. */
const explainedCarryOver: Placing = (parts, names) => {
  const { row = '' } = parts;
  if (!names.holds(`${row}.isBasic`)) return explained('ledger')(parts, names);
  const unit = names.unit(names.text(`${row}.name`)) ?? unknownUnit;
  return { ...toldRow(row, { ...root, unit }), nature: 'basic' };
};

const proseKinds: readonly Kind[] = [
  kind(
    '(?<row>compared.(?!operating)(?<column>\\w+)).now',
    whole('ledger'),
    (line) => comparedColumns[line] ?? `${line}.total`,
  ),
  kind('(?<row>performance).(?<column>fiscal|nonFiscal)Projects', whole('ledger'), (group) => `${group}.project`),
  kind('(?<row>structure#).amount', named('name'), 'general.total'),
  kind('(?<row>purposes.(?<column>general|fund|capital)#).amount', named('name'), (group) => `${group}.total`),
  kind('(?<row>comparedCodes#).compared.now', named('className', 'groupName', 'itemName'), 'general.total'),
  kind('(?<row>projectsExplained#).amount', explained('ledger'), 'general.project'),
  kind('(?<row>carryOver.explained#).amount', explainedCarryOver, 'carry.total'),
];

const threePublic = everything('threePublic');
const threePublicLists = [
  { list: 'threePublic', whole: threePublic, items: ['abroad', 'reception', 'cars'] },
  { list: 'threePublic items', whole: threePublic, items: ['abroad', 'reception', 'carPurchase', 'carRunning'] },
  { list: 'threePublic cars', whole: { ...threePublic, item: 'cars' }, items: ['carPurchase', 'carRunning'] },
].map((list) => ({ ...list, members: list.items.length }));

const itemOfThreePublic: Placing = ({ row = '' }) => {
  const item = row.slice(row.indexOf('.') + 1);
  return { extent: { ...threePublic, item }, divides: threePublicLists.filter(({ items }) => items.includes(item)) };
};

const otherKinds: readonly Kind[] = [
  kind(`(?<row>economic).${natures}`, whole('economic')),
  kind('(?<row>compared.operating).now', whole('economic'), 'public'),
  kind(`(?<row>economic.rows#).${natures}`, listed({ space: 'economic', code: ['class', 'item'] })),
  kind(`(?<row>threePublic.total).${budget}`, whole('threePublic')),
  kind(`(?<row>threePublic.\\w+).${budget}`, itemOfThreePublic),
  kind(`(?<row>commissioned).${budget}`, whole('commissioned')),
  kind(`(?<row>(?<unit>commissioned.units#)).${budget}`, listed({ space: 'commissioned' })),
  kind(
    `(?<row>(?<unit>commissioned.units#).items#).${budget}`,
    listed({ space: 'commissioned', item: 'name', isUnderUnit: true }),
  ),
  kind('(?<row>commissioned.explained#).amount', explained('commissioned'), 'total'),
];

const kinds = [...ledgerKinds, ...proseKinds, ...otherKinds];

export interface Rows<R extends Read> {
  readonly rows: readonly FigureRow<R>[];
  /** Amounts of rows without a code or a name, which nothing can be held against. */
  readonly nameless: readonly R[];
  /** Amounts of what part 3 names and no table lists. */
  readonly unlisted: readonly R[];
}

/** Amounts of one table, or of the paragraphs, by row. */
export function rowsOf<R extends Read>(reads: readonly R[], namesOf: (sheet: number) => Names): Rows<R> {
  const cells = reads.flatMap((read) => {
    const known = kinds.find(({ path }) => path.test(read.path));
    const parts = known?.path.exec(read.path)?.groups as unknown as PathParts | undefined;
    if (!known || !parts) return [];
    const { row: base = '', column: told = '' } = parts;
    const column = typeof known.column === 'function' ? known.column(told) : (known.column ?? told);
    return [{ read, base, column, placed: known.placed(parts, namesOf(read.sheet)) }];
  });
  const named = cells.flatMap(({ placed, ...cell }) => (placed ? [{ ...cell, placed }] : []));
  const rows = [...grouped(named, ({ read, base }) => `${read.sheet} ${base}`).values()].flatMap((row) => {
    const columns = [...grouped(row, ({ column }) => column)].map(
      ([key, own]) => [key, own.map(({ read }) => read)] as const,
    );
    return row.slice(0, 1).map(({ read: { sheet }, base, placed }): FigureRow<R> => {
      return { sheet, base, columns: new Map(columns), ...placed };
    });
  });
  return {
    rows,
    nameless: cells.flatMap(({ read, placed }) => (placed ? [] : [read])),
    unlisted: rows.flatMap(({ isUnlisted, columns }) => (isUnlisted ? [...columns.values()].flat() : [])),
  };
}
