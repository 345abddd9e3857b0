/** The full run of tests/audit/alterations.test.ts: hundreds of seeded alterations, saved again by LibreOffice. */
import { spawnSync } from 'node:child_process';

const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
const { status } = spawnSync(process.execPath, [...jest, 'tests/audit/alterations'], {
  stdio: 'inherit',
  env: { ...process.env, YUSUAN_ALTERATIONS: 'full' },
});
process.exitCode = status ?? 1;
