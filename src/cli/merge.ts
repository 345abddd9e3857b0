/** yusuan merge: the department's workbook from its own and its units'. */
import { basename } from 'node:path';
import type { Argv } from 'yargs';
import { countBySeverity, countsText } from '../diagnostics/counts.js';
import { type Finding, hasErrors } from '../diagnostics/finding.js';
import { ledgerOf } from '../figures/ledger.js';
import { type Examination, examine } from '../index.js';
import { mergePlan, type Part } from '../merge/merge.js';
import { CommandError, type ExitCode, exitCodes } from '../terminal/exit.js';
import { commandName, keepInput, needExtension, readInput, writeOutput } from '../terminal/files.js';
import { findingsText, styleFor } from '../terminal/report.js';
import type { Context } from './context.js';

export const command = 'merge <workbooks..>';
export const describe = '把本级和下属单位的工作簿合并为部门的工作簿';

/** Positionals and options, in Chinese. */
export const builder = (args: Argv) =>
  args
    .positional('workbooks', {
      type: 'string',
      array: true,
      defaultDescription: '无',
      demandOption: true,
      describe: '各单位填好的工作簿（.xlsx），第一份是部门本级的',
    })
    .option('output', {
      alias: 'o',
      type: 'string',
      requiresArg: true,
      demandOption: true,
      describe: '要生成的部门工作簿（.xlsx）',
    })
    .option('force', { type: 'boolean', default: false, describe: '文件已存在时覆盖' })
    .option('json', { type: 'boolean', default: false, describe: '以 JSON 输出，供程序读取' })
    .example('$0 merge 本级.xlsx 甲单位.xlsx 乙单位.xlsx -o 部门.xlsx', '金额不变，逐单位并入；文字用本级的');

export interface MergeOptions {
  readonly workbooks: readonly string[];
  readonly output: string;
  readonly force: boolean;
  readonly json: boolean;
  readonly color: boolean;
}

interface Examined {
  readonly workbook: string;
  readonly result: Examination;
}

/** Names in messages: the bare file name, or the whole path where two are called alike. */
function namesOf(workbooks: readonly string[]): (workbook: string) => string {
  const bare = workbooks.map((workbook) => basename(workbook));
  return (workbook) => (bare.filter((name) => name === basename(workbook)).length > 1 ? workbook : basename(workbook));
}

/** Results to stdout, findings and refusals to stderr. Throws CommandError where nothing can be done. */
export async function run(options: MergeOptions, context: Context): Promise<ExitCode> {
  const { workbooks, output, force } = options;
  needExtension(output, '.xlsx');
  if (workbooks.length < 2)
    throw new CommandError('合并至少要两份工作簿：第一份是部门本级的，其余是下属单位的。', exitCodes.usage);
  const examined = workbooks.map((workbook) => ({
    workbook,
    result: examine(readInput(workbook), context.editions),
  }));
  const bad = examined.filter(({ result }) => result.state === 'unreadable' || hasErrors(result.findings));
  if (bad.length > 0) return refuse(bad, options, context);
  const nameOf = namesOf(workbooks);
  const parts = examined.flatMap(({ workbook, result }): Part[] =>
    result.state === 'checked' ? [{ file: nameOf(workbook), facts: result.facts, ledger: ledgerOf(result.facts) }] : [],
  );
  const [own, ...others] = parts;
  if (!own) return exitCodes.fault;
  const merged = mergePlan({ own, others }, context.editions.load(own.facts.entity.year.value));
  const { findings } = merged;
  if (hasErrors(findings)) {
    report(findings, '没有合并', options, context);
    return exitCodes.findings;
  }
  const { writeWorkbook } = await import('../workbook/write/index.js');
  const bytes = await writeWorkbook(merged.plan);
  for (const workbook of workbooks) keepInput(workbook, output);
  writeOutput(output, bytes, force);
  const left = examine({ name: basename(output), bytes }, context.editions).findings;
  report(findings, `已合并 ${workbooks.length} 份工作簿：${output}`, options, context, left);
  return exitCodes.fine;
}

/** The findings of the merging to stderr (they are for a person to look at), what was made to stdout. */
function report(
  findings: readonly Finding[],
  outcome: string,
  { workbooks, output, json, color }: MergeOptions,
  { stdout, stderr }: Context,
  left?: readonly Finding[],
): void {
  if (json) {
    const merged = left === undefined ? null : output;
    const after = left === undefined ? {} : { countsAfter: countBySeverity(left) };
    const counts = countBySeverity(findings);
    stdout.write(`${JSON.stringify({ workbooks, merged, findings, counts, ...after }, null, 2)}\n`);
    return;
  }
  if (findings.length > 0) stderr.write(`${findingsText(findings, styleFor(stderr, color))}\n`);
  if (left === undefined) {
    stderr.write(`${outcome}：${countsText(findings)}。请改正后再试。\n`);
    return;
  }
  stdout.write(`${outcome}\n  合并提示：${countsText(findings)}\n  合并后的工作簿：${countsText(left)}\n`);
  stdout.write(`  请检查：${commandName()} check ${output}\n`);
}

function refuse(bad: readonly Examined[], options: MergeOptions, { stdout, stderr }: Context): ExitCode {
  if (options.json) {
    const broken = bad.map(({ workbook, result: { findings } }) => ({ workbook, findings }));
    stdout.write(`${JSON.stringify({ workbooks: options.workbooks, merged: null, broken }, null, 2)}\n`);
  } else {
    for (const { workbook, result } of bad) {
      const text = findingsText(result.findings, styleFor(stderr, options.color));
      stderr.write(`“${workbook}”有错误（${countsText(result.findings)}）：\n${text}\n`);
    }
    stderr.write(`没有合并：${bad.length} 份工作簿有错误，请改正后再试。\n`);
  }
  return bad.some(({ result }) => result.state === 'unreadable') ? exitCodes.unreadable : exitCodes.findings;
}
