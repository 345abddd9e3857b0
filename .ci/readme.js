/**
 * Runs every command of README.md, in order, in a fresh clone of what is committed. A block ```sh runs; `exit=N` after
 * it says the exit code that the README promises for its last command.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'yusuan-readme-'));
let failed = 0;
let passed = 0;
try {
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', '.', join(folder, 'yusuan')], { stdio: 'inherit' });
  const readme = readFileSync('README.md', 'utf8');
  for (const [, info, block] of readme.matchAll(/^```sh([^\n]*)\n([\s\S]*?)^```/gm)) {
    const promised = Number(/exit=(\d+)/.exec(info)?.[1] ?? 0);
    for (const line of block.split('\n').filter((text) => text.trim() !== '' && !text.startsWith('#'))) {
      if (line.includes('npm test')) {
        console.log(`ran ${line} (a step of its own)`);
        continue;
      }
      const { status } = spawnSync(line, {
        cwd: join(folder, 'yusuan'),
        shell: true,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const fine = status === promised;
      console.log(`${fine ? 'ok  ' : 'FAIL'} ${line}${promised ? ` (exit ${promised})` : ''}`);
      if (fine) passed += 1;
      else failed += 1;
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`README: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
