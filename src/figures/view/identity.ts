/**
 * Who the document is of: names, duties, organisation and headcount (part 1), and the words that 部门 and 单位 have for
 * themselves (FORM text-7).
 */
import type { Facts } from '../../model/facts.js';
import { labelOf, officeWords, unitNatures } from '../../vocabulary/terms.js';
import type { Cell } from '../../workbook/layout/types.js';
import { changeOfCounts, count, statedCount, sumOfCounts } from '../figure.js';
import type { View } from './viewShape.js';

type Identity = Pick<
  View,
  | 'year'
  | 'lastYear'
  | 'name'
  | 'date'
  | 'isDepartment'
  | 'kind'
  | 'self'
  | 'duties'
  | 'organization'
  | 'otherMatters'
  | 'extraTerms'
>;

/** What the cover says, in all the words that follow from it. */
export function coverView(of: { readonly year: number; readonly name: string; readonly isDepartment: boolean }) {
  const kind: '部门' | '单位' = of.isDepartment ? '部门' : '单位';
  const { name, isDepartment } = of;
  return { year: String(of.year), lastYear: String(of.year - 1), name, isDepartment, kind, self: `本${kind}` };
}

/** Texts as typed; counts of staff, offices and units as figures. */
export function identityView(facts: Facts): Identity {
  const { entity } = facts;
  return {
    ...coverView({
      year: entity.year.value,
      name: entity.name.value,
      isDepartment: entity.kind.value === 'department',
    }),
    date: entity.date.value,
    duties: facts.duties.map((row) => row.text.value),
    organization: organizationView(facts),
    otherMatters: facts.otherMatters.map((row) => row.text.value),
    extraTerms: facts.extraTerms.map((row) => ({ term: row.term.value, definition: row.definition.value })),
  };
}

function organizationView(facts: Facts): View['organization'] {
  const { units, innerOffices, headcount } = facts;
  const counted = (id: string, chosen: Facts['units']) =>
    count(
      id,
      chosen.length,
      'count',
      chosen.map((unit) => unit.name.at),
    );
  const isAdministrative = (unit: Facts['units'][number]) => unit.nature.value === 'administrative';
  return {
    hasSubordinates: units.length > 1,
    unitCount: counted('预算单位个数', units),
    subordinateCount: counted(
      '下属预算单位个数',
      units.filter((unit) => unit.own.value !== 'yes'),
    ),
    units: units.map((unit) => ({
      name: unit.name.value,
      nature: labelOf(unitNatures, unit.nature.value),
      isOwn: unit.own.value === 'yes',
    })),
    administrativeUnits: counted('行政单位个数', units.filter(isAdministrative)),
    publicInstitutions: counted(
      '事业单位个数',
      units.filter((unit) => !isAdministrative(unit)),
    ),
    officeWord: headcount.officeWord ? labelOf(officeWords, headcount.officeWord.value) : '',
    officeCount: count(
      '内设机构个数',
      innerOffices.length,
      'count',
      innerOffices.map((row) => row.name.at),
    ),
    offices: innerOffices.map((row) => row.name.value),
    headcount: headcountView(headcount),
  };
}

/** The sheet is absent in editions that do not print it; then every count is zero and no template asks for it. */
function headcountView(headcount: Partial<Facts['headcount']>): View['organization']['headcount'] {
  const stated = (label: string, cell: Cell<number> | undefined) =>
    cell ? statedCount(`人员/${label}`, cell) : count(`人员/${label}`, 0, 'count', []);
  const line = (label: string, now: Cell<number> | undefined, last: Cell<number> | undefined) => {
    const [current, before] = [stated(label, now), stated(`上年${label}`, last)];
    const change = changeOfCounts(`人员/${label}增减`, current, before);
    return { now: current, change, increased: Number(current.exact) >= Number(before.exact) };
  };
  const inService = line('在职', headcount.inService, headcount.lastInService);
  const retired = line('退休', headcount.retired, headcount.lastRetired);
  const veteranRetired = line('离休', headcount.veteranRetired, headcount.lastVeteranRetired);
  const total = sumOfCounts('人员/实有人数', [inService.now, retired.now, veteranRetired.now]);
  return {
    established: stated('编制数', headcount.established),
    actual: headcount.actual ? statedCount('人员/实有人数', headcount.actual) : total,
    inService,
    retired,
    veteranRetired,
  };
}
