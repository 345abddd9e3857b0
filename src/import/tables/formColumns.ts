/** The tables of a form as a finance system's tables are laid against them: by their titles, heads and rows. */
import { charactersOf } from '../../published/match/characters.js';
import type { FormTableItem } from '../../published/match/form.js';
import type { FormCell, FormRow, Strip } from '../../published/match/tableForm.js';

/** What stands in a column: the parts of a code, the name beside it, amounts, other words. */
export type ColumnKind = 'class' | 'group' | 'item' | 'name' | 'money' | 'text';

export interface FormColumn {
  readonly index: number;
  /** From top to bottom, as they are compared. */
  readonly heads: readonly string[];
  /** As an officer reads and writes it: 财政拨款／基本支出／人员经费. */
  readonly words: string;
  readonly kind: ColumnKind;
}

export interface FormTableColumns {
  readonly item: FormTableItem;
  /** As an officer reads and writes it: 表2 部门收入总体情况表. */
  readonly title: string;
  readonly columns: readonly FormColumn[];
}

/** A head as it is compared: spaces, brackets of any width and the unit of the amounts make no difference. */
export const headKey = (text: string): string =>
  charactersOf(text).text.replace(/\((?:金额)?(?:单位:)?(?:万元|元)\)$/, '');

/** Every row that a strip can have, in the order of the form. */
export const rowsOfStrip = ({ rows }: Strip): FormRow[] => [
  ...new Set(rows.arcs.flat().flatMap(({ item }) => item ?? [])),
];

/** The numbers of the columns tell nothing. */
const isHead = (text: string): boolean => !/^(※|\d+)$/.test(text);

const kinds: Readonly<Record<string, ColumnKind>> = { class: 'class', group: 'group', item: 'item', name: 'name' };

function kindOf(cells: readonly FormCell[]): ColumnKind {
  const holes = cells.flatMap(({ hole }) => hole ?? []);
  if (holes.some(({ helper }) => helper !== 'text')) return 'money';
  const named = holes.flatMap(({ path }) => kinds[path.slice(path.lastIndexOf('.') + 1)] ?? []);
  return named[0] ?? 'text';
}

/** The tables that have a head, in the order of the form. */
export const formColumns = (items: readonly FormTableItem[]): FormTableColumns[] =>
  items
    .filter(({ table }) => table.headWords.size > 0)
    .map((item, index) => {
      const cells = item.table.strips.flatMap(rowsOfStrip).flatMap((row) => row.cells);
      const columns = item.table.heads.map((heads, column) => ({
        index: column,
        heads: heads.filter(isHead).map(headKey),
        words: heads.filter(isHead).join('／'),
        kind: kindOf(cells.filter((cell) => cell.column === column && cell.span === 1)),
      }));
      return { item, title: `表${index + 1} ${item.title}`, columns };
    });
