/** Names: of codes, one wherever they stand and not another code's; of units, those that the document's tables have. */
import { grouped } from '../model/grouped.js';
import type { PublishedDocument } from '../published/document.js';
import { isUnitName } from '../published/match/shapes.js';
import type { Match } from '../published/match/types.js';
import { lettersOf, nameKey } from '../vocabulary/names.js';
import type { ReadDocument } from './audit.js';
import type { AuditFault } from './finding.js';
import { compact } from './misnamed.js';
import { unitsOf } from './numbers.js';

/** Of the functional classification (类, 款 and 项) and of the economic one. */
const isCode = /^[23]\d{2}(\d{2}){0,2}$/;

type Misprinted = ReadDocument['misprinted'][number];

/** Where a table has a code three times under as many names, its codes are damaged. */
const mostNames = 2;

/**
 * The form's own name of a 类 counts; else the one that stands in most places, unless it is known as another code's.
 */
export function otherCodeNames({ match: { edition }, coded }: ReadDocument): AuditFault[] {
  const own = new Map(edition.classes.map(({ code, name }) => [code, name]));
  const known = grouped(edition.codes, ({ code }) => code);
  const named = grouped(edition.codes, ({ name }) => lettersOf(name));
  const all = coded.filter(({ code, name }) => isCode.test(code) && lettersOf(name.text) !== '');
  const inTables = [...grouped(all, ({ code, name: { at } }) => `${code} ${at.block}`).values()].flatMap((rows) =>
    new Set(rows.map(({ name }) => lettersOf(name.text))).size > mostNames ? [] : rows,
  );
  return [...grouped(inTables, ({ code }) => code)].flatMap(([code, rows]) => {
    const names = [...grouped(rows, ({ name }) => lettersOf(name.text)).values()].sort((a, b) => b.length - a.length);
    const right = own.get(code) ?? names[0]?.[0]?.name.text ?? '';
    return rows.flatMap(({ name: { text, at } }): AuditFault[] => {
      const fault = (message: string): AuditFault[] => [{ kind: 'name', message: `科目 ${code} ${message}`, at }];
      if (lettersOf(text) !== lettersOf(right))
        return fault(`在${own.has(code) ? '表样中' : '别处'}是“${right}”，这里印的是“${text}”`);
      const [is, others] = [known.get(code)?.[0], named.get(lettersOf(text)) ?? []];
      if (!is || !others[0] || others.some((one) => one.code === code)) return [];
      return fault(`是“${is.name}”，这里印的“${text}”是 ${others[0].code}`);
    });
  });
}

/**
 * A code that tables which must have it have not: told where it differs from what they have in its place, and once
 * where the rows below go along with a 类 or 款.
 */
export function otherCodes({ misprinted, placeOf }: ReadDocument): AuditFault[] {
  const keyOf = ({ row, right }: Misprinted, cut?: number): string =>
    [row.name.sheet, row.code.slice(0, cut), right.code.slice(0, cut)].join(' ');
  const all = new Set(misprinted.map((one) => keyOf(one)));
  return misprinted
    .filter((one) => one.row.code.length <= 3 || !all.has(keyOf(one, -2)))
    .map(({ row, right }) => {
      const cells = [...row.cells].filter(
        ([key, { text }]) => compact(text) !== compact(right.cells.get(key)?.text ?? ''),
      );
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

/** What part 3 tells with money this year stands in the tables by that name, below what stands before it. */
export function unknownNames({ figures, valueAt, coded, codeOf, isBesideUnread }: ReadDocument): AuditFault[] {
  const lengths = new Set(coded.map(({ code }) => code.length));
  return figures.flatMap(({ path, text: amount }): AuditFault[] => {
    const base = /^(comparedCodes\[\d+\])\.compared\.now$/.exec(path)?.[1];
    if (base === undefined) return [];
    const line = ['className', 'groupName', 'itemName'].flatMap((key) => valueAt(`${base}.${key}`) ?? []);
    const level = line.findIndex((_, at) => codeOf(line.slice(0, at + 1).map(({ text }) => text)) === undefined);
    const [above, unknown] = [line[level - 1], line[level]];
    if (!unitsOf(amount) || !unknown || !lengths.has(3 + 2 * level) || isBesideUnread(unknown.at.block)) return [];
    const message = above ? `各表中“${above.text}”下面没有“${unknown.text}”` : `“${unknown.text}”在各表的科目中没有`;
    return [{ kind: 'name', message, at: unknown.at }];
  });
}

/**
 * An office without subordinate units names nobody but itself there; another one those that its list of units or its
 * other tables name, and for a project the unit whose budget has it.
 */
export function otherUnits({ document, match, items, hasSubordinates, valueAt }: ReadDocument): AuditFault[] {
  const { values, name, kind } = match;
  const tables = values.filter((value) => isUnitName(value) && !value.path.startsWith('performance.'));
  const known = new Set([name, ...tables.map(({ text }) => text)].map(lettersOf));
  if (name === '' || (hasSubordinates && known.size < 2)) return [];
  const owners = grouped(hasSubordinates ? items : [], ({ item }) => nameKey(item));
  const isStranger = strangerIn(document, match, known);
  const told = new Set<string>();
  return values.flatMap(({ path, text, at }): AuditFault[] => {
    const [, base, key] = /^((?:projectsExplained|performance\.projectGoals)\[\d+\])\.(carrier|unit)$/.exec(path) ?? [];
    const own = lettersOf(text);
    if (own === '' || base === undefined || (key === 'carrier' && !known.has(own) && !isStranger(own))) return [];
    const fault = (message: string): AuditFault[] => [{ kind: 'name', message, at }];
    if (!known.has(own) && hasSubordinates) return fault(`“${text}”不是本部门的预算单位，别的表中没有`);
    if (!known.has(own)) return fault(`这里印的是“${text}”，本${kind}是“${name}”`);
    const project = valueAt(`${base}.name`)?.text ?? '';
    const all = owners.get(nameKey(project)) ?? [];
    const units = [...new Set(all.flatMap(({ space, unit }) => (space === 'ledger' && unit) || []))];
    if (units.length === 0 || units.some((unit) => lettersOf(unit) === own)) return [];
    // one row too many has the rest of its list under it
    const pair = [text, ...units].join('\t');
    if (told.has(pair) || !told.add(pair)) return [];
    return fault(`这里印的是“${text}”，而项目支出表中“${project}”列在“${units.join('”“')}”名下`);
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
    .flatMap((one): readonly { readonly text: string }[] =>
      one.kind === 'table' ? one.rows.flatMap((row) => row.cells) : [one],
    )
    .map(({ text }) => lettersOf(text));
  return (own: string): boolean => {
    const isAlike = [...known].some((unit) => unit.slice(0, 2) === own.slice(0, 2) || unit.at(-1) === own.at(-1));
    const isOwn = [...known].some((unit) => own.includes(unit) || unit.includes(own));
    return isAlike && !isOwn && !rest.some((text) => text.includes(own));
  };
}
