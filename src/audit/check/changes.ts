/** Shares, changes and rates of part 3 recomputed from print (FORM money-3), and their direction words. */
import { amountAt } from './between.js';
import { type AuditFinding, type Cents, centsOf, percentOf, shown } from './finding.js';
import type { FormKey, FormRow, Published } from './forms.js';
import { number, type Section, type Sentence, sentenceFinding } from './sentence.js';

const total = (row: FormRow) => row.isTotal;
const rowNamed = (pattern: RegExp) => (row: FormRow) => pattern.test(row.name);

const comparison = new RegExp(
  `(?:${number}万元(?:,占${number}%)?,)?比上年预算(增加|减少)${number}万元,(增长|下降)${number}%`,
);
const threePublicItem = new RegExp(
  `(因公出国\\(境\\)费用?|公务用车购置费?|公务用车运行(?:维护)?费|公务接待费)(增加|减少)${number}万元,(增长|下降)${number}%`,
  'g',
);

/** 增减额, 增减率 and their words: last year's amount follows from this year's and the change, both as printed. */
export function checkChanges(published: Published, sentence: Sentence): AuditFinding[] {
  const found = comparison.exec(sentence.text);
  const whole =
    found && sentence.section === 'threePublic' ? amountAt(published, 'threePublic', total, 0)?.cents : undefined;
  const general = found ? checkChange(sentence, centsOf(found[1] ?? '') ?? whole, found.slice(3)) : [];
  const items = [...sentence.text.matchAll(threePublicItem)].flatMap((each) => {
    const pattern = /出国/.test(each[1] ?? '')
      ? /因公出国/
      : /购置/.test(each[1] ?? '')
        ? /购置费?$/
        : /运行/.test(each[1] ?? '')
          ? /运行(维护)?费$/
          : /接待/;
    return checkChange(sentence, amountAt(published, 'threePublic', rowNamed(pattern), 0)?.cents, each.slice(2));
  });
  return [...general, ...items];
}

function checkChange(
  sentence: Sentence,
  now: Cents | undefined,
  parts: readonly (string | undefined)[],
): AuditFinding[] {
  const [direction = '', change = '', rateWord = '', rate = ''] = parts;
  const increased = direction === '增加';
  if (increased !== (rateWord === '增长'))
    return [sentenceFinding('direction', sentence, direction + change, `前面说“${direction}”，后面说“${rateWord}”`)];
  const [difference, percent] = [centsOf(change), centsOf(rate)];
  if (now === undefined || difference === undefined || percent === undefined) return [];
  const last = increased ? now - difference : now + difference;
  if (last < 0)
    return [
      sentenceFinding(
        'direction',
        sentence,
        direction + change,
        `增加 ${change} 比本年的 ${shown(now)} 还多，上年成了负数`,
      ),
    ];
  const expected = last === 0 ? (now === 0 ? 0 : 10000) : percentOf(difference, last);
  if (expected === percent) return [];
  const message = `本年 ${shown(now)}、${direction} ${change}，上年应为 ${shown(last)}，${rateWord}应为 ${shown(expected)}%，说明为 ${rate}%`;
  return [sentenceFinding('rate', sentence, `${rateWord}${rate}`, message)];
}

const wholes: Partial<Record<Section, FormKey>> = { income: 'income', expenditure: 'expenditure', general: 'general' };

export function checkShares(published: Published, sentence: Sentence): AuditFinding[] {
  const key = sentence.section && wholes[sentence.section];
  const whole = key && amountAt(published, key, total, 0)?.cents;
  const found = new RegExp(`${number}万元,占(?:[^\\d%]*)${number}%`).exec(sentence.text);
  const [part, share] = [centsOf(found?.[1] ?? ''), centsOf(found?.[2] ?? '')];
  if (!whole || part === undefined || share === undefined) return [];
  const expected = percentOf(part, whole);
  if (expected === share) return [];
  const message = `${shown(part)} ÷ ${shown(whole)} 应为 ${shown(expected)}%，说明为 ${found?.[2]}%`;
  return [sentenceFinding('share', sentence, found?.[2] ?? '', message)];
}
