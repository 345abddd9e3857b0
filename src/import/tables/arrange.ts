/**
 * Tables of a workbook as the form has them: found by title and heads wherever they stand, in the form's order and
 * columns, in 万元. What is not sure is asked and never guessed.
 */
import type { DocumentBlock, DocumentTable, PublishedDocument, TableRow } from '../../published/document.js';
import { nextItems } from '../../published/match/automaton.js';
import type { FormTableItem } from '../../published/match/form.js';
import type { FormRow, Strip } from '../../published/match/tableForm.js';
import type { ReadPlace } from '../../published/match/types.js';
import type { KnownAmounts } from '../printed.js';
import { type Answers, type Question, unusedAnswer } from './answers.js';
import { answersUsed } from './answersUsed.js';
import { columnQuestions, columnsIn } from './columns.js';
import { checkedLines, mixedTables, otherUnits, yearsNamed } from './contradictions.js';
import { fixedRows, inFixedRows, withTotal } from './fixedRows.js';
import { type FormTableColumns, formColumns } from './formColumns.js';
import { identifyPieces, titleKey } from './identify.js';
import { linesOf, type TableLine } from './lines.js';
import { type Piece, piecesOf } from './pieces.js';
import { isTargetList } from './targets.js';
import { type ReadAmount, type TableUnit, tableUnits, unitsNamed } from './unit.js';

export interface Arranged {
  readonly document: PublishedDocument;
  readonly amounts: KnownAmounts;
  readonly questions: readonly Question[];
  /** What no answer settles, each as a sentence. */
  readonly problems: readonly string[];
  /** What of the file was not used, each as a sentence. */
  readonly notices: readonly string[];
  /** Lists of performance targets. */
  readonly targets: readonly Piece[];
  /** Of the titles, each once. */
  readonly years: readonly number[];
}

interface ArrangedTable {
  readonly unit: TableUnit | undefined;
  readonly form: FormTableColumns;
  readonly lines: readonly TableLine[];
  readonly notes: readonly string[];
}

/** `items`: the form's tables, of the document's year and kind. */
export function arrangeTables(
  document: PublishedDocument,
  items: readonly FormTableItem[],
  answers: Answers,
): Arranged {
  const forms = formColumns(items);
  const titles = new Set(forms.map(({ item }) => titleKey(item.title)));
  const heads = new Set(forms.flatMap(({ columns }) => columns.flatMap((column) => column.heads)));
  const all = piecesOf(document, { heads, isTitle: (text) => titles.has(titleKey(text)) });
  const lists = all.filter(isTargetList);
  const pieces = all.filter((piece) => !lists.includes(piece));
  const { pairs, questions: unknown, others } = identifyPieces(pieces, forms, answers);
  const made = [...pairs].map(([piece, form]) => arrangedTable(piece, form, answers));
  const said = answersUsed(answers, { pieces: all, pairs, forms });
  const absent = forms.filter((form) => !made.some((one) => one.form === form));
  const tables = forms.flatMap((form) => made.filter((one) => one.form === form));
  return {
    ...documentOf(document, tables),
    questions: [...unknown, ...made.flatMap(({ questions }) => questions)],
    problems: [
      ...mixedTables([...pairs.keys()], answers.年度),
      ...said.problems,
      ...made.flatMap(({ problems }) => problems),
    ],
    notices: [
      ...said.notices,
      ...others.map(({ label }) => `“${label}”不是表样中的表，没有用到`),
      ...made.flatMap(({ notices }) => notices),
      ...(absent.length > 0 && made.length > 0
        ? [`没有“${absent.map(({ title }) => title).join('”“')}”，按没有金额处理`]
        : []),
    ],
    targets: lists,
    years: [...yearsNamed([...pairs.keys()]).keys()],
  };
}

interface MadeTable extends ArrangedTable {
  readonly questions: readonly Question[];
  readonly problems: readonly string[];
  readonly notices: readonly string[];
}

function unitOf(piece: Piece, answers: Answers): TableUnit | undefined {
  const answer = answers.金额单位?.[piece.label];
  const known = answer === undefined ? unitsNamed(piece) : [answer];
  return known.length === 1 ? tableUnits.find((unit) => unit === known[0]) : undefined;
}

function arrangedTable(piece: Piece, form: FormTableColumns, answers: Answers): MadeTable {
  const found = columnsIn(piece, form, answers.列?.[piece.label] ?? {});
  const unit = unitOf(piece, answers);
  const read = linesOf(piece, form.columns, found, unit ?? '万元');
  const { lines, ...checked } = checkedLines(read.lines, form, piece.label);
  const rows = form.item.table.strips.map((strip) => stripLines(lines, strip, piece.label, answers));
  const questions = [
    ...(unit === undefined && unitsNamed(piece).length === 0 ? [unitQuestion(piece)] : []),
    ...columnQuestions(piece, form, found),
    ...rows.flatMap((row) => row.questions),
  ];
  const words = (columns: readonly { readonly words: string }[]) => columns.map((column) => column.words).join('”“');
  const notices = [
    ...(found.lacking.length > 0 && found.unknown.length === 0
      ? [`“${piece.label}”没有“${words(found.lacking)}”列，按没有金额处理`]
      : []),
    ...(found.unknown.length > 0 && found.lacking.length === 0
      ? [`“${piece.label}”的“${words(found.unknown)}”列没有用到`]
      : []),
  ];
  return {
    unit,
    form,
    lines: sideBySide(rows.map((row) => row.lines)),
    notes: piece.notes,
    questions,
    problems: [...otherUnits(piece), ...shortened(read.problems), ...checked.problems],
    notices: [...notices, ...checked.notices],
  };
}

/** Where a whole column is no amounts, the first of them say so. */
const mostProblems = 8;
const shortened = (problems: readonly string[]): readonly string[] =>
  problems.length <= mostProblems
    ? problems
    : [...problems.slice(0, mostProblems), `这张表另有 ${problems.length - mostProblems} 格也是这样`];

const unitQuestion = ({ label }: Piece): Question => ({
  kind: '金额单位',
  table: label,
  key: '',
  nearest: '',
  choices: tableUnits,
});

/** A strip's own columns of the lines, its fixed rows as the form has them. */
function stripLines(lines: readonly TableLine[], strip: Strip, label: string, answers: Answers) {
  const isOwn = (column: number) => column >= strip.from && column < strip.to;
  const own = lines
    .map(
      ({ texts, amounts }): TableLine => ({
        texts: new Map([...texts].filter(([column]) => isOwn(column))),
        amounts: new Map([...amounts].filter(([column]) => isOwn(column))),
      }),
    )
    .filter(({ texts, amounts }) => texts.size + amounts.size > 0);
  const fixed = fixedRows(strip);
  if (fixed !== undefined) return inFixedRows(own, fixed, label, answers.行?.[label] ?? {});
  const used = own.filter(
    ({ texts }) => ![...texts.values()].some((text) => answers.行?.[label]?.[text] === unusedAnswer),
  );
  return { lines: withTotal(used, strip, isTotalOnTop(strip)), questions: [] };
}

/** The form prints the total before the list. */
function isTotalOnTop({ rows }: Strip): boolean {
  const isPlain = ({ cells }: FormRow) =>
    cells.every(({ hole, words }) => words !== undefined || hole?.helper !== 'text');
  const total = nextItems(rows, 0).find(({ item }) => isPlain(item));
  return total !== undefined && nextItems(rows, total.to).length > 0;
}

/** Lists that stand side by side in one table. */
function sideBySide(strips: readonly (readonly TableLine[])[]): TableLine[] {
  const height = Math.max(0, ...strips.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) => ({
    texts: new Map(strips.flatMap((lines) => [...(lines[at]?.texts ?? [])])),
    amounts: new Map(strips.flatMap((lines) => [...(lines[at]?.amounts ?? [])])),
  }));
}

/**
 * Where nothing is left blank, 0.00 is what prints of the little that there is (FORM money-1); where zeros are written
 * out, it is nothing.
 */
function writesZeros(tables: readonly ArrangedTable[]): boolean {
  const lines = tables.flatMap((table) => table.lines.map((line) => ({ line, form: table.form })));
  const zeros = lines.flatMap(({ line }) => [...line.amounts.values()].filter(isZero)).length;
  const cells = lines.reduce((sum, { form }) => sum + form.columns.filter(({ kind }) => kind === 'money').length, 0);
  const filled = lines.reduce(
    (sum, { line }) => sum + [...line.amounts.values()].filter(({ text }) => text !== '').length,
    0,
  );
  return zeros * fewZeros > cells - filled;
}
const fewZeros = 10;
const isZero = ({ text, fen }: ReadAmount): boolean => fen === 0n && text !== '';

const withoutZeros = ({ texts, amounts }: TableLine): TableLine => ({
  texts,
  amounts: new Map([...amounts].filter(([, amount]) => !isZero(amount))),
});

/** Each table below its title, in the form's own head. */
function documentOf(document: PublishedDocument, found: readonly ArrangedTable[]) {
  const blocks: DocumentBlock[] = [];
  const exact = new Map<string, bigint>();
  const tables = writesZeros(found)
    ? found.map((table) => ({ ...table, lines: table.lines.map(withoutZeros) }))
    : found;
  const paragraph = (text: string) => blocks.push({ kind: 'paragraph', text, level: 0, index: blocks.length });
  for (const { form, lines, notes } of tables) {
    paragraph(form.item.title);
    const head = headRows(form);
    const table = { kind: 'table', columns: form.columns.length, index: blocks.length } as const;
    lines.forEach(({ amounts }, row) => {
      for (const [column, { text, fen }] of amounts) {
        if (text !== '' && fen !== 0n) exact.set(placeKey(table.index, head.length + row, column), fen);
      }
    });
    blocks.push({
      ...table,
      rows: [...head, ...lines.map((line) => rowOf(line, form.columns.length))],
    } satisfies DocumentTable);
    for (const note of notes) paragraph(note);
  }
  return {
    document: { ...document, blocks },
    amounts: {
      inYuan: found.length > 0 && found.every(({ unit }) => unit === '元'),
      at: ({ block, row, column }: ReadPlace) => exact.get(placeKey(block, row ?? -1, column ?? -1)),
    },
  };
}

const placeKey = (block: number, row: number, column: number): string => `${block} ${row} ${column}`;

const cellOf = (text: string, column: number) => ({ text, column, columnSpan: 1, rowSpan: 1 });

function headRows({ item }: FormTableColumns): TableRow[] {
  const { heads } = item.table;
  const height = Math.max(...heads.map((own) => own.length));
  return Array.from({ length: height }, (_, row) => ({
    head: true,
    cells: heads.map((own, column) => cellOf(own[row] ?? '', column)),
  }));
}

function rowOf({ texts, amounts }: TableLine, columns: number): TableRow {
  const cells = Array.from({ length: columns }, (_, column) =>
    cellOf(texts.get(column) ?? amounts.get(column)?.text ?? '', column),
  );
  return { head: false, cells };
}
