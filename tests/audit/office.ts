/** LibreOffice, where it is installed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function hasOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore', timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}

/** The documents as LibreOffice saves them, all in one run. */
export const savedAgain = (documents: readonly Uint8Array[]): Uint8Array[] => converted(documents, 'docx');

const filters = { docx: 'docx:MS Word 2007 XML', pdf: 'pdf' };

/** Word files as LibreOffice saves or prints them, all in one run. */
export function converted(documents: readonly Uint8Array[], format: 'docx' | 'pdf'): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'yusuan-office-'));
  try {
    const names = documents.map((bytes, index) => {
      const name = `d${index}.docx`;
      writeFileSync(join(folder, name), bytes);
      return name;
    });
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const output = join(folder, 'saved');
    const target = ['--convert-to', filters[format], '--outdir', output];
    execFileSync('soffice', ['--headless', profile, ...target, ...names.map((name) => join(folder, name))], {
      stdio: 'ignore',
      timeout: 300_000,
    });
    return names.map((name) => readFileSync(join(output, name.replace(/docx$/, format))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
