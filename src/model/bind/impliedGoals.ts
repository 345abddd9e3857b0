/** A project without a performance table of its own naming is in the one that has its name, where its unit has one. */
import { nameKeys } from '../../vocabulary/names.js';
import type { Facts } from '../facts.js';

/**
 * The facts with 绩效目标表 of 项目信息 filled in where it is blank and the project's own unit has a table of the project's
 * name; its place is that of the name. Withheld projects have none.
 */
export function withImpliedGoals(facts: Facts): Facts {
  if (facts.projectGoals.length === 0) return facts;
  const keyOf = nameKeys();
  const id = (unit: string, name: string) => `${keyOf(unit)}\n${keyOf(name)}`;
  const goals = new Map(facts.projectGoals.map(({ unit, name }) => [id(unit.value, name.value), name.value]));
  const projects = facts.projects.map((row) => {
    const own = row.goal ? undefined : goals.get(id(row.unit.value, row.name.value));
    if (own === undefined || row.disclosure.value === 'withheld') return row;
    return { ...row, goal: { value: own, at: row.name.at } };
  });
  return { ...facts, projects };
}
