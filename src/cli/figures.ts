/** yusuan figures: every printed figure, where it stands and where it comes from. */
import type { Argv } from 'yargs';
import {
  cellAddress,
  cellNames,
  exactText,
  figureTree,
  findText,
  movedBy,
  ruleText,
  type TraceEntry,
  traceOf,
} from '../audit/trace.js';
import { compose, examineRead } from '../index.js';
import { placeText } from '../published/place.js';
import { CommandError, type ExitCode, exitCodes } from '../terminal/exit.js';
import { keepInput, needExtension, readInput, writeOutput } from '../terminal/files.js';
import { styleFor } from '../terminal/report.js';
import { wrapped } from '../terminal/wrap.js';
import { fullAddress } from '../vocabulary/cells.js';
import { nearest } from '../vocabulary/names.js';
import { textWidth } from '../vocabulary/width.js';
import { readWorkbook } from '../workbook/read/index.js';
import type { Context } from './context.js';
import { withoutErrors } from './withoutErrors.js';

export const command = 'figures <workbook>';
export const describe = '列出公开文档中的每个数字：在哪里、怎么算、来自哪些单元格';

/** Positionals and options, in Chinese. */
export const builder = (args: Argv) =>
  args
    .positional('workbook', { type: 'string', demandOption: true, describe: '填好的工作簿（.xlsx）' })
    .option('find', { type: 'string', requiresArg: true, describe: '只看印成这样的数字（如 51.36%），并展开它的来源' })
    .option('cell', { type: 'string', requiresArg: true, describe: '只看某个单元格影响的数字，如 "项目支出!F12"' })
    .option('xlsx', { type: 'string', requiresArg: true, describe: '把清单写成可筛选的 Excel 文件' })
    .option('force', { type: 'boolean', default: false, describe: '文件已存在时覆盖' })
    .option('json', { type: 'boolean', default: false, describe: '以 JSON 输出，供程序读取' })
    .conflicts('find', 'cell')
    .example('$0 figures 2026年预算.xlsx', '列出全部数字')
    .example('$0 figures 2026年预算.xlsx --find 51.36%', '这个数字从哪里来')
    .example('$0 figures 2026年预算.xlsx --cell "项目支出!F12"', '这个单元格影响哪些数字');

export interface FiguresOptions {
  readonly workbook: string;
  readonly find?: string | undefined;
  readonly cell?: string | undefined;
  readonly xlsx?: string | undefined;
  readonly force: boolean;
  readonly json: boolean;
  readonly color: boolean;
}

/** Results to stdout, findings and refusals to stderr. Throws CommandError where nothing can be done. */
export async function run(options: FiguresOptions, { stdout, stderr, editions }: Context): Promise<ExitCode> {
  const { workbook, find, cell, xlsx, json } = options;
  const file = readInput(workbook);
  const read = readWorkbook(file.bytes, file.name);
  const examined = examineRead(read, editions);
  const checked = withoutErrors(examined, (counts) => `${counts}，改正后才有数字可列。`, options, { stdout, stderr });
  if (typeof checked === 'number') return checked;
  if (cell !== undefined && read.ok)
    refuseNoCell(
      cell,
      read.workbook.sheets.map(({ name }) => name),
    );
  const trace = traceOf(compose(checked.facts, checked.edition));
  const chosen = find !== undefined ? findText(trace, find) : cell !== undefined ? movedBy(trace, cell) : trace;
  if (xlsx !== undefined) {
    const { traceWorkbook } = await import('../audit/traceSheet.js');
    needExtension(xlsx, '.xlsx');
    keepInput(options.workbook, xlsx);
    writeOutput(xlsx, await traceWorkbook(chosen, file.name), options.force);
    stderr.write(`已生成：${xlsx}\n`);
  }
  if (json) stdout.write(`${JSON.stringify({ workbook, figures: chosen.map(jsonEntry) }, null, 2)}\n`);
  else if (find !== undefined) stdout.write(foundText(chosen, find, styleFor(stdout, false).width));
  else if (xlsx === undefined) stdout.write(listText(chosen, cell, trace.length));
  return (find !== undefined || cell !== undefined) && chosen.length === 0 ? exitCodes.findings : exitCodes.fine;
}

/** Throws CommandError (2) for what is not the address of a cell in one of these sheets. */
function refuseNoCell(cell: string, sheets: readonly string[]): void {
  const [sheet = '', address = ''] = cellAddress(cell).split(/!(?=[^!]*$)/);
  if (sheet === '' || !/^[A-Z]{1,3}\d+$/.test(address))
    throw new CommandError('请连同工作表名一起写，如 项目支出!M5。', exitCodes.usage);
  if (sheets.includes(sheet)) return;
  const meant = nearest(sheet, sheets);
  const hint = meant === undefined ? '。' : `，是不是“${meant}”？`;
  throw new CommandError(`没有工作表“${sheet}”${hint}`, exitCodes.usage);
}

const jsonEntry = ({ place, text, figure, cells }: TraceEntry) => ({
  ...{ id: figure.id, place, text, unit: figure.unit, exact: figure.exact, rule: figure.rule },
  ruleText: ruleText(figure),
  cells: cells.map((leaf) => ({ cell: fullAddress(leaf.at), exact: leaf.exact })),
});

/** One figure may stand in several places: its tree is shown once, under all of them. */
function foundText(entries: readonly TraceEntry[], wanted: string, width: number): string {
  if (entries.length === 0) return `文档中没有印成“${wanted}”的数字。\n`;
  const ids = [...new Set(entries.map(({ figure }) => figure.id))];
  const parts = ids.map((id) => {
    const places = entries.filter(({ figure }) => figure.id === id);
    const lines = places.map(({ place }) => `● ${placeText(place)}`);
    const [first] = places;
    const all = [...lines, ...(first ? figureTree(first.figure, 1) : [])];
    return all.flatMap((line) => wrapped('', line, line.search(/\S/) + 4, width)).join('\n');
  });
  return `${parts.join('\n\n')}\n`;
}

const columns = ['印出', '精确值', '算法', '位置', '单元格'] as const;
/** Cells are named up to here; more would bury the rest. */
const mostCells = 3;

function listText(entries: readonly TraceEntry[], cell: string | undefined, all: number): string {
  if (cell !== undefined && entries.length === 0) return `单元格 ${cellAddress(cell)} 不影响文档中的任何数字。\n`;
  const rows = entries.map(({ place, text, figure, cells }) => {
    return [text, exactText(figure), ruleText(figure), placeText(place), cellNames(cells, mostCells)];
  });
  const widths = columns.map((head, index) =>
    Math.min(48, Math.max(textWidth(head), ...rows.map((row) => textWidth(row[index] ?? '')))),
  );
  const line = (row: readonly string[]) =>
    row
      .map((text, index) => text + ' '.repeat(Math.max(0, (widths[index] ?? 0) - textWidth(text))))
      .join('  ')
      .trimEnd();
  const count =
    cell === undefined
      ? `共 ${all} 处数字。`
      : `单元格 ${cellAddress(cell)} 影响 ${entries.length} 处数字（全文 ${all} 处）。`;
  return `${[line(columns), ...rows.map(line)].join('\n')}\n${count}\n`;
}
