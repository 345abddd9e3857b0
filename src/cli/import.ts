/** yusuan import: the workbook of a published document. */
import { dirname, join } from 'node:path';
import type { Argv } from 'yargs';
import type { Difference } from '../audit/difference.js';
import { countsOf } from '../import/report.js';
import type { Intake } from '../intake/files.js';
import { provenJson } from '../intake/proof.js';
import { type IntakeWords, intakeWords } from '../intake/words.js';
import { intakePlan } from '../intake/workbook.js';
import { type ExitCode, exitCodes } from '../terminal/exit.js';
import { commandName, keepInput, needExtension, writeOutput } from '../terminal/files.js';
import type { Context } from './context.js';
import { askedLines, importedFiles, type StillAsked } from './importFiles.js';

export const command = 'import <documents..>';
export const describe = '由已公开的文档生成工作簿';

/** Positionals and options, in Chinese. */
export const builder = (args: Argv) =>
  args
    .positional('documents', {
      type: 'string',
      array: true,
      defaultDescription: '无',
      demandOption: true,
      describe: '已公开的文档（.docx、.pdf、.html）或各表（.xlsx）；今年的各表和去年的文档可以一起写',
    })
    .option('output', {
      alias: 'o',
      type: 'string',
      requiresArg: true,
      describe: '要生成的工作簿；不写则放在文档旁边，以年度、名称和“预算公开工作簿”命名',
    })
    .option('next', { type: 'boolean', default: false, describe: '接着结转：直接生成下一年的工作簿' })
    .option('codes', {
      type: 'string',
      requiresArg: true,
      describe: '本单位的《政府收支分类科目》（.xlsx，有编码、名称两列），用来查没有印出的编码',
    })
    .option('map', {
      type: 'string',
      requiresArg: true,
      describe: '各表的写法与表样不同时，说明怎样对应的文件；第一次导入时写下，核对后带上它再导入',
    })
    .option('force', { type: 'boolean', default: false, describe: '文件已存在时覆盖' })
    .option('json', { type: 'boolean', default: false, describe: '以 JSON 输出，供程序读取' })
    .example('$0 import 去年公开.docx -o 去年.xlsx', '把去年公开的文档还原成工作簿')
    .example('$0 import 今年各表.xlsx 去年公开.docx -o 今年.xlsx', '今年的数出自各表，文字和上年数出自去年的文档')
    .example('$0 import 去年公开.pdf --next -o 今年.xlsx', '由去年公开的文档直接开始今年的工作簿');

export interface ImportOptions {
  readonly documents: readonly string[];
  readonly output?: string | undefined;
  readonly next: boolean;
  readonly codes?: string | undefined;
  readonly map?: string | undefined;
  readonly force: boolean;
  readonly json: boolean;
  readonly color: boolean;
}

/** Throws CommandError (2, 3, 4); the exit code is 1 where something has to be said first, and no workbook made. */
export async function run(options: ImportOptions, { stdout, editions }: Context): Promise<ExitCode> {
  const files = await importedFiles(options, editions);
  if ('questions' in files) return ask(files, options, stdout);
  const planned = intakePlan(files, options.next, editions);
  const output = options.output ?? join(dirname(options.documents[0] ?? ''), `${planned.stem}.xlsx`);
  needExtension(output, '.xlsx');
  for (const input of [...options.documents, options.codes]) if (input !== undefined) keepInput(input, output);
  const { writeWorkbook } = await import('../workbook/write/index.js');
  writeOutput(output, await writeWorkbook(planned.plan), options.force);
  const found = planned.differences;
  if (options.json) stdout.write(`${JSON.stringify(jsonOf(options.documents, output, files, found), null, 2)}\n`);
  else stdout.write(`${textOf(output, intakeWords(files, planned, found))}\n`);
  return exitCodes.fine;
}

/** Writes the file for the answers, and says what is asked. */
function ask(asked: StillAsked, { force, json, map }: ImportOptions, stdout: Context['stdout']): ExitCode {
  const { mapPath, mapText, questions, notices } = asked;
  if (mapText !== undefined) writeOutput(mapPath, new TextEncoder().encode(mapText), force || map !== undefined);
  if (json) stdout.write(`${JSON.stringify({ map: mapPath, questions, notices }, null, 2)}\n`);
  else stdout.write(`${askedLines(asked).join('\n')}\n`);
  return exitCodes.findings;
}

const jsonOf = (
  documents: readonly string[],
  workbook: string,
  { matched: { year, kind, name }, imported: { draft, proof, ...more }, notices }: Intake,
  found: readonly Difference[] | undefined,
) => ({
  ...{ documents, workbook, year, kind, name, cells: countsOf(draft), ...more, notices },
  figures: proof.figures,
  reproduced: proof.reproduced,
  texts: proof.texts,
  textsReproduced: proof.textsReproduced,
  otherWords: proof.otherWords,
  ...(found && { verify: provenJson(found) }),
  differences: proof.differences.map(({ value, found }) => ({
    path: value.path,
    published: value.text,
    workbook: found,
  })),
  conflicts: proof.conflicts.map(({ path, values }) => ({ path, texts: values.map(({ text }) => text) })),
});

function textOf(output: string, { title, notices, lines }: IntakeWords): string {
  const all = [...notices.map((notice) => `注意：${notice}`), ...lines];
  const told = [`已生成：${output}（${title}）`, ...all.map((line) => `  ${line}`)];
  return `${told.join('\n')}，再运行：${commandName()} check ${output}`;
}
