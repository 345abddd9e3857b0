/**
 * One cell or a few bytes of a sample changed at random, by a seed. Plain JavaScript: the test and `npm run fuzz` share
 * it.
 */

/** mulberry32: the same numbers for the same seed everywhere. */
export function randomOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count) => Math.floor(next() * count);
  return { below, of: (list) => list[below(list.length)] };
}

const texts = [
  '',
  ' ',
  '无',
  '１２３',
  '1,234.50',
  ' 12 ',
  '=1+1',
  '—',
  '12.5%',
  '2026-01-02',
  '\u202e反\u0001',
  '{{x}}',
  '<b>&amp;',
  '\uFFFE',
  '😀',
  'x'.repeat(33_000),
];
const numbers = [
  '0',
  '-0',
  '-1',
  '0.01',
  '0.005',
  '0.001',
  '1E-7',
  '99999999999.99',
  '1E13',
  '1E300',
  '1E400',
  '0.1',
  '12345678901234567',
  '3.0000000000000004',
  '100.5',
  '49.99',
  '50',
];

/** What may be done to a cell: its kind to what it becomes. */
export const cellMutations = {
  blank: () => undefined,
  text: (cell, random) => ({ ...plain(cell), kind: 'text', text: random.of(texts) }),
  number: (cell, random) => ({ ...plain(cell), kind: 'number', text: random.of(numbers) }),
  plusOne: (cell) => ({ ...plain(cell), text: bump(cell.text, 1) }),
  minusOne: (cell) => ({ ...plain(cell), text: bump(cell.text, -1) }),
  tenfold: (cell) => ({ ...plain(cell), text: /^\d+$/.test(cell.text) ? `${cell.text}0` : cell.text }),
  negative: (cell) => ({ ...plain(cell), text: /^\d/.test(cell.text) ? `-${cell.text}` : cell.text }),
  error: (cell, random) => ({
    ...plain(cell),
    kind: 'error',
    text: random.of(['#REF!', '#DIV/0!', '#N/A', '#VALUE!']),
  }),
  date: (cell) => ({ ...plain(cell), kind: 'number', text: '46143', display: 'date' }),
  percent: (cell) => ({ ...plain(cell), kind: 'number', text: '0.15', display: 'percent' }),
  uncalculated: (cell) => ({ ...plain(cell), kind: 'empty', text: '', formula: 'A1' }),
  boolean: (cell) => ({ ...plain(cell), kind: 'boolean', text: 'TRUE' }),
  asText: (cell) => ({ ...plain(cell), kind: 'text' }),
};

function plain({ at, kind, text, display }) {
  return { at, kind, text, display };
}

const bump = (text, by) => (/^-?\d{1,15}$/.test(text) ? String(Number(text) + by) : text);

const untouched = ['填写说明', '下拉列表'];

/** A changed copy of what was read, and in words what was done. */
export function mutateCells(workbook, random) {
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    rows: new Map([...sheet.rows].map(([n, row]) => [n, new Map(row)])),
  }));
  const done = [];
  const times = random.of([1, 1, 1, 2, 3]);
  for (let count = 0; count < times; count += 1) {
    const sheet = random.of(sheets.filter(({ name, rows }) => !untouched.includes(name) && rows.size > 0));
    const cell = pick(sheet, random);
    if (!cell) continue;
    const kind = random.of([...Object.keys(cellMutations), 'swap', 'swapRows']);
    done.push(`${kind} ${sheet.name}!R${cell.at.row}C${cell.at.column}`);
    if (kind === 'swap') swap(sheet, cell, pick(sheet, random) ?? cell);
    else if (kind === 'swapRows') swapRows(sheet, cell.at.row, random.of([...sheet.rows.keys()]));
    else put(sheet, cell.at, cellMutations[kind](cell, random));
  }
  return { workbook: { ...workbook, sheets }, done };
}

/** Mostly data, at times a header. */
function pick(sheet, random) {
  const rows = [...sheet.rows.values()].filter((row) => row.size > 0);
  const data = rows.filter((row) => [...row.values()].some(({ at }) => at.row > 3));
  const row = random.of(data.length > 0 && random.below(12) > 0 ? data : rows);
  return row && random.of([...row.values()]);
}

function put(sheet, at, cell) {
  const row = sheet.rows.get(at.row) ?? new Map();
  if (cell && cell.text !== '') row.set(at.column, { ...cell, at });
  else if (cell?.kind === 'empty') row.set(at.column, { ...cell, at });
  else row.delete(at.column);
  if (row.size === 0) sheet.rows.delete(at.row);
  else sheet.rows.set(at.row, new Map([...row].sort(([a], [b]) => a - b)));
}

function swap(sheet, one, other) {
  put(sheet, one.at, other);
  put(sheet, other.at, one);
}

function swapRows(sheet, a, b) {
  const moved = (row, to) =>
    new Map([...(row ?? [])].map(([column, cell]) => [column, { ...cell, at: { ...cell.at, row: to } }]));
  const [first, second] = [sheet.rows.get(a), sheet.rows.get(b)];
  sheet.rows.set(a, moved(second, a));
  sheet.rows.set(b, moved(first, b));
}

/** Bytes changed, cut or doubled. */
export function mutateBytes(bytes, random) {
  const copy = Uint8Array.from(bytes);
  const kind = random.of(['flip', 'flip', 'flip', 'many', 'cut', 'double', 'zero']);
  const at = random.below(copy.length);
  if (kind === 'cut') return { bytes: copy.subarray(0, at), done: `cut at ${at}` };
  if (kind === 'double') {
    const piece = copy.subarray(at, at + random.below(5000));
    return {
      bytes: Uint8Array.from([...copy.subarray(0, at), ...piece, ...copy.subarray(at)]),
      done: `double ${piece.length} at ${at}`,
    };
  }
  if (kind === 'zero') return { bytes: copy.fill(0, at, at + random.below(64)), done: `zero at ${at}` };
  const count = kind === 'flip' ? 1 : 1 + random.below(40);
  // the directory at the end is where a byte means most
  const place = () =>
    random.below(3) === 0 ? copy.length - 1 - random.below(Math.min(4000, copy.length)) : random.below(copy.length);
  for (let n = 0; n < count; n += 1) copy[place()] ^= 1 + random.below(255);
  return { bytes: copy, done: `${kind} ${count}` };
}
