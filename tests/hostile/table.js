/** npm run hostile: runs every case as a process, `check` and `render`, and writes docs/hostile.md. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository, sampleParts, zipped } from './book.js';
import { groups, pathCases } from './cases.js';
import { documentGroups } from './documents.js';
import { findingCodes, mismatch, openBytes, renderBytes, runPathCase } from './run.js';

const limits = { seconds: 2, megabytes: 300 };

function outcomeText(outcome, run, base) {
  const codes = findingCodes(run);
  const news = codes.filter((code) => !base.codes.includes(code));
  if (outcome.refused) return `不读，退出码 3${codes.length ? `，${codes.join(' ')}` : ''}`;
  if (outcome.error) return `指出单元格，退出码 1，${news.join(' ')}`;
  return `读对${outcome.same ? '，文档与原样本逐字节相同' : ''}${news.length ? `，提示 ${news.join(' ')}` : ''}`;
}

/** Of the processor: the clock would tell what else the machine is busy with. */
const seconds = (run) => run.processor / 1000;

/** The fastest of up to four while they are slow: the machine may be busy with something else. */
async function measured(bytes, command) {
  let best = await renderBytes(bytes, command);
  for (let more = 3; more > 0 && seconds(best) > limits.seconds; more -= 1) {
    const again = await renderBytes(bytes, command);
    if (seconds(again) < seconds(best)) best = again;
  }
  return best;
}

async function row([name, outcome, make], base) {
  const bytes = make();
  const render = await measured(bytes, 'render');
  const check = await measured(bytes, 'check');
  const slowest = Math.max(seconds(render), seconds(check));
  const megabytes = Math.max(render.megabytes, check.megabytes);
  const problem = [
    mismatch(outcome, render, base),
    check.status === render.status ? '' : `check 退出码 ${check.status}`,
    slowest > limits.seconds ? `${slowest.toFixed(1)} 秒` : '',
    megabytes > limits.megabytes ? `${megabytes} MB` : '',
  ];
  const cells = [
    name,
    outcomeText(outcome, render, base),
    (bytes.length / 1024).toFixed(0),
    seconds(check).toFixed(2),
    seconds(render).toFixed(2),
    megabytes,
  ];
  return told({
    name,
    line: `| ${cells.join(' | ')} |`,
    problem: problem.filter(Boolean).join('；'),
    slowest,
    megabytes,
  });
}

/** Of a document to be opened. */
async function documentRow([name, outcome, make]) {
  const bytes = make();
  let run = await openBytes(bytes);
  for (let more = 3; more > 0 && seconds(run) > limits.seconds; more -= 1) {
    const again = await openBytes(bytes);
    if (seconds(again) < seconds(run)) run = again;
  }
  const { codes = [], said = '' } = run.status === 0 ? JSON.parse(run.stdout) : {};
  const problem = [
    run.status === 0 ? '' : `退出码 ${run.status}`,
    codes.join() === (outcome.refused ?? '') ? '' : `报告 ${codes.join(' ')}，应为 ${outcome.refused ?? '读通'}`,
    seconds(run) > limits.seconds ? `${seconds(run).toFixed(1)} 秒` : '',
    run.megabytes > limits.megabytes ? `${run.megabytes} MB` : '',
  ];
  const outcomeSaid = outcome.refused ? `不读，${codes.join(' ')}：${said}` : '读通';
  const cells = [name, outcomeSaid, (bytes.length / 1024).toFixed(0), seconds(run).toFixed(2), run.megabytes];
  const line = `| ${cells.join(' | ')} |`;
  return told({
    name,
    line,
    problem: problem.filter(Boolean).join('；'),
    slowest: seconds(run),
    megabytes: run.megabytes,
  });
}

async function pathRow(one) {
  const run = await runPathCase(one);
  const lines = run.said.trim().split('\n');
  const spoken = lines.find((line) => line.includes('错误')) ?? lines[0];
  const message = spoken
    .trim()
    .replaceAll('|', '\\|')
    .replace(/\S*yusuan-hostile-\w+/, '…');
  const cells = [one[0], `退出码 ${run.status}：${message}`, seconds(run).toFixed(2), run.megabytes];
  const { problem, megabytes } = run;
  return told({ name: one[0], line: `| ${cells.join(' | ')} |`, problem, slowest: seconds(run), megabytes });
}

function told(row) {
  process.stderr.write(`${row.problem ? `✗ ${row.problem} ` : '✓ '}${row.line}\n`);
  return row;
}

const sample = await renderBytes(zipped(sampleParts()));
const base = { document: sample.document, codes: findingCodes(sample) };
const wanted = process.argv[2];
const chosen = (cases) => cases.filter(([name]) => !wanted || name.includes(wanted));
const sections = [];
const rows = [];
const section = (title, head, done) => {
  rows.push(...done);
  sections.push(`## ${title}\n\n${head}\n${done.map(({ line }) => line).join('\n')}\n`);
};
for (const [title, cases] of groups()) {
  const done = [];
  for (const one of chosen(cases)) done.push(await row(one, base));
  section(title, '| 输入 | 结果 | KB | check 秒 | render 秒 | 峰值 MB |\n|---|---|---:|---:|---:|---:|', done);
}
for (const [title, cases] of documentGroups()) {
  const done = [];
  for (const one of chosen(cases)) done.push(await documentRow(one));
  section(title, '| 输入 | 结果 | KB | 秒 | 峰值 MB |\n|---|---|---:|---:|---:|', done);
}
const paths = [];
for (const one of chosen(pathCases())) paths.push(await pathRow(one));
section('文件和路径', '| 情形 | 结果 | 秒 | 峰值 MB |\n|---|---|---:|---:|', paths);

const failed = rows.filter(({ problem }) => problem);
const most = (key) => Math.max(...rows.map((row) => row[key]));
const verdict = failed.length === 0 ? '全部符合' : `${failed.length} 种不符合`;
const list = failed.map(({ name, problem }) => `- ${name}：${problem}`).join('\n');
const text = `# 有害和损坏的输入

本页由 \`npm run hostile\` 生成：每一种输入都用代码做在样本 2026-unit.xlsx 上（tests/hostile/cases.js），\`yusuan check\` 和
\`yusuan render\` 各以一个进程运行；公开文档（tests/hostile/documents.js）由 openPublished 各以一个进程打开。时间是处理器时间。限度：${limits.seconds} 秒、${limits.megabytes} MB，没有读通时不写任何文件。

共 ${rows.length} 种，${verdict}；最慢 ${most('slowest').toFixed(2)} 秒，最多 ${most('megabytes')} MB（未改的样本 render ${seconds(sample).toFixed(2)} 秒、${sample.megabytes} MB）。
编号的意思见 docs/checks.md。

${sections.join('\n')}${failed.length > 0 ? `\n## 不符合的\n\n${list}\n` : ''}`;
if (!wanted) writeFileSync(join(repository, 'docs', 'hostile.md'), text);
process.exitCode = failed.length > 0 ? 1 : 0;
