/** Units that are named where the document's own tables have another, or none of that name. */
import type { PublishedDocument } from '../published/document.js';
import { isUnitName } from '../published/match/shapes.js';
import type { Match, PrintedValue } from '../published/match/types.js';
import type { AuditFault } from './finding.js';
import { compact } from './misnamed.js';

/**
 * An office without subordinate units names nobody but itself there; another one those that its list of units or its
 * other tables name, and for a project the unit whose budget has it.
 */
export function otherUnits(document: PublishedDocument, match: Match): AuditFault[] {
  const named = match.values.filter(isUnit);
  const tables = named.filter((value) => !isOfGoal(value));
  const known = new Set([match.name, ...tables.map(({ text }) => text)].map(plain));
  const isOne = match.kind === '单位' || saidSubordinates(match) === false;
  if (match.name === '' || (!isOne && known.size < 2)) return [];
  const owners = isOne ? new Map<string, Set<string>>() : ownersOf(match);
  const isStranger = strangerIn(document, match, known);
  return match.values.flatMap(({ path, text, at }): AuditFault[] => {
    const [, list, key] = /^(projectsExplained|performance\.projectGoals)\[\d+\]\.(carrier|unit)$/.exec(path) ?? [];
    if (list === undefined || plain(text) === '') return [];
    const fault = (message: string): AuditFault[] => [{ kind: 'name', message, at }];
    if (!known.has(plain(text))) {
      if (key === 'carrier' && !isStranger(text)) return [];
      return fault(
        isOne ? `这里印的是“${text}”，本${match.kind}是“${match.name}”` : `“${text}”不是本部门的预算单位，别的表中没有`,
      );
    }
    const named = path.replace(/\w+$/, 'name');
    const project = match.values.find((value) => value.path === named)?.text ?? '';
    const own = owners.get(plain(project));
    if (!own || [...own].some((unit) => plain(unit) === plain(text))) return [];
    return fault(`这里印的是“${text}”，而项目支出表中“${project}”列在“${[...own].join('”“')}”名下`);
  });
}

/** The units that each project stands under in the tables. */
function ownersOf({ values }: Match): Map<string, Set<string>> {
  const texts = new Map(values.map(({ path, text }) => [path, text]));
  const owners = new Map<string, Set<string>>();
  for (const { path, text } of values) {
    const unit =
      /^(?:projectUnits\[\d+\](?=\.rows\[\d+\]\.project$)|carryOver\.units\[\d+\](?=\.projects\[\d+\]\.name$))/.exec(
        path,
      )?.[0];
    const name = unit === undefined ? '' : (texts.get(`${unit}.name`) ?? '');
    if (name !== '') owners.set(plain(text), (owners.get(plain(text)) ?? new Set()).add(name));
  }
  return owners;
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
    .map(plain);
  return (name: string): boolean => {
    const own = plain(name);
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

const isUnit = ({ path, hole }: PrintedValue): boolean =>
  hole === 'text' && isUnitName({ path: path.replace(/\[\d+\]/g, '[#0]') });

const plain = (text: string): string => compact(text).replace(/[^\p{L}\p{N}]/gu, '');
