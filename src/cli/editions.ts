/** yusuan editions: which years there are forms for. */
import type { Argv } from 'yargs';
import { unreachedFigures } from '../audit/reach.js';
import { compileTemplates } from '../compile/compile.js';
import { grammarOf } from '../compile/grammar.js';
import { type Outline, outlineOf } from '../compile/outline.js';
import { spanProblems } from '../compile/spans.js';
import { TemplateError } from '../compile/syntax.js';
import type { Edition } from '../document/edition.js';
import { ambiguitiesOf } from '../published/match/ambiguities.js';
import { type ExitCode, exitCodes } from '../terminal/exit.js';
import { plainStyle } from '../terminal/report.js';
import { wrapped } from '../terminal/wrap.js';
import { layout } from '../workbook/layout/layout.js';
import type { Context } from './context.js';

export const command = 'editions';
export const describe = '列出有哪些年度的表样，各有哪些表和说明';

/** Positionals and options, in Chinese. */
export const builder = (args: Argv) =>
  args
    .option('json', { type: 'boolean', default: false, describe: '以 JSON 输出，供程序读取' })
    .option('check', {
      type: 'boolean',
      default: false,
      describe: '检查印出的内容能否从公开文档读回、数字能否核对，说明文件和行',
    })
    .example('$0 editions', '列出全部表样')
    .example('$0 editions --check --templates 我的表样', '检查自备的表样能否读回')
    .example('$0 editions --templates 我的表样', '检查自备的表样文件夹');

interface Listed {
  readonly year: number;
  readonly outline: Outline;
  readonly edition: Edition;
}

/** Compiling finds every mistake of an edition's templates, so this also is how an office checks its own folder. */
interface Options {
  readonly json: boolean;
  readonly check?: boolean;
}

/** Results to stdout, findings and refusals to stderr. Throws CommandError where nothing can be done. */
export function run({ json, check = false }: Options, { stdout, stderr, editions }: Context): ExitCode {
  const listed = editions.years.map((year): Listed => {
    const edition = editions.load(year);
    compileTemplates(edition);
    refuseSpans(edition);
    return { year, edition, outline: outlineOf(edition) };
  });
  if (check) return checked(listed, json, stdout);
  if (json) {
    const plain = listed.map(({ year, outline, edition }) => ({ year, ...outline, sheets: sheetNames(edition) }));
    stdout.write(`${JSON.stringify(plain, null, 2)}\n`);
    return exitCodes.fine;
  }
  stdout.write(`${listed.map(editionText).join('\n\n')}\n`);
  for (const { year, outline } of listed) {
    if (outline.unused.length > 0) stderr.write(`提示：${year} 年表样中没有用到的模板：${outline.unused.join('、')}\n`);
  }
  return exitCodes.fine;
}

/**
 * A row that does not fill its table would end only the printing of a document. Throws TemplateError with the first.
 */
function refuseSpans(edition: Edition): void {
  const [first] = spanProblems(grammarOf(edition));
  if (first) throw new TemplateError(first.file, first.line, first.problem);
}

/** What could not be read back from a document, edition by edition. */
function checked(listed: readonly Listed[], json: boolean, stdout: Context['stdout']): ExitCode {
  const found = listed.map(({ year, edition }) => ({
    year,
    ambiguities: ambiguitiesOf(edition),
    unreached: unreachedFigures(edition),
  }));
  const told = found.flatMap(({ year, ambiguities, unreached }) => [
    `${year}年表样：${ambiguities.length === 0 ? '印出的内容都能读回。' : `${ambiguities.length} 处读回时分不清：`}`,
    ...ambiguities.map(({ file, line, problem }) => `  ${file} 第 ${line} 行：${problem}`),
    ...(unreached.length > 0 ? [`  ${unreached.length} 个数没有可以对照的规则，audit 不能核对：`] : []),
    ...unreached.map(({ file, line, written }) => `    ${file} 第 ${line} 行：${written}`),
  ]);
  stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : `${told.join('\n')}\n`);
  return found.some(({ ambiguities }) => ambiguities.length > 0) ? exitCodes.findings : exitCodes.fine;
}

const sheetNames = (edition: Edition): string[] => edition.sheets.map((key) => layout[key].name);

function editionText({ year, outline, edition }: Listed): string {
  const { tables, explanations } = outline;
  return [
    `${year}年表样：${tables.length} 张表，${explanations.length} 项说明，工作簿 ${edition.sheets.length} 张工作表`,
    ...section('表', tables),
    ...section('说明', explanations),
    ...section('工作簿', sheetNames(edition)),
  ].join('\n');
}

/** One item a line, by its number: that of the form where it has one of its own. */
function section(title: string, items: readonly string[]): string[] {
  const ownNumber = /^[一二三四五六七八九十]+、/;
  const numbered = items.flatMap((item, i) => {
    const number = ownNumber.test(item) ? '    ' : `    ${`${i + 1}.`.padEnd(4)}`;
    return wrapped(number, item, 8, plainStyle.width);
  });
  return [`  ${title}：`, ...numbered];
}
