/** Words that say nothing, and reasons that say the opposite of the figures. Both are read in print by everybody. */
import { type Finding, finding } from '../diagnostics/finding.js';
import type { Facts } from '../model/facts.js';
import type { CellRef } from '../vocabulary/cells.js';
import { compare, isZero, type Money, wanText } from '../vocabulary/money.js';
import { layout, type SheetKey } from '../workbook/layout/layout.js';
import type { Cell, Columns } from '../workbook/layout/types.js';
import { amountsOf, type Check, type CheckContext } from './check.js';
import { comparisons, type LastYearComparison } from './comparisons.js';

/** Words that say nothing are short; a text with ten characters in a row need not be looked at further. */
const saysSomething = /[一-龥]{10}/;

/** Punctuation and spaces say nothing either. */
const bareWords = (text: string): string => text.normalize('NFKC').replace(/[\p{P}\p{S}\s]/gu, '');

const placeholder =
  /^(无|没有|暂无|没有原因|略|同上|同前|见上|见附件|待补充|待完善|待补|原因|主要原因|用途|内容|x+|\d+)?$/i;
const saysNothing =
  /^(本年|今年)?(预算|经费|支出|资金|金额|费用|项目|数)?(有所|略有|相应|正常|合理)?(增加|减少|增长|下降|提高|降低|增减|变化|变动|调整|上升)(了|额)?$/;
const empty = /^(正常|工作需要|业务需要|实际需要|据实安排|按实际(安排|需要)?|其他|其它|其他原因|政策原因|预算安排)$/;
/** Enough of a reason only where nothing changed. */
const unchanged = /^(不变|持平|无变化|没有变化|一致|相同|与上年(相同|一致|持平))$/;

/** A text that was to be replaced: XX, 待填写, （略） and their like. */
export const isPlaceholder = (text: string): boolean => !saysSomething.test(text) && placeholder.test(bareWords(text));

/** A reason that gives none: a placeholder, 无, or, where the amount `changed`, 持平 and its like. */
export function isEmptyReason(text: string, changed: boolean): boolean {
  if (saysSomething.test(text)) return false;
  const bare = bareWords(text);
  if (placeholder.test(bare) || saysNothing.test(bare) || empty.test(bare)) return true;
  return changed && unchanged.test(bare);
}

const negated = /(没有|未|不再|不|无)(新增|增加|增长|减少|下降|提高|压减)/g;
const upward = /增加|增长|增多|增设|新增|提高|上调|上升|上涨|扩大/;
const downward = /减少|下降|压减|压缩|削减|缩减|降低|下调|核减|调减/;

/** Whether the reason speaks only of the other direction. */
export function contradicts(text: string, direction: number): boolean {
  const plain = text.replace(negated, '');
  const [up, down] = [upward.test(plain), downward.test(plain)];
  return direction > 0 ? down && !up : direction < 0 && up && !down;
}

/** Long texts stand in the document; a message needs no more than their beginning. */
const short = (text: string): string => ([...text].length > 30 ? `${[...text].slice(0, 30).join('')}…` : text);

const printsChange = (now: Money, last: Money): boolean => wanText(now) !== wanText(last);

function reasons(context: CheckContext, sheet: LastYearComparison['sheet']): Finding[] {
  // a workbook without any money yet would contradict every reason
  if (context.ledger.length === 0) return [];
  return comparisons(context, sheet).flatMap(({ now, last, reason, label }) => {
    if (!reason || (isZero(now) && isZero(last.value))) return [];
    const direction = compare(now, last.value);
    const details = () => ({ at: reason.at, row: label, found: short(reason.value), related: [last.at] });
    const unexplained = isEmptyReason(reason.value, true) && isEmptyReason(reason.value, printsChange(now, last.value));
    if (unexplained) return [finding('N14', details())];
    if (!contradicts(reason.value, direction)) return [];
    const text = amountsOf(context);
    const values = { now: text(now), last: text(last.value), direction: direction > 0 ? '增加' : '减少' };
    return [finding('N15', { ...details(), values })];
  });
}

type AnyRow = Readonly<Record<string, Cell<unknown> | CellRef | undefined>>;

/** A text of a row or field with its column. */
interface TextCell {
  readonly cell: Cell<string>;
  readonly column: string;
  readonly header: string;
}

/** The texts of a sheet that are wanted, in the kinds of columns that hold words. */
export function textCells(
  facts: Facts,
  key: SheetKey,
  hasWords: (kind: string) => boolean,
  wanted: (text: string, column: string) => boolean,
): TextCell[] {
  const sheet = layout[key];
  const bound: unknown = facts[key];
  const rows = sheet.kind === 'form' ? [bound as AnyRow] : (bound as readonly AnyRow[]);
  const columns = Object.entries(sheet.columns as Columns).filter(([, { type }]) => hasWords(type.kind));
  const texts: TextCell[] = [];
  for (const row of columns.length > 0 ? rows : []) {
    for (const [column, { header }] of columns) {
      const cell = row[column] as Cell<unknown> | undefined;
      if (typeof cell?.value === 'string' && wanted(cell.value, column)) {
        texts.push({ cell: cell as Cell<string>, column, header });
      }
    }
  }
  return texts;
}

const wordless: ReadonlySet<string> = new Set(['choice', 'amount', 'count', 'quantity', 'year', 'display']);
/** Of a choice we know what it may say. */
export const mayHoldWords = (kind: string): boolean => !wordless.has(kind);

/** How a row is called where its own words must not be quoted. */
export const rowName = (key: SheetKey, at: CellRef): string =>
  layout[key].kind === 'form' ? `“${layout[key].name}”表` : `第${at.row}行`;

function emptyTexts({ facts }: CheckContext): Finding[] {
  const isLong = (kind: string) => kind === 'longText';
  const wanted = (text: string, column: string) => column !== 'reason' && isPlaceholder(text);
  return (Object.keys(layout) as SheetKey[]).flatMap((key) =>
    textCells(facts, key, isLong, wanted).map(({ cell, header }) =>
      finding('N16', { at: cell.at, row: rowName(key, cell.at), column: header, found: cell.value }),
    ),
  );
}

const spending: readonly SheetKey[] = ['basicByFunction', 'projectSpending'];
const reasonsOf = (title: string, sheet: LastYearComparison['sheet'], reads: readonly SheetKey[]): Check => ({
  title,
  reads: [sheet, ...reads],
  run: (context) => reasons(context, sheet),
});

export const wordingChecks: readonly Check[] = [
  reasonsOf('增减原因的写法', 'lastYear', [...spending, 'basicByEconomic']),
  reasonsOf('“三公”经费增减原因的写法', 'threePublic', []),
  reasonsOf('科目增减原因的写法', 'lastYearByCode', spending),
  { title: '没有内容的文字', reads: [], run: emptyTexts },
];
