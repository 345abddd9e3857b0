/**
 * Which cells each printed amount of the tables (twelve in 2026, eleven before) is the sum of. `say(label, printed,
 * cells)` records one.
 */
import { amountCells, spending } from './source.js';

const ids = (items) => items.map((item) => item.id);
const isGeneral = (item) => item.group === 'general' || item.group === 'transfer';
const isCarry = (item) => item.group.startsWith('carry');
const isBasic = (item) => item.nature !== 'project';
const isProject = (item) => item.nature === 'project';
const all = () => true;
const none = () => false;
const group = (name) => (item) => item.group === name;

const incomeLines = {
  '一、本年收入': (item) => !isCarry(item),
  '1.一般公共预算拨款': isGeneral,
  '其中：一般财力': group('general'),
  上级一般公共预算安排转移支付: group('transfer'),
  '5.单位资金': group('unitFunds'),
  其他收入: group('unitFunds'),
  '二、上年结转结余': isCarry,
  '1.财政拨款结转': isCarry,
  '1、财政拨款结转': isCarry,
  '其中：一般公共预算拨款': group('carryGeneral'),
  政府性基金预算拨款: group('carryFund'),
  基金预算拨款: group('carryFund'),
  收入总计: all,
};
const table2 = [all, isGeneral, group('general'), group('transfer'), none, none, none, none, none];
table2.push(group('unitFunds'), isCarry, none);
const classes = ['301', '302', '303', '307', '309', '310', '311', '312', '313', '399'];

/** A row of codes in three cells picks what lies under the code; the total row picks everything. */
const under = (row) => {
  const code = row.slice(0, 3).join('');
  return (item) => item.code.startsWith(code);
};

function byCode(say, table, number, items, columns) {
  for (const row of table.rows) {
    const picked = items.filter(under(row));
    columns.forEach((matches, index) => {
      say(`表${number} ${row.slice(0, 4).join('')} 第${index + 5}列`, row[index + 4], ids(picked.filter(matches)));
    });
  }
}

function table1and4(say, tables, items) {
  for (const [left, amount, right, spent] of tables[1].rows) {
    if (left) say(`表1 ${left}`, amount, ids(items.filter(incomeLines[left] ?? none)));
    const picked = right === '支出总计' ? items : items.filter((item) => item.code.startsWith(right.slice(0, 3)));
    if (right) say(`表1 ${right}`, spent, ids(picked));
  }
  const general = items.filter(isGeneral);
  for (const [left, amount, right, ...spent] of tables[4].rows) {
    const counts = /^(一、财政拨款|一般公共预算|收入总计)/.test(left);
    if (left) say(`表4 ${left}`, amount, counts ? ids(general) : []);
    const picked = right === '支出总计' ? general : general.filter((item) => item.code.startsWith(right.slice(0, 3)));
    spent.forEach((printed, index) => {
      if (right) say(`表4 ${right} 第${index + 4}列`, printed, index < 2 ? ids(picked) : []);
    });
  }
}

function table6(say, table, source) {
  const cells = amountCells(source).filter((cell) => cell.sheet === '基本支出（经济）');
  const personnel = (cell) => /^30[13]/.test(cell.holder.经济科目编码);
  for (const row of table.rows) {
    const picked = cells.filter((cell) => cell.holder.经济科目编码.startsWith(row[0] + row[1]));
    const label = `表6 ${row.slice(0, 3).join('')}`;
    say(`${label} 合计`, row[3], ids(picked));
    say(`${label} 人员经费`, row[4], ids(picked.filter(personnel)));
    say(`${label} 公用经费`, row[5], ids(picked.filter((cell) => !personnel(cell))));
  }
}

function table7(say, table, items) {
  const projects = items.filter((item) => isGeneral(item) && isProject(item));
  const units = new Set(items.map((item) => item.unit));
  let unit;
  for (const row of table.rows) {
    if (units.has(row[3])) unit = row[3];
    const isTotal = row[3] === '总计';
    const inUnit = (item) => isTotal || unit === undefined || item.unit === unit;
    const named = (item) => row[4] === '' || item.project === row[4];
    const picked = projects.filter((item) => inUnit(item) && under(row)(item) && named(item));
    const label = `表7 ${isTotal || unit === undefined ? '' : unit}${row.slice(0, 5).join('')}`;
    say(`${label} 合计`, row[5], ids(picked));
    classes.forEach((code, index) => {
      say(`${label} ${code}`, row[index + 6], ids(picked.filter((item) => item.class === code)));
    });
  }
}

/** Before 2026 table 10 has other names for its rows than the closed list of the workbook. */
const threePublicNames = {
  合计: '总计',
  '因公出国（境）费': '因公出国（境）费用',
  公务用车购置费: '公务用车购置',
  公务用车运行费: '公务用车运行维护费',
};

function table10(say, table, source) {
  const three = amountCells(source).filter((cell) => cell.sheet === '三公经费' && cell.column === '一般公共预算');
  for (const [item, ...amounts] of table.rows) {
    const printedName = item.replace('其中：', '');
    const name = threePublicNames[printedName] ?? printedName;
    const picked = three.filter(({ holder }) =>
      /小计|总计/.test(name) ? name === '总计' || /^公务用车/.test(holder.支出内容) : holder.支出内容 === name,
    );
    amounts.forEach((printed, i) => {
      say(`表10 ${item} 第${i + 2}列`, printed, i < 2 ? ids(picked) : []);
    });
  }
}

function tableCommissioned(say, table, source) {
  const commissioned = amountCells(source).filter((cell) => cell.sheet === '委托业务费');
  const units = new Set(commissioned.map((cell) => cell.holder.预算单位));
  let unit;
  for (const [name, ...amounts] of table.rows) {
    if (units.has(name)) unit = name;
    const picked = commissioned.filter(
      ({ holder }) => name === '总计' || (holder.预算单位 === unit && (name === unit || holder.项目名称 === name)),
    );
    amounts.forEach((printed, i) => {
      say(`表11 ${name} 第${i + 2}列`, printed, i < 2 ? ids(picked) : []);
    });
  }
}

function tableCarryOver(say, table, number, items) {
  const carried = items.filter(isCarry);
  const units = new Set(items.map((item) => item.unit));
  let unit;
  for (const [name, ...amounts] of table.rows) {
    if (units.has(name)) unit = name;
    const picked = carried.filter(
      (item) => name === '总计' || (item.unit === unit && (name === unit || item.project === name)),
    );
    const columns = [all, all, (i) => i.nature === 'personnel', (i) => i.nature === 'public', isProject];
    amounts.forEach((printed, index) => {
      say(`表${number} ${name} 第${index + 2}列`, printed, ids(picked.filter(columns[index] ?? none)));
    });
  }
}

export function describeTables(say, tables, source) {
  const items = spending(source);
  table1and4(say, tables, items);
  byCode(say, tables[2], 2, items, table2);
  byCode(say, tables[3], 3, items, [all, isBasic, isProject]);
  byCode(say, tables[5], 5, items.filter(isGeneral), [all, isBasic, isProject]);
  table6(say, tables[6], source);
  table7(say, tables[7], items);
  table10(say, tables[10], source);
  const hasCommissioned = tables[12] !== undefined;
  if (hasCommissioned) tableCommissioned(say, tables[11], source);
  const number = hasCommissioned ? 12 : 11;
  tableCarryOver(say, tables[number], number, items);
}
