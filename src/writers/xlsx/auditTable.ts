/** 总表 of audited documents: one row each, for a finance bureau to sort and filter. */
import { type BatchColumn, column, writeTable } from './batchTable.js';

export interface AuditTableRow {
  readonly document: string;
  readonly state: string;
  readonly name: string;
  /** 0: not read. */
  readonly year: number;
  readonly tables: { readonly found: number; readonly missing: number };
  readonly figures: { readonly read: number; readonly checked: number };
  /** By what the kind is called. */
  readonly counts: Readonly<Record<string, number>>;
  /** What could not be read, and where the findings are. */
  readonly remark: string;
}

type Of = BatchColumn<AuditTableRow>['of'];
const number = (head: string, of: Of): BatchColumn<AuditTableRow> => ({ head, width: 9, format: '0', of });

/** `kinds`: the kinds of findings, as they are called, in their order. The same rows give the same bytes. */
export function writeAuditTable(rows: readonly AuditTableRow[], kinds: readonly string[]): Promise<Uint8Array> {
  const all = ({ counts }: AuditTableRow) => Object.values(counts).reduce((sum, count) => sum + count, 0);
  const columns: readonly BatchColumn<AuditTableRow>[] = [
    column('单位', 34, ({ name }) => name),
    number('年度', ({ year }) => (year > 0 ? year : undefined)),
    column('状态', 14, ({ state }) => state),
    number('问题', (row) => (row.year > 0 ? all(row) : undefined)),
    ...kinds.map((kind) => number(kind, ({ counts }) => counts[kind])),
    number('读出的表', ({ tables, year }) => (year > 0 ? tables.found : undefined)),
    number('缺的表', ({ tables, year }) => (year > 0 ? tables.missing : undefined)),
    number('读出的数字', ({ figures, year }) => (year > 0 ? figures.read : undefined)),
    number('核对的数字', ({ figures, year }) => (year > 0 ? figures.checked : undefined)),
    column('文档', 40, ({ document }) => document),
    column('说明和问题页', 60, ({ remark }) => remark),
  ];
  return writeTable(columns, rows);
}
