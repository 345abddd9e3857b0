/** 基本信息, 主要职能, 预算单位, 内设机构 and 人员情况, from the cover, part 1 and the signature. */

import type { Match } from '../../published/match/index.js';
import { nameKey, nearest } from '../../vocabulary/names.js';
import { amountUnits, labelOf, yesNo } from '../../vocabulary/terms.js';
import { type Found, type FoundRow, inferred, missing, printed } from '../found.js';
import type { Printed } from '../printed.js';

/** What stands where the date belongs, if it is one. */
function dateIn(read: Printed): string | undefined {
  const text = read.text('date')?.replaceAll(/\s/g, '');
  return text !== undefined && /^\d{4}年\d{1,2}月\d{1,2}日$/.test(text) ? text : undefined;
}

/** 基本信息; what the cover and the signature do not say is missing. */
export function entityRow(read: Printed, { year, kind, name }: Pick<Match, 'year' | 'kind' | 'name'>): FoundRow {
  return {
    year: printed(String(year)),
    kind: printed(kind),
    name: printed(name) ?? missing('封面上没有读到名称', '某某'),
    amountUnit: read.inYuan
      ? printed(labelOf(amountUnits, 'yuan'))
      : inferred(labelOf(amountUnits, 'yuan'), '公开文档印万元，金额按元重建，末位不是原数'),
    date: printed(dateIn(read)) ?? missing('文末没有读到落款日期', '2000年1月1日'),
    contact: printed(read.text('performance.entityGoal.contact')),
    phone: printed(read.text('performance.entityGoal.phone')),
  };
}

/** The texts of a list, one a row. */
export const textRows = (read: Printed, list: string): FoundRow[] =>
  read.texts(list).map((text) => ({ text: printed(text) }));

export interface Unit {
  readonly name: string;
  readonly isOwn: boolean;
  readonly nature: string | undefined;
}

/** The units as part 1 lists them; one that lists none is its only unit itself. */
export function unitsOf(read: Printed, name: string): Unit[] {
  const listed = read.items('organization.units').flatMap((path): Unit[] => {
    const unit = read.text(`${path}.name`);
    if (unit === undefined) return [];
    const isOwn = read.flag(`${path}.isOwn`) ?? unit === name;
    return [{ name: unit, isOwn, nature: read.text(`${path}.nature`) }];
  });
  return listed.length > 0 ? listed : unitsOfTables(read, name);
}

/** Tables alone name the units whose rows they have; 本级 is the one that is called as the whole is. */
function unitsOfTables(read: Printed, name: string): Unit[] {
  const lists = ['projectUnits', 'commissioned.units', 'carryOver.units'];
  const named = lists.flatMap((list) => read.items(list).flatMap((path) => read.text(`${path}.name`) ?? []));
  const others = [...new Set(named)].filter((unit) => unit !== name);
  return [name, ...others].map((unit) => ({ name: unit, isOwn: unit === name, nature: undefined }));
}

function natureOf(unit: Unit, read: Printed): Found {
  if (unit.nature !== undefined) return { text: unit.nature, origin: 'printed', how: '' };
  const administrative = read.text('organization.administrativeUnits');
  if (administrative === '1' && unit.isOwn) return inferred('行政单位', '文档写明行政单位1家，按本级为行政单位填写');
  const why = administrative === undefined ? '公开文档不印单位性质' : '公开文档只写明事业单位几家，没有逐个写明性质';
  return missing(why, unit.isOwn ? '行政单位' : '全额拨款事业单位');
}

/** 预算单位. */
export const unitRows = (units: readonly Unit[], read: Printed): FoundRow[] =>
  units.map((unit) => ({
    name: printed(unit.name),
    nature: natureOf(unit, read),
    own: printed(labelOf(yesNo, unit.isOwn ? 'yes' : 'no')),
  }));

/** 内设机构. */
export const officeRows = (read: Printed): FoundRow[] =>
  read.texts('organization.offices').map((name) => ({ name: printed(name) }));

const people = [
  ['inService', 'lastInService'],
  ['retired', 'lastRetired'],
  ['veteranRetired', 'lastVeteranRetired'],
] as const;

/** 人员情况; last year follows from the printed change. */
export function headcountRow(read: Printed): FoundRow {
  const base = 'organization.headcount';
  const counts = people.flatMap(([key, last]) => {
    const [now, change] = [read.text(`${base}.${key}.now`), read.text(`${base}.${key}.change`)];
    if (now === undefined || change === undefined) return [[key, printed(now)] as const];
    const sign = read.flag(`${base}.${key}.increased`) === false ? 1 : -1;
    const before = String(Number(now) + sign * Number(change));
    return [[key, printed(now)] as const, [last, printed(before)] as const];
  });
  const total = people.reduce((sum, [key]) => sum + Number(read.text(`${base}.${key}.now`) ?? 0), 0);
  const actual = read.text(`${base}.actual`);
  return {
    officeWord:
      printed(read.text('organization.officeWord')) ?? missing('文档没有写内设机构，称处室还是科室不知道', '科室'),
    established: printed(read.text(`${base}.established`)),
    ...Object.fromEntries(counts),
    actual: actual === String(total) ? undefined : printed(actual),
  };
}

/** The unit of a performance table, as part 1 spells it. */
export function goalUnit(read: Printed, path: string, units: readonly Unit[]): Found | undefined {
  const text = read.text(`${path}.unit`);
  if (text === undefined || text === '') return undefined;
  const names = units.map(({ name }) => name);
  const same = names.find((name) => nameKey(name) === nameKey(text));
  if (same !== undefined) return printed(same);
  const like = nearest(text, names);
  return like === undefined ? printed(text) : inferred(like, `绩效目标表写的是“${text}”，按预算单位名称填写`);
}
