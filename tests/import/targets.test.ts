/** Performance targets from a list of their own. */
import { expect, test } from '@jest/globals';
import { rowsOf } from '../../src/import/found.js';
import { importMatch } from '../../src/import/index.js';
import { withTargets } from '../../src/import/tables/index.js';
import { piecesOf } from '../../src/import/tables/pieces.js';
import { isTargetList } from '../../src/import/tables/targets.js';
import { match } from '../../src/published/match/index.js';
import { sampleBook } from '../support/book.js';
import { publishedOf } from '../support/printedValues.js';
import { editions } from '../support/samples.js';
import { asWorkbook, type SystemTable } from './systemTables.js';

const { draft } = importMatch(match(publishedOf(sampleBook('2026-unit').compose().tree), editions));
const edition = editions.load(2026);
const office = '某某市某某局';
const heads = ['项目', '一级指标', '二级指标', '三级指标', '计算符号', '指标值', '计量单位', '权重'];
const list = (rows: string[][], own = heads): SystemTable => ({
  sheet: '绩效',
  titles: ['绩效目标'],
  heads: [own],
  rows,
  notes: [],
});
const pieces = (table: SystemTable) => piecesOf(asWorkbook([table]), { heads: new Set(), isTitle: () => false });
const indicatorsOf = (...rows: string[][]) =>
  rowsOf(withTargets(draft, pieces(list(rows)), edition, office).draft, 'projectIndicators');

const [first, second] = rowsOf(draft, 'projectGoals').map(({ name }) => name?.text ?? '');

test('names and levels that stand once hold on, until the next project', () => {
  const rows = indicatorsOf(
    [first ?? '', '产出指标', '数量指标', '检查次数', '>=', '30', '次', '20'],
    ['', '', '质量指标', '合格率', '=', '100', '%', '10'],
    ['某新项目', '', '', '满意度', '>=', '95', '%', '10'],
  );
  const added = rows.filter((row) => ['检查次数', '合格率', '满意度'].includes(row.level3?.text ?? ''));
  const texts = added.map((row) =>
    [row.goal, row.level1, row.level2, row.value, row.weight].map((found) => found?.text),
  );
  expect(texts).toEqual([
    [first, '产出指标', '数量指标', '>=30次', '20'],
    [undefined, '产出指标', '质量指标', '=100%', '10'],
    ['某新项目', undefined, undefined, '>=95%', '10'],
  ]);
});

test('they take the place of those of the same project, and of no other', () => {
  const rows = indicatorsOf([first ?? '', '产出指标', '数量指标', '检查次数', '', '30次', '', '20']);
  const before = rowsOf(draft, 'projectIndicators');
  const from = before.findIndex(({ goal }) => goal?.text === second);
  const goals = rows.flatMap(({ goal }) => goal?.text ?? []);
  expect(goals.filter((goal) => goal === first)).toHaveLength(1);
  expect(goals.filter((goal) => goal === second)).toHaveLength(1);
  expect(rows.length).toBe(before.length - from + 1);
});

test('a withheld project gets none, and that is said', () => {
  const withheld =
    rowsOf(draft, 'projects').find(({ disclosure }) => disclosure?.text === '不予公开')?.name?.text ?? '';
  expect(withheld).not.toBe('');
  const table = list([[withheld, '产出指标', '数量指标', '秘密指标', '', '1', '', '10']]);
  const found = withTargets(draft, pieces(table), edition, office);
  expect(JSON.stringify(found.draft)).not.toContain('秘密指标');
  expect(found.notices).toEqual(['不予公开的项目 1 个，绩效目标没有导入']);
});

test('what the list does not say is missing, and the unit of an unknown project inferred', () => {
  const table = list([['某新项目', '产出指标', '数量指标', '次数', '', '1', '', '10']]);
  const goals = rowsOf(withTargets(draft, pieces(table), edition, office).draft, 'projectGoals');
  const goal = goals.find(({ name }) => name?.text === '某新项目');
  expect([goal?.leader?.origin, goal?.goal?.origin, goal?.unit?.origin, goal?.unit?.text]).toEqual([
    ...['missing', 'missing', 'inferred', office],
  ]);
});

test('a table of amounts is no list of targets', () => {
  expect(pieces(list([['甲', '1']], ['项目名称', '合计'])).map(isTargetList)).toEqual([false]);
});
