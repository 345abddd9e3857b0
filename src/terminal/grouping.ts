/** Findings of one sheet that say the same of several cells, told once with all of their cells. */
import type { Finding } from '../diagnostics/finding.js';
import { address, type CellRef, columnLetters } from '../vocabulary/cells.js';

/** What the finding says apart from which row and column it is said of. */
function saying({ code, at, message, remedy, row = '', column = '', related }: Finding): string {
  // with cells of its own beside it, a finding is told by itself
  const own = related.length > 0 && at ? address(at) : '';
  const words = [row, column].filter((word) => word !== '');
  const bare = words.reduce((text, word) => text.replace(word, ''), message);
  return [at?.sheet ?? '', code, bare, remedy, own].join('\n');
}

/** Each group at the place of its first finding; one that is like no other is a group of its own. */
export function groupEqual(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const found of findings) {
    const key = saying(found);
    const group = groups.get(key);
    if (group) group.push(found);
    else groups.set(key, [found]);
  }
  return [...groups.values()];
}

/** `D5:D9、D12`: the cells of one column, runs as a range; whole rows as `第5行`. */
function cellsText(cells: readonly CellRef[]): string {
  const runs: CellRef[][] = [];
  for (const at of cells) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && last.column === at.column && last.row + 1 === at.row) run.push(at);
    else if (last?.column !== at.column || last.row !== at.row) runs.push([at]);
  }
  return runs
    .map((run) => {
      const [first, last] = [run[0] as CellRef, run.at(-1) as CellRef];
      if (first.row === 0) return '';
      if (first.column === 0) return first === last ? `第${first.row}行` : `第${first.row}至${last.row}行`;
      return first === last ? address(first) : `${address(first)}:${columnLetters(last.column)}${last.row}`;
    })
    .filter((text) => text !== '')
    .join('、');
}

/** All cells of a group, column by column where it is said of several: `“金额”D5:D9；“单位”A7`. */
export function placesText(group: readonly Finding[]): string {
  const byColumn = new Map<string, CellRef[]>();
  for (const { at, column = '' } of group) if (at) byColumn.set(column, [...(byColumn.get(column) ?? []), at]);
  return [...byColumn]
    .map(([column, cells]) => (column === '' ? cellsText(cells) : `“${column}”${cellsText(cells)}`))
    .join('、');
}
