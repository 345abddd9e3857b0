/** From facts to everything that the document prints. */
import type { Facts } from '../../model/facts.js';
import { quantity, statedAmount, statedCount, sumOfCounts, sumOfFigures } from '../figure.js';
import { ledgerOf } from '../ledger.js';
import { identityView } from './identity.js';
import { namesOf } from './names.js';
import {
  carryOverExplained,
  commissionedExplained,
  comparedCodes,
  comparedView,
  projectsExplained,
  publicProjects,
  purposesView,
  structure,
} from './narrative.js';
import { performanceView } from './performance.js';
import {
  carryOverUnits,
  classRows,
  codeRows,
  commissionedTable,
  economicTable,
  gridCache,
  projectUnits,
  threePublicTable,
} from './tables.js';
import type { View } from './viewShape.js';

/** What of an edition the figures depend on. */
export interface FormClasses {
  /** 支出功能分类 类 that the form lists, in its order. */
  readonly classes: readonly { readonly code: string; readonly name: string }[];
}

/** The facts must have passed the checks without an error. */
export function buildView(facts: Facts, form: FormClasses): View {
  const ledger = ledgerOf(facts);
  const nameOf = namesOf(facts);
  const grid = gridCache();
  const amounts = grid('全部', () => ledger);
  const classes = classRows(form.classes, ledger, grid, amounts.all.total);
  const economic = economicTable(facts, nameOf);
  const projects = projectUnits(facts, ledger, nameOf, grid);
  const { lines, ...commissioned } = commissionedTable(facts);
  const carryOver = carryOverUnits(facts, ledger, grid);
  return {
    ...identityView(facts),
    amounts,
    classes,
    codes: {
      all: codeRows(ledger, 'all', nameOf, grid),
      general: codeRows(ledger, 'general', nameOf, grid),
      fund: codeRows(ledger, 'fund', nameOf, grid),
      capital: codeRows(ledger, 'capital', nameOf, grid),
    },
    economic,
    projectUnits: projects,
    threePublic: threePublicTable(facts),
    commissioned: { ...commissioned, explained: commissionedExplained(facts, lines) },
    carryOver: { units: carryOver, explained: carryOverExplained(facts, carryOver) },
    compared: comparedView(facts, amounts, economic.public),
    comparedCodes: comparedCodes(facts, ledger, amounts, nameOf, grid),
    structure: structure(classes, amounts),
    purposes: purposesView(facts, classes),
    projectsExplained: projectsExplained(facts, projects, ledger, grid),
    publicProjects: publicProjects(facts, ledger, amounts, grid),
    procurement: procurementView(facts),
    assets: assetsView(facts),
    performance: performanceView(facts, ledger, amounts),
  };
}

function procurementView(facts: Facts): View['procurement'] {
  const { goods, works, services, reservedForSmall, reservedForMicro } = facts.procurement;
  const parts = {
    goods: statedAmount('政府采购/货物', goods),
    works: statedAmount('政府采购/工程', works),
    services: statedAmount('政府采购/服务', services),
  };
  return {
    ...parts,
    total: sumOfFigures('政府采购/合计', Object.values(parts)),
    reservedForSmall: statedAmount('政府采购/面向中小企业预留', reservedForSmall),
    reservedForMicro: statedAmount('政府采购/小微企业预留', reservedForMicro),
  };
}

function assetsView(facts: Facts): View['assets'] {
  const assets = facts.stateAssets;
  const stated = (label: string, cell: (typeof assets)['generalCars']) => statedCount(`国有资产/${label}`, cell);
  const worth = (label: string, cell: (typeof assets)['houseValue']) => statedAmount(`国有资产/${label}`, cell);
  const cars = {
    generalCars: stated('一般公务用车', assets.generalCars),
    dutyCars: stated('执法执勤用车', assets.dutyCars),
    otherCars: stated('其他车辆', assets.otherCars),
  };
  const carValues = {
    generalCarsValue: worth('一般公务用车价值', assets.generalCarsValue),
    dutyCarsValue: worth('执法执勤用车价值', assets.dutyCarsValue),
    otherCarsValue: worth('其他车辆价值', assets.otherCarsValue),
  };
  return {
    houseArea: quantity('国有资产/房屋面积', '平方米', assets.houseArea),
    houseValue: worth('房屋价值', assets.houseValue),
    cars: sumOfCounts('国有资产/车辆', Object.values(cars)),
    carsValue: sumOfFigures('国有资产/车辆价值', Object.values(carValues)),
    ...cars,
    ...carValues,
    furnitureValue: worth('办公家具价值', assets.furnitureValue),
    otherValue: worth('其他资产价值', assets.otherValue),
    equipment50: stated('单价50万元以上大型设备', assets.equipment50),
    equipment100: stated('单价100万元以上大型设备', assets.equipment100),
    plannedEquipment50: stated('本年安排购置单价50万元以上大型设备', assets.plannedEquipment50),
    plannedEquipment100: stated('本年安排购置单价100万元以上大型设备', assets.plannedEquipment100),
  };
}
