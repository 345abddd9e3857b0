/** Part 3 against the tables. */
import { sentenceAround } from '../place.js';
import { amountAt, type Printed } from './between.js';
import { checkChanges, checkShares } from './changes.js';
import { type AuditFinding, type Cents, centsOf, shown, withinRounding } from './finding.js';
import type { FormKey, FormRow, Published } from './forms.js';
import { number, type Section, type Sentence, sentenceFinding } from './sentence.js';
import { sumFinding } from './totals.js';

export function checkSentences(published: Published, sentences: readonly Sentence[]): AuditFinding[] {
  return [
    ...sentences.flatMap((sentence) => checkAmounts(published, sentence)),
    ...sentences.flatMap((sentence) => checkChanges(published, sentence)),
    ...sentences.flatMap((sentence) => checkShares(published, sentence)),
    ...checkStructure(published, sentences),
    ...sentences.flatMap((sentence) => checkOther(sentence)),
  ];
}

const total = (row: FormRow) => row.isTotal;
const rowNamed = (pattern: RegExp) => (row: FormRow) => pattern.test(row.name);

interface Statement {
  readonly section: Section;
  /** The amount is its last group. */
  readonly says: string;
  readonly key: FormKey;
  readonly row: (row: FormRow) => boolean;
  readonly column: RegExp | number;
  readonly side?: number;
}

const own = (section: Section, says: string, key: FormKey, column: RegExp | number = 0): Statement => ({
  section,
  says,
  key,
  row: total,
  column,
});
const item = (says: string, row: RegExp): Statement => ({
  section: 'threePublic',
  says: `${says}${number}万元[,。;]`,
  key: 'threePublic',
  row: rowNamed(row),
  column: 0,
});

/** What a sentence says, and where the tables say it. */
const statements: readonly Statement[] = [
  own('balance', `收支总预算${number}万元`, 'balance'),
  own('income', `收入预算${number}万元`, 'income'),
  own('income', `^一般公共预算${number}万元`, 'income', /(?<!上级)一般公共预算$/),
  own('income', `^上级一般公共预算安排的转移支付资金${number}万元`, 'income', /上级一般公共预算/),
  own('income', `^政府性基金预算${number}万元`, 'income', /(?<!上级)政府性基金预算$/),
  own('income', `^上级政府性基金安排的转移支付资金${number}万元`, 'income', /上级政府性基金/),
  own('income', `^国有资本经营预算${number}万元`, 'income', /(?<!上级)国有资本经营预算$/),
  own('income', `^上级国有资本经营预算安排的转移支付资金${number}万元`, 'income', /上级国有资本/),
  own('income', `^单位资金${number}万元`, 'income', /^单位资金/),
  own('income', `^财政专户[^\\d]*${number}万元`, 'income', /^财政专户/),
  own('income', `^财政拨款结转(?:结余)?${number}万元`, 'income', /^财政拨款结转/),
  own('income', `^非财政拨款结转(?:结余)?${number}万元`, 'income', /^非财政拨款结转/),
  own('expenditure', `支出预算${number}万元`, 'expenditure'),
  own('expenditure', `^基本支出${number}万元`, 'expenditure', /基本支出/),
  own('expenditure', `^项目支出${number}万元`, 'expenditure', /项目支出/),
  own('fiscal', `收支总预算${number}万元`, 'fiscalBalance'),
  own('fiscal', `收入预算包括:一般公共预算拨款${number}万元`, 'fiscalBalance', /一般公共预算/),
  own('general', `拨款合计${number}万元`, 'general'),
  own('general', `^基本支出${number}万元`, 'general', /基本支出/),
  own('general', `^项目支出${number}万元`, 'general', /项目支出/),
  own('basic', `基本支出${number}万元,其中`, 'basic'),
  own('basic', `^人员经费${number}万元`, 'basic', /人员经费/),
  own('basic', `^公用经费${number}万元`, 'basic', /公用经费/),
  own('threePublic', `经费(?:预算)?数为${number}万元`, 'threePublic'),
  item('因公出国\\(境\\)费用?', /因公出国/),
  item('(?<=万元,|其中:)公务用车购置费?', /购置费?$/),
  item('公务用车运行(?:维护)?费', /运行(维护)?费$/),
  item('公务接待费', /接待/),
  own('commissioned', `委托业务费${number}万元,其中`, 'commissioned'),
  own('carryOver', `上年结转结余${number}万元,`, 'carryOver'),
  own('carryOver', `(?<!非)财政拨款${number}万元,非`, 'carryOver', /^财政拨款·(小计|合计)/),
  own('carryOver', `非财政拨款${number}万元,其中`, 'carryOver', /^非财政拨款·(小计|合计)/),
  own('other', `机关运行经费财政拨款预算${number}万元`, 'basic', /公用经费/),
];

function amountOf(published: Published, { key, row, column, side = 0 }: Statement): Printed | undefined {
  const side4 = key === 'fiscalBalance' && column instanceof RegExp ? 1 : side;
  return amountAt(published, key, row, column, side4);
}

function checkAmounts(published: Published, sentence: Sentence): AuditFinding[] {
  return statements.flatMap((statement) => {
    if (statement.section !== sentence.section) return [];
    const found = new RegExp(statement.says).exec(sentence.text);
    const text = found?.at(-1);
    const printed = found && amountOf(published, statement);
    if (!text || !printed) return [];
    return against(sentence, text, printed.cents, printed.table.title);
  });
}

function against(sentence: Sentence, text: string, expected: Cents, table: string, addends = 0): AuditFinding[] {
  const cents = centsOf(text);
  if (cents === undefined || cents === expected || (addends > 1 && withinRounding(cents - expected, addends)))
    return [];
  return [sentenceFinding('sentence', sentence, text, `说明为 ${text}，“${table}”为 ${shown(expected)}`)];
}

/** The items that part 3 goes through one by one. */
function checkStructure(published: Published, sentences: readonly Sentence[]): AuditFinding[] {
  const inSection = (section: Section) => sentences.filter((sentence) => sentence.section === section);
  return [
    ...inSection('general').flatMap((sentence) => checkCode(published, sentence)),
    ...inSection('fiscal').flatMap((sentence) => checkPurposes(published, sentence)),
    ...checkProjects(published, inSection('projects')),
    ...namedItems(published, inSection('commissioned'), 'commissioned', '委托业务费'),
    ...namedItems(published, inSection('carryOver'), 'carryOver', '结转'),
    ...checkCompleteness(published, inSection('general')),
  ];
}

/** 5(二) by 类, 5(三) by 类, 款 and 项. */
function checkCode(published: Published, sentence: Sentence): AuditFinding[] {
  const table = published.tables.get('general');
  const rows = table?.lists[0]?.rows ?? [];
  const byItem = new RegExp(`^(.+)\\(类\\)(.+)\\(款\\)(.+)\\(项\\):?20\\d\\d年预算数为${number}万元`).exec(
    sentence.text,
  );
  const byClass = new RegExp(`^([^()]+)\\(类\\)${number}万元`).exec(sentence.text);
  if (!table || (!byItem && !byClass)) return [];
  if (byClass) {
    const row = rows.find((other) => other.code.length === 3 && other.name === byClass[1]);
    return row
      ? against(sentence, byClass[2] ?? '', row.amounts[0] ?? 0, table.title)
      : [unknown(sentence, byClass[1] ?? '', table.title)];
  }
  const [, ofClass, ofGroup, ofItem, text = ''] = byItem ?? [];
  const nameOf = (code: string) => rows.find((row) => row.code === code)?.name;
  const row = rows.find(
    ({ code, name }) =>
      code.length === 7 &&
      name === ofItem &&
      nameOf(code.slice(0, 5)) === ofGroup &&
      nameOf(code.slice(0, 3)) === ofClass,
  );
  if (row) return against(sentence, text, row.amounts[0] ?? 0, table.title);
  return centsOf(text) === 0 ? [] : [unknown(sentence, ofItem ?? '', table.title)];
}

const unknown = (sentence: Sentence, name: string, table: string): AuditFinding =>
  sentenceFinding('sentence', sentence, name, `“${table}”没有“${name}”`);

/** 4: what each 类 is for. */
function checkPurposes(published: Published, sentence: Sentence): AuditFinding[] {
  const table = published.tables.get('general');
  const [, listed] = /一般公共预算支出包括:(.*)/.exec(sentence.text) ?? [];
  if (!table || listed === undefined) return [];
  const rows = table.lists[0]?.rows.filter((row) => row.code.length === 3) ?? [];
  return rows.flatMap((row) => {
    const found = new RegExp(`(?:^|[;；])${escaped(row.name)}${number}万元`).exec(listed);
    return found
      ? against(sentence, found[1] ?? '', row.amounts[0] ?? 0, table.title)
      : [sentenceFinding('list', sentence, '', `没有说到“${row.name}” ${shown(row.amounts[0] ?? 0)}`)];
  });
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Whether some neighbouring rows add up to it, within the rounding of their number: one name may stand in several rows of one
 * unit (several codes), and again in another unit's.
 */
function isRunOf(amounts: readonly number[], cents: number): boolean {
  return amounts.some((_, from) =>
    amounts.slice(from).some((_, more) => {
      const run = amounts.slice(from, from + more + 1);
      return Math.abs(run.reduce((sum, own) => sum + own, 0) - cents) <= (run.length > 1 ? (run.length + 1) / 2 : 0);
    }),
  );
}

function checkProjects(published: Published, sentences: readonly Sentence[]): AuditFinding[] {
  const table = published.tables.get('projects');
  const rows = table?.lists[0]?.rows.filter((row) => row.code.length === 7) ?? [];
  let name = '';
  return sentences.flatMap((sentence) => {
    const started = /^项目名称:(.*)$/.exec(sentence.text)?.[1];
    if (started !== undefined) name = started;
    const text = new RegExp(`^预算安排规模:${number}万元`).exec(sentence.text)?.[1];
    if (text === undefined || !table) return [];
    const mine = rows.filter((row) => row.name === name);
    if (mine.length === 0) return [unknown(sentence, name, table.title)];
    const amounts = mine.map((row) => row.amounts[0] ?? 0);
    if (isRunOf(amounts, centsOf(text) ?? -1)) return [];
    return against(
      sentence,
      text,
      amounts.reduce((sum, cents) => sum + cents, 0),
      table.title,
      amounts.length,
    );
  });
}

/** 11 and 12: a name of the table, then its amount. */
function namedItems(published: Published, sentences: readonly Sentence[], key: FormKey, word: string): AuditFinding[] {
  const table = published.tables.get(key);
  const rows = table?.lists[0]?.rows.filter((row) => !row.isTotal) ?? [];
  return sentences.flatMap((sentence) => {
    if (!table || !/(主要用于|不予公开)/.test(sentence.text)) return [];
    const named = rows
      .filter((row) => row.name !== '' && sentence.text.startsWith(row.name))
      .map((row) => ({
        row,
        text: new RegExp(`^(?:${word})?${number}万元`).exec(sentence.text.slice(row.name.length))?.[1],
      }))
      .filter(({ text }) => text !== undefined);
    if (named.length === 0) return [unknown(sentence, sentence.text.slice(0, 20), table.title)];
    if (named.some(({ row, text }) => centsOf(text ?? '') === row.amounts[0])) return [];
    return named
      .slice(0, 1)
      .flatMap(({ row, text }) => against(sentence, text ?? '', row.amounts[0] ?? 0, table.title));
  });
}

/** Every 项 of table 5 is explained. */
function checkCompleteness(published: Published, sentences: readonly Sentence[]): AuditFinding[] {
  const table = published.tables.get('general');
  const [first] = sentences;
  if (!table || !first) return [];
  const items = table.lists[0]?.rows.filter((row) => row.code.length === 7) ?? [];
  return items
    .filter((row) => !sentences.some(({ text }) => text.includes(`${row.name}(项)`)))
    .map((row) => ({
      ...sentenceFinding('missing', first, '', `没有说明“${row.label}” ${shown(row.amounts[0] ?? 0)}`),
      at: -1,
    }));
}

/** 政府采购 and 国有资产: totals against their parts. */
function checkOther(sentence: Sentence): AuditFinding[] {
  const { text, paragraph, headings } = sentence;
  if (sentence.section !== 'other') return [];
  const bought = new RegExp(
    `政府采购预算${number}万元,其中:政府采购货物预算${number}万元,政府采购工程预算${number}万元,政府采购服务预算${number}万元`,
  ).exec(text);
  const cars = new RegExp(
    `车辆(\\d+)辆,价值${number}万元[;,]其中:[^\\d]*(\\d+)辆,价值${number}万元[;,][^\\d]*(\\d+)辆,价值${number}万元[;,][^\\d]*(\\d+)辆,价值${number}万元`,
  ).exec(text);
  const place = { headings, sentence: sentenceAround(paragraph.text, 0) };
  const sum = (what: string, groups: readonly (string | undefined)[]) => {
    const [whole = 0, ...parts] = groups.map((group) => centsOf(group ?? '') ?? 0);
    return sumFinding(whole, parts, { what, of: '各项', place, at: paragraph.at });
  };
  return [
    ...(bought ? sum('政府采购预算', bought.slice(1, 5)) : []),
    ...(cars
      ? sum('车辆数', [cars[1], cars[3], cars[5], cars[7]]).map((found) => ({
          ...found,
          severity: 'difference' as const,
        }))
      : []),
    ...(cars ? sum('车辆价值', [cars[2], cars[4], cars[6], cars[8]]) : []),
  ];
}
