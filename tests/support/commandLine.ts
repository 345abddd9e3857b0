/** The command line as a user types it, within the test's own process. */
import { main } from '../../src/cli/main.js';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command line; what it prints is kept and not shown. */
export async function run(...args: readonly string[]): Promise<Ran> {
  const said = { out: '', err: '' };
  const { stdout, stderr } = process;
  const before = [stdout.write, stderr.write] as const;
  const keep = (key: 'out' | 'err') =>
    ((text: string | Uint8Array) => {
      said[key] += typeof text === 'string' ? text : Buffer.from(text).toString();
      return true;
    }) as typeof stdout.write;
  stdout.write = keep('out');
  stderr.write = keep('err');
  try {
    return { code: await main(args), ...said };
  } finally {
    [stdout.write, stderr.write] = before;
  }
}
