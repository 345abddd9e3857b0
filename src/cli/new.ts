/** yusuan new: a blank workbook, ready to fill. */
import type { Argv } from 'yargs';
import { blankPlan } from '../editions/blank.js';
import { withOfficeCodes } from '../import/officeCodes.js';
import { codesNotices } from '../intake/codes.js';
import { CommandError, type ExitCode, exitCodes } from '../terminal/exit.js';
import { commandName, needExtension, writeOutput } from '../terminal/files.js';
import { entityKinds } from '../vocabulary/terms.js';
import { codesOfFile } from './codesFile.js';
import type { Context } from './context.js';

export const command = 'new <file>';
export const describe = '生成一份空白工作簿';

/** Positionals and options, in Chinese. */
export const builder = (args: Argv) =>
  args
    .positional('file', { type: 'string', demandOption: true, describe: '要生成的工作簿（.xlsx）' })
    .option('year', { type: 'number', requiresArg: true, describe: '预算年度；不写则为最新表样的年度' })
    .option('kind', {
      requiresArg: true,
      choices: Object.keys(entityKinds) as (keyof typeof entityKinds)[],
      demandOption: true,
      describe: '编制部门预算选“部门”，只公开本单位选“单位”',
    })
    .option('codes', {
      type: 'string',
      requiresArg: true,
      describe: '本单位的《政府收支分类科目》（.xlsx，有编码、名称两列），名称填进“科目名称”表',
    })
    .option('force', { type: 'boolean', default: false, describe: '文件已存在时覆盖' })
    .option('json', { type: 'boolean', default: false, describe: '以 JSON 输出，供程序读取' })
    .example('$0 new 2026年预算.xlsx --kind 单位', '为单位生成最新表样的空白工作簿')
    .example('$0 new 2026年预算.xlsx --year 2026 --kind 部门', '指定年度');

export interface NewOptions {
  readonly file: string;
  readonly year?: number | undefined;
  readonly kind: keyof typeof entityKinds;
  readonly codes?: string | undefined;
  readonly force: boolean;
  readonly json: boolean;
}

/** Results to stdout, findings and refusals to stderr. Throws CommandError where nothing can be done. */
export async function run(
  { file, year, kind, codes, force, json }: NewOptions,
  { stdout, editions }: Context,
): Promise<ExitCode> {
  const wanted = year ?? editions.years.at(-1) ?? 0;
  if (Number.isNaN(wanted)) throw new CommandError('--year 请写四位数字的年度，如 2026。', exitCodes.usage);
  if (!editions.years.includes(wanted)) {
    throw new CommandError(`没有 ${wanted} 年的表样；有表样的年度是：${editions.years.join('、')}。`, exitCodes.usage);
  }
  const path = /\.[a-z]{2,4}$/i.test(file) ? file : `${file}.xlsx`;
  needExtension(path, '.xlsx');
  const list = codesOfFile(codes);
  const edition = withOfficeCodes(editions.load(wanted), list);
  const { writeWorkbook } = await import('../workbook/write/index.js');
  writeOutput(path, await writeWorkbook(blankPlan(edition, kind)), force);
  const notices = codesNotices(list);
  if (json) stdout.write(`${JSON.stringify({ workbook: path, year: wanted, kind, notices })}\n`);
  else
    stdout.write(
      `已生成空白工作簿：${path}（${wanted}年${kind}）\n${notices.map((one) => `  注意：${one}\n`).join('')}  请用 Excel 或 WPS 打开，从“填写说明”表开始填写；填好后运行：${commandName()} check ${path}\n`,
    );
  return exitCodes.fine;
}
