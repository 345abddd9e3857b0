/** The layout speaks of 2026 and of its table numbers; a workbook of another edition speaks of its own. */
import type { AnyColumn } from '../layout/types.js';
import type { WorkbookPlan } from './place.js';

const layoutYear = 2026;

const numerals = '[一二三四五六七八九十]+';
const section = `${numerals}(?:（${numerals}）)?`;

/** Numbers joined by 、 after `word`, each changed or (undefined) left out. */
function renumbered(text: string, word: string, item: string, change: (number: string) => string | undefined): string {
  const list = new RegExp(`${word}(${item}(?:、${item})*)`, 'g');
  return text.replace(list, (_, numbers: string) => {
    const kept = numbers.split('、').flatMap((number) => change(number) ?? []);
    return kept.length > 0 ? `${word}${kept.join('、')}` : '';
  });
}

/** Without 委托业务费 (before 2026) there is no table and no section 11 for it, and what follows counts one less. */
function withoutCommissioned(text: string): string {
  const tables = renumbered(text, '表', '\\d+', (n) => (n === '11' ? undefined : n === '12' ? '11' : n));
  const sections = renumbered(tables, '说明', section, (n) => {
    if (n === '十一') return undefined;
    return n.replace(/^十([二三])/, (_, last: string) => (last === '二' ? '十一' : '十二'));
  });
  return sections.replace(/、{2,}/g, '、').replace(/^、|、$/g, '');
}

const years = (text: string, year: number): string =>
  text.replace(/2025|2026/g, (named) => String(Number(named) - layoutYear + year));

/** The column's words as this plan's edition says them; header and type stay. `showsUnit`: see `PlacedColumn`. */
export function ownWords(column: AnyColumn, plan: WorkbookPlan, showsUnit = false): AnyColumn {
  const { help, example, printedIn } = column;
  return {
    ...column,
    required: column.required && !showsUnit,
    help: showsUnit ? onlyOwnUnitHelp : ownText(help, plan),
    example: years(example, plan.year),
    printedIn: ownText(printedIn, plan),
  };
}

/** Of a column that shows the one unit of a 单位's workbook. */
const onlyOwnUnitHelp = '不用填：自动显示“基本信息”的单位名称。';

/** A text of the layout in the words of the plan's year and sheets. */
export function ownText(text: string, { year, sheets }: Pick<WorkbookPlan, 'year' | 'sheets'>): string {
  return years(sheets.includes('commissioned') ? text : withoutCommissioned(text), year);
}
