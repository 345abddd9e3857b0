/** Units that performance tables name and that are none of the office's. */
import { isUnitName } from '../published/match/shapes.js';
import type { Match, PrintedValue } from '../published/match/types.js';
import type { AuditFault } from './finding.js';
import { compact } from './misnamed.js';

/**
 * An office without subordinate units names nobody but itself there; another one those that its list of units or its
 * other tables name.
 */
export function otherUnits(match: Match): AuditFault[] {
  const named = match.values.filter(isUnit);
  const known = [match.name, ...named.filter((value) => !isOfGoal(value)).map(({ text }) => text)].map(plain);
  const isOne = match.kind === '单位' || saidSubordinates(match) === false;
  if (match.name === '' || (!isOne && new Set(known).size < 2)) return [];
  return named
    .filter((value) => isOfGoal(value) && value.text !== '' && !known.includes(plain(value.text)))
    .map(({ at, text }) => {
      const message = isOne
        ? `这里印的是“${text}”，本${match.kind}是“${match.name}”`
        : `“${text}”不是本部门的预算单位，别的表中没有`;
      return { kind: 'name', message, at };
    });
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
