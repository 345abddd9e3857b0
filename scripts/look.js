/**
 * npm run look: every sample's document as page images in out/look, for a person to look at. Needs LibreOffice and
 * poppler. Where the fonts of GB/T 9704 are missing, look-fonts.conf names others to stand in. Run after the build.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { packagedEditions } from '../dist/editions/packaged.js';
import { examine, hasErrors, renderDocx } from '../dist/index.js';
import { findOffice } from '../dist/platform/office.js';
import { readInput } from '../dist/terminal/files.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'out', 'look');
const office = findOffice();
if (office === undefined || spawnSync('pdftoppm', ['-v']).error) {
  console.error('没有找到 LibreOffice 或 poppler（pdftoppm），不能出页面图。');
  process.exit(4);
}
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const profile = mkdtempSync(join(tmpdir(), 'yusuan-look-'));
try {
  const samples = readdirSync(join(root, 'samples')).filter((file) => /^[^~.].*\.xlsx$/.test(file));
  for (const name of samples.sort()) await look(name);
} finally {
  rmSync(profile, { recursive: true, force: true });
}

async function look(name) {
  const examined = examine(readInput(join(root, 'samples', name)), packagedEditions);
  if (examined.state === 'unreadable' || hasErrors(examined.findings)) {
    console.error(`${name}：工作簿有错误，没有生成`);
    process.exitCode = 1;
    return;
  }
  const stem = join(out, name.replace(/\.xlsx$/, ''));
  writeFileSync(`${stem}.docx`, (await renderDocx(examined.facts, examined.edition)).bytes);
  const user = `-env:UserInstallation=${pathToFileURL(profile).href}`;
  const env = { ...process.env, FONTCONFIG_FILE: join(root, 'scripts', 'look-fonts.conf') };
  execFileSync(office, ['--headless', user, '--convert-to', 'pdf', '--outdir', out, `${stem}.docx`], {
    env,
    stdio: 'ignore',
  });
  execFileSync('pdftoppm', ['-r', process.env.LOOK_DPI ?? '80', '-png', `${stem}.pdf`, stem]);
  const pages = readdirSync(out).filter((file) => file.startsWith(`${name.replace(/\.xlsx$/, '')}-`));
  console.log(`${name}：${pages.length} 页，见 ${stem}-*.png`);
}
