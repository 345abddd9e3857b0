/**
 * Facts of an office that never was: those of a sample with other names, amounts, texts and rows, by a seed. They need
 * not add up: a document is made of any facts. Names and texts have in them what reads like figures (2号楼, 5G, 12345热线,
 * 3.15, 16.50万元).
 */
import type { Facts } from '../../src/model/facts.js';
import { exactText, type Money, parseMoney, parseQuantity } from '../../src/vocabulary/money.js';
import { layout, type SheetKey } from '../../src/workbook/layout/layout.js';
import type { CellType, Columns } from '../../src/workbook/layout/types.js';
import { randomOf } from '../fuzz/mutate.js';

type Random = ReturnType<typeof randomOf>;
type Row = Record<string, unknown>;

const nameParts = [
  '2号楼',
  '5G',
  '12345热线',
  '3.15',
  '110',
  '“十五五”',
  '（一期）',
  '特定目标0710193B',
  '特定目标371000',
  '2026年',
  '甲子',
  '乙丑',
  '设备',
  '运行',
  '维护',
  '专项',
  '信息化',
  '服务中心',
  '改造',
  'A区',
  '—',
  '(2025)121号',
  '1,234',
  '第3批',
];
const textParts = [
  '人员增加',
  '一次性项目完成',
  '2025年',
  '16.50万元',
  '增加3.15个百分点',
  '按计划',
  '“两区”建设',
  '（含5G）',
  '12345热线',
  '用于',
  '比上年',
  '，',
  '、',
  '《办法》',
  '委托',
  '99%',
  '3 个',
  '减少',
  '支出',
];

const pick = (random: Random, parts: readonly string[], most: number): string =>
  Array.from({ length: 1 + random.below(most) }, () => random.of(parts)).join('');

function amount(random: Random): string {
  const kind = random.below(10);
  if (kind === 0) return '0';
  if (kind === 1) return `${random.below(49)}.${10 + random.below(90)}`;
  return `${random.below(10 ** (4 + random.below(6)))}.${10 + random.below(90)}`;
}

/** Names are one thing wherever they stand. */
class Names {
  readonly #random: Random;
  readonly #given = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(random: Random) {
    this.#random = random;
  }

  of(name: string): string {
    const known = this.#given.get(name);
    if (known !== undefined) return known;
    let made = pick(this.#random, nameParts, 4);
    while (this.#taken.has(made) || !/[一-龥]/.test(made)) made += this.#random.of(nameParts);
    this.#taken.add(made);
    this.#given.set(name, made);
    return made;
  }
}

/** Whose names the sheets' columns hold. */
const named: readonly string[] = [
  'entity.name',
  'units.name',
  'projects.name',
  'projectGoals.name',
  'projectIndicators.name',
];
/** Rows that other rows need, and texts that are keys. */
const kept: readonly SheetKey[] = [
  'entity',
  'units',
  'codes',
  'lastYear',
  'threePublic',
  'projects',
  'headcount',
  'purposes',
];

function changed(type: CellType, path: string, value: unknown, random: Random, names: Names): unknown {
  if (named.includes(path) || ['unitName', 'projectName', 'goalName'].includes(type.kind))
    return names.of(String(value));
  if (type.kind === 'amount') return parseMoney(amount(random), 'yuan', 'exact');
  if (type.kind === 'quantity') return parseQuantity(amount(random), 'exact');
  if (type.kind === 'count' && !/rder$/.test(path)) return random.below(300);
  if (type.kind === 'longText' || path === 'extraTerms.term') return pick(random, textParts, 8);
  return value;
}

const rowOf = (key: SheetKey, row: Row, random: Random, names: Names): Row =>
  rowWith(key, row, (type, path, value) => changed(type, path, value, random, names));

type Change = (type: CellType, path: string, value: unknown) => unknown;

function rowWith(key: SheetKey, row: Row, change: Change): Row {
  const columns: Columns = layout[key].columns;
  const cells = Object.entries(row).map(([name, cell]) => {
    const type = columns[name]?.type;
    const held = cell as { value?: unknown } | undefined;
    if (!type || held?.value === undefined) return [name, cell];
    return [name, { ...held, value: change(type, `${key}.${name}`, held.value) }];
  });
  return Object.fromEntries(cells);
}

/** Now and then an office without subordinates, of the one kind or the other. */
function alone(facts: Facts, random: Random): Facts {
  const choice = random.below(4);
  if (choice > 1) return facts;
  const kind = { ...facts.entity.kind, value: choice === 0 ? 'unit' : 'department' } as const;
  return { ...facts, entity: { ...facts.entity, kind }, units: facts.units.filter(({ own }) => own.value === 'yes') };
}

export function randomFacts(sample: Facts, seed: number): Facts {
  const random = randomOf(seed);
  const facts = alone(sample, random);
  const names = new Names(random);
  const sheets = Object.entries(facts).map(([name, sheet]) => {
    const key = name as SheetKey;
    if (!Array.isArray(sheet)) return [key, rowOf(key, sheet as Row, random, names)];
    const share = kept.includes(key) ? 10 : random.of([0, 5, 8, 10]);
    const rows = (sheet as Row[]).filter(() => random.below(10) < share);
    return [key, rows.map((row) => rowOf(key, row, random, names))];
  });
  return Object.fromEntries(sheets) as Facts;
}

/**
 * Facts that add up as the sample's do: all amounts are the sample's times one factor, which may leave less than 50 元
 * of them; names and texts are others.
 */
export function soundFacts(sample: Facts, seed: number): Facts {
  const random = randomOf(seed);
  const names = new Names(random);
  const factor = random.of([1, 0.37, 12.9, 0.001, 0.00002, 3.0001]);
  const scaled = (type: CellType, path: string, value: unknown): unknown => {
    if (type.kind === 'amount')
      return parseMoney((Number(exactText(value as Money)) * factor).toFixed(2), 'yuan', 'exact');
    if (type.kind === 'quantity' || type.kind === 'count') return value;
    const text = changed(type, path, value, random, names);
    // an amount in it is the project's own, which a random one may look like a slip of
    return path === 'projects.allocation' ? String(text).replace(/\d/g, '') : text;
  };
  const sheets = Object.entries(sample).map(([name, sheet]) => {
    const of = (row: Row) => rowWith(name as SheetKey, row, scaled);
    return [name, Array.isArray(sheet) ? (sheet as Row[]).map(of) : of(sheet as Row)];
  });
  return Object.fromEntries(sheets) as Facts;
}
