/** The facts of one workbook, typed by the layout: every value knows its cell. */

import type { Layout, SheetKey } from '../workbook/layout/layout.js';
import type { FactsOf, RowOf } from '../workbook/layout/types.js';

export type Facts = { readonly [K in SheetKey]: FactsOf<Layout[K]> };

type ColumnsOf<K extends SheetKey> = Layout[K]['columns'];

export type ProjectRow = RowOf<ColumnsOf<'projects'>>;
export type ProjectSpendingRow = RowOf<ColumnsOf<'projectSpending'>>;
export type ProjectGoalRow = RowOf<ColumnsOf<'projectGoals'>>;
