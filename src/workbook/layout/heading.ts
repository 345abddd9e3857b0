/** What `yusuan new` writes above the headers besides a sheet's name and help: ours, so it is decoration when read. */

/** The way back to the first tab. */
export const returnLinkText = '← 返回填写说明';
/** Before the unit of the amounts, in the text and in the formula that shows it. */
export const unitNoteLabel = '金额单位：';

/** Before a sheet's help: `【应填】一般都有，没有这项业务才空着。` */
export const needMark = (need: string, meaning: string): string => `【${need}】${meaning}。`;

/** The help as the layout has it, of what stands above the headers. */
export const withoutNeed = (help: string): string => help.replace(/^【[^】]*】[^。]*。/, '');

const range = '\\$?[A-Z]{1,3}\\$?\\d+:\\$?[A-Z]{1,3}\\$?\\d+';
/** A total over the rows of one column or several: `SUM(F4:F40)`; '' is the follower of a shared formula. */
const columnTotal = new RegExp(`^(SUM\\(${range}(?:,${range})*\\))?$`, 'i');

/** Whether a text or formula above the headers is one that the layout has there. */
export function isHeading(text: string, formula: string | undefined): boolean {
  if (formula !== undefined && (columnTotal.test(formula) || formula.startsWith(`"${unitNoteLabel}"`))) return true;
  return text === returnLinkText || text.startsWith(unitNoteLabel);
}
