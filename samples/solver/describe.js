/**
 * Writes constraints/<sample>.txt: every printed amount as the sum of the cells it is made of, in plain text, from
 * tests/published and the structure of samples/sources (which cells hold an amount; not the amounts themselves).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { choices } from './choices.js';
import { describeExactSums, describePart3 } from './part3.js';
import { amountCells, descriptionFile, readJson, readPublished, samples, sourceFile } from './source.js';
import { describeTables } from './tables.js';

const plain = (printed) => printed.replaceAll(',', '');

/** Collects printed sums; the same cells printed in several places become one line, and a contradiction an error. */
function collector() {
  const sums = new Map();
  const say = (label, printed, cells) => {
    const amount = plain(printed);
    const isBlank = amount === '' || amount === '0.00';
    if (isBlank !== (cells.length === 0)) throw new Error(`${label}：印出“${printed}”，而单元格有 ${cells.length} 个`);
    if (isBlank) return;
    const key = cells.join(' + ');
    const known = sums.get(key) ?? { labels: [], printed: amount, cells };
    if (known.printed !== amount) throw new Error(`${label} 印出 ${amount}，${known.labels[0]} 印出 ${known.printed}`);
    known.labels.push(label);
    sums.set(key, known);
  };
  return { sums, say };
}

/**
 * 增加 or 减少 is decided on exact amounts (FORM money-4), which only matters where the change prints as 0.00: 减少0.00
 * means that this year's amount is the smaller one all the same.
 */
const directionsInto = (lines) => (label, frame, now, last) => {
  const [, word] = /(增加|减少)0\.00万元/.exec(frame) ?? [];
  if (word === undefined || now.length + last.length === 0) return;
  const [nowSum, lastSum] = [now.join(' + '), last.join(' + ')];
  lines.push(word === '减少' ? `${label}: ${lastSum} > ${nowSum}` : `${label}: ${nowSum} >= ${lastSum}`);
};

function describe(name) {
  const source = readJson(sourceFile(name));
  const published = readPublished(name);
  const { sums, say } = collector();
  const directions = [];
  describeTables(say, published.tables, source);
  describePart3(say, directionsInto(directions), published, source);
  const equal = [];
  const agree = (label, left, right) => equal.push([label, left, right]);
  describeExactSums(agree, source);
  for (const [label, left, right] of choices[name].equal) agree(label, left, right);

  const cellLines = amountCells(source).map(({ id, holder, column }) => {
    const amount = sums.get(id)?.printed ?? choices[name].amounts[id];
    if (amount === undefined) throw new Error(`${name}：没有印出也没有选定的金额 ${id}`);
    const words = Object.entries(holder).filter(([key, value]) => key !== column && !/^-?[\d.]+$/.test(value));
    const code = holder.功能科目编码 ?? holder.经济科目编码 ?? '';
    const about = Array.isArray(source[id.split('#')[0]])
      ? words.slice(0, 2).map(([, value]) => value.slice(0, 24))
      : [];
    return `${id} ~ ${amount}${sums.has(id) ? '' : ' 选定'} // ${[code, ...about].join(' ').trim()}`;
  });
  const sumLines = [...sums.values()].map(
    ({ labels, printed, cells }) => `${labels.join('、')}: ${printed} = ${cells.join(' + ')}`,
  );
  const equalLines = equal
    .filter(([, left, right]) => left.length + right.length > 0)
    .map(([label, left, right]) => `${label}: ${left.join(' + ')} = ${right.join(' + ')}`);
  const text = [
    `# ${name}：金额的约束，由 describe.js 生成，由 solve.js 求解。金额单位：万元`,
    '# [金额] 每个金额单元格及其印出（或选定）的数；[印出] 相加后四舍五入应印出的数；[相等] 到元都应相等的数；',
    '# [方向] 印出的增减为 0.00 时，本年与上年谁大（按元）',
    '[金额]',
    ...cellLines,
    '[印出]',
    ...sumLines,
    '[相等]',
    ...equalLines,
    '[方向]',
    ...directions,
    '',
  ];
  mkdirSync(new URL('.', descriptionFile(name)), { recursive: true });
  writeFileSync(descriptionFile(name), text.join('\n'));
  console.log(`${name}: ${cellLines.length} 个金额，${sumLines.length} 个印出数，${equalLines.length} 个相等关系`);
}

for (const name of process.argv.length > 2 ? process.argv.slice(2) : samples) describe(name);
