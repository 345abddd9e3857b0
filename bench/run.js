/**
 * npm run bench: yusuan beside docxtemplater, easy-template-x and the floor, in one run. Writes docs/bench.md. Times
 * are those that the main thread spent on a processor (Linux only), so that other load on the machine changes them
 * little.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { floorInput, peerInput, treeOf, workbookOf } from './inputs.js';
import { makers } from './tools.js';

const here = import.meta.dirname;
const rounds = Number(process.env.ROUNDS ?? 9);
const seconds = Number(process.env.SECONDS ?? 1);
const sizes = (process.env.SIZES ?? '1,4,16').split(',').map(Number);
const tools = Object.keys(makers);
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Whole process, milliseconds of its main thread and MB. yusuan is the real command line. */
function cold(tool, input, folder) {
  const output = join(folder, 'out.docx');
  rmSync(output, { force: true });
  const script =
    tool === 'yusuan'
      ? [join(here, '..', 'bin', 'yusuan.cjs'), 'render', input.workbook, '-o', output]
      : [join(here, 'worker.js'), JSON.stringify({ tool, mode: 'cold', input, output })];
  const run = spawnSync(process.execPath, ['--require', join(here, 'probe.cjs'), ...script], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${tool}: ${run.stderr}`);
  const [kilobytes, nanoseconds] = run.stderr.split('@end ')[1].split(' ').map(Number);
  return { milliseconds: nanoseconds / 1e6, megabytes: kilobytes / 1024 };
}

function warm(tool, input) {
  const argument = JSON.stringify({ tool, mode: 'warm', input, seconds });
  return JSON.parse(execFileSync(process.execPath, [join(here, 'worker.js'), argument], { encoding: 'utf8' }));
}

const folder = mkdtempSync(join(tmpdir(), 'yusuan-bench-'));
const lists = new Map();
/** What was measured, round by round. */
const results = {
  get(tool, times, kind) {
    const key = `${tool} ${times} ${kind}`;
    return lists.get(key) ?? lists.set(key, []).get(key);
  },
};
try {
  const first = await treeOf(await workbookOf(1, folder));
  for (const times of sizes) {
    const workbook = await workbookOf(times, folder);
    const tree = await treeOf(workbook);
    const input = {
      workbook,
      ...(await peerInput(first, times, folder)),
      floor: await floorInput(tree, times, folder),
    };
    // one kind after the other, so that what is compared runs within seconds: the machine may be faster a minute later
    for (const [kind, measure] of Object.entries({ cold, warm })) {
      for (let round = 0; round < rounds; round += 1) {
        for (const tool of tools) results.get(tool, times, kind).push(measure(tool, input, folder));
        process.stderr.write(`×${times} ${kind} ${round + 1}/${rounds}\n`);
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const names = { yusuan: '**yusuan**', floor: '下限（拼接并压缩）' };
const peers = tools.filter((tool) => !(tool in names));
const value = (tool, times, kind, unit) => median(results.get(tool, times, kind).map((run) => run[unit]));

/** The median of what `tool` takes of the time of the fastest peer in the same round. */
function share(tool, times, kind) {
  const [fastest] = [...peers].sort(
    (a, b) => value(a, times, kind, 'milliseconds') - value(b, times, kind, 'milliseconds'),
  );
  const others = results.get(fastest, times, kind);
  return median(results.get(tool, times, kind).map((run, round) => run.milliseconds / others[round].milliseconds));
}

const table = sizes.map((times) => {
  const rows = tools.map((tool) => {
    const cells = [
      names[tool] ?? tool,
      (value(tool, times, 'cold', 'milliseconds') / 1000).toFixed(2),
      share(tool, times, 'cold').toFixed(2),
      (1000 / value(tool, times, 'warm', 'milliseconds')).toFixed(1),
      (1 / share(tool, times, 'warm')).toFixed(2),
      value(tool, times, 'cold', 'megabytes').toFixed(0),
      value(tool, times, 'warm', 'megabytes').toFixed(0),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return `## ${times} 倍行数

| 工具 | 冷启动 秒（主线程） | 与最快同类之比 | 连续 份/秒（主线程） | 是最快同类的几倍 | 冷启动峰值 MB | 连续峰值 MB |
|---|---:|---:|---:|---:|---:|---:|
${rows.join('\n')}
`;
});
const text = `# 速度对比

由 \`npm run bench\` 生成：样本 2026-department，项目行数的 ${sizes.join('、')} 倍；${rounds} 轮的中位数，各工具每轮依次运行，比值是同一轮里的比值的中位数（机器时快时慢），Node ${process.versions.node}，${cpus().length} 核。
时间是主线程占用处理器的时间，机器上别的负载影响不大。yusuan 从工作簿做起：读、核对、算、排版；冷启动是整个 \`yusuan render\` 进程。docxtemplater 和 easy-template-x 用同样内容的模板，数据已经
算好、以 JSON 给出，它们不读 Excel、不核对。下限是把现成的 document.xml 拼接并压缩。

${table.join('\n')}`;
writeFileSync(join(here, '..', 'docs', 'bench.md'), text);
console.log(text);
