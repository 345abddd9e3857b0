/**
 * Performance targets from a list of their own, in the usual shape (项目, 一级指标, 二级指标, 三级指标, 指标值, …): one row an
 * indicator, names that are merged or written once holding on for the rows below.
 */
import type { Edition } from '../../document/edition.js';
import { nameKey } from '../../vocabulary/names.js';
import { disclosures, labelOf } from '../../vocabulary/terms.js';
import { type Draft, type FoundRow, inferred, missing, printed, rowsOf } from '../found.js';
import { headKey } from './formColumns.js';
import type { Piece } from './pieces.js';

/** What the columns of such a list are called. */
const otherHeads = {
  project: ['项目', '项目名称'],
  unit: ['预算单位', '单位名称', '单位', '项目单位', '主管单位'],
  leader: ['项目负责人', '负责人'],
  goal: ['项目总体目标', '总体目标', '年度总体目标', '年度目标', '年度绩效目标', '绩效目标'],
  level1: ['一级指标', '一级指标名称'],
  level2: ['二级指标', '二级指标名称'],
  level3: ['三级指标', '三级指标名称', '指标名称'],
  sign: ['计算符号', '运算符号', '比较符号', '指标符号'],
  value: ['指标值', '年度指标值', '本年指标值', '目标值'],
  measure: ['计量单位', '度量单位', '指标单位'],
  basis: ['指标值设置依据', '指标值设定依据', '指标设定依据', '设置依据', '设定依据'],
  lastValue: ['上年完成值', '上年完成情况', '上年指标值'],
  weight: ['指标分值权重', '分值权重', '权重', '分值', '指标权重', '指标分值'],
  scoring: ['指标赋分规则', '赋分规则', '评分规则', '评分标准'],
  evidence: ['佐证资料', '佐证材料'],
} as const;
type TargetColumn = keyof typeof otherHeads;
const columnKeys = Object.keys(otherHeads) as TargetColumn[];

const needed: readonly TargetColumn[] = ['project', 'level3', 'value'];
/** They hold on for the rows below; a new project ends those of the one before. */
const levels: readonly TargetColumn[] = ['level1', 'level2'];

/** The column of each part; undefined where the table is no such list. */
function columnsOf({ heads }: Piece): ReadonlyMap<TargetColumn, number> | undefined {
  const found = new Map<TargetColumn, number>();
  heads.forEach((texts, index) => {
    const head = headKey(texts.at(-1) ?? '');
    const key = columnKeys.find((one) => (otherHeads[one] as readonly string[]).includes(head));
    if (key !== undefined && !found.has(key)) found.set(key, index);
  });
  return needed.every((key) => found.has(key)) ? found : undefined;
}

/** Whether a table is a list of targets. */
export const isTargetList = (piece: Piece): boolean => columnsOf(piece) !== undefined;

interface TargetProject {
  readonly name: string;
  readonly unit: string;
  readonly leader: string;
  readonly goal: string;
  readonly indicators: FoundRow[];
}

/** ≥ 30 人次, in one cell. */
const wholeValue = (text: (key: TargetColumn) => string): string =>
  [text('sign'), text('value'), text('measure')].join('');

/** In the order of the list; rows of one project that stand apart belong together. */
function projectsIn(pieces: readonly Piece[]): TargetProject[] {
  const projects = new Map<string, TargetProject>();
  for (const piece of pieces) {
    const columns = columnsOf(piece);
    if (!columns) continue;
    const held = new Map<TargetColumn, string>();
    for (const row of piece.rows) {
      const text = (key: TargetColumn) => row[columns.get(key) ?? -1]?.text ?? '';
      const name = text('project');
      if (name !== '' && nameKey(name) !== nameKey(held.get('project') ?? '')) {
        held.clear();
        held.set('project', name);
      }
      for (const key of levels) if (text(key) !== '') held.set(key, text(key));
      const project = held.get('project') ?? '';
      if (project === '' || text('level3') === '') continue;
      const known = projects.get(nameKey(project));
      const own = known ?? {
        name: project,
        unit: text('unit'),
        leader: text('leader'),
        goal: text('goal'),
        indicators: [],
      };
      own.indicators.push({
        level1: printed(held.get('level1')),
        level2: printed(held.get('level2')),
        level3: printed(text('level3')),
        value: printed(wholeValue(text)),
        ...Object.fromEntries(
          (['basis', 'lastValue', 'weight', 'scoring', 'evidence'] as const).map((key) => [key, printed(text(key))]),
        ),
      });
      if (!known) projects.set(nameKey(project), own);
    }
  }
  return [...projects.values()];
}

export interface WithTargets {
  readonly draft: Draft;
  /** What was left out, each as a sentence. */
  readonly notices: readonly string[];
}

const keyIn = (row: FoundRow, column: string): string => nameKey(row[column]?.text ?? '');

/** The indicators of each performance table, whose name only the first of them has. */
function byGoal(rows: readonly FoundRow[]): Map<string, FoundRow[]> {
  const groups = new Map<string, FoundRow[]>();
  let goal = '';
  for (const row of rows) {
    goal = keyIn(row, 'goal') || goal;
    const own = groups.get(goal);
    if (own) own.push(row);
    else groups.set(goal, [row]);
  }
  return groups;
}

const without = (columns: readonly string[], row: FoundRow): FoundRow =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !columns.includes(key)));

/**
 * The draft with the targets of the lists among `pieces`, in place of those of the same projects. Withheld projects
 * have none. `ownUnit`: of projects that the draft does not know.
 */
export function withTargets(draft: Draft, pieces: readonly Piece[], edition: Edition, ownUnit: string): WithTargets {
  const listed = projectsIn(pieces);
  if (listed.length === 0 || !edition.sheets.includes('projectGoals')) return { draft, notices: [] };
  const projects = rowsOf(draft, 'projects');
  const withheld = new Set(
    projects
      .filter(({ disclosure }) => disclosure?.text === labelOf(disclosures, 'withheld'))
      .map((row) => keyIn(row, 'name')),
  );
  const own = listed.filter(({ name }) => !withheld.has(nameKey(name)));
  const names = new Map(own.map(({ name }) => [nameKey(name), name] as const));
  const indicators = byGoal(rowsOf(draft, 'projectIndicators'));
  const added = own.map((project) => goalRow(project, projects, ownUnit));
  const goals = [...rowsOf(draft, 'projectGoals').filter((row) => !names.has(keyIn(row, 'name'))), ...added];
  for (const { name, indicators: rows } of own)
    indicators.set(
      nameKey(name),
      rows.map((row, at) => ({ goal: at === 0 ? printed(name) : undefined, ...row })),
    );
  const inOrder = goals.flatMap((row) => indicators.get(keyIn(row, 'name')) ?? []);
  const scoped = (key: 'projectGoals' | 'projectIndicators', rows: readonly FoundRow[]) =>
    rows.map((row) => without(edition.withoutColumns[key] ?? [], row));
  return {
    draft: {
      ...draft,
      projects: projects.map((row) => covered(row, names.get(keyIn(row, 'name')))),
      projectGoals: scoped('projectGoals', goals),
      projectIndicators: scoped('projectIndicators', inOrder),
    },
    notices: own.length < listed.length ? [`不予公开的项目 ${listed.length - own.length} 个，绩效目标没有导入`] : [],
  };
}

function goalRow(
  { name, unit, leader, goal }: TargetProject,
  projects: readonly FoundRow[],
  ownUnit: string,
): FoundRow {
  const known = projects.find((row) => keyIn(row, 'name') === nameKey(name));
  return {
    name: printed(name),
    unit: printed(unit) ?? known?.unit ?? inferred(ownUnit, '绩效目标中没有写明预算单位，暂列本级'),
    leader: printed(leader) ?? missing('绩效目标中没有写明项目负责人', '某某'),
    goal: printed(goal) ?? missing('绩效目标中没有写明项目总体目标', '某目标'),
  };
}

/** A project that has a performance table of its own name stands in it. */
function covered(row: FoundRow, goal: string | undefined): FoundRow {
  if (goal === undefined || (row.goal?.text ?? '') !== '') return row;
  return { ...row, goal: inferred(goal, '与绩效目标同名') };
}
