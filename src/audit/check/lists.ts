/** What part 3 lists by name, and the notes of empty tables. */
import { plain } from '../plain.js';
import { type AuditFinding, shown } from './finding.js';
import { type FormKey, type FormTable, isEmpty, type Published } from './forms.js';
import { type Section, type Sentence, sentenceFinding } from './sentence.js';

export function checkLists(published: Published, sentences: readonly Sentence[]): AuditFinding[] {
  return [
    ...sentences.flatMap((sentence) => checkNames(published, sentence)),
    ...emptiable.flatMap((part) => checkNote(published, sentences, part)),
  ];
}

/** 支出预算包括, 人员经费 and 公用经费: exactly the names that have money, in the order of the table. */
function checkNames(published: Published, sentence: Sentence): AuditFinding[] {
  const { text, section } = sentence;
  const classes = section === 'balance' ? /^支出预算包括:(.*?)。?$/.exec(text)?.[1] : undefined;
  if (classes !== undefined) return compareNames(sentence, classes, namesWith(published, 'expenditure', 3, /./, 0));
  const items = section === 'basic' ? /^(人员经费|公用经费).*?主要包括:(.*?)。?$/.exec(text) : null;
  if (!items) return [];
  return compareNames(sentence, items[2] ?? '', namesWith(published, 'basic', 5, new RegExp(items[1] ?? ''), -1));
}

/** `column` 0: the first column; otherwise by its name. */
function namesWith(
  published: Published,
  key: FormKey,
  digits: number,
  name: RegExp,
  column: number,
): string[] | undefined {
  const list = published.tables.get(key)?.lists[0];
  const index = column === 0 ? 0 : (list?.columns.findIndex((head) => name.test(head)) ?? -1);
  return list?.rows
    .filter((row) => row.code.length === digits && (row.amounts[index] ?? 0) !== 0)
    .map((row) => row.name);
}

function compareNames(sentence: Sentence, listed: string, expected: readonly string[] | undefined): AuditFinding[] {
  if (!expected || expected.length === 0) return [];
  // a name may hold the separator itself: take names of the table off the front
  let rest = listed;
  const named: string[] = [];
  while (rest !== '') {
    const known = expected
      .filter((name) => rest === name || rest.startsWith(`${name}、`))
      .sort((a, b) => b.length - a.length)[0];
    const next = known ?? rest.split('、')[0] ?? rest;
    named.push(next);
    rest = rest.slice(next.length + 1);
  }
  const missing = expected.filter((name) => !named.includes(name));
  const extra = named.filter((name) => !expected.includes(name));
  const said = (words: string, names: readonly string[]) => (names.length > 0 ? [`${words}${names.join('、')}`] : []);
  const problems = [...said('表中有而没有列举：', missing), ...said('列举了表中没有的：', extra)];
  if (problems.length === 0 && named.join() !== expected.join()) problems.push('列举的顺序与表不同');
  return problems.length > 0 ? [sentenceFinding('list', sentence, '', problems.join('；'))] : [];
}

interface Emptiable {
  readonly key: FormKey;
  readonly section: Section;
  /** What its note must name, and what belongs to another table. */
  readonly names: RegExp;
  readonly others: RegExp;
}

const emptiable: readonly Emptiable[] = [
  { key: 'fund', section: 'fund', names: /政府性基金/, others: /国有资本经营|委托业务费|结转/ },
  { key: 'capital', section: 'capital', names: /国有资本经营/, others: /政府性基金|委托业务费|结转/ },
  { key: 'commissioned', section: 'commissioned', names: /委托业务费/, others: /政府性基金|国有资本经营|结转/ },
  { key: 'carryOver', section: 'carryOver', names: /结转/, others: /政府性基金|国有资本经营|委托业务费/ },
];

const saysEmpty = /(没有|未|无).*(安排|使用|结转)|为空表|为空/;

function checkNote(published: Published, sentences: readonly Sentence[], part: Emptiable): AuditFinding[] {
  const table = published.tables.get(part.key);
  if (!table) return [];
  const below = table.notes.map(
    (note): Sentence => ({
      paragraph: note,
      headings: table.headings,
      text: plain(note.text),
      section: undefined,
    }),
  );
  const inText = sentences.filter((sentence) => sentence.section === part.section);
  return [
    ...noteFindings(table, below, part, '表下'),
    ...(inText.length > 0 ? noteFindings(table, inText, part, '说明') : []),
  ];
}

function noteFindings(
  table: FormTable,
  notes: readonly Sentence[],
  { names, others }: Emptiable,
  where: string,
): AuditFinding[] {
  const claims = notes.filter(
    ({ text }) => saysEmpty.test(text) && !/主要用于|主要原因/.test(text) && /空表|没有使用|没有.*安排/.test(text),
  );
  const [claim] = claims;
  if (isEmpty(table)) {
    const place = { headings: table.headings, sentence: table.title };
    if (!claim)
      return [
        { kind: 'note', severity: 'difference', place, message: `表中没有金额，${where}没有说明为什么是空表`, at: -1 },
      ];
    const wrong = claims.filter(({ text }) => !names.test(text) || others.test(text));
    return wrong.map((sentence) => sentenceFinding('note', sentence, '', `${where}的空表说明说的不是本表`));
  }
  const most = Math.max(...table.lists.flatMap((list) => list.rows.flatMap((row) => row.amounts)));
  return claims.map((sentence) => sentenceFinding('note', sentence, '', `${where}说是空表，表中有金额 ${shown(most)}`));
}
