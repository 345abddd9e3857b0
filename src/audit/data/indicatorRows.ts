/** The indicators of the performance tables of a published document, as rows of its data. */
import type { Match, PrintedValue } from '../../published/match/types.js';
import type { DataRow } from '../../writers/data/fields.js';

const levels = ['level1', 'level2', 'level3', 'value'] as const;

/** Of the whole entity first, then of the projects. Names of persons and telephone numbers are left to the document. */
export function indicatorRows({ values, doubtful, name }: Match): DataRow[] {
  const texts = new Map(ofPerformance(values).map(({ path, text }) => [path, text]));
  const inDoubt = new Set(ofPerformance(doubtful).map(({ path }) => path));
  const rowsOf = (goal: string, words: DataRow): DataRow[] => {
    const count = countIn(`${goal}.indicators`, texts);
    let above: DataRow = {};
    return Array.from({ length: count }, (_, index) => {
      const own = (level: string) => `${goal}.indicators[${index}].${level}`;
      // a level-1 or level-2 name stands once, in a cell that its rows share
      const read = levels.map((level) => {
        const text = texts.get(own(level));
        const isShared = (level === 'level1' || level === 'level2') && !inDoubt.has(own(level));
        return [level, text ?? (isShared ? above[level] : undefined) ?? ''] as const;
      });
      above = Object.fromEntries(read);
      return { ...words, ...above };
    });
  };
  const projects = Array.from({ length: countIn('performance.projectGoals', texts) }, (_, index) => {
    const goal = `performance.projectGoals[${index}]`;
    const words = { goal: '项目支出', name: texts.get(`${goal}.name`) ?? '', unit: texts.get(`${goal}.unit`) ?? '' };
    return rowsOf(goal, words);
  });
  const rows = [...rowsOf('performance.entityGoal', { goal: '整体支出', name, unit: '' }), ...projects.flat()];
  return rows.map((row, index) => ({ ...row, number: String(index + 1) }));
}

const ofPerformance = (values: readonly PrintedValue[]): PrintedValue[] =>
  values.filter(({ path, hole }) => hole === 'text' && path.startsWith('performance.'));

/** One more than the highest index that was read. */
function countIn(list: string, texts: ReadonlyMap<string, string>): number {
  const indices = [...texts.keys()].flatMap((path) =>
    path.startsWith(`${list}[`) ? [Number.parseInt(path.slice(list.length + 1), 10)] : [],
  );
  return indices.reduce((count, index) => Math.max(count, index + 1), 0);
}
