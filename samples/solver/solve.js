/**
 * Finds the amounts in 元 of the sample workbooks and writes them into samples/sources/*.json.
 *
 * Each amount is its printed value plus a deviation in whole 10 元. A printed sum comes out when the deviations of its
 * cells bring the exact sum to within −50 … +49 元 of the printed value (rounding half up to 0.01 万元). Among all
 * solutions the one with the fewest deviating cells and, among these, the smallest deviations is taken (HiGHS,
 * a mixed integer program of a few hundred rows, solved to optimality; same input, same answer).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import highsLoader from 'highs';
import { amountCells, descriptionFile, readJson, samples, sourceFile } from './source.js';

const step = 10; // 元
const low = -5; // steps below a printed value that still round up to it
const high = 4; // steps above a printed value that still round down to it
const free = 50; // how far, in steps, a chosen amount may move
const eachCell = 10; // what a deviating cell costs, in steps: few cells before small deviations

const steps = (wan) => Math.round(Number(wan) * 10000) / step;

/** The description as data: cells with their nominal amount in steps, printed sums, equal sums. */
function parse(text) {
  const sections = { 金额: [], 印出: [], 相等: [], 方向: [] };
  let section;
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const head = /^\[(.+)\]$/.exec(line);
    if (head) section = sections[head[1]];
    else section.push(line);
  }
  const cells = sections.金额.map((line) => {
    const [, id, amount, chosen] = /^(\S+) ~ (\S+)( 选定)? \/\//.exec(line);
    return { id, nominal: steps(amount), reach: chosen ? [-free, free] : [low, high] };
  });
  const printed = sections.印出.map((line) => {
    const [, label, amount, sum] = /^(.*): (\S+) = (.*)$/.exec(line);
    return { label, printed: steps(amount), cells: sum.split(' + ') };
  });
  const equal = sections.相等.map((line) => {
    const [, label, left, right] = /^(.*): (.*) = (.*)$/.exec(line);
    return { label, left: left.split(' + '), right: right.split(' + ') };
  });
  const ordered = sections.方向.map((line) => {
    const [, label, larger, sign, smaller] = /^(.*): (.*) (>=?) (.*)$/.exec(line);
    return { label, larger: larger.split(' + '), atLeast: sign === '>' ? 1 : 0, smaller: smaller.split(' + ') };
  });
  return { cells, printed, equal, ordered };
}

/** The integer program in LP format: x deviation in steps, a its size, z whether there is one. */
function program({ cells, printed, equal, ordered }) {
  const index = new Map(cells.map((cell, i) => [cell.id, i]));
  const nominal = (ids) => ids.reduce((sum, id) => sum + cells[index.get(id)].nominal, 0);
  const terms = (ids, sign) => ids.map((id) => `${sign} x${index.get(id)}`).join(' ');
  const rows = [];
  for (const sum of printed.filter((p) => p.cells.length > 1)) {
    const off = sum.printed - nominal(sum.cells);
    rows.push(`${terms(sum.cells, '+')} >= ${off + low}`, `${terms(sum.cells, '+')} <= ${off + high}`);
  }
  for (const { left, right } of equal) {
    rows.push(`${terms(left, '+')} ${terms(right, '-')} = ${nominal(right) - nominal(left)}`);
  }
  for (const { larger, atLeast, smaller } of ordered) {
    const off = nominal(smaller) - nominal(larger) + atLeast;
    rows.push(`${terms(larger, '+')} ${terms(smaller, '-')} >= ${off}`);
  }
  cells.forEach((_, i) => {
    rows.push(`a${i} - x${i} >= 0`, `a${i} + x${i} >= 0`, `a${i} - ${free} z${i} <= 0`);
  });
  const each = (text) => cells.map((cell, i) => text(i, cell)).join('\n');
  return [
    'Minimize',
    each((i) => ` + ${eachCell} z${i} + a${i}`),
    'Subject To',
    ...rows.map((row, i) => ` c${i}: ${row}`),
    'Bounds',
    each((i, cell) => ` ${cell.reach[0]} <= x${i} <= ${cell.reach[1]}\n 0 <= a${i} <= ${free}`),
    'General',
    each((i) => ` x${i}`),
    'Binary',
    each((i) => ` z${i}`),
    'End',
  ].join('\n');
}

function solve(highs, name) {
  const problem = parse(readFileSync(descriptionFile(name), 'utf8'));
  const result = highs.solve(program(problem), { mip_rel_gap: 0 });
  if (result.Status !== 'Optimal') throw new Error(`${name}：没有解（${result.Status}）`);
  const deviations = problem.cells.map((_, i) => Math.round(result.Columns[`x${i}`].Primal));
  const amounts = new Map(problem.cells.map((cell, i) => [cell.id, (cell.nominal + deviations[i]) * step]));

  const source = readJson(sourceFile(name));
  for (const { id, holder, column } of amountCells(source)) {
    if (!amounts.has(id)) throw new Error(`${name}：约束中没有 ${id}，先运行 node describe.js`);
    holder[column] = String(amounts.get(id));
  }
  writeFileSync(sourceFile(name), `${JSON.stringify(source, null, 2)}\n`);
  const moved = problem.cells.filter((_, i) => deviations[i] !== 0);
  console.log(`${name}: ${problem.cells.length} 个金额，其中 ${moved.length} 个与印出数不同：`);
  problem.cells.forEach((cell, i) => {
    if (deviations[i] !== 0) console.log(`  ${cell.id} ${amounts.get(cell.id)}（${deviations[i] * step}）`);
  });
}

const highs = await highsLoader();
for (const name of process.argv.length > 2 ? process.argv.slice(2) : samples) solve(highs, name);
