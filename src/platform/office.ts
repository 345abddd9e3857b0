/**
 * LibreOffice, where it is found: the only program outside that yusuan ever starts, and only when it is asked for
 * pages.
 */

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** LibreOffice is missing or failed; the message is for the office. */
export class OfficeError extends Error {}

const NAMES = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
const USUAL_PLACES = [
  'C:\\Program Files\\LibreOffice\\program',
  'C:\\Program Files (x86)\\LibreOffice\\program',
  '/Applications/LibreOffice.app/Contents/MacOS',
  '/usr/lib/libreoffice/program',
  '/opt/libreoffice/program',
];
/**
 * What a PDF is to be, as settings of LibreOffice: its language Chinese, tagged for readers of screens, with bookmarks
 * and its title in the window. In the user profile, since as a filter's options older versions do not know them
 * (FACT office-1).
 */
const PDF_SETTINGS: readonly (readonly [path: string, name: string, value: string])[] = [
  ['/org.openoffice.Setup/L10N', 'ooSetupSystemLocale', 'zh-CN'],
  ...['UseTaggedPDF', 'ExportBookmarks', 'DisplayPDFDocumentTitle'].map(
    (name) => ['/org.openoffice.Office.Common/Filter/PDF/Export', name, 'true'] as const,
  ),
];
/** A document of hundreds of pages takes some seconds; what takes longer hangs. */
const TIME_LIMIT = 120_000;

/** Path of LibreOffice: in PATH or where it is usually installed. `path` is the environment's PATH. */
export function findOffice(path: string = process.env.PATH ?? ''): string | undefined {
  const folders = [...path.split(delimiter).filter(Boolean), ...USUAL_PLACES];
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((file) => existsSync(file));
}

/**
 * The PDF of a Word document as LibreOffice lays it out: tagged, zh-CN, with title and bookmarks. Throws OfficeError.
 */
export async function layOutPdf(
  docx: Uint8Array,
  office: string | undefined = findOffice(),
  temporary: string = tmpdir(),
): Promise<Uint8Array> {
  if (office === undefined) {
    throw new OfficeError(
      '没有找到 LibreOffice，无法排版成页。请安装 LibreOffice 后重试，或在 Word、WPS 中打开文档另存为 PDF。',
    );
  }
  const pdf = await saved(docx, 'docx', 'pdf', office, temporary);
  if (pdf) return pdf;
  throw new OfficeError('LibreOffice 没有排出 PDF。请在 LibreOffice、Word 或 WPS 中打开生成的 Word 文档，另存为 PDF。');
}

/**
 * An older Word or Excel file as LibreOffice saves it in today's format; undefined when it cannot. Throws OfficeError.
 */
export const savedAnew = (
  bytes: Uint8Array,
  target: 'docx' | 'xlsx',
  office: string,
  temporary: string = tmpdir(),
): Promise<Uint8Array | undefined> => saved(bytes, target === 'docx' ? 'doc' : 'xls', target, office, temporary);

/**
 * Works in a folder of its own that is removed afterwards, with a user profile of its own, so that an open LibreOffice
 * is not disturbed. Undefined when LibreOffice makes no such file.
 */
async function saved(
  bytes: Uint8Array,
  extension: string,
  target: string,
  office: string,
  temporary: string,
): Promise<Uint8Array | undefined> {
  const folder = await ownFolder(temporary);
  try {
    const source = join(folder, `document.${extension}`);
    await writeFile(source, bytes);
    const home = join(folder, 'profile');
    await mkdir(join(home, 'user'), { recursive: true });
    await writeFile(join(home, 'user', 'registrymodifications.xcu'), settingsXml());
    const profile = `-env:UserInstallation=${pathToFileURL(home).href}`;
    await run(office, [profile, '--headless', '--norestore', '--convert-to', target, '--outdir', folder, source]);
    return await readFile(join(folder, `document.${target}`));
  } catch {
    return undefined;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * A new folder among the temporary ones. Where that place is missing or cannot be written, the office can mend it:
 * OfficeError.
 */
async function ownFolder(temporary: string): Promise<string> {
  try {
    return await mkdtemp(join(temporary, 'yusuan-'));
  } catch {
    throw new OfficeError(
      `排版要用的临时文件夹“${temporary}”不存在、写不进去或磁盘已满。请建立这个文件夹并腾出空间，或用环境变量 TMPDIR（Windows 为 TEMP）另指一个。`,
    );
  }
}

/** The settings as LibreOffice keeps those that a user has changed. */
function settingsXml(): string {
  const items = PDF_SETTINGS.map(
    ([path, name, value]) =>
      `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    `<oor:items xmlns:oor="http://openoffice.org/2001/registry">${items.join('')}</oor:items>`
  );
}

function run(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { timeout: TIME_LIMIT, windowsHide: true }, (error) => (error ? reject(error) : resolve()));
  });
}
