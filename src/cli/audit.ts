/** yusuan audit: a published document held against itself, without a workbook. */
import { basename } from 'node:path';
import type { Argv } from 'yargs';
import { type Audited, audit } from '../audit/audit.js';
import { auditKinds } from '../audit/finding.js';
import { commentsOf } from '../audit/page.js';
import {
  countsOf,
  doneText,
  type Recognised,
  recognitionOf,
  reservations,
  resultText,
  subjectOf,
} from '../audit/report.js';
import { match } from '../published/match/index.js';
import { placeText } from '../published/place.js';
import { CommandError, type ExitCode, exitCodes } from '../terminal/exit.js';
import { keepInput, needExtension, readInput, writeOutput } from '../terminal/files.js';
import { openAny } from '../terminal/published.js';
import { styleFor } from '../terminal/report.js';
import { wrapped } from '../terminal/wrap.js';
import { addComments } from '../writers/docx/comments.js';
import type { Context } from './context.js';

export const command = 'audit <published> [more..]';
export const describe = '没有工作簿，只凭公开的文档（Word、PDF、网页）核对它自身';

/** Positionals and options, in Chinese. */
export const builder = (args: Argv) =>
  args
    .positional('published', { type: 'string', demandOption: true, describe: '已公开的文档（.docx、.pdf、.html）' })
    .positional('more', { type: 'string', array: true, describe: '更多文档或文件夹，与 --out-dir 同用' })
    .option('out-dir', {
      type: 'string',
      requiresArg: true,
      describe: '核对文件夹里的全部文档，把每份的问题和总表写到这个文件夹',
    })
    .option('shard', { type: 'string', requiresArg: true, describe: '只核对第几份/共几份，如 2/8' })
    .option('jobs', { type: 'number', requiresArg: true, describe: '同时核对几份（默认等于处理器核数）' })
    .option('notes', {
      type: 'boolean',
      default: false,
      describe: '同时列出不算问题的：四舍五入造成的尾差、只是用词与表样不同的',
    })
    .option('annotate', { type: 'string', requiresArg: true, describe: '把问题作为批注写进 .docx 文档的副本' })
    .option('data', {
      type: 'string',
      requiresArg: true,
      describe:
        '把读出的数写成供程序读取的数据（.zip，字段与 render --data 相同）：写明文件夹或 .zip 文件名；成批核对时写明文件夹',
    })
    .option('force', { type: 'boolean', default: false, describe: '文件已存在时覆盖' })
    .option('json', { type: 'boolean', default: false, describe: '以 JSON 输出，供程序读取' })
    .example('$0 audit 各单位/ --out-dir 结果/', '文件夹里的全部文档')
    .example('$0 audit 已公开.pdf --data 数据/', '另把读出的数写成 CSV，放到这个文件夹')
    .example('$0 audit 已公开.docx', '合计、表间、占比和增减率、说明与表、空表说明、名称和年度');

export interface AuditOptions {
  readonly published: string;
  readonly more?: readonly string[] | undefined;
  readonly outDir?: string | undefined;
  readonly shard?: string | undefined;
  readonly jobs?: number | undefined;
  readonly templates?: string | undefined;
  readonly notes: boolean;
  readonly annotate?: string | undefined;
  readonly data?: string | undefined;
  readonly force: boolean;
  readonly json: boolean;
}

/** Results to stdout, findings and refusals to stderr. Throws CommandError where nothing can be done. */
export async function run(options: AuditOptions, context: Context): Promise<ExitCode> {
  const { outDir, more = [] } = options;
  if (outDir !== undefined) {
    if (options.annotate !== undefined || options.notes)
      throw new CommandError('成批核对（--out-dir）自动写批注，不能同时用 --annotate、--notes。', exitCodes.usage);
    const { auditMany } = await import('./auditMany.js');
    return auditMany({ ...options, inputs: [options.published, ...more], outDir }, context);
  }
  if (more.length > 0) throw new CommandError('多份文档请用 --out-dir 写明结果写到哪个文件夹。', exitCodes.usage);
  if (options.shard !== undefined || options.jobs !== undefined)
    throw new CommandError('--shard、--jobs 只用于成批核对，要和 --out-dir 一起写。', exitCodes.usage);
  return auditSingle(options, context);
}

async function auditSingle(options: AuditOptions, { stdout, stderr, editions }: Context): Promise<ExitCode> {
  const { published, annotate, force } = options;
  const file = readInput(
    published,
    '核对其中的全部文档请用 --out-dir 写明结果写到哪个文件夹，只核对一份请写明是哪一份',
  );
  const opened = await openAny(file);
  if (!opened.ok)
    throw new CommandError(opened.findings.map(({ message }) => message).join('\n'), exitCodes.unreadable);
  const { document } = opened;
  const matched = match(document, editions);
  const seen = recognitionOf(document, matched);
  if (seen.extent === 'none') throw new CommandError(notRecognised(published, seen), exitCodes.unreadable);
  const audited = audit(document, matched);
  const differences = audited.findings.filter(({ severity }) => severity === 'difference');
  if (annotate !== undefined) {
    needExtension(annotate, '.docx');
    keepInput(published, annotate);
    if (document.format !== 'docx') throw new CommandError('批注只能写进 .docx 文档的副本。', exitCodes.usage);
    writeOutput(annotate, addComments(file.bytes, commentsOf(document, differences)), force);
    stderr.write(`已生成：${annotate}\n`);
  }
  if (options.data !== undefined) {
    const { writeData } = await import('./auditData.js');
    const path = writeData(document, matched, { published, data: options.data, force });
    stderr.write(`已生成：${path}\n`);
  }
  const { width } = styleFor(stdout, false);
  stdout.write(options.json ? jsonOf(published, seen, audited) : auditText(options, seen, audited, width));
  if (differences.length > 0) return exitCodes.findings;
  // the text alone says nothing of the tables
  return seen.tables.found === 0 ? exitCodes.unreadable : exitCodes.fine;
}

const notRecognised = (published: string, { notices }: Recognised): string =>
  [...notices, `“${basename(published)}”中没有认出预算公开文档的任何表和数字，没有核对。请看是不是选错了文件。`].join(
    '\n',
  );

function auditText({ published, notes }: AuditOptions, seen: Recognised, audited: Audited, width: number): string {
  const line = (first: string, text: string, hanging: number) => wrapped(first, text, hanging, width);
  const listed = audited.findings.filter(({ severity }) => notes || severity === 'difference');
  const lines = listed.flatMap(({ kind, severity, place, message }) => [
    ...line('', `${severity === 'note' ? '提示  ' : ''}${auditKinds[kind]}  ${placeText(place)}`, 6),
    ...line('    ', message, 4),
    '',
  ]);
  const before = reservations(seen).flatMap((one) => [...line('注意  ', one, 6), '']);
  const listing = notes ? '' : '（--notes 列出）';
  const done = [subjectOf(seen), ...doneText(seen, audited), resultText(seen, audited, listing)];
  const end = [...line('', `核对完毕：${basename(published)}`, 2), ...done.flatMap((one) => line('  ', one, 4))];
  return `${[...before, ...lines, ...end].join('\n')}\n`;
}

function jsonOf(published: string, seen: Recognised, { findings, figures }: Audited): string {
  const differences = findings.filter(({ severity }) => severity === 'difference');
  const unchecked = figures.unchecked.map(({ path, text }) => ({ path, text }));
  const result = {
    ...{ published, recognised: seen, reservations: reservations(seen), findings, counts: countsOf(differences) },
    figures: { ...figures, unchecked },
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}
