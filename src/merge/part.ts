/** One workbook that goes into a department's, with what it holds as typed and in 元. */
import type { Entry } from '../figures/ledger.js';
import { formContent, tableContent } from '../model/contentOf.js';
import type { Facts } from '../model/facts.js';
import { exactText, parseMoney, sum } from '../vocabulary/money.js';
import { layout, type SheetKey } from '../workbook/layout/layout.js';
import type { AnyColumn, Columns } from '../workbook/layout/types.js';
import type { ContentRow } from '../workbook/write/index.js';

export interface Part {
  /** The file's name, for messages. */
  readonly file: string;
  /** Without errors. */
  readonly facts: Facts;
  readonly ledger: readonly Entry[];
}

/** 本级 and the others; the first workbook given is 本级's. */
export interface Parts {
  readonly own: Part;
  readonly others: readonly Part[];
}

/** 本级 first, then the units in the order given. */
export const allParts = ({ own, others }: Parts): readonly Part[] => [own, ...others];

/** A table sheet as an office would type it, amounts in 元. */
export const rowsOf = (part: Part, key: SheetKey): readonly ContentRow[] => tableContent(key, part.facts);
/** A form sheet as an office would type it, amounts in 元. */
export const fieldsOf = (part: Part, key: SheetKey): ContentRow => formContent(key, part.facts);

/** The header of a column, checked by the compiler to be one of the sheet's. */
export const headerOf = <K extends SheetKey>(key: K, column: keyof (typeof layout)[K]['columns'] & string): string =>
  (layout[key].columns as Columns)[column]?.header ?? '';

const added: ReadonlySet<AnyColumn['type']['kind']> = new Set(['amount', 'count', 'quantity']);

/** Headers of the columns whose values of several units add up. */
export const addedHeaders = (key: SheetKey): readonly string[] =>
  Object.values(layout[key].columns as Columns)
    .filter(({ type }) => added.has(type.kind))
    .map(({ header }) => header);

/** Exact sum of plain decimal texts; undefined when none of them is filled. */
export function sumTexts(texts: readonly (string | undefined)[]): string | undefined {
  const filled = texts.filter((text) => text !== undefined && text !== '');
  const amounts = filled.flatMap((text) => parseMoney(text ?? '', 'yuan', 'exact') ?? []);
  return filled.length === 0 ? undefined : exactText(sum(amounts));
}

/** Leaves out what is undefined. */
export const compact = (row: Readonly<Record<string, string | undefined>>): ContentRow =>
  Object.fromEntries(
    Object.entries(row).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  );
