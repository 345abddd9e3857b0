/** Runs the tool as a process on one input and measures it. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository, sampleFile } from './book.js';

/**
 * Prints the peak of the process that it is loaded into, last of all. From /proc where there is one: what getrusage
 * tells begins with the peak of the process that forked.
 */
const peak = `(() => { try { return /VmHWM:\\s+(\\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1] } catch { return process.resourceUsage().maxRSS } })()`;
const probe = `data:text/javascript,import fs from 'node:fs';process.on('exit',()=>{const c=process.cpuUsage();process.stderr.write('\\n@rss '+${peak}+' '+(c.user+c.system)/1000)})`;

/** Opens a document in a process of its own (openOne.js). */
export const openFile = (path) => node([join(repository, 'tests', 'hostile', 'openOne.js'), path]);

/** The same with bytes. */
export async function openBytes(bytes) {
  const folder = mkdtempSync(join(tmpdir(), 'yusuan-hostile-'));
  try {
    const path = join(folder, '公开文本');
    writeFileSync(path, bytes);
    return await openFile(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One `yusuan` call. */
export const yusuan = (args, options) => node([join(repository, 'bin', 'yusuan.cjs'), ...args], options);

/**
 * One process: exit code, texts, milliseconds of the clock and of the processor, peak in MB. `status` is null when it
 * was killed.
 */
function node(args, { timeout = 60_000, cwd } = {}) {
  return new Promise((done) => {
    const started = process.hrtime.bigint();
    const child = spawn(process.execPath, ['--import', probe, ...args], { cwd });
    const timer = setTimeout(() => child.kill('SIGKILL'), timeout);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('close', (status) => {
      clearTimeout(timer);
      const [text, told = ''] = stderr.split('\n@rss ');
      const [rss, processor] = told.split(' ').map(Number);
      const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
      const megabytes = Math.round((rss ?? 0) / 1024);
      done({ status, stdout, stderr: text ?? '', milliseconds, processor: processor ?? milliseconds, megabytes });
    });
  });
}

const sha = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

/**
 * Renders `bytes` in a folder of its own; `document` is the hash of what was written, `left` what else lies in the
 * folder.
 */
export async function renderBytes(bytes, command = 'render', file = '预算.xlsx') {
  const folder = mkdtempSync(join(tmpdir(), 'yusuan-hostile-'));
  try {
    const path = join(folder, file);
    const output = join(folder, 'out.docx');
    writeFileSync(path, bytes);
    const run = await yusuan([command, path, '--json', ...(command === 'render' ? ['-o', output] : [])]);
    const left = readdirSync(folder).filter((name) => name !== file && name !== 'out.docx');
    return { ...run, document: existsSync(output) ? sha(output) : undefined, left, folder };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs one path case; `problem` is '' when it ends as stated and every file is as it was. */
export async function runPathCase([, status, names, prepare]) {
  const folder = mkdtempSync(join(tmpdir(), 'yusuan-hostile-'));
  try {
    copyFileSync(sampleFile, join(folder, '预算.xlsx'));
    const args = prepare(folder);
    const before = listing(folder);
    const run = await yusuan(args, { cwd: folder, timeout: 10_000 });
    const said = run.stderr + run.stdout;
    const problems = [
      run.status === status ? '' : `退出码 ${run.status}，应为 ${status}`,
      said.includes(names) ? '' : `没有说“${names}”：${said.slice(0, 100)}`,
      listing(folder) === before ? '' : '文件有变化',
    ];
    return { ...run, problem: problems.filter(Boolean).join('；'), said };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Names, sizes and times of all files. */
const listing = (folder) =>
  readdirSync(folder)
    .map((name) => [name, statSync(join(folder, name)).size, statSync(join(folder, name)).mtimeMs].join(' '))
    .join('\n');

/** The codes of the findings of a `--json` run. */
export function findingCodes({ stdout }) {
  try {
    return [...new Set(JSON.parse(stdout).findings.map((found) => found.code))];
  } catch {
    return [];
  }
}

/** Why a run is not the stated outcome; '' when it is. `base` is the untouched sample's run. */
export function mismatch(outcome, run, base) {
  const codes = findingCodes(run);
  const news = codes.filter((code) => !base.codes.includes(code));
  if (run.left.length > 0) return `又写了 ${run.left.join('、')}`;
  if (outcome.refused || outcome.error) {
    if (run.document) return '写出了文档';
    const status = outcome.refused ? 3 : 1;
    if (run.status !== status) return `退出码 ${run.status}，应为 ${status}`;
    const code = outcome.refused ?? outcome.error;
    if (code === 'usage') return /[\u4e00-\u9fff]/.test(run.stderr) ? '' : '没有中文说明';
    return code === 'any' || codes.includes(code) ? '' : `报告 ${codes.join(' ')}，应有 ${code}`;
  }
  if (run.status !== 0) return `退出码 ${run.status}：${news.join(' ')} ${run.stderr.slice(0, 200)}`;
  if (outcome.same && run.document !== base.document) return '文档与原样本不同';
  if (outcome.differs && run.document === base.document) return '文档没有变化';
  if (
    outcome.finding &&
    !codes.some((code) => code.startsWith(outcome.finding) && (news.includes(code) || outcome.finding.length > 1))
  )
    return `没有 ${outcome.finding} 的提示（新增 ${news.join(' ')}）`;
  return '';
}
