/**
 * Tables of the page: heads marked as heads, spans as they are, named by the title above them, never narrower than what
 * stands in them.
 */

import { layOut, sum } from '../../document/grid.js';
import { emWidth, unbreakableEm } from '../../document/text.js';
import type { Inline, Table, TreeCell } from '../../document/tree.js';

type InlinesHtml = (inlines: readonly Inline[]) => string;

/** `title` is the id of the heading that names the table. */
export function tableHtml(table: Table, title: string | undefined, inlines: InlinesHtml): string {
  const total = sum(table.widths);
  const columns = table.widths.map((width) => `<col style="width:${((width / total) * 100).toFixed(2)}%">`).join('');
  const rows = (part: Table['head'], head: boolean) =>
    part.map(({ cells }) => `<tr>${cells.map((cell) => cellHtml(cell, head, inlines)).join('')}</tr>`).join('\n');
  const head = table.head.length > 0 ? `<thead>\n${rows(table.head, true)}\n</thead>\n` : '';
  const name = title === undefined ? ' aria-label="表"' : ` aria-labelledby="${title}"`;
  const width = ` class="${table.style}" style="--em:${leastWidth(table)}"`;
  return (
    `<div class="wide" role="group"${name} tabindex="0"><table${name}${width}>\n<colgroup>${columns}</colgroup>\n` +
    `${head}<tbody>\n${rows(table.body, false)}\n</tbody>\n</table></div>`
  );
}

/** Space at both sides of a cell's text, in em. */
const PADDING = 1;
/** A name is broken over lines, but not into pieces shorter than this. */
const SHORTEST_LINE = 8;

/** The width in em of the table's own text at which no figure is broken and no name is set one character a line. */
function leastWidth(table: Table): number {
  const rows = layOut([...table.head, ...table.body], table.widths.length);
  const total = sum(table.widths);
  const needed = rows.flatMap((slots) =>
    slots
      .filter(({ cell }) => cell.columnSpan === 1)
      .map(({ cell, column }) => ((leastEm(cell) + PADDING) * total) / (table.widths[column] ?? total)),
  );
  return Math.ceil(Math.max(0, ...needed));
}

function leastEm({ inlines, scope, indent, bold }: TreeCell): number {
  const text = inlines.map((inline) => (inline.kind === 'text' ? inline.text : ' ')).join('');
  const name = scope === 'row' ? Math.min(emWidth(text), SHORTEST_LINE) + indent * 1.2 : 0;
  return Math.max(name, unbreakableEm(text) * (bold ? 1.25 : 1.15));
}

/** A head cell heads its columns; a caption cell (编制部门, 单位：万元) heads nothing, and neither does an empty one. */
function scopeOf(cell: TreeCell, head: boolean): string | undefined {
  if (cell.inlines.length === 0) return undefined;
  if (head && cell.border) return cell.columnSpan > 1 ? 'colgroup' : 'col';
  if (cell.scope === 'row') return cell.rowSpan > 1 ? 'rowgroup' : 'row';
  return cell.scope && cell.columnSpan > 1 ? 'colgroup' : cell.scope;
}

function cellHtml(cell: TreeCell, head: boolean, inlines: InlinesHtml): string {
  const scope = scopeOf(cell, head);
  const tag = scope === undefined ? 'td' : 'th';
  const classes = [
    cell.border ? '' : 'bare',
    cell.align === 'left' || cell.align === 'justify' ? '' : cell.align,
    cell.bold && !(head && cell.border) ? 'b' : '',
    cell.indent > 0 ? `i${cell.indent}` : '',
  ].filter(Boolean);
  const look = classes.length > 0 ? ` class="${classes.join(' ')}"` : '';
  const spans =
    (cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : '') +
    (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '');
  return `<${tag}${scope ? ` scope="${scope}"` : ''}${spans}${look}>${inlines(cell.inlines)}</${tag}>`;
}
