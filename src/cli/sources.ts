/** What the web page shows about a figure: its rule and the cells it comes from, in one line. */
import { ruleText } from '../audit/trace.js';
import { type Figure, leavesOf } from '../figures/figure.js';
import { fullAddress } from '../vocabulary/cells.js';
import { firstOf } from '../vocabulary/names.js';

/** More cells than these are counted, not listed. */
const listed = 12;

/** By the figure's id; undefined for an id that was not printed. */
export const sourcesOf =
  (printed: ReadonlyMap<string, Figure>) =>
  (id: string): string | undefined => {
    const figure = printed.get(id);
    return figure && sourceText(figure);
  };

function sourceText(figure: Figure): string {
  const cells = leavesOf(figure).map((leaf) => fullAddress(leaf.at));
  if (cells.length === 0) return ruleText(figure);
  return `${ruleText(figure)}；出自 ${firstOf(cells, listed, ` 等 ${cells.length} 个单元格`)}`;
}
