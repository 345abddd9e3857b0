/** A draft as facts and figures, before anything is written: what would be printed of it. */
import type { Edition } from '../document/edition.js';
import { type Figure, isLeaf } from '../figures/figure.js';
import { buildView } from '../figures/view/view.js';
import type { View } from '../figures/view/viewShape.js';
import { bind } from '../model/bind/bind.js';
import type { Facts } from '../model/facts.js';
import { fullAddress } from '../vocabulary/cells.js';
import { layout, type SheetKey } from '../workbook/layout/layout.js';
import type { Columns } from '../workbook/layout/types.js';
import type { Content, ContentRow, WorkbookPlan } from '../workbook/write/index.js';
import { cellAt, type Places, placesOf } from '../workbook/write/place.js';
import { rawWorkbook } from '../workbook/write/raw.js';
import { type Draft, type Found, type FoundRow, isRows } from './found.js';

/** A cell of a draft. Forms have one row, 0. */
export interface Spot {
  readonly sheet: SheetKey;
  readonly row: number;
  readonly column: string;
}

/** A cell by one text. */
export const spotId = ({ sheet, row, column }: Spot): string => `${sheet}\n${row}\n${column}`;

/** The content of a draft; `computing`: with the stand-ins of what is missing. */
export function contentOf(draft: Draft, computing: boolean): Content {
  const text = (found: Found | undefined) => (computing ? found?.text || found?.standIn : found?.text) ?? '';
  const rowContent = (columns: Columns, row: FoundRow): ContentRow =>
    Object.fromEntries(
      Object.entries(row).flatMap(([key, found]) => {
        const column = columns[key];
        return column && text(found) !== '' ? [[column.header, text(found)] as const] : [];
      }),
    );
  const sheets = Object.entries(draft).map(([key, sheet]) => {
    const { name, columns } = layout[key as SheetKey];
    const rows = isRows(sheet) ? sheet.map((row) => rowContent(columns, row)) : rowContent(columns, sheet);
    return [name, rows] as const;
  });
  return Object.fromEntries(sheets);
}

/** The plan of a workbook that holds it. */
export const planOf = (
  content: Content,
  { year, kind }: { readonly year: number; readonly kind: '部门' | '单位' },
  { sheets, withoutColumns, partNumbers }: Edition,
): WorkbookPlan => ({
  year,
  kindLabel: kind,
  sheets,
  withoutColumns,
  partNumbers: partNumbers(),
  content,
  spareRows: 10,
});

export interface Trial {
  readonly facts: Facts;
  readonly view: View;
  readonly places: Places;
  /** The draft's cell at a cell of the workbook. */
  readonly spotAt: ReadonlyMap<string, Spot>;
}

/** Throws when the draft cannot be computed with: our fault. */
export function trialOf(draft: Draft, who: Parameters<typeof planOf>[1], edition: Edition): Trial {
  const places = placesOf(planOf(contentOf(draft, true), who, edition));
  const { facts } = bind(rawWorkbook(places), edition);
  return { facts, view: buildView(facts, edition), places, spotAt: spotsOf(places) };
}

function spotsOf(places: Places): ReadonlyMap<string, Spot> {
  const spots = [...places.values()].flatMap((placed) =>
    placed.columns.flatMap(({ key }) => {
      const rows = placed.kind === 'form' ? 1 : placed.rows.length;
      return Array.from({ length: rows }, (_, row) => ({ sheet: placed.key, row, column: key }));
    }),
  );
  return new Map(
    spots.flatMap((spot) => {
      const at = cellAt(places, spot.sheet, spot.row, spot.column);
      return at ? [[fullAddress(at), spot] as const] : [];
    }),
  );
}

/** What stands at a path of the view. */
export function atPath(view: View, path: string): unknown {
  let value: unknown = view;
  for (const key of path.match(/[^.[\]]+/g) ?? []) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** The figure that the view has at a path; undefined where it has none. */
export const figureAt = (view: View, path: string): Figure | undefined => {
  const value = atPath(view, path);
  return (value as Figure | undefined)?.kind === 'figure' ? (value as Figure) : undefined;
};

/** The cells that a sum adds up. */
export function addends(figure: Figure, { spotAt }: Trial): string[] {
  return figure.inputs.flatMap((input) => {
    if (!isLeaf(input)) return addends(input, { spotAt } as Trial);
    const spot = spotAt.get(fullAddress(input.at));
    return spot ? [spotId(spot)] : [];
  });
}
