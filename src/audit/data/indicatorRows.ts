/** The performance tables of a published document, as rows of its data. */
import type { Match, PrintedValue } from '../../published/match/types.js';
import type { DataRow } from '../../writers/data/fields.js';

/** The view's name for each field. */
const fields = {
  level1: 'level1',
  level2: 'level2',
  level3: 'level3',
  value: 'value',
  basis: 'basis',
  last: 'lastValue',
  weight: 'weight',
  scoring: 'scoring',
  evidence: 'evidence',
} as const;

/** A performance table with its indicators. Names of persons and telephone numbers are left to the document. */
interface GoalRead {
  readonly words: DataRow;
  readonly text: string;
  readonly indicators: readonly DataRow[];
}

/** Of the whole entity first, then of the projects. */
function goalsRead({ values, doubtful, name }: Match): GoalRead[] {
  const texts = new Map(ofPerformance(values).map(({ path, text }) => [path, text]));
  const inDoubt = new Set(ofPerformance(doubtful).map(({ path }) => path));
  const goalAt = (path: string, words: DataRow): GoalRead => ({
    words,
    text: texts.get(`${path}.goal`) ?? '',
    indicators: indicatorsAt(`${path}.indicators`, texts, inDoubt),
  });
  const whole = goalAt('performance.entityGoal', { goal: '整体支出', name, unit: '' });
  const projects = Array.from({ length: countIn('performance.projectGoals', texts) }, (_, index) => {
    const path = `performance.projectGoals[${index}]`;
    const unit = texts.get(`${path}.unit`) ?? '';
    return goalAt(path, { goal: '项目支出', name: texts.get(`${path}.name`) ?? '', unit });
  });
  const hasWhole = whole.text !== '' || whole.indicators.length > 0;
  return [...(hasWhole ? [whole] : []), ...projects];
}

function indicatorsAt(list: string, texts: ReadonlyMap<string, string>, inDoubt: ReadonlySet<string>): DataRow[] {
  let above: DataRow = {};
  return Array.from({ length: countIn(list, texts) }, (_, index) => {
    // a level-1 or level-2 name stands once, in a cell that its rows share
    const read = Object.entries(fields).map(([field, own]) => {
      const path = `${list}[${index}].${own}`;
      const isShared = (field === 'level1' || field === 'level2') && !inDoubt.has(path);
      return [field, texts.get(path) ?? (isShared ? above[field] : undefined) ?? ''] as const;
    });
    above = Object.fromEntries(read);
    return above;
  });
}

export const goalRows = (match: Match): DataRow[] => goalsRead(match).map(({ words, text }) => ({ ...words, text }));

export const indicatorRows = (match: Match): DataRow[] =>
  goalsRead(match).flatMap(({ words, indicators }) => indicators.map((row) => ({ ...words, ...row })));

const ofPerformance = (values: readonly PrintedValue[]): PrintedValue[] =>
  values.filter(({ path, hole }) => path.startsWith('performance.') && (hole === 'text' || path.endsWith('.weight')));

/** One more than the highest index that was read. */
function countIn(list: string, texts: ReadonlyMap<string, string>): number {
  const indices = [...texts.keys()].flatMap((path) =>
    path.startsWith(`${list}[`) ? [Number.parseInt(path.slice(list.length + 1), 10)] : [],
  );
  return indices.reduce((count, index) => Math.max(count, index + 1), 0);
}
