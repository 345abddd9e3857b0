/** yusuan render: the Word document of a workbook. */
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Argv } from 'yargs';
import { hasErrors } from '../diagnostics/finding.js';
import { examine, renderDocx } from '../index.js';
import { writeCompanions } from './companions.js';
import type { Context } from './context.js';
import { type ExitCode, exitCodes } from './exit.js';
import { keepInput, readInput, safeFileName, writeOutput } from './files.js';
import { needOffice, withPageNumbers } from './pages.js';
import { countBySeverity, countsText, findingsText, styleFor, summaryOf, summaryText } from './report.js';

export const command = 'render <workbook>';
export const describe = '由工作簿生成预算公开 Word 文档';

export const builder = (args: Argv) =>
  args
    .positional('workbook', { type: 'string', demandOption: true, describe: '填好的工作簿（.xlsx）' })
    .option('output', {
      alias: 'o',
      type: 'string',
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
    .option('html', { type: 'boolean', default: false, describe: '另写一个网页，鼠标停在数字上可看其出处' })
    .option('xlsx', {
      type: 'boolean',
      default: false,
      describe: '另写一份公开用的表格，文件名后加“（各表）”，每表一个工作表',
    })
    .option('pdf', { type: 'boolean', default: false, describe: '另写一份 PDF（需要 LibreOffice）' })
    .option('force', { type: 'boolean', default: false, describe: '文件已存在时覆盖' })
    .option('json', { type: 'boolean', default: false, describe: '以 JSON 输出，供程序读取' })
    .example('$0 render 2026年预算.xlsx', '在工作簿旁边生成文档')
    .example('$0 render 2026年预算.xlsx -o 公开.docx --force', '指定文件名，已存在则覆盖');

export interface RenderOptions {
  readonly workbook: string;
  readonly output?: string | undefined;
  readonly manifest?: boolean | undefined;
  readonly annotate?: boolean | undefined;
  readonly paginate?: boolean | undefined;
  readonly html?: boolean | undefined;
  readonly xlsx?: boolean | undefined;
  readonly pdf?: boolean | undefined;
  readonly force: boolean;
  readonly json: boolean;
  readonly color: boolean;
}

/** What was found goes to stderr, what was made to stdout. Nothing is written when there is an error. */
export async function run(options: RenderOptions, { stdout, stderr, editions }: Context): Promise<ExitCode> {
  const { workbook, force, json, color } = options;
  const file = readInput(workbook);
  const examined = examine(file, editions);
  const { findings } = examined;
  if (!json && findings.length > 0) stderr.write(`${findingsText(findings, styleFor(stderr, color))}\n`);
  if (examined.state === 'unreadable' || hasErrors(findings)) {
    if (json) stdout.write(`${JSON.stringify({ workbook, findings, counts: countBySeverity(findings) }, null, 2)}\n`);
    else stderr.write(`没有生成文档：${countsText(findings)}。请改正错误后再试。\n`);
    return examined.state === 'unreadable' ? exitCodes.unreadable : exitCodes.findings;
  }
  needOffice(options.pdf === true);
  const plain = await renderDocx(examined.facts, examined.edition);
  const rendered = options.paginate ? await withPageNumbers(plain, (text) => stderr.write(`${text}\n`)) : plain;
  const output = options.output ?? join(dirname(workbook), `${safeFileName(rendered.tree.title)}.docx`);
  keepInput(workbook, output);
  writeOutput(output, rendered.bytes, force);
  const beside = await writeCompanions(options, file, examined, rendered, output);
  const sha256 = createHash('sha256').update(rendered.bytes).digest('hex');
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
