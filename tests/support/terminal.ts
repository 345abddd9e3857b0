/** A command run in a folder of its own, with what it printed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../src/cli/context.js';
import { editions } from './samples.js';

export interface Terminal {
  readonly folder: string;
  readonly context: Context;
  /** What went to stdout and to stderr so far. */
  readonly said: () => { readonly out: string; readonly err: string };
  readonly close: () => void;
}

export function openTerminal(): Terminal {
  const folder = mkdtempSync(join(tmpdir(), 'yusuan-'));
  const said = { out: '', err: '' };
  const stream = (key: 'out' | 'err') =>
    ({
      isTTY: false,
      write: (text: string) => {
        said[key] += text;
        return true;
      },
    }) as unknown as NodeJS.WriteStream;
  return {
    folder,
    context: { stdout: stream('out'), stderr: stream('err'), editions },
    said: () => said,
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
