/** yusuan render: the Word document of a workbook. */

import { dirname, join } from 'node:path';
import type { Argv } from 'yargs';
import { countBySeverity, countsText } from '../diagnostics/counts.js';
import { summaryOf } from '../document/summary.js';
import { examine, renderDocx } from '../index.js';
import { sha256Of } from '../platform/hash.js';
import { CommandError, type ExitCode, exitCodes } from '../terminal/exit.js';
import { keepInput, needExtension, readInput, refuseExisting, writeOutput } from '../terminal/files.js';
import { findingsText, styleFor, summaryText } from '../terminal/report.js';
import { wrapped } from '../terminal/wrap.js';
import { safeFileName } from '../vocabulary/fileNames.js';
import { type CompanionOptions, companionPaths, writeCompanions } from './companions.js';
import type { Context } from './context.js';
import { needOffice, once, withPageNumbers } from './pages.js';
import { withoutErrors } from './withoutErrors.js';

export const command = 'render <workbook> [more..]';
export const describe = '由工作簿生成预算公开 Word 文档';

/** Positionals and options, in Chinese. */
export const builder = (args: Argv) =>
  args
    .positional('workbook', { type: 'string', demandOption: true, describe: '填好的工作簿（.xlsx）' })
    .positional('more', {
      type: 'string',
      array: true,
      defaultDescription: '无',
      describe: '更多工作簿或文件夹，与 --out-dir 同用',
    })
    .option('output', {
      alias: 'o',
      type: 'string',
      requiresArg: true,
      describe: '生成的文件；不写则放在工作簿旁边，以年度、名称和“部门（单位）预算公开”命名',
    })
    .option('manifest', {
      type: 'boolean',
      default: false,
      describe: '在文档旁边写一份清单：工作簿、表样和文档的 SHA-256、版本、取舍规则和检查结果',
    })
    .option('annotate', {
      type: 'boolean',
      default: false,
      describe: '另写一份带批注的文档：说明中的每个数字和表中的合计注明算法和单元格',
    })
    .option('paginate', { type: 'boolean', default: false, describe: '目录印页码（由 LibreOffice 排一遍版得出）' })
    .option('html', { type: 'boolean', default: false, describe: '另写一个网页，可放到单位网站上公开' })
    .option('trace', {
      type: 'boolean',
      default: false,
      describe: '与 --html 同用：写内部核对用的网页，点数字可看算法和单元格，请勿公开',
    })
    .option('chart', {
      type: 'boolean',
      default: false,
      describe: '另写一页图说预算，网页和图（.svg）各一份，文件名后加“（图说预算）”',
    })
    .option('chart-docx', { type: 'boolean', default: false, describe: '另写一份 Word 的图说预算' })
    .option('xlsx', {
      type: 'boolean',
      default: false,
      describe: '另写一份公开用的表格，文件名后加“（各表）”，每表一个工作表',
    })
    .option('data', {
      type: 'boolean',
      default: false,
      describe: '另写一份供程序读取的数据（.zip，内有 CSV），文件名后加“（数据）”',
    })
    .option('pdf', { type: 'boolean', default: false, describe: '另写一份 PDF（需要 LibreOffice）' })
    .option('out-dir', {
      type: 'string',
      requiresArg: true,
      describe: '批量生成：可给多份工作簿和文件夹，文档连同清单和汇总写到这个文件夹；未变的不重做',
    })
    .option('shard', { type: 'string', requiresArg: true, describe: '批量时只做其中一份，如 2/8：分到几台机器上做' })
    .option('jobs', { type: 'number', requiresArg: true, describe: '批量时同时做几份；不写则按处理器核数' })
    .option('force', { type: 'boolean', default: false, describe: '文件已存在时覆盖' })
    .option('json', { type: 'boolean', default: false, describe: '以 JSON 输出，供程序读取' })
    .example('$0 render 2026年预算.xlsx', '在工作簿旁边生成文档')
    .example('$0 render 2026年预算.xlsx -o 公开.docx --force', '指定文件名，已存在则覆盖')
    .example('$0 render 各单位/ --out-dir 公开/', '文件夹里的全部工作簿');

export interface RenderOptions extends CompanionOptions {
  readonly workbook: string;
  readonly output?: string | undefined;
  readonly more?: readonly string[] | undefined;
  readonly outDir?: string | undefined;
  readonly shard?: string | undefined;
  readonly jobs?: number | undefined;
  readonly templates?: string | undefined;
  readonly json: boolean;
  readonly color: boolean;
}

/** Options that are about one document. */
const onlyForOne = [
  'output',
  'annotate',
  'paginate',
  'html',
  'trace',
  'chart',
  'chartDocx',
  'xlsx',
  'data',
  'pdf',
] as const;

async function many(options: RenderOptions, outDir: string, context: Context): Promise<ExitCode> {
  const wrong = onlyForOne.filter((name) => options[name] !== undefined && options[name] !== false);
  if (wrong.length > 0) {
    const list = wrong
      .map((name) => (name === 'output' ? '-o' : `--${name === 'chartDocx' ? 'chart-docx' : name}`))
      .join('、');
    throw new CommandError(`批量生成（--out-dir）只写 Word 文档和清单，不能同时用 ${list}。`, exitCodes.usage);
  }
  const { renderMany } = await import('./renderMany.js');
  return renderMany({ ...options, inputs: [options.workbook, ...(options.more ?? [])], outDir }, context);
}

/** One workbook, or with --out-dir many. */
export async function run(options: RenderOptions, context: Context): Promise<ExitCode> {
  if (options.outDir !== undefined) return many(options, options.outDir, context);
  if ((options.more ?? []).length > 0)
    throw new CommandError('多份工作簿请用 --out-dir 写明生成到哪个文件夹。', exitCodes.usage);
  const onlyMany = (['jobs', 'shard'] as const).find((name) => options[name] !== undefined);
  if (onlyMany !== undefined)
    throw new CommandError(`--${onlyMany} 只用于批量生成，要和 --out-dir 一起写。`, exitCodes.usage);
  return one(options, context);
}

/** What was found goes to stderr, what was made to stdout. Nothing is written when there is an error. */
async function one(options: RenderOptions, { stdout, stderr, editions }: Context): Promise<ExitCode> {
  const { workbook, force, json, color } = options;
  if (options.trace && !options.html) throw new CommandError('--trace 要和 --html 一起写。', exitCodes.usage);
  const file = readInput(workbook);
  const undone = (counts: string) => `没有生成文档：${counts}。请改正错误后再试。`;
  const checked = withoutErrors(examine(file, editions), undone, options, { stdout, stderr });
  if (typeof checked === 'number') return checked;
  const { findings } = checked;
  if (!json && findings.length > 0) stderr.write(`${findingsText(findings, styleFor(stderr, color))}\n`);
  await needOffice(options.pdf === true);
  const plain = await renderDocx(checked.facts, checked.edition);
  const say = once((text) => stderr.write(`${wrapped('', text, 0, styleFor(stderr, color).width).join('\n')}\n`));
  const rendered = options.paginate ? await withPageNumbers(plain, say) : plain;
  const output = options.output ?? join(dirname(workbook), `${safeFileName(rendered.tree.title)}.docx`);
  for (const path of [output, ...companionPaths(options, output)]) keepInput(workbook, path);
  needExtension(output, '.docx', '要 PDF、网页或表格请加 --pdf、--html、--xlsx。');
  if (!force) refuseExisting([output, ...companionPaths(options, output)]);
  writeOutput(output, rendered.bytes, force);
  const beside = await writeCompanions(options, file, checked, rendered, output, say);
  const sha256 = sha256Of(rendered.bytes);
  const summary = summaryOf(rendered);
  if (json) {
    stdout.write(
      `${JSON.stringify({ workbook, document: output, beside, sha256, summary, findings, counts: countBySeverity(findings) }, null, 2)}\n`,
    );
  } else {
    stdout.write(
      `已生成：${output}\n${summaryText(summary)}\n  ${countsText(findings)}\n  SHA-256 ${sha256}\n${beside.map((path) => `另有：${path}\n`).join('')}`,
    );
  }
  return exitCodes.fine;
}
