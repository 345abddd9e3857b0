/** yusuan import: the workbook of a published document. */
import { basename, dirname, join } from 'node:path';
import type { Argv } from 'yargs';
import { type Imported, importMatch } from '../import/index.js';
import { nextPlan } from '../import/next.js';
import { refusal } from '../import/refusal.js';
import { countsOf } from '../import/report.js';
import { together } from '../import/together.js';
import { importPlan } from '../import/workbook.js';
import type { Edition, Editions, WorkbookFile } from '../index.js';
import { type Match, match } from '../published/match/index.js';
import { nextEdition } from '../rollover/rollover.js';
import { CommandError, type ExitCode, exitCodes } from '../terminal/exit.js';
import { commandName, keepInput, needExtension, readInput, writeOutput } from '../terminal/files.js';
import { openAny } from '../terminal/published.js';
import { safeFileName } from '../vocabulary/fileNames.js';
import { nameKey } from '../vocabulary/names.js';
import { withCodes } from './codesFile.js';
import type { Context } from './context.js';

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
  readonly force: boolean;
  readonly json: boolean;
  readonly color: boolean;
}

/** Results to stdout. Throws CommandError where the document cannot be read or is not of a form that we have. */
interface Read {
  readonly path: string;
  readonly file: WorkbookFile;
  readonly matched: Match;
  readonly edition: Edition;
  readonly isTables: boolean;
}

/** Throws CommandError (3) for what gives no workbook. */
async function readDocument(path: string, { codes }: ImportOptions, editions: Editions): Promise<Read> {
  const file = readInput(path);
  const opened = await openAny(file);
  if (!opened.ok) {
    throw new CommandError(opened.findings.map(({ message }) => message).join('\n'), exitCodes.unreadable);
  }
  const matched = match(opened.document, editions);
  const refused = refusal(matched, opened.document);
  if (refused !== undefined) throw new CommandError(`“${file.name}”${refused}没有生成工作簿。`, exitCodes.unreadable);
  return {
    path,
    file,
    matched,
    edition: withCodes(matched.edition, codes),
    isTables: opened.document.format === 'xlsx',
  };
}

/** This year's tables first; with last year's document, whose texts and amounts fill what tables do not have. */
function importedOf([tables, document]: readonly [Read, Read?]): Imported {
  const imported = importMatch(tables.matched, tables.edition);
  if (document === undefined) return imported;
  const last = { draft: importMatch(document.matched, document.edition).draft, who: document.matched };
  return { ...imported, draft: together(imported.draft, { ...last, edition: document.edition }, tables.edition) };
}

/** Which of two files is which. Throws CommandError (2, 3). */
function inOrder(read: readonly Read[]): readonly [Read, Read?] {
  const [first, second, third] = read;
  if (first === undefined || third !== undefined)
    throw new CommandError('请写一份文档，或今年的各表（.xlsx）加去年的文档两份。', exitCodes.usage);
  if (second === undefined) return [first];
  const tables = read.find(({ isTables }) => isTables);
  const document = read.find((one) => one !== tables);
  if (tables === undefined || document === undefined)
    throw new CommandError('两份文件应有一份是今年的各表（.xlsx），另一份是去年的公开文档。', exitCodes.usage);
  const [now, last] = [tables.matched.year, document.matched.year];
  if (last !== now - 1) {
    const years = `各表是 ${now} 年的，文档是 ${last} 年的`;
    throw new CommandError(`${years}，不是相邻的两年，没有生成工作簿。`, exitCodes.unreadable);
  }
  const [whose, other] = [tables.matched.name, document.matched.name];
  if (nameKey(whose) !== nameKey(other)) {
    const names = `各表是“${whose}”的，文档是“${other}”的`;
    throw new CommandError(`${names}，不是同一家，没有生成工作簿。`, exitCodes.unreadable);
  }
  return [tables, document];
}

/** Throws CommandError (2, 3, 4); the exit code is that of a workbook that was made. */
export async function run(options: ImportOptions, { stdout, editions }: Context): Promise<ExitCode> {
  const read = await Promise.all(options.documents.map((path) => readDocument(path, options, editions)));
  const files = inOrder(read);
  const [{ matched, edition, path }] = files;
  const imported = importedOf(files);
  const next = options.next ? nextEdition(matched.year, editions) : undefined;
  const year = next?.year ?? matched.year;
  const stem = safeFileName(`${year}年${matched.name}预算公开工作簿`);
  const output = options.output ?? join(dirname(path), `${stem}.xlsx`);
  needExtension(output, '.xlsx');
  for (const input of [...options.documents, options.codes]) if (input !== undefined) keepInput(input, output);
  const { writeWorkbook } = await import('../workbook/write/index.js');
  const source = files.flatMap((one) => one?.file.name ?? []).join('”和“');
  const plan = next
    ? nextPlan(imported, matched, edition, next, source)
    : importPlan(imported, matched, edition, source);
  writeOutput(output, await writeWorkbook(plan), options.force);
  if (options.json) stdout.write(`${JSON.stringify(jsonOf(options.documents, output, matched, imported), null, 2)}\n`);
  else stdout.write(`${textOf({ output, year }, matched, imported, plan.report?.rows.length ?? 0)}\n`);
  return exitCodes.fine;
}

const jsonOf = (
  documents: readonly string[],
  workbook: string,
  { year, kind, name }: Match,
  { draft, proof, ...more }: Imported,
) => ({
  ...{ documents, workbook, year, kind, name, cells: countsOf(draft), ...more },
  figures: proof.figures,
  reproduced: proof.reproduced,
  texts: proof.texts,
  textsReproduced: proof.textsReproduced,
  otherWords: proof.otherWords,
  differences: proof.differences.map(({ value, found }) => ({
    path: value.path,
    published: value.text,
    workbook: found,
  })),
  conflicts: proof.conflicts.map(({ path, values }) => ({ path, texts: values.map(({ text }) => text) })),
});

function textOf(
  { output, year: made }: { readonly output: string; readonly year: number },
  { year, kind, name, yearIsKnown, edition }: Match,
  imported: Imported,
  rows: number,
): string {
  const { draft, proof, amounts, moved } = imported;
  const { printed, inferred, missing } = countsOf(draft);
  const lines = [
    `已生成：${output}（${made}年${kind} ${name}${made === year ? '' : `，由${year}年公开文档结转`}）`,
    ...(yearIsKnown ? [] : [`  注意：没有${year}年的表样，按${edition.year}年的表样读取。`]),
    `  单元格：照原文 ${printed} 个，推定 ${inferred} 个，未公开待填 ${missing} 个（已着色并附批注）`,
    `  核对：原文的数 ${proof.figures} 个，重新印出相同的 ${proof.reproduced} 个；文字 ${proof.texts} 处，相同的 ${proof.textsReproduced} 处`,
    `  金额由万元按元重建（${amounts} 个中 ${moved} 个调整了尾数），末位不是原数`,
    ...(proof.conflicts.length > 0 ? [`  原文前后不一致的有 ${proof.conflicts.length} 处`] : []),
    `  “导入说明”表按重要程度列出了 ${rows} 项，请逐项处理，再运行：${commandName()} check ${basename(output)}`,
  ];
  return lines.join('\n');
}
