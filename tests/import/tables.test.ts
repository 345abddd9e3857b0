/** Tables of a finance system: the same amounts as from our own, or a question; never another amount. */
import { expect, test } from '@jest/globals';
import { buildView } from '../../src/figures/view/view.js';
import { importMatch } from '../../src/import/index.js';
import { type Answers, answersFile, answersIn, matchTables, questionText } from '../../src/import/tables/index.js';
import { figureAt, trialOf } from '../../src/import/trial.js';
import { randomOf } from '../fuzz/mutate.js';
import { sampleBook } from '../support/book.js';
import { editions } from '../support/samples.js';
import { asWorkbook, changes, type SystemTable, systemTables } from './systemTables.js';

const samples = ['2026-unit', '2026-department', '2024-department', '2025-department'];
/** Pairs of changes besides; a longer run asks for some. */
const runs = Number(process.env.IMPORT_TABLES ?? 0);

const views = new Map(
  samples.map((name) => {
    const { facts, edition } = sampleBook(name).examine();
    return [name, { edition, view: buildView(facts, edition) }] as const;
  }),
);
const sampleOf = (name: string) => {
  const sample = views.get(name);
  if (!sample) throw new Error(name);
  return sample;
};
/** What the titles of our own tables do not say. */
const year = (name: string): Answers => ({ 年度: name.slice(0, 4) });
const answered = (file: string): Answers => {
  const given = answersIn({ name: '对应.json', bytes: new TextEncoder().encode(file) });
  if (!given.ok) throw new Error(given.sentence);
  return given.answers;
};
const read = (name: string, tables: readonly SystemTable[], answers: Answers = {}) =>
  matchTables(asWorkbook(tables), `${name}.xlsx`, editions, { ...year(name), ...answers });

/** Figures that the workbook of the tables prints otherwise than the office's own, or, in 元, has otherwise. */
function wrong(name: string, { match, amounts }: ReturnType<typeof read>): string[] {
  const { view } = sampleOf(name);
  const { draft, proof } = importMatch(match, match.edition, amounts);
  const again = trialOf(draft, match, match.edition).view;
  const exact = match.values.flatMap(({ path }) => {
    const [ours, theirs] = [figureAt(again, path), figureAt(view, path)];
    const isSame = ours?.text === theirs?.text && (!amounts.inYuan || ours?.exact === theirs?.exact);
    return isSame ? [] : [`${path}: ${ours?.exact} | ${theirs?.exact}`];
  });
  return [...proof.differences.map(({ value, found }) => `${value.path}: ${value.text} | ${found}`), ...exact];
}

test.each([
  ['2026-unit', '万元'],
  ['2026-department', '元'],
  ['2024-department', '万元'],
  ['2025-department', '元'],
] as const)('%s: all that the tables hold, in %s', (name, unit) => {
  const { view, edition } = sampleOf(name);
  const found = read(name, systemTables(view, edition, unit));
  expect([found.questions.map(questionText), found.problems, found.match.unmatched]).toEqual([[], [], []]);
  expect(found.match.values.filter(({ hole }) => hole !== 'text').length).toBeGreaterThan(700);
  expect(wrong(name, found)).toEqual([]);
});

/** Changes that nobody need be asked about. */
const harmless = ['order', 'sheetNames', 'titles', 'columnOrder', 'wholeCodes', 'totalsFirst', 'oneSheet', 'zeros'];

/** Sets of changes, each made of every one of them once; more of any two where a longer run asks for them. */
const sets = [
  ['order', 'titles', 'columnOrder', 'sheetNames'],
  ['wholeCodes', 'totalsFirst', 'oneSheet'],
  ['extraColumn', 'zeros'],
  ['extraMoney'],
  ['lowestHead'],
  ['otherHead'],
  ['noUnit'],
];
const random = randomOf(31);
const kinds = Object.keys(changes);
const cases = [...sets, ...Array.from({ length: runs }, () => [random.of(kinds), random.of(kinds)])];

test.each(cases.map((set, index) => [set.join('+'), index] as const))('%s: the same, or a question', (set, index) => {
  const own = randomOf(900 + index);
  const name = samples[index % samples.length] ?? '';
  const { view, edition } = sampleOf(name);
  const all = set.split('+');
  const tables = all.reduce(
    (list, change) => changes[change]?.(list, own) ?? [],
    systemTables(view, edition, own.of(['元', '万元'])),
  );
  const found = read(name, tables);
  const asks = found.questions.length + found.problems.length > 0;
  expect(asks ? [] : wrong(name, found)).toEqual([]);
  if (all.includes('noUnit')) expect(asks).toBe(true);
  if (all.every((change) => harmless.includes(change)))
    expect([...found.questions.map(questionText), ...found.problems]).toEqual([]);
});

test('what is asked is written down with the nearest answer, and the answer settles it', () => {
  const name = '2026-unit';
  const { view, edition } = sampleOf(name);
  const tables = systemTables(view, edition, '万元').map((table, index) =>
    index === 1
      ? {
          ...table,
          titles: table.titles.slice(0, 2),
          heads: table.heads.map((heads) => heads.map((head) => (head === '财政拨款结转' ? '财政拨款结转资金' : head))),
        }
      : table,
  );
  const asked = read(name, tables);
  expect(asked.questions.map(questionText)).toEqual([
    '“单位收入总体情况表”没有注明金额是元还是万元',
    '“单位收入总体情况表”的列“财政拨款结转资金”表样里没有，最接近的是“财政拨款结转”',
  ]);
  const file = answersFile({}, asked.questions);
  expect(file).toContain('"财政拨款结转资金": "财政拨款结转"');
  const settled = read(
    name,
    tables,
    answered(file.replace('"单位收入总体情况表": ""', '"单位收入总体情况表": "万元"')),
  );
  expect(settled.questions).toEqual([]);
  expect(wrong(name, settled)).toEqual([]);
});

test('an answer that says nothing of the tables is told, with what is possible', () => {
  const name = '2026-unit';
  const { view, edition } = sampleOf(name);
  const tables = systemTables(view, edition, '万元');
  const label = tables[1]?.sheet ?? '';
  const [first = '', second = ''] = ['科目代码／类', '科目代码／款'];
  const found = read(name, tables, {
    表: { 别的表: '表1', [label]: '表99' },
    金额单位: { [label]: '元' },
    列: { [label]: { 没有的列: '合计', [first]: '科目名称', [second]: '科目名称', 总计: '总金额' }, 别的表: {} },
    行: { [label]: { 没有的行: '不用' } },
  });
  const told = [...found.problems, ...found.notices].join('\n');
  for (const words of [
    `“表”里的“别的表”，这次的文件里没有这张表（有“`,
    `的表“${label}”写的“表99”不能用，可以写“表1 `,
    `“${label}”的金额单位写的是“元”，表上注明的是“万元”`,
    `“${label}”的列“没有的列”，这张表里没有（有“`,
    `“${label}”的“${first}”、“${second}”都写成“科目名称”，只能有一个`,
    `“${label}”的列“总计”写的“总金额”不能用，可以写“`,
    `“${label}”的行“没有的行”，这张表里没有`,
  ])
    expect(told).toContain(words);
});

test('tables that contradict each other are told, each with its place', () => {
  const name = '2026-unit';
  const { view, edition } = sampleOf(name);
  const tables = systemTables(view, edition, '万元');
  const [, second, third, , fifth, sixth] = tables;
  if (!second || !third || !fifth || !sixth) throw new Error(name);
  const rowWith = (table: SystemTable, words: string, amount: string) =>
    table.heads.at(-1)?.map((_, column) => (column === 3 ? words : column > 3 ? amount : '')) ?? [];
  second.titles = [`2025年${second.titles[0]}`, '编制单位：另一个局', '单位：万元'];
  second.rows.splice(2, 0, rowWith(second, '小计', '1.00'), rowWith(second, '某项工作', '2.00'));
  third.titles[0] = `2026年${third.titles[0]}`;
  third.rows.splice(2, 0, rowWith(third, '合计', '500.00'));
  fifth.rows[2] = fifth.rows[2]?.map((text, column) => (column === 4 ? `-${text}` : text)) ?? [];
  sixth.heads = sixth.heads.map((row) => [...row, row[3] ?? '']);
  sixth.rows = sixth.rows.map((row) => [...row, '1.00']);
  const found = read(name, tables);
  const told = [...found.problems, ...found.notices, ...found.questions.map(questionText)].join('\n');
  for (const words of [
    /各表的标题里有几个年度：“2025”（.*）、“2026”（.*）/,
    /各表不是同一家的：“.*”（.*）、“另一个局”（/,
    /里的“小计”1 行没有用到/,
    /里“某项工作”一行有金额而没有科目编码/,
    /里有 2 行合计，金额不同/,
    /列的“-155.43”是负数/,
    /的列“.*（第4列）”表样里没有/,
    /的列“.*（第7列）”表样里没有/,
  ])
    expect(told).toMatch(words);
});
