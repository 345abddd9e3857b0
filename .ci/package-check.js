/**
 * The package as users get it: packed, installed into an empty folder, the examples of docs/library.md run and type
 * checked there, the command line started. And no module in it may need a development dependency.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { specifiersOf } from '../scripts/specifiers.js';

const folder = mkdtempSync(join(tmpdir(), 'yusuan-package-'));
const own = JSON.parse(readFileSync('package.json', 'utf8'));
const sample = '2026-unit.xlsx';
const shell = process.platform === 'win32';
const npm = (args, cwd) =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', shell, stdio: ['ignore', 'pipe', 'inherit'] });

/** Every module and declaration names only what users have. */
function checkContents(root) {
  const dist = join(root, 'dist');
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(js|d\.ts)$/.test(path) && !/^(bundle|pdf|precompiled)\b/.test(path))
    .map((path) => join(dist, path));
  assert.ok(files.length > 100, 'the package is read');
  for (const file of files) {
    const packages = specifiersOf(readFileSync(file, 'utf8')).filter((name) => !/^(\.|node:)/.test(name));
    for (const name of packages) {
      const [owner] = /^(@[^/]+\/)?[^/]+/.exec(name);
      assert.ok(owner in own.dependencies, `${file} needs ${owner}, which users do not have`);
    }
  }
}

/** The examples of docs/library.md: ```js is run, ```ts is type checked. */
const examples = (language) =>
  [...readFileSync('docs/library.md', 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)]
    .filter(([, info]) => info === language)
    .map(([, , text]) => text);

function checkTypes() {
  const options = {
    module: 'nodenext',
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    target: 'es2023',
    types: ['node'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include: ['*.mts'] }));
  for (const [index, text] of [...examples('js'), ...examples('ts')].entries())
    writeFileSync(join(folder, `example${index}.mts`), text);
  execFileSync(process.execPath, [join(folder, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', folder], {
    stdio: 'inherit',
  });
}

/** The first example, as it stands in docs/library.md; gives the document that it wrote. */
function runExample() {
  const [example] = examples('js');
  writeFileSync(join(folder, 'example.js'), example);
  console.log(execFileSync(process.execPath, ['example.js'], { cwd: folder, encoding: 'utf8' }).trimEnd());
  return join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.docx')),
  );
}

/** Commands that load what the package holds apart: the bundle, processes of a batch, exceljs, the other writers. */
function runCommands(root) {
  const commands = [
    ['render', sample, '-o', 'line.docx', '--html', '--xlsx', '--annotate', '--manifest'],
    ['render', sample, '--out-dir', 'batch'],
    ['audit', 'line.docx'],
    ['new', 'new.xlsx', '--kind', '单位', '--year', '2026'],
  ];
  for (const args of commands)
    execFileSync(process.execPath, [join(root, 'bin', 'yusuan.cjs'), ...args], { cwd: folder, stdio: 'pipe' });
}

try {
  const [packed] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], '.'));
  const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  const { filename, files, unpackedSize, size } = packed;
  console.log(`${filename}: ${files.length} files, ${megabytes(unpackedSize)}, packed ${megabytes(size)}`);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  npm(['install', '--no-audit', '--no-fund', '--omit=dev', join(folder, filename)], folder);
  const root = join(folder, 'node_modules', 'yusuan');
  checkContents(root);
  copyFileSync(join(root, 'samples', sample), join(folder, sample));
  const document = runExample();
  runCommands(root);
  const same = readFileSync(document).equals(readFileSync(join(folder, 'line.docx')));
  assert.ok(same, 'the library and the command line give the same bytes');
  const { typescript, '@types/node': node } = own.devDependencies;
  npm(['install', '--no-audit', '--no-fund', `typescript@${typescript}`, `@types/node@${node}`], folder);
  checkTypes();
  console.log('the package works in an empty folder: library, types and command line');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
