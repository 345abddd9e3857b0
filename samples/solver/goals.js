/** What the performance tables print: money of the projects covered, unless the office states it otherwise. */
import { spending } from './source.js';

function describeProjectGoals(say, published, source, cells) {
  const items = spending(source);
  for (const goal of published.goals) {
    const linked = source.项目信息.filter((row) => row.绩效目标表 === goal.name);
    const covers = (item) => linked.some((row) => row.预算单位 === item.unit && row.项目名称 === item.project);
    const covered = items.filter((item) => item.nature === 'project' && covers(item));
    const typed = cells.filter((c) => c.sheet === '项目绩效目标' && c.holder.项目名称 === goal.name);
    const pick = (column, matches) => {
      const own = typed.filter((c) => c.column === column);
      return own.length > 0 ? own.map((c) => c.id) : covered.filter(matches).map((item) => item.id);
    };
    const fiscal = pick('财政拨款', (item) => item.group !== 'unitFunds');
    const other = pick('其他资金', (item) => item.group === 'unitFunds');
    say(`绩效目标表 ${goal.name} 财政拨款`, goal.fiscal, fiscal);
    say(`绩效目标表 ${goal.name} 其他资金`, goal.other, other);
    say(`绩效目标表 ${goal.name} 总额`, goal.total, [...fiscal, ...other]);
  }
}

function describeEntityGoal(say, published, source, cells) {
  if (!published.entityGoal) return;
  const lines = [
    ['fromAbove', '财政资金：上级安排', (item) => item.group === 'transfer'],
    ['fromOwn', '财政资金：本级安排', (item) => item.group !== 'transfer' && item.group !== 'unitFunds'],
    ['other', '其他资金', (item) => item.group === 'unitFunds'],
  ];
  for (const [key, column, matches] of lines) {
    const typed = cells.filter((c) => c.sheet === '预算绩效情况' && c.column === column);
    const summed = typed.length > 0 ? typed : spending(source).filter(matches);
    say(
      `整体绩效目标表 ${column}`,
      published.entityGoal[key],
      summed.map((cell) => cell.id),
    );
  }
}

export function describeGoals(say, published, source, cells) {
  describeProjectGoals(say, published, source, cells);
  describeEntityGoal(say, published, source, cells);
}
