/** What codes are called: one name wherever they stand, and not another code's. */
import { grouped } from '../model/grouped.js';
import type { Match, PrintedValue } from '../published/match/types.js';
import type { AuditFault } from './finding.js';
import { compact } from './misnamed.js';
import { unitsOf } from './numbers.js';

const plain = (text: string): string => compact(text).replace(/[^\p{L}\p{N}]/gu, '');

interface CodeName {
  readonly code: string;
  readonly name: PrintedValue;
}

const codedRow =
  /^(classes\[\d+\]|codes\.\w+\[\d+\]|(?:projectUnits\[\d+\]|economic)\.rows\[\d+\])\.(code|class|group|item|name)$/;

/** The rows of tables that have a code and a name. */
function codeNamesOf({ values }: Match): CodeName[] {
  const cells = values.flatMap((value) => {
    const [, base, key] = codedRow.exec(value.path) ?? [];
    return base === undefined || key === undefined ? [] : [{ base, key, value }];
  });
  const rows = grouped(cells, ({ base, value: { at } }) => `${base} ${at.block} ${at.row}`);
  return [...rows.values()].flatMap((row): CodeName[] => {
    const textOf = (...keys: readonly string[]) =>
      keys.map((key) => compact(row.find((cell) => cell.key === key)?.value.text ?? '')).join('');
    const [code, name] = [textOf('code', 'class', 'group', 'item'), row.find(({ key }) => key === 'name')?.value];
    return /^[23]\d{2}(\d{2}){0,2}$/.test(code) && name && plain(name.text) !== '' ? [{ code, name }] : [];
  });
}

/** Where a table has a code three times under as many names, its codes are damaged. */
const mostNames = 2;

/** The form's own name of a 类 counts; else the one that stands in most places. */
export function otherCodeNames(match: Match): AuditFault[] {
  const own = new Map(match.edition.classes.map(({ code, name }) => [code, name]));
  const all = codeNamesOf(match);
  const inTables = [...grouped(all, ({ code, name: { at } }) => `${code} ${at.block}`).values()].flatMap((rows) =>
    new Set(rows.map(({ name }) => plain(name.text))).size > mostNames ? [] : rows,
  );
  const wrong = [...grouped(inTables, ({ code }) => code)].flatMap(([code, rows]): AuditFault[] => {
    const names = [...grouped(rows, ({ name }) => plain(name.text)).values()].sort((a, b) => b.length - a.length);
    const right = own.get(code) ?? names[0]?.[0]?.name.text ?? '';
    return names
      .flat()
      .filter(({ name }) => plain(name.text) !== plain(right))
      .map(({ name: { text, at } }) => {
        const message = `科目 ${code} 在${own.has(code) ? '表样中' : '别处'}是“${right}”，这里印的是“${text}”`;
        return { kind: 'name', message, at };
      });
  });
  const told = new Set(wrong.map(({ at }) => at));
  return [
    ...wrong,
    ...namesOfOthers(match, inTables).filter(({ at }) => !told.has(at)),
    ...unknownNames(
      match,
      all.filter(({ code }) => code.startsWith('2')),
    ),
  ];
}

/** Of codes whose names the edition knows: the name of another one. */
function namesOfOthers({ edition }: Match, rows: readonly CodeName[]): AuditFault[] {
  const codesOf = grouped(edition.codes, ({ name }) => plain(name));
  const namesOf = grouped(edition.codes, ({ code }) => code);
  return rows.flatMap(({ code, name: { text, at } }): AuditFault[] => {
    const [known, others] = [namesOf.get(code) ?? [], codesOf.get(plain(text)) ?? []];
    const [own, other] = [known[0], others[0]];
    if (!own || !other || others.some((one) => one.code === code)) return [];
    const message = `科目 ${code} 是“${own.name}”，这里印的“${text}”是 ${other.code}`;
    return [{ kind: 'name', message, at }];
  });
}

/** What part 3 tells with money this year stands in the tables by that name. */
function unknownNames({ values, unmatched }: Match, all: readonly CodeName[]): AuditFault[] {
  const unread = new Set(unmatched.map(({ block }) => block));
  const known = grouped(all, ({ code }) => code.length);
  const levels = { className: 3, groupName: 5, itemName: 7 } as const;
  const now = new Map(values.map(({ path, text }) => [path, text]));
  /** Whether a code is called so, below codes that are called as what stands before it. */
  const isCalled = (line: readonly string[], above = ''): boolean =>
    line.length === 0 ||
    (known.get(above.length === 0 ? 3 : above.length + 2) ?? []).some(
      ({ code, name }) =>
        code.startsWith(above) && plain(name.text) === plain(line[0] ?? '') && isCalled(line.slice(1), code),
    );
  return values.flatMap(({ path, text, at }): AuditFault[] => {
    const [, base, key] = /^(comparedCodes\[\d+\])\.(className|groupName|itemName)$/.exec(path) ?? [];
    const names = known.get(levels[key as keyof typeof levels] ?? 0) ?? [];
    const amount = unitsOf(now.get(`${base}.compared.now`) ?? '');
    if (!amount || names.length === 0 || unread.has(at.block - 1) || unread.has(at.block + 1)) return [];
    if (!names.some(({ name }) => plain(name.text) === plain(text)))
      return [{ kind: 'name', message: `“${text}”在各表的科目中没有`, at }];
    const above = { className: [], groupName: ['className'], itemName: ['className', 'groupName'] }[key ?? ''] ?? [];
    const line = [...above.map((level) => now.get(`${base}.${level}`) ?? ''), text];
    if (!above.every((_, level) => isCalled(line.slice(0, level + 1))) || isCalled(line)) return [];
    return [{ kind: 'name', message: `各表中“${line.at(-2)}”下面没有“${text}”`, at }];
  });
}
