/** yusuan rollover: next year's workbook from this year's. */
import { dirname, join } from 'node:path';
import type { Argv } from 'yargs';
import { ledgerOf } from '../figures/ledger.js';
import { examine } from '../index.js';
import { nextEdition, noFormYetText, rolloverPlan } from '../rollover/rollover.js';
import { type ExitCode, exitCodes } from '../terminal/exit.js';
import { keepInput, needExtension, readInput, writeOutput } from '../terminal/files.js';
import { safeFileName } from '../vocabulary/fileNames.js';
import type { Context } from './context.js';
import { withoutErrors } from './withoutErrors.js';

export const command = 'rollover <workbook>';
export const describe = '由本年的工作簿生成下一年的工作簿';

/** Positionals and options, in Chinese. */
export const builder = (args: Argv) =>
  args
    .positional('workbook', { type: 'string', demandOption: true, describe: '本年填好的工作簿（.xlsx）' })
    .option('output', {
      alias: 'o',
      type: 'string',
      requiresArg: true,
      describe: '要生成的工作簿；不写则放在本年工作簿旁边，以年度、名称和“预算公开工作簿”命名',
    })
    .option('force', { type: 'boolean', default: false, describe: '文件已存在时覆盖' })
    .option('json', { type: 'boolean', default: false, describe: '以 JSON 输出，供程序读取' })
    .example('$0 rollover 2026年预算.xlsx -o 2027年预算.xlsx', '单位、职能、项目名称照搬，本年数转为上年数，其余清空');

export interface RolloverOptions {
  readonly workbook: string;
  readonly output?: string | undefined;
  readonly force: boolean;
  readonly json: boolean;
  readonly color: boolean;
}

/** Results to stdout, findings and refusals to stderr. Throws CommandError where nothing can be done. */
export async function run(options: RolloverOptions, { stdout, stderr, editions }: Context): Promise<ExitCode> {
  const { workbook, force, json } = options;
  const undone = (counts: string) =>
    `没有生成下一年的工作簿：${counts}。本年的数有错误，不能作为上年数，请改正后再试。`;
  const checked = withoutErrors(examine(readInput(workbook), editions), undone, options, { stdout, stderr });
  if (typeof checked === 'number') return checked;
  const { facts } = checked;
  const next = nextEdition(facts.entity.year.value, editions);
  const stem = safeFileName(`${next.year}年${facts.entity.name.value}预算公开工作簿`);
  const output = options.output ?? join(dirname(workbook), `${stem}.xlsx`);
  const { writeWorkbook } = await import('../workbook/write/index.js');
  needExtension(output, '.xlsx');
  keepInput(workbook, output);
  writeOutput(output, await writeWorkbook(rolloverPlan(facts, ledgerOf(facts), next)), force);
  const projects = facts.projects.map((row) => row.name.value);
  if (json) {
    const { year, edition, isThere } = next;
    stdout.write(
      `${JSON.stringify({ workbook, next: output, year, edition: edition.year, editionIsThere: isThere, projects }, null, 2)}\n`,
    );
  } else stdout.write(`${rolloverText(output, facts.entity.year.value, next, projects)}\n`);
  return exitCodes.fine;
}

function rolloverText(
  output: string,
  from: number,
  next: ReturnType<typeof nextEdition>,
  projects: readonly string[],
): string {
  const people = next.edition.sheets.includes('headcount') ? '、人员数' : '';
  const lines = [
    `已生成：${output}（${next.year}年）`,
    '  保留：名称、职能、单位、科目名称、项目名称和是否公开',
    `  转为上年数：${from}年的各项资金来源、基本和项目支出、分科目、“三公”经费${people}，金额单位为元`,
    `  已清空：${from}年的全部金额、原因、用途、目标、说明和落款日期`,
  ];
  if (!next.isThere) lines.push(`  注意：${noFormYetText(next)}`);
  if (projects.length > 0) {
    lines.push(`  “项目信息”表中标出的 ${projects.length} 个项目请逐个决定：继续安排的补填，不再安排的清空该行：`);
    lines.push(...projects.map((name) => `    ${name}`));
  }
  return lines.join('\n');
}
