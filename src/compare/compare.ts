/**
 * Two disclosures beside each other: two years of an office, or two versions of a workbook. Everything is compared on
 * the data (docs/data.md), so that workbooks, published documents and data packages are compared alike.
 */
import { nameKey } from '../vocabulary/names.js';
import type { PublishedData } from '../writers/data/fields.js';
import { compareFigures, compareLastYear, type FiguresCompared, hasFigures, type LastYearCompared } from './figures.js';
import { compareGoals, type GoalsCompared, hasWholeGoals } from './goals.js';
import { timelessFor } from './pairs.js';
import { tablesOf } from './rows.js';
import { compareTables, type TablesCompared } from './tables.js';
import { compareTexts, hasTexts, type TextsCompared } from './texts.js';

/** What is compared, and what must be known of how it was read. */
export interface Side {
  /** Without its folder. */
  readonly file: string;
  readonly kind: 'workbook' | 'document' | 'data';
  readonly data: PublishedData;
  /** Sentences: of a document, what of it could not be read. */
  readonly notices: readonly string[];
}

export interface DocumentComparison extends TablesCompared {
  /** The earlier year, or the one named first. */
  readonly before: SideInfo;
  readonly after: SideInfo;
  /** `years`: a year and the one after it. `versions`: of one year. */
  readonly relation: 'years' | 'versions' | 'other';
  /** Sentences that are to be read before the rest. */
  readonly notices: readonly string[];
  readonly figures: FiguresCompared;
  readonly goals: GoalsCompared;
  readonly texts: TextsCompared;
  /** Undefined where the two are not one office's in two years after each other. */
  readonly lastYear: LastYearCompared | undefined;
}

export interface SideInfo extends Pick<Side, 'file' | 'kind'> {
  readonly year: string;
  readonly entity: string;
  /** 部门 or 单位. */
  readonly entityKind: string;
}

/** Undefined where they have no table and no figure in common. The earlier year comes first, whatever their order. */
export function compareData(one: Side, other: Side): DocumentComparison | undefined {
  const isTurned = Number(one.data.year) > Number(other.data.year);
  const [before, after] = isTurned ? [other, one] : [one, other];
  const [old, now] = [before.data, after.data];
  const timeless = timelessFor([old.year, now.year]);
  const tables = compareTables(tablesOf(old.tables), tablesOf(now.tables), timeless);
  const relation = relationOf(old, now);
  const figures = compareFigures(old, now, relation !== 'versions');
  const isShared = figures.unchanged > 0 || figures.changed.some(({ kind }) => kind === 'changed');
  if (tables.tables.length === 0 && !isShared) return undefined;
  return {
    before: infoOf(before),
    after: infoOf(after),
    relation,
    notices: noticesOf(before, after, isTurned),
    ...tables,
    figures,
    goals: compareGoals(old, now, timeless),
    texts: compareTexts(old, now, timeless),
    lastYear: relation === 'years' && isOneOffice(old, now) ? compareLastYear(old, now) : undefined,
  };
}

/** Whether anything differs that should not: between versions anything, between years what each says of the earlier. */
export function hasDifferences({ relation, lastYear, ...compared }: DocumentComparison): boolean {
  if (relation !== 'versions') return (lastYear?.differences.length ?? 0) > 0;
  const { tables, onlyBefore, onlyAfter, figures, goals, texts } = compared;
  const changes = [
    ...tables.map(({ rows }) => rows),
    onlyBefore,
    onlyAfter,
    figures.changed,
    goals.changed,
    texts.changed,
  ];
  return changes.some(({ length }) => length > 0);
}

const infoOf = ({ file, kind, data }: Side): SideInfo => ({
  ...{ file, kind, year: data.year, entity: data.entity },
  entityKind: data.kind,
});

function relationOf(before: PublishedData, after: PublishedData): DocumentComparison['relation'] {
  const distance = Number(after.year) - Number(before.year);
  return distance === 0 ? 'versions' : distance === 1 ? 'years' : 'other';
}

/** Tables alone, or data of an earlier version. */
function lacks({ file, data }: Side): string[] {
  const without = [
    ...(hasFigures(data) ? [] : ['表外的数']),
    ...(hasTexts(data) ? [] : ['文字']),
    ...(data.indicators.length === 0 ? ['绩效目标和指标'] : []),
    ...(hasWholeGoals(data) ? [] : ['总体目标，指标的依据、权重等']),
  ];
  return without.length > 0 ? [`${file} 里没有${without.join('、')}，没有比较。`] : [];
}

const isOneOffice = (a: PublishedData, b: PublishedData): boolean =>
  nameKey(a.entity) === nameKey(b.entity) && a.kind === b.kind;

function noticesOf(before: Side, after: Side, isTurned: boolean): string[] {
  const [old, now] = [before.data, after.data];
  const said = (side: Side) => side.notices.map((notice) => `${side.file}：${notice}`);
  return [
    ...(isTurned ? [`先写的是 ${now.year} 年的，已按年度先后比较。`] : []),
    ...(nameKey(old.entity) === nameKey(now.entity)
      ? []
      : [`两份不是同一家的：一份是“${old.entity}”，一份是“${now.entity}”。`]),
    ...(old.kind === now.kind ? [] : [`一份是${old.kind}预算，一份是${now.kind}预算，口径不同。`]),
    ...(Number(now.year) - Number(old.year) > 1 ? [`两份相隔 ${Number(now.year) - Number(old.year)} 年。`] : []),
    ...[before, after].flatMap(lacks),
    ...said(before),
    ...said(after),
  ];
}
