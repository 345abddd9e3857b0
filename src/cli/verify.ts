/** yusuan verify: a published document against the workbook, or a manifest against its files. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Argv } from 'yargs';
import {
  commentsOfDifferences,
  countByKind,
  type Difference,
  differenceKinds,
  differenceText,
  figuresSentence,
  isOfWordingAlone,
  originText,
} from '../audit/difference.js';
import { type Manifest, parseManifest } from '../audit/manifest.js';
import { ruleText } from '../audit/trace.js';
import { verify } from '../audit/verify.js';
import { hasErrors } from '../diagnostics/finding.js';
import { editionHash } from '../editions/hash.js';
import { leavesOf } from '../figures/figure.js';
import { compose, examine, type RenderedDocument, renderDocx } from '../index.js';
import { sha256Of } from '../platform/hash.js';
import { packageVersion } from '../platform/package.js';
import { openPublished } from '../published/open/index.js';
import { placeText } from '../published/place.js';
import { CommandError, type ExitCode, exitCodes } from '../terminal/exit.js';
import { commandName, keepInput, needExtension, readInput, writeOutput } from '../terminal/files.js';
import { openAny } from '../terminal/published.js';
import { styleFor } from '../terminal/report.js';
import { wrapped } from '../terminal/wrap.js';
import { fullAddress } from '../vocabulary/cells.js';
import { addComments } from '../writers/docx/comments.js';
import type { Context } from './context.js';
import { withoutErrors } from './withoutErrors.js';

export const command = 'verify [workbook] [published]';
export const describe = '把已公开的文档（Word、PDF、网页）与工作簿逐项核对；或按清单核对文件';

/** Positionals and options, in Chinese. */
export const builder = (args: Argv) =>
  args
    .positional('workbook', { type: 'string', describe: '填好的工作簿（.xlsx）' })
    .positional('published', { type: 'string', describe: '已公开的文档（.docx、.pdf、.html），或各表的 .xlsx' })
    .option('manifest', {
      type: 'string',
      requiresArg: true,
      describe: '按 render --manifest 写的清单核对工作簿和文档；它们不在清单旁边的，写明在哪里',
    })
    .option('annotate', { type: 'string', requiresArg: true, describe: '把差异作为批注写进公开文档的副本' })
    .option('wording', {
      type: 'boolean',
      default: true,
      describe: '列出只是文字不同的地方；--no-wording 只列与数字有关的差异',
    })
    .option('force', { type: 'boolean', default: false, describe: '文件已存在时覆盖' })
    .option('json', { type: 'boolean', default: false, describe: '以 JSON 输出，供程序读取' })
    .example('$0 verify 2026年预算.xlsx 已公开.docx', '列出全部差异')
    .example('$0 verify 2026年预算.xlsx 已公开.docx --annotate 核对.docx', '差异写成批注')
    .example('$0 verify 2026年预算.xlsx 已公开.pdf --no-wording', '只核对数字')
    .example('$0 verify --manifest 公开.manifest.json', '工作簿、表样、文档是否仍是当时的');

export interface VerifyOptions {
  readonly workbook?: string | undefined;
  readonly published?: string | undefined;
  readonly manifest?: string | undefined;
  readonly annotate?: string | undefined;
  /** False: differences of the wording alone are counted, not listed. */
  readonly wording?: boolean | undefined;
  readonly force: boolean;
  readonly json: boolean;
  readonly color: boolean;
}

/** Results to stdout, findings and refusals to stderr. Throws CommandError where nothing can be done. */
export function run(options: VerifyOptions, context: Context): ExitCode | Promise<ExitCode> {
  const { workbook, published, manifest } = options;
  if (manifest !== undefined) return verifyManifest(manifest, options, context);
  if (workbook === undefined || published === undefined) {
    throw new CommandError('请写明工作簿和已公开的文档，或用 --manifest 写明清单。', exitCodes.usage);
  }
  if (/\.docx$/i.test(workbook) && /\.xlsx$/i.test(published)) {
    const usage = `写法是 ${commandName()} verify 工作簿 已公开文档，是不是写反了？`;
    throw new CommandError(`“${workbook}”不是工作簿。${usage}`, exitCodes.usage);
  }
  return verifyDocument(workbook, published, options, context);
}

async function verifyDocument(
  workbook: string,
  published: string,
  options: VerifyOptions,
  context: Context,
): Promise<ExitCode> {
  const { stdout, stderr, editions } = context;
  const examined = examine(readInput(workbook), editions);
  const told = { workbook, json: options.json, color: options.color };
  const checked = withoutErrors(examined, (counts) => `${counts}，改正后才能核对。`, told, context);
  if (typeof checked === 'number') return checked;
  const file = readInput(published);
  const opened = await openAny(file);
  if (!opened.ok)
    throw new CommandError(opened.findings.map(({ message }) => message).join('\n'), exitCodes.unreadable);
  for (const notice of opened.document.notices) stderr.write(`注意：${notice}\n`);
  const all = verify(compose(checked.facts, checked.edition), opened.document);
  const differences = options.wording === false ? all.filter((found) => !isOfWordingAlone(found)) : all;
  const unlisted = all.length - differences.length;
  if (options.annotate !== undefined) {
    const comments = commentsOfDifferences(differences);
    needExtension(options.annotate, '.docx');
    if (opened.document.format !== 'docx') throw new CommandError('批注只能写进 .docx 文档的副本。', exitCodes.usage);
    for (const input of [workbook, published]) keepInput(input, options.annotate);
    writeOutput(options.annotate, addComments(file.bytes, comments), options.force);
    const elsewhere = differences.length - comments.length;
    stderr.write(
      `已生成：${options.annotate}${elsewhere > 0 ? `（${elsewhere} 处在公开文档中没有对应位置，只列在下面）` : ''}\n`,
    );
  }
  if (options.json) {
    const result = {
      workbook,
      published,
      differences: differences.map(jsonDifference),
      counts: countByKind(differences),
      ...(options.wording === false && { unlisted }),
    };
    stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  } else {
    const { width } = styleFor(stdout, false);
    stdout.write(`${differencesText(differences, unlisted, { workbook, published, width })}\n`);
  }
  return differences.length > 0 ? exitCodes.findings : exitCodes.fine;
}

function jsonDifference({ figure, ...found }: Difference) {
  const cells = figure ? leavesOf(figure).map((leaf) => fullAddress(leaf.at)) : [];
  return {
    ...found,
    kindName: differenceKinds[found.kind],
    ...(figure ? { figure: figure.id, rule: ruleText(figure), cells } : {}),
  };
}

function differencesText(
  differences: readonly Difference[],
  unlisted: number,
  { workbook, published, width }: { readonly workbook: string; readonly published: string; readonly width: number },
): string {
  const line = (first: string, text: string, hanging: number) => wrapped(first, text, hanging, width);
  const lines = differences.flatMap((found) => {
    const origin = originText(found);
    return [
      ...line('', `${differenceKinds[found.kind]}  ${placeText(found.place)}`, 6),
      ...line('    ', differenceText(found), 4),
      ...(origin === undefined ? [] : line('    ', origin, 4)),
      '',
    ];
  });
  const summary = figuresSentence(differences, unlisted, '（不加 --no-wording 时列出）');
  const end = line('', `核对完毕：${basename(published)} 与 ${basename(workbook)}`, 2);
  return [...lines, ...end, ...line('  ', summary, 4)].join('\n');
}

interface Check {
  readonly what: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** A file that a manifest names: where it is said to be, or else beside the manifest. */
function named(manifest: string, file: string, given: string | undefined) {
  const path = given ?? join(dirname(manifest), basename(file));
  if (given !== undefined || existsSync(path)) return readInput(path);
  const usage = `${commandName()} verify --manifest ${manifest} 工作簿 已公开文档`;
  const message = `没有找到“${path}”。清单里的工作簿和文档要与清单放在同一文件夹，或写明在哪里：${usage}`;
  throw new CommandError(message, exitCodes.unreadable);
}

/** The document must also come out the same again. */
async function verifyManifest(path: string, options: VerifyOptions, { stdout, editions }: Context): Promise<ExitCode> {
  const manifest = parseManifest(Buffer.from(readInput(path).bytes).toString('utf8'));
  if (!manifest) throw new CommandError(`“${path}”不是 yusuan render --manifest 写的清单。`, exitCodes.unreadable);
  const workbook = named(path, manifest.workbook.file, options.workbook);
  const document = named(path, manifest.document.file, options.published);
  const hashCheck = (what: string, expected: string, found: string): Check => ({
    what,
    ok: expected === found,
    detail: expected === found ? '与清单一致' : `与清单不一致：清单 ${expected}，现在 ${found}`,
  });
  const checks = [
    hashCheck(`工作簿 ${workbook.name}`, manifest.workbook.sha256, sha256Of(workbook.bytes)),
    hashCheck(`文档 ${document.name}`, manifest.document.sha256, sha256Of(document.bytes)),
    ...editionCheck(manifest, editions, hashCheck),
    hashCheck('工具版本', manifest.tool.version, packageVersion()),
  ];
  const examined = examine(workbook, editions);
  const again = examined.state === 'checked' && !hasErrors(examined.findings);
  const rendered = again ? await renderDocx(examined.facts, examined.edition) : undefined;
  checks.push(
    manifest.paginated && rendered
      ? await contentCheck(rendered, document.bytes)
      : hashCheck('由工作簿重新生成的文档', manifest.document.sha256, sha256Of(rendered?.bytes ?? new Uint8Array())),
  );
  const fine = checks.every((check) => check.ok);
  const text = checks.map(({ what, ok, detail }) => `${ok ? '一致  ' : '不一致'}  ${what}：${detail}`).join('\n');
  stdout.write(options.json ? `${JSON.stringify({ manifest: path, ok: fine, checks }, null, 2)}\n` : `${text}\n`);
  return fine ? exitCodes.fine : exitCodes.findings;
}

/** Page numbers in the contents come from a layout program; everything else must agree. */
async function contentCheck(rendered: RenderedDocument, published: Uint8Array): Promise<Check> {
  const opened = await openPublished({ name: '', bytes: published });
  const count = opened.ok ? verify(rendered, opened.document).length : undefined;
  const detail =
    count === 0 ? '内容一致（目录页码由排版程序核定，按内容核对）' : `内容不一致${count ? `，${count} 处` : ''}`;
  return { what: '由工作簿重新生成的文档', ok: count === 0, detail };
}

function editionCheck(
  { edition }: Manifest,
  editions: Context['editions'],
  check: (what: string, expected: string, found: string) => Check,
): Check[] {
  const what = `${edition.year} 年表样`;
  if (!editions.years.includes(edition.year)) return [{ what, ok: false, detail: '本工具没有这一年的表样' }];
  return [check(what, edition.sha256, editionHash(editions.load(edition.year)))];
}
