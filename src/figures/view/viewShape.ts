/**
 * The view: everything that the templates of an edition can print, by name. docs/editions lists it for template
 * authors.
 */
import { comparedLines, officeWords, unitNatures } from '../../vocabulary/terms.js';
import type { Grid, GridRow } from '../grid.js';
import { classKeys, natureKeys, sourceGroupKeys } from '../groups.js';
import {
  className,
  type DataOf,
  figure,
  flag,
  group,
  list,
  oneOf,
  record,
  type Shape,
  text,
  textLike,
  unitName,
} from './shape.js';

const gridRow: Shape<GridRow> = {
  kind: 'group',
  fields: { ...record(natureKeys, figure).fields, classes: record(classKeys, figure) },
};
const grid: Shape<Grid> = record(sourceGroupKeys, gridRow) as Shape<Grid>;

const comparison = group({
  now: figure,
  last: figure,
  share: figure,
  change: figure,
  rate: figure,
  increased: flag,
  bothZero: flag,
  hasReason: flag,
  reason: text,
});

/** The amounts of a line paid from the three fiscal budgets (tables 10 and 11). */
const byBudget = { total: figure, general: figure, fund: figure, capital: figure };

const threePublicLine = group({ ...byBudget, compared: comparison });

/** The columns 类, 款 and 项 of a code; the lower ones are blank in the rows of the higher. */
const classCode = textLike(/\d{3}/y);
const lowerCode = textLike(/\d{2}/y, true);

/** One row of a table by functional classification: 类, 款 or 项. */
const codeRow = group({
  class: classCode,
  group: lowerCode,
  item: lowerCode,
  name: text,
  isClass: flag,
  isGroup: flag,
  isItem: flag,
  amounts: grid,
});

const indicator = {
  level1: text,
  level2: text,
  level3: text,
  value: text,
  basis: text,
  hasWeight: flag,
  weight: figure,
  /** The first row of a run with one level-1 (level-2) name, and how many rows the run has: for merged cells. */
  startsLevel1: flag,
  level1Rows: text,
  startsLevel2: flag,
  level2Rows: text,
};

const purpose = group({ name: className, amount: figure, purpose: text });

/** Something that part 3 explains by its purpose: a carry-over or a commissioned item. */
const explained = group({
  /** Of the project or item; for carried-over basic expenditure, which has no purpose of its own, of the unit. */
  name: text,
  isBasic: flag,
  amount: figure,
  withheld: flag,
  purpose: text,
});

/** 在职, 退休 or 离休: how many, and how many more or fewer than last year. */
const headcountLine = group({ now: figure, change: figure, increased: flag });

export const viewShape = group({
  year: textLike(/\d{4}/y),
  lastYear: textLike(/\d{4}/y),
  name: text,
  date: text,
  isDepartment: flag,
  /** 部门 or 单位; 本部门 or 本单位. */
  kind: oneOf(['部门', '单位']),
  self: oneOf(['本部门', '本单位']),
  duties: list(text),
  organization: group({
    hasSubordinates: flag,
    unitCount: figure,
    /** Of them, those that are not the 本级 itself. */
    subordinateCount: figure,
    units: list(group({ name: unitName, nature: oneOf(Object.keys(unitNatures)), isOwn: flag })),
    /** 行政单位 and 事业单位 among them. */
    administrativeUnits: figure,
    publicInstitutions: figure,
    /** 内设机构, and what the office calls them (处室, 科室). */
    officeWord: oneOf(Object.keys(officeWords)),
    officeCount: figure,
    offices: list(text),
    headcount: group({
      established: figure,
      actual: figure,
      inService: headcountLine,
      retired: headcountLine,
      veteranRetired: headcountLine,
    }),
  }),
  amounts: grid,
  /** The 类 of the edition's form, all of them. */
  classes: list(group({ code: text, name: text, amounts: grid, share: figure })),
  /** Rows by functional classification that have money: of all funds, and of the three fiscal budgets of this year. */
  codes: group({ all: list(codeRow), general: list(codeRow), fund: list(codeRow), capital: list(codeRow) }),
  /** General-budget basic expenditure by economic classification (table 6). */
  economic: group({
    rows: list(
      group({
        class: classCode,
        item: lowerCode,
        name: text,
        isClass: flag,
        total: figure,
        personnel: figure,
        public: figure,
      }),
    ),
    total: figure,
    personnel: figure,
    public: figure,
    personnelNames: list(text),
    publicNames: list(text),
  }),
  /** General-budget projects of this year by unit (table 7). */
  projectUnits: list(
    group({
      name: unitName,
      amounts: grid,
      rows: list(
        group({
          class: classCode,
          group: lowerCode,
          item: lowerCode,
          name: text,
          project: text,
          isProject: flag,
          amounts: grid,
        }),
      ),
    }),
  ),
  threePublic: group({
    abroad: threePublicLine,
    reception: threePublicLine,
    cars: threePublicLine,
    carPurchase: threePublicLine,
    carRunning: threePublicLine,
    total: threePublicLine,
  }),
  commissioned: group({
    ...byBudget,
    units: list(group({ ...byBudget, name: unitName, items: list(group({ ...byBudget, name: text })) })),
    explained: list(explained),
  }),
  /**
   * Carry-over by unit and project (table 12; 11 before 2026). `basic` is the unit's carried-over basic expenditure.
   */
  carryOver: group({
    units: list(
      group({
        name: unitName,
        amounts: grid,
        hasBasic: flag,
        basic: grid,
        projects: list(group({ name: text, amounts: grid })),
      }),
    ),
    explained: list(explained),
  }),
  compared: record(Object.values(comparedLines), comparison),
  /** Every 项 of the general budget with money in either year, in code order (5(三)). */
  comparedCodes: list(group({ className: text, groupName: text, itemName: text, compared: comparison })),
  /** 类 of the general budget with money and their shares (5(二)). */
  structure: list(group({ name: className, amount: figure, share: figure })),
  purposes: group({ general: list(purpose), fund: list(purpose), capital: list(purpose) }),
  projectsExplained: list(
    group({
      name: text,
      withheld: flag,
      amount: figure,
      policyBasis: text,
      carrier: text,
      allocation: text,
      period: text,
    }),
  ),
  /** Projects whose names are published, all funds, the largest first; their shares are of all project expenditure. */
  publicProjects: list(group({ name: text, amount: figure, share: figure })),
  procurement: group({
    total: figure,
    goods: figure,
    works: figure,
    services: figure,
    reservedForSmall: figure,
    reservedForMicro: figure,
  }),
  assets: group({
    houseArea: figure,
    houseValue: figure,
    cars: figure,
    carsValue: figure,
    generalCars: figure,
    generalCarsValue: figure,
    dutyCars: figure,
    dutyCarsValue: figure,
    otherCars: figure,
    otherCarsValue: figure,
    furnitureValue: figure,
    otherValue: figure,
    equipment50: figure,
    equipment100: figure,
    plannedEquipment50: figure,
    plannedEquipment100: figure,
  }),
  performance: group({
    entityGoals: figure,
    entityGoalAmount: figure,
    projectCount: figure,
    fiscalProjects: figure,
    nonFiscalProjects: figure,
    /** Projects with this year's 财政拨款, with other money of this year, and the withheld among the former (2024). */
    fiscalProjectCount: figure,
    nonFiscalProjectCount: figure,
    withheldProjectCount: figure,
    withheldProjects: figure,
    hasEntityGoal: flag,
    /** Whether any performance table follows. */
    hasTables: flag,
    entityGoal: group({
      contact: text,
      phone: text,
      goal: text,
      fromAbove: figure,
      fromOwn: figure,
      fromOther: figure,
      total: figure,
      indicators: list(group(indicator)),
    }),
    projectGoals: list(
      group({
        name: text,
        unit: unitName,
        isOwn: flag,
        leader: text,
        total: figure,
        fiscal: figure,
        other: figure,
        goal: text,
        indicators: list(group({ ...indicator, lastValue: text, scoring: text, evidence: text })),
      }),
    ),
  }),
  otherMatters: list(text),
  extraTerms: list(group({ term: text, definition: text })),
});

/**
 * Names of the whole document, which a template may write at any depth; no group within the view has a name of these.
 */
export const documentNames: readonly string[] = ['year', 'lastYear', 'kind', 'self', 'isDepartment', 'organization'];

export type View = DataOf<typeof viewShape>;
export type CodeRowView = View['codes']['all'][number];
