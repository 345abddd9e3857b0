/** Data validations: drop-downs, number rules and input messages, each written as one range. */
import type { Worksheet } from 'exceljs';
import type { SheetKey } from '../layout/layout.js';
import { type AnyColumn, columnNeed } from '../layout/types.js';
import type { Lists } from './lists.js';
import { type Places, rangeOf } from './place.js';

interface Rule {
  readonly type: 'any' | 'list' | 'whole' | 'decimal' | 'custom';
  readonly operator?: 'greaterThanOrEqual' | 'between';
  readonly formulae?: readonly string[];
  readonly errorStyle?: 'stop' | 'warning';
  readonly error?: string;
}

/**
 * exceljs has this collection but its type declarations do not; per-cell validations would be written one by one (FACT
 * exceljs-4).
 */
interface ValidationHost {
  readonly dataValidations: { add(range: string, validation: object): void };
}

/** Excel's limits: title 32 characters, message 255. */
const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

function prompt(column: AnyColumn): string {
  const { help, example, printedIn } = column;
  const parts = [
    `【${columnNeed(column)}】`,
    help,
    example === '' ? '' : `例：${example}。`.replace('。。', '。'),
    printedIn === '' ? '' : `（印在：${printedIn}）`,
  ];
  return cut(parts.join(''), 255);
}

/** The names typed so far: without the trailing blanks, at which Excel would open the list. */
function namesIn(places: Places, sheet: SheetKey, column: string): string | undefined {
  const range = rangeOf(places, sheet, column);
  if (range === undefined) return undefined;
  const first = range.slice(0, range.indexOf(':'));
  return `OFFSET(${first},0,0,MAX(1,COUNTA(${range})),1)`;
}

function nameRule(places: Places, sheet: SheetKey, column: string, what: string): Rule {
  const names = namesIn(places, sheet, column);
  if (names === undefined) return { type: 'any' };
  return { type: 'list', formulae: [names], errorStyle: 'warning', error: `${what}中没有这个名称。确认要这样填写吗？` };
}

/** A code may also be typed with spaces between 类, 款 and 项, so only its digits are counted. */
function codeRule(digits: readonly number[], cell: string): Rule {
  const length = `LEN(SUBSTITUTE(${cell}," ",""))`;
  return {
    type: 'custom',
    formulae: [`OR(${digits.map((count) => `${length}=${count}`).join(',')})`],
    errorStyle: 'warning',
    error: `编码应为${digits.join('位或')}位。确认要这样填写吗？`,
  };
}

function ruleFor(sheet: SheetKey, key: string, column: AnyColumn, cell: string, places: Places, lists: Lists): Rule {
  const { type } = column;
  switch (type.kind) {
    case 'choice':
      return {
        type: 'list',
        formulae: [lists.get(type.choices) ?? '""'],
        errorStyle: 'stop',
        error: '请从下拉列表中选择。',
      };
    case 'amount':
    case 'quantity':
      return {
        type: 'decimal',
        operator: 'greaterThanOrEqual',
        formulae: ['0'],
        errorStyle: 'stop',
        error: '请填不小于 0 的数字，不写单位、不写文字。',
      };
    case 'count':
      return {
        type: 'whole',
        operator: 'greaterThanOrEqual',
        formulae: ['0'],
        errorStyle: 'stop',
        error: '请填不小于 0 的整数。',
      };
    case 'year':
      return {
        type: 'whole',
        operator: 'between',
        formulae: ['2000', '2100'],
        errorStyle: 'stop',
        error: '请填四位年度。',
      };
    case 'functionCode':
    case 'economicCode':
      return codeRule(type.digits, cell);
    case 'anyCode':
      return codeRule([3, 5, 7], cell);
    case 'unitName':
      return nameRule(places, 'units', 'name', '“预算单位”表');
    case 'projectName':
      return sheet === 'projects' && key === 'name'
        ? { type: 'any' }
        : nameRule(places, 'projects', 'name', '“项目信息”表');
    case 'goalName':
      return sheet === 'projectGoals' && key === 'name'
        ? offered(namesIn(places, 'projects', 'name'))
        : nameRule(places, 'projectGoals', 'name', '“项目绩效目标”表');
    default:
      return suggested(column, lists);
  }
}

/** Usual words to pick from; any other may be typed. */
const suggested = ({ suggestions }: AnyColumn, lists: Lists): Rule => offered(lists.get(suggestions));

const offered = (range: string | undefined): Rule =>
  range === undefined ? { type: 'any' } : { type: 'list', formulae: [range] };

export interface ValidatedRange {
  readonly sheet: SheetKey;
  readonly key: string;
  readonly column: AnyColumn;
  /** `B4:B60`, or a single cell `B4`. */
  readonly range: string;
}

/** One validation over the range, with the column's help and example as the input message. */
export function addValidation(ws: Worksheet, at: ValidatedRange, places: Places, lists: Lists): void {
  const first = at.range.split(':')[0] ?? at.range;
  const rule = ruleFor(at.sheet, at.key, at.column, first, places, lists);
  const host = ws as unknown as ValidationHost;
  host.dataValidations.add(at.range, {
    allowBlank: true,
    showInputMessage: true,
    promptTitle: cut(at.column.header, 32),
    prompt: prompt(at.column),
    ...(rule.error === undefined ? {} : { showErrorMessage: true, errorTitle: cut(at.column.header, 32) }),
    ...rule,
  });
}
