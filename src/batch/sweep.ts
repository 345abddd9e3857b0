/** What a killed run leaves behind: temporary files that never got their name. */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Younger ones may belong to another shard that writes into the same folder at this moment. */
const oldEnough = 10 * 60 * 1000;

/** Removes temporary files of `writeOutput` below `folder` that are older than ten minutes at `now` (milliseconds). */
export function sweep(folder: string, now: number): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) sweep(path, now);
    else if (isTemporary(entry.name) && now - statSync(path).mtimeMs > oldEnough) rmSync(path, { force: true });
  }
}

const isTemporary = (name: string): boolean => /^\..+\.(docx|xlsx|json|txt|html)\.\d+\.tmp$/.test(name);
