/**
 * Tables of the page: heads marked as heads, spans as they are, named by the title above them, never narrower than what
 * stands in them.
 */

import { evened, layOut, sum } from '../../document/grid.js';
import { emWidth, unbreakableEm } from '../../document/text.js';
import type { Inline, Table, TreeCell } from '../../document/tree.js';

type InlinesHtml = (inlines: readonly Inline[]) => string;

/** `title` is the id of the heading that names the table. */
export function tableHtml(table: Table, title: string | undefined, inlines: InlinesHtml): string {
  const { widths, least } = columnsOf(table);
  const total = sum(widths);
  const columns = widths.map((width) => `<col style="width:${((width / total) * 100).toFixed(2)}%">`).join('');
  const rows = (part: Table['head'], head: boolean) =>
    part.map(({ cells }) => `<tr>${cells.map((cell) => cellHtml(cell, head, inlines)).join('')}</tr>`).join('\n');
  const head = table.head.length > 0 ? `<thead>\n${rows(table.head, true)}\n</thead>\n` : '';
  const name = title === undefined ? ' aria-label="表"' : ` aria-labelledby="${title}"`;
  const width = ` class="${table.style}" style="--em:${least}"`;
  return (
    `<div class="wide" role="group"${name} tabindex="0"><table${name}${width}>\n<colgroup>${columns}</colgroup>\n` +
    `${head}<tbody>\n${rows(table.body, false)}\n</tbody>\n</table></div>`
  );
}

/** Space at both sides of a cell's text, in em. */
const PADDING = 1;
/** A name is broken over lines, but not into pieces shorter than this. */
const SHORTEST_LINE = 8;
/** Nor any other text into pieces shorter than this, em; a crowded head stands on more lines. */
const SHORTEST_PIECE = { usual: 4, crowded: 3 } as const;

/** What fits across an upright page of A4 in 9 pt, em: up to there the columns are as declared. */
const PAGE = 48;
/** Share of its declared width that a column keeps when a neighbour needs room. */
const KEPT = 0.75;

/**
 * The columns, and the least width of the table, em of its own text, at which no figure is broken and no name is set
 * one character a line. Where a page is too narrow for that, columns that need more take it from the others.
 */
function columnsOf(table: Table): { readonly widths: readonly number[]; readonly least: number } {
  const needs = table.widths.map(() => 0);
  const piece = SHORTEST_PIECE[table.widths.length > 12 ? 'crowded' : 'usual'];
  for (const slots of layOut([...table.head, ...table.body], table.widths.length)) {
    for (const { cell, column } of slots) {
      if (cell.columnSpan === 1) needs[column] = Math.max(needs[column] ?? 0, leastEm(cell, piece) + PADDING);
    }
  }
  const declared = sum(table.widths);
  for (let width = Math.ceil(Math.max(PAGE, sum(needs))); ; width += 1) {
    const own = table.widths.map((share) => (share / declared) * width);
    const widths = evened(own, needs, KEPT);
    if (!widths) continue;
    return {
      widths,
      least: Math.ceil(Math.max(...needs.map((need, column) => (need * width) / (widths[column] ?? 1)))),
    };
  }
}

function leastEm({ inlines, scope, indent, bold }: TreeCell, piece: number): number {
  const text = inlines.map((inline) => (inline.kind === 'text' ? inline.text : ' ')).join('');
  const name = Math.min(emWidth(text), scope === 'row' ? SHORTEST_LINE : piece) + indent * 1.2;
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
