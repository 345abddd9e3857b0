/**
 * A small second computation, straight from the cells and in whole 分 (BigInt), against what the document prints. It
 * shares no code with the tool: the total of table 1 and every 项 of table 3.
 */

const clean = (text) => text.replace(/[\s,\u200B\uFEFF]/g, '').normalize('NFKC');

/** 元 or 万元 as typed to 分; undefined when the cell is no amount. */
function cents(cell, wan) {
  if (!cell || (cell.kind !== 'number' && cell.kind !== 'text')) return 0n;
  let text = clean(cell.text);
  if (cell.kind === 'number') text = decimal(Number(Number(cell.text).toPrecision(15)));
  const found = /^\+?(\d*)(?:\.(\d*))?$/.exec(text);
  if (!found || text === '') return undefined;
  const shift = wan ? 6 : 2;
  const fraction = (found[2] ?? '').padEnd(shift, '0');
  if (/[1-9]/.test(fraction.slice(shift))) return undefined;
  return BigInt(`${found[1] || '0'}${fraction.slice(0, shift)}`);
}

/** Without exponent, from the 15 digits that were typed. */
function decimal(value) {
  const [mantissa = '', exponent = '0'] = value.toExponential(14).split('e');
  const digits = mantissa.replace('.', '');
  const point = Number(exponent) + 1;
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`.replace(/0+$/, '');
  if (point >= digits.length) return digits + '0'.repeat(point - digits.length);
  return `${digits.slice(0, point)}.${digits.slice(point)}`.replace(/\.?0+$/, '');
}

/** 分 to 万元 with two decimals, half up: `4,360.97`. */
export function printed(amount) {
  const hundredths = (amount + 5_000n) / 10_000n;
  const whole = String(hundredths / 100n).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${whole}.${String(hundredths % 100n).padStart(2, '0')}`;
}

/** The rows of a sheet as header → cell, below the header row, which is the one that holds `wanted`. */
function rowsOf(workbook, name, wanted) {
  const sheet = workbook.sheets.find((one) => one.name === name);
  const headers = [...(sheet?.rows.values() ?? [])].find((row) =>
    [...row.values()].some(({ text }) => text === wanted),
  );
  if (!sheet || !headers) return undefined;
  const [{ at }] = headers.values();
  const columns = [...headers].map(([column, { text }]) => [column, text]);
  return [...sheet.rows]
    .filter(([number]) => number > at.row)
    .map(([, row]) => Object.fromEntries(columns.map(([column, header]) => [header, row.get(column)])));
}

const isAmount = (header) => /经费$/.test(header) || /^3\d\d/.test(header);

/** What the cells give; undefined where they cannot be told by rules as simple as these. */
export function expectation(workbook) {
  const form = workbook.sheets.find(({ name }) => name === '基本信息');
  const unit = [...(form?.rows.values() ?? [])].find((row) => row.get(1)?.text === '金额单位')?.get(2)?.text;
  const wan = unit?.trim() === '万元';
  const basic = rowsOf(workbook, '基本支出（功能）', '功能科目编码');
  const project = rowsOf(workbook, '项目支出', '功能科目编码');
  if (!basic || !project || (unit?.trim() !== '元' && !wan)) return undefined;
  const items = new Map();
  const add = (rows, kind) => {
    for (const row of rows) {
      const amounts = Object.entries(row)
        .filter(([header]) => isAmount(header))
        .map(([, cell]) => cents(cell, wan));
      if (amounts.includes(undefined)) return false;
      const sum = amounts.reduce((total, value) => total + value, 0n);
      const code = clean(row.功能科目编码?.text ?? '');
      const item = items.get(code) ?? { basic: 0n, project: 0n };
      items.set(code, { ...item, [kind]: item[kind] + sum });
    }
    return true;
  };
  if (!add(basic, 'basic') || !add(project, 'project')) return undefined;
  const total = [...items.values()].reduce((sum, item) => sum + item.basic + item.project, 0n);
  return { items, total };
}

const textOf = (cell) =>
  cell.inlines
    .map((inline) => (inline.kind === 'text' ? inline.text : ''))
    .join('')
    .replace(/\s/g, '');

/** Tables of the statement kind in order, each as rows of texts. */
function tablesOf(tree) {
  return tree.sections
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.kind === 'table' && block.style === 'statement')
    .map((table) => table.body.map((row) => row.cells.map(textOf)));
}

/** What of the document differs from the cells; empty when all agrees. */
export function disagreements(workbook, tree) {
  const expected = expectation(workbook);
  if (!expected) return [];
  const [balance = [], , expenditure = []] = tablesOf(tree);
  const wrong = [];
  const total = printed(expected.total);
  const last = balance.at(-1) ?? [];
  if (last.filter((text) => text === total).length !== 2) wrong.push(`table 1: ${last.join(' ')} against ${total}`);
  const seen = new Set();
  for (const row of expenditure) {
    const code = row.slice(0, 3).join('');
    if (!/^\d{7}$/.test(code)) continue;
    seen.add(code);
    const { basic, project } = expected.items.get(code) ?? { basic: -1n, project: 0n };
    const figures = [basic + project, basic, project].map((amount) => (amount === 0n ? '' : printed(amount)));
    const shown = row.slice(4, 7).map((text) => (text === '0.00' ? '' : text));
    if (figures.join(' ') !== shown.join(' '))
      wrong.push(`table 3 ${code}: ${shown.join(' ')} against ${figures.join(' ')}`);
  }
  for (const [code, { basic, project }] of expected.items) {
    if (basic + project > 0n && !seen.has(code)) wrong.push(`table 3: ${code} is missing`);
  }
  return wrong;
}
