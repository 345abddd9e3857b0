/** yusuan audit: a published document held against itself, without a workbook. */
import { basename } from 'node:path';
import type { Argv } from 'yargs';
import { auditReading } from '../audit/audit.js';
import { type AuditFinding, type AuditKind, auditKinds } from '../audit/check/finding.js';
import { addComments } from '../audit/comments.js';
import { placeText } from '../audit/place.js';
import { readDocx } from '../audit/readDocx.js';
import { CommandError, type ExitCode, exitCodes } from '../terminal/exit.js';
import { keepInput, needExtension, readInput, writeOutput } from '../terminal/files.js';
import type { Context } from './context.js';

export const command = 'audit <published>';
export const describe = '没有工作簿，只凭公开的 Word 文档核对它自身';

/** Positionals and options, in Chinese. */
export const builder = (args: Argv) =>
  args
    .positional('published', { type: 'string', demandOption: true, describe: '已公开的文档（.docx）' })
    .option('notes', { type: 'boolean', default: false, describe: '同时列出四舍五入造成的、不算问题的尾差' })
    .option('annotate', { type: 'string', requiresArg: true, describe: '把问题作为批注写进文档的副本' })
    .option('force', { type: 'boolean', default: false, describe: '文件已存在时覆盖' })
    .option('json', { type: 'boolean', default: false, describe: '以 JSON 输出，供程序读取' })
    .example('$0 audit 已公开.docx', '合计、表间、占比和增减率、说明与表、空表说明、名称和年度');

export interface AuditOptions {
  readonly published: string;
  readonly notes: boolean;
  readonly annotate?: string | undefined;
  readonly force: boolean;
  readonly json: boolean;
}

/** Results to stdout, findings and refusals to stderr. Throws CommandError where nothing can be done. */
export function run({ published, notes, annotate, force, json }: AuditOptions, { stdout, stderr }: Context): ExitCode {
  const file = readInput(published);
  const read = readDocx(file.bytes, file.name);
  if (!read.ok) throw new CommandError(read.message, exitCodes.unreadable);
  const found = auditReading(read.reading);
  const differences = found.filter(({ severity }) => severity === 'difference');
  if (annotate !== undefined) {
    const comments = differences
      .filter(({ at }) => at >= 0)
      .map(({ kind, message, at }) => ({ paragraph: at, lines: [`${auditKinds[kind]}：${message}`] }));
    needExtension(annotate, '.docx');
    keepInput(published, annotate);
    writeOutput(annotate, addComments(file.bytes, comments), force);
    stderr.write(`已生成：${annotate}\n`);
  }
  if (json) stdout.write(`${JSON.stringify({ published, findings: found, counts: countsOf(differences) }, null, 2)}\n`);
  else stdout.write(`${auditText(published, notes ? found : differences, differences, found.length)}\n`);
  return differences.length > 0 ? exitCodes.findings : exitCodes.fine;
}

function countsOf(differences: readonly AuditFinding[]): Partial<Record<AuditKind, number>> {
  const counts: Partial<Record<AuditKind, number>> = {};
  for (const { kind } of differences) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function auditText(
  published: string,
  listed: readonly AuditFinding[],
  differences: readonly AuditFinding[],
  all: number,
): string {
  const lines = listed.flatMap(({ kind, severity, place, message }) => [
    `${severity === 'note' ? '提示  ' : ''}${auditKinds[kind]}  ${placeText(place)}`,
    `    ${message}`,
    '',
  ]);
  const counts = Object.entries(countsOf(differences)).map(
    ([kind, count]) => `${auditKinds[kind as AuditKind]} ${count}`,
  );
  const summary = differences.length === 0 ? '没有发现问题' : `发现 ${differences.length} 处：${counts.join('，')}`;
  const rounding = all - differences.length;
  const note = rounding > 0 ? `；另有四舍五入尾差 ${rounding} 处（--notes 列出）` : '';
  return [...lines, `核对完毕：${basename(published)}`, `  ${summary}${note}。`].join('\n');
}
