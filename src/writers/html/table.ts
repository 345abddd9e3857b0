/** Tables of the page: heads marked as heads, spans as they are, named by the title above them. */

import { sum } from '../../document/grid.js';
import type { Cell, Inline, Table } from '../../document/tree.js';

type InlinesHtml = (inlines: readonly Inline[]) => string;

/** `title` is the id of the heading that names the table. */
export function tableHtml(table: Table, title: string | undefined, inlines: InlinesHtml): string {
  const total = sum(table.widths);
  const columns = table.widths.map((width) => `<col style="width:${((width / total) * 100).toFixed(2)}%">`).join('');
  const rows = (part: Table['head'], head: boolean) =>
    part.map(({ cells }) => `<tr>${cells.map((cell) => cellHtml(cell, head, inlines)).join('')}</tr>`).join('\n');
  const head = table.head.length > 0 ? `<thead>\n${rows(table.head, true)}\n</thead>\n` : '';
  const name = title === undefined ? '' : ` aria-labelledby="${title}"`;
  return (
    `<div class="wide" role="region"${name} tabindex="0"><table${name}>\n<colgroup>${columns}</colgroup>\n` +
    `${head}<tbody>\n${rows(table.body, false)}\n</tbody>\n</table></div>`
  );
}

/** A head cell heads its columns; a caption cell (编制部门, 单位：万元) heads nothing. */
function cellHtml(cell: Cell, head: boolean, inlines: InlinesHtml): string {
  const tag = head && cell.border ? 'th' : 'td';
  const scope = tag === 'th' ? ` scope="${cell.columnSpan > 1 ? 'colgroup' : 'col'}"` : '';
  const classes = [
    cell.border ? '' : 'bare',
    cell.align === 'left' || cell.align === 'justify' ? '' : cell.align,
    cell.bold && tag === 'td' ? 'b' : '',
    cell.indent > 0 ? `i${cell.indent}` : '',
  ].filter(Boolean);
  const look = classes.length > 0 ? ` class="${classes.join(' ')}"` : '';
  const spans =
    (cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : '') +
    (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '');
  return `<${tag}${scope}${spans}${look}>${inlines(cell.inlines)}</${tag}>`;
}
