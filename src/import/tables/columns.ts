/** Which column of a table is which column of the form: by its heads, or as an officer has said. */
import { alike } from '../../vocabulary/likeness.js';
import { isCodeHead } from '../officeCodes.js';
import { type Question, unusedAnswer } from './answers.js';
import { type FormColumn, type FormTableColumns, headKey } from './formColumns.js';
import type { Piece } from './pieces.js';

export interface TheirColumn {
  readonly index: number;
  readonly heads: readonly string[];
  /** As an officer sees it. */
  readonly words: string;
}

export interface ColumnsFound {
  /** By their column: that of the form. */
  readonly of: ReadonlyMap<number, FormColumn>;
  /** One column that has the whole code where the form has one for each part. */
  readonly code: number | undefined;
  /** Columns with something in them that nothing explains. */
  readonly unknown: readonly TheirColumn[];
  /** Columns of the form that the table does not have. */
  readonly lacking: readonly FormColumn[];
}

/** Of a table that has no head above a column, the column by its number. */
const wordsOf = (heads: readonly string[], index: number): string =>
  heads.length > 0 ? heads.map((text) => text.replaceAll(/\s/g, '')).join('／') : `第${index + 1}列`;

/** The columns in which something stands; those of one name are told apart by their numbers. */
export function columnsOfPiece({ heads, rows }: Piece): TheirColumn[] {
  const names = heads.map(wordsOf);
  return heads.flatMap((own, index) => {
    const isUsed = rows.some((row) => row[index] !== undefined);
    const name = names[index] ?? '';
    const words = names.indexOf(name) === names.lastIndexOf(name) ? name : `${name}（第${index + 1}列）`;
    return isUsed || own.length > 0 ? [{ index, heads: own.map(headKey), words }] : [];
  });
}

const lastOf = ({ heads }: { readonly heads: readonly string[] }): string => heads.at(-1) ?? '';
const upperOf = ({ heads }: { readonly heads: readonly string[] }): string => heads.slice(0, -1).join('');
const pathOf = ({ heads }: { readonly heads: readonly string[] }): string => heads.join('/');

/** What stands above two heads that read alike must not be of something else. */
const leastUpper = 0.2;

/** Of columns with the same lowest head, the one whose upper heads are alike; undefined when several or none are. */
function byLowest(their: TheirColumn, open: readonly FormColumn[], rivals: number): FormColumn | undefined {
  const same = open.filter((column) => lastOf(column) === lastOf(their) && lastOf(their) !== '');
  const like = (column: FormColumn) => {
    const [ours, theirs] = [upperOf(column), upperOf(their)];
    return ours === '' || theirs === '' ? leastUpper : alike(ours, theirs);
  };
  const fitting = same.filter((column) => like(column) >= leastUpper).sort((a, b) => like(b) - like(a));
  const [best, second] = fitting;
  if (best === undefined || (second !== undefined && like(best) === like(second))) return undefined;
  return rivals === 1 || like(best) > leastUpper ? best : undefined;
}

/** `said`: what an officer has answered, by their own words. Answers that are no words of the form count as none. */
export function columnsIn(
  piece: Piece,
  { columns }: FormTableColumns,
  said: Readonly<Record<string, string>>,
): ColumnsFound {
  const theirs = columnsOfPiece(piece);
  const of = new Map<number, FormColumn>();
  const notUsed = new Set<number>();
  const isFilled = ({ index }: TheirColumn) => piece.rows.some((row) => row[index] !== undefined);
  const isOpen = (column: FormColumn) => ![...of.values()].includes(column);
  const open = () => columns.filter(isOpen);
  const left = () => theirs.filter(({ index }) => !of.has(index) && !notUsed.has(index));
  for (const their of theirs) {
    const answer = said[their.words];
    const meant = answer === undefined ? undefined : columnMeant(answer, columns);
    if (answer === unusedAnswer) notUsed.add(their.index);
    else if (meant && isOpen(meant)) of.set(their.index, meant);
  }
  const twins = twinsAmong(left().filter(isFilled), open());
  for (const their of left().filter(({ index }) => !twins.has(index))) {
    const same = open().find((column) => pathOf(column) === pathOf(their));
    if (same) of.set(their.index, same);
  }
  for (const their of left().filter(({ index }) => !twins.has(index))) {
    const rivals = left().filter((other) => lastOf(other) === lastOf(their)).length;
    const found = byLowest(their, open(), rivals);
    if (found) of.set(their.index, found);
  }
  const parts = open().filter(({ kind }) => kind === 'class' || kind === 'group' || kind === 'item');
  const code = parts.some(({ kind }) => kind === 'class') ? codeColumn(piece, left()) : undefined;
  const lacking = open().filter((column) => code === undefined || !parts.includes(column));
  return { of, code, lacking, unknown: left().filter((their) => their.index !== code && isFilled(their)) };
}

/** Columns that are called alike from top to bottom, more of them than the form has: nobody can tell which is meant. */
function twinsAmong(theirs: readonly TheirColumn[], open: readonly FormColumn[]): ReadonlySet<number> {
  const count = (of: readonly { readonly heads: readonly string[] }[], path: string) =>
    of.filter((one) => pathOf(one) === path).length;
  const twins = theirs.filter((their) => {
    const [here, ours] = [count(theirs, pathOf(their)), count(open, pathOf(their))];
    return pathOf(their) !== '' && ours > 0 && here > ours;
  });
  return new Set(twins.map(({ index }) => index));
}

/** The column that an officer means: by its whole words, or by the lowest where only one column has it. */
export function columnMeant(answer: string, columns: readonly FormColumn[]): FormColumn | undefined {
  const key = headKey(answer);
  const whole = columns.find(({ words }) => headKey(words) === key);
  const lowest = columns.filter((column) => lastOf(column) === key);
  return whole ?? (lowest.length === 1 ? lowest[0] : undefined);
}

/** A column of whole codes: its head says so, or every row of it that is filled has one. */
function codeColumn({ rows }: Piece, theirs: readonly TheirColumn[]): number | undefined {
  const named = theirs.find((their) => isCodeHead(lastOf(their)));
  if (named) return named.index;
  return theirs.find(({ index }) => {
    const texts = rows.flatMap((row) => row[index]?.text ?? []);
    return (
      texts.length > 0 &&
      texts.every((text) => /^\d{3}(\d{2}){0,2}$/.test(text)) &&
      texts.some((text) => text.length > 3)
    );
  })?.index;
}

/** What is not known of a table's columns: asked as long as the form has columns that it lacks. */
export function columnQuestions(piece: Piece, form: FormTableColumns, { unknown, lacking }: ColumnsFound): Question[] {
  if (lacking.length === 0) return [];
  return unknown.map((their) => ({
    kind: '列',
    table: piece.label,
    key: their.words,
    nearest: nearestOf(their, lacking),
    choices: [...form.columns.filter(({ heads }) => heads.length > 0).map(({ words }) => words), unusedAnswer],
  }));
}

const leastLikeness = 0.15;

function nearestOf(their: TheirColumn, lacking: readonly FormColumn[]): string {
  const like = (column: FormColumn) =>
    0.7 * alike(lastOf(column), lastOf(their)) + 0.3 * alike(pathOf(column), pathOf(their));
  const [best] = [...lacking].sort((a, b) => like(b) - like(a));
  return best && like(best) >= leastLikeness ? best.words : '';
}
