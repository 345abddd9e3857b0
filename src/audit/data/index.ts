/**
 * The data of a published document, in the fields in which those of our own documents are written (docs/data.md). What
 * the document does not say is blank: 元 where only 万元 is printed, the id of a figure whose names were not read.
 */
import type { PublishedDocument } from '../../published/document.js';
import type { Match, PrintedValue } from '../../published/match/types.js';
import { dateRows, numbered } from '../../writers/data/dataOf.js';
import type { DataRow, PublishedData } from '../../writers/data/fields.js';
import { withUnits } from '../../writers/data/unitRows.js';
import { figureRows, numberOf } from './figureRows.js';
import { goalRows, indicatorRows } from './indicatorRows.js';
import { figuresOf } from './known.js';
import { tableCells } from './tableCells.js';
import { textRows, titlesIn } from './textRows.js';

/** Amounts as printed, in 万元. The document must have been recognised, in 万元, with a name (`misread`). */
export function dataOfPublished(document: PublishedDocument, match: Match): PublishedData {
  const known = figuresOf(match);
  const cells = tableCells(document, match);
  const words = new Map(cells.flatMap(({ value, words: own }) => (value ? [[value, own] as const] : [])));
  const outside = wordsOutside(document, match);
  const placed = match.values.map((value) => ({ value, words: words.get(value) ?? outside(value) }));
  return {
    year: String(match.year),
    entity: match.name,
    kind: match.kind,
    figures: figureRows(placed, known, directionsOf(match)),
    tables: numbered(
      withUnits(
        cells.map(({ words: own, text, value }): DataRow => {
          if (!value || numberOf(text) === '') return { ...own, text };
          return { ...own, text, value: numberOf(text), figure: known(value.path)?.id ?? '' };
        }),
        unitNames(match),
      ),
    ),
    indicators: numbered(indicatorRows(match)),
    goals: numbered(goalRows(match)),
    texts: numbered([...textRows(document, match), ...dateRows(dateOf(match))]),
  };
}

const dateOf = ({ values }: Match): string => values.find(({ path }) => path === 'date')?.text ?? '';

/** Units that have rows of their own in tables. */
const unitNames = ({ values }: Match): string[] =>
  values
    .filter(
      ({ hole, path }) => hole === 'text' && /^(projectUnits|(commissioned|carryOver)\.units)\[\d+\]\.name$/.test(path),
    )
    .map(({ text }) => text);

/** Of a value in the text or in a performance table: the heading above, and what stands before it in its row. */
function wordsOutside(document: PublishedDocument, match: Match): (value: PrintedValue) => DataRow {
  const titleOf = titlesIn(document, match);
  return ({ at }) => {
    const block = document.blocks[at.block];
    const before =
      block?.kind === 'table' ? block.rows[at.row ?? 0]?.cells.filter((cell) => cell.column < (at.column ?? 0)) : [];
    const title = titleOf(at.block);
    return block?.kind === 'table' ? { title, row: before?.at(-1)?.text.trim() ?? '' } : { title };
  };
}

/** What the words beside a comparison say; undefined where they say nothing, or both. */
function directionsOf({ flags }: Match): (comparison: string) => boolean | undefined {
  const said = new Map<string, boolean | undefined>();
  for (const { path, holds } of flags)
    if (path.endsWith('.increased')) said.set(path, !said.has(path) || said.get(path) === holds ? holds : undefined);
  return (comparison) => said.get(`${comparison}.increased`);
}
