/** The rows of 基本支出（功能） and 项目支出 before they are typed, amounts in 分. */
import type { EconomicClass, FundingSource } from '../../vocabulary/terms.js';

export interface BasicRow {
  readonly unit: string;
  readonly code: string;
  readonly source: FundingSource;
  readonly personnel: bigint;
  readonly public: bigint;
  /** '' where the document prints just this. */
  readonly how: string;
}

export interface DraftProjectRow {
  readonly unit: string;
  readonly project: string;
  readonly code: string;
  readonly source: FundingSource;
  readonly classes: Readonly<Partial<Record<EconomicClass, bigint>>>;
  readonly how: {
    readonly project: string;
    readonly unit: string;
    readonly code: string;
    readonly source: string;
    readonly classes: string;
  };
}

export const nothingInferred = { project: '', unit: '', code: '', source: '', classes: '' } as const;

/** Rows of one key become one. */
export function mergedProjectRows(rows: readonly DraftProjectRow[]): DraftProjectRow[] {
  const byKey = new Map<string, DraftProjectRow>();
  for (const row of rows) {
    const key = [row.unit, row.project, row.code, row.source].join('\n');
    const other = byKey.get(key);
    byKey.set(key, other ? { ...other, classes: added(other.classes, row.classes) } : row);
  }
  return [...byKey.values()];
}

function added(a: DraftProjectRow['classes'], b: DraftProjectRow['classes']): DraftProjectRow['classes'] {
  const sum = { ...a };
  for (const [key, amount] of Object.entries(b)) {
    const economicClass = key as EconomicClass;
    sum[economicClass] = (sum[economicClass] ?? 0n) + amount;
  }
  return sum;
}

/** Rows of one unit, code and source as one. */
export function mergedBasic(rows: readonly BasicRow[]): BasicRow[] {
  const byKey = new Map<string, BasicRow>();
  for (const row of rows) {
    const key = [row.unit, row.code, row.source].join('\n');
    const other = byKey.get(key);
    if (other === undefined) byKey.set(key, row);
    else byKey.set(key, { ...other, personnel: other.personnel + row.personnel, public: other.public + row.public });
  }
  return [...byKey.values()].filter((row) => row.personnel > 0n || row.public > 0n);
}
