/** Names: of codes, one wherever they stand and not another code's; of units, those that the document's tables have. */
import { grouped } from '../model/grouped.js';
import type { PublishedDocument } from '../published/document.js';
import { isUnitName } from '../published/match/shapes.js';
import type { Match, PrintedValue } from '../published/match/types.js';
import { lettersOf, nameKey } from '../vocabulary/names.js';
import type { AuditFault } from './finding.js';
import { unitsOf } from './numbers.js';
import type { ReadDocument } from './said.js';

/** Of the functional classification (类, 款 and 项) and of the economic one. */
const isCode = /^[23]\d{2}(\d{2}){0,2}$/;

type CodedRows = ReadDocument['coded'];
type Misprinted = ReadDocument['misprinted'][number];

/** Where a table has a code three times under as many names, its codes are damaged. */
const mostNames = 2;

/** The form's own name of a 类 counts; else the one that stands in most places. */
export function otherCodeNames(read: ReadDocument): AuditFault[] {
  const { match, coded } = read;
  const own = new Map(match.edition.classes.map(({ code, name }) => [code, name]));
  const all = coded.filter(({ code, name }) => isCode.test(code) && lettersOf(name.text) !== '');
  const inTables = [...grouped(all, ({ code, name: { at } }) => `${code} ${at.block}`).values()].flatMap((rows) =>
    new Set(rows.map(({ name }) => lettersOf(name.text))).size > mostNames ? [] : rows,
  );
  const wrong = [...grouped(inTables, ({ code }) => code)].flatMap(([code, rows]): AuditFault[] => {
    const names = [...grouped(rows, ({ name }) => lettersOf(name.text)).values()].sort((a, b) => b.length - a.length);
    const right = own.get(code) ?? names[0]?.[0]?.name.text ?? '';
    return names
      .flat()
      .filter(({ name }) => lettersOf(name.text) !== lettersOf(right))
      .map(({ name: { text, at } }) => {
        const message = `科目 ${code} 在${own.has(code) ? '表样中' : '别处'}是“${right}”，这里印的是“${text}”`;
        return { kind: 'name', message, at };
      });
  });
  const told = new Set(wrong.map(({ at }) => at));
  const inClasses = all.filter(({ code }) => code.startsWith('2'));
  return [
    ...wrong,
    ...namesOfOthers(match, inTables).filter(({ at }) => !told.has(at)),
    ...unknownNames(read, inClasses),
  ];
}

/**
 * A code that tables which must have it have not: told where it differs from what they have in its place, and once
 * where the rows below go along with a 类 or 款.
 */
export function otherCodes({ misprinted, placeOf }: ReadDocument): AuditFault[] {
  const above = (code: string): string => code.slice(0, -2);
  const isAlong = ({ row, right }: Misprinted): boolean =>
    misprinted.some(
      (one) =>
        one.row.name.sheet === row.name.sheet &&
        one.row.code === above(row.code) &&
        one.right.code === above(right.code),
    );
  return misprinted
    .filter((one) => one.row.code.length <= 3 || !isAlong(one))
    .map(({ row, right }) => {
      const cells = [...row.cells].filter(([key, { text }]) => text !== right.cells.get(key)?.text);
      const table = placeOf(right.name.at).headings.at(-1) ?? '';
      const isNamed = lettersOf(row.name.text) === lettersOf(right.name.text);
      const own = isNamed ? row.code : `${row.code} ${row.name.text}`;
      const message =
        right.name === row.name
          ? `科目 ${row.code} 与前后各行的次序不符，“${row.name.text}”是 ${right.code}`
          : `“${table}”中没有科目 ${own}，那里是 ${right.code} ${right.name.text}`;
      return { kind: 'name', message, at: (cells[0]?.[1] ?? row.name).at };
    });
}

/** Of codes whose names the edition knows: the name of another one. */
function namesOfOthers({ edition }: Match, rows: CodedRows): AuditFault[] {
  const codesOf = grouped(edition.codes, ({ name }) => lettersOf(name));
  const namesOf = grouped(edition.codes, ({ code }) => code);
  return rows.flatMap(({ code, name: { text, at } }): AuditFault[] => {
    const [known, others] = [namesOf.get(code) ?? [], codesOf.get(lettersOf(text)) ?? []];
    const [own, other] = [known[0], others[0]];
    if (!own || !other || others.some((one) => one.code === code)) return [];
    const message = `科目 ${code} 是“${own.name}”，这里印的“${text}”是 ${other.code}`;
    return [{ kind: 'name', message, at }];
  });
}

/** What part 3 tells with money this year stands in the tables by that name. */
function unknownNames({ match: { values }, isBesideUnread }: ReadDocument, all: CodedRows): AuditFault[] {
  const known = grouped(all, ({ code }) => code.length);
  const levels = ['className', 'groupName', 'itemName'];
  const now = new Map(values.map(({ path, text }) => [path, text]));
  /** Whether a code is called so, below codes that are called as what stands before it. */
  const isCalled = (line: readonly string[], above = ''): boolean =>
    line.length === 0 ||
    (known.get(above.length === 0 ? 3 : above.length + 2) ?? []).some(
      ({ code, name }) =>
        code.startsWith(above) && lettersOf(name.text) === lettersOf(line[0] ?? '') && isCalled(line.slice(1), code),
    );
  return values.flatMap(({ path, text, at }): AuditFault[] => {
    const [, base, key] = /^(comparedCodes\[\d+\])\.(className|groupName|itemName)$/.exec(path) ?? [];
    const level = levels.indexOf(key ?? '');
    const names = known.get(3 + 2 * level) ?? [];
    const amount = unitsOf(now.get(`${base}.compared.now`) ?? '');
    if (!amount || names.length === 0 || lettersOf(text) === '' || isBesideUnread(at)) return [];
    if (!names.some(({ name }) => lettersOf(name.text) === lettersOf(text)))
      return [{ kind: 'name', message: `“${text}”在各表的科目中没有`, at }];
    const line = [...levels.slice(0, level).map((one) => now.get(`${base}.${one}`) ?? ''), text];
    if (line.some((_, below) => below > 0 && !isCalled(line.slice(0, below))) || isCalled(line)) return [];
    return [{ kind: 'name', message: `各表中“${line.at(-2)}”下面没有“${text}”`, at }];
  });
}

/**
 * An office without subordinate units names nobody but itself there; another one those that its list of units or its
 * other tables name, and for a project the unit whose budget has it.
 */
export function otherUnits({ document, match, items }: ReadDocument): AuditFault[] {
  const named = match.values.filter(isUnit);
  const tables = named.filter((value) => !isOfGoal(value));
  const known = new Set([match.name, ...tables.map(({ text }) => text)].map(lettersOf));
  const isOne = match.kind === '单位' || saidSubordinates(match) === false;
  if (match.name === '' || (!isOne && known.size < 2)) return [];
  const owners = grouped(isOne ? [] : items, ({ item }) => nameKey(item));
  const isStranger = strangerIn(document, match, known);
  const told = new Set<string>();
  return match.values.flatMap(({ path, text, at }): AuditFault[] => {
    const [, list, key] = /^(projectsExplained|performance\.projectGoals)\[\d+\]\.(carrier|unit)$/.exec(path) ?? [];
    if (list === undefined || lettersOf(text) === '') return [];
    const fault = (message: string): AuditFault[] => [{ kind: 'name', message, at }];
    if (!known.has(lettersOf(text))) {
      if (key === 'carrier' && !isStranger(text)) return [];
      return fault(
        isOne ? `这里印的是“${text}”，本${match.kind}是“${match.name}”` : `“${text}”不是本部门的预算单位，别的表中没有`,
      );
    }
    const named = path.replace(/\w+$/, 'name');
    const project = match.values.find((value) => value.path === named)?.text ?? '';
    const own = new Set(owners.get(nameKey(project))?.flatMap(({ space, unit }) => (space === 'ledger' && unit) || []));
    if (own.size === 0 || [...own].some((unit) => lettersOf(unit) === lettersOf(text))) return [];
    // one row too many has the rest of its list under it
    const pair = [text, ...own].join('\t');
    if (told.has(pair) || !told.add(pair)) return [];
    return fault(`这里印的是“${text}”，而项目支出表中“${project}”列在“${[...own].join('”“')}”名下`);
  });
}

/**
 * A body that carries a project out is another office's where it is called as offices of its kind are, holds no name of
 * the office's own, and stands nowhere else in the document.
 */
function strangerIn({ blocks }: PublishedDocument, { values }: Match, known: ReadonlySet<string>) {
  const lines = new Set(values.filter(({ path }) => path.endsWith('.carrier')).map(({ at }) => at.block));
  const rest = blocks
    .filter(({ index }) => !lines.has(index))
    .flatMap((one) =>
      one.kind === 'table' ? one.rows.flatMap(({ cells }) => cells.map(({ text }) => text)) : [one.text],
    )
    .map(lettersOf);
  return (name: string): boolean => {
    const own = lettersOf(name);
    const isAlike = [...known].some((unit) => unit.slice(0, 2) === own.slice(0, 2) || unit.at(-1) === own.at(-1));
    const isOwn = [...known].some((unit) => own.includes(unit) || unit.includes(own));
    return isAlike && !isOwn && !rest.some((text) => text.includes(own));
  };
}

/** Whether the text says that there are subordinate units, in one place at least; undefined where it says nothing. */
export function saidSubordinates({ flags }: Match): boolean | undefined {
  const said = flags.filter(({ path }) => path === 'organization.hasSubordinates');
  return said.length > 0 ? said.some(({ holds }) => holds) : undefined;
}

const isOfGoal = ({ path }: PrintedValue): boolean => path.startsWith('performance.');

const isUnit = (value: PrintedValue): boolean => value.hole === 'text' && isUnitName(value);
