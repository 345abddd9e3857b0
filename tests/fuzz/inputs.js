/**
 * One input of each kind, and what must hold of it. `tool` is the tool's own functions: from src in the test, from dist
 * in npm run fuzz.
 */
import { mutateBytes, mutateCells, randomOf } from './mutate.js';
import { disagreements } from './recompute.js';

/** For one input, milliseconds: far above what any needs. */
const longest = 20_000;

/** A sample, read once. */
export function sampleOf(tool, name, bytes) {
  const read = tool.readWorkbook(bytes, name);
  if (!read.ok) throw new Error(name);
  const cells = JSON.stringify(read.workbook.sheets.map(plainSheet));
  return { name, bytes, workbook: read.workbook, cells };
}

const plainSheet = ({ name, rows, hidden }) => [name, hidden, [...rows].map(([n, row]) => [n, [...row.values()]])];

/**
 * Returns how it ended; throws, with what was done, when the tool crashed, hung or printed something else than the
 * cells say.
 */
export async function cellInput(tool, sample, seed) {
  const { workbook, done } =
    seed < 0 ? { workbook: sample.workbook, done: [] } : mutateCells(sample.workbook, randomOf(seed));
  const told = `${sample.name} seed ${seed}: ${done.join('; ')}`;
  return guarded(told, async () => {
    const examined = tool.examineCells(workbook, tool.editions);
    const errors = examined.findings.filter(({ severity }) => severity === 'error');
    for (const { message } of examined.findings) {
      if (/undefined|NaN|\[object/.test(message)) throw new Error(`message: ${message}`);
    }
    if (errors.length > 0) return 'refused';
    const { tree } = tool.compose(examined.facts, examined.edition);
    const wrong = disagreements(workbook, tree);
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
    const text = JSON.stringify(tree);
    if (/undefined|NaN|\[object|Infinity|-0\.00/.test(text))
      throw new Error(`document: ${/.{40}(undefined|NaN|\[object|Infinity|-0\.00).{20}/.exec(text)?.[0]}`);
    if (seed % 10 === 0) await tool.writeDocx(tree);
    return 'rendered';
  });
}

/** Damaged bytes are refused, or read as exactly what stood there before. */
export async function byteInput(tool, sample, seed) {
  const { bytes, done } = mutateBytes(sample.bytes, randomOf(seed));
  return guarded(`${sample.name} seed ${seed}: ${done}`, async () => {
    const read = tool.readWorkbook(bytes, sample.name);
    if (!read.ok) return 'refused';
    if (JSON.stringify(read.workbook.sheets.map(plainSheet)) !== sample.cells)
      throw new Error('read as something else');
    return 'same';
  });
}

async function guarded(told, run) {
  const started = performance.now();
  let ended;
  try {
    ended = await run();
  } catch (error) {
    throw new Error(`${told}\n${error.stack ?? error}`);
  }
  if (performance.now() - started > longest)
    throw new Error(`${told}\ntook ${Math.round(performance.now() - started)} ms`);
  return ended;
}
