/** Whether each answer of an officer says something of these tables: what does not is told, never passed over. */
import { grouped } from '../../model/grouped.js';
import { type Answers, unusedAnswer } from './answers.js';
import { columnMeant, columnsOfPiece } from './columns.js';
import { type FixedRow, fixedRows, rowMeant } from './fixedRows.js';
import type { FormTableColumns } from './formColumns.js';
import { tableMeant } from './identify.js';
import type { Piece } from './pieces.js';
import { unitsNamed } from './unit.js';

/** The tables that the answers are about. */
export interface Answered {
  /** All of the files, lists of targets too. */
  readonly pieces: readonly Piece[];
  readonly pairs: ReadonlyMap<Piece, FormTableColumns>;
  readonly forms: readonly FormTableColumns[];
}

export interface AnswersUsed {
  /** Answers that cannot be: no workbook before they are mended. */
  readonly problems: readonly string[];
  /** Answers about what these files do not have. */
  readonly notices: readonly string[];
}

const quoted = (words: readonly string[]): string => words.map((one) => `“${one}”`).join('、');
const have = (words: readonly string[]): string => (words.length === 0 ? '' : `（有${quoted(words)}）`);
const cannot = (where: string, answer: string, choices: readonly string[]): string =>
  `对应文件中${where}写的“${answer}”不能用，可以写${quoted([...choices, unusedAnswer])}`;

const notHere = ({ label }: Piece, kind: '列' | '行', words: readonly string[], there: string): string[] =>
  words.length === 0 ? [] : [`对应文件中“${label}”的${kind}${quoted(words)}，这张表里没有${there}，没有用到`];

/** Each of these in the words of the file, and what they mean; two for one are told. */
function twoForOne<T>(table: string, said: Readonly<Record<string, string>>, meant: (answer: string) => T | undefined) {
  const byTarget = grouped(Object.keys(said), (key) => meant(said[key] ?? ''));
  return [...byTarget]
    .filter(([target, keys]) => target !== undefined && keys.length > 1)
    .map(
      ([, keys]) =>
        `对应文件中“${table}”的${quoted(keys)}都写成“${said[keys[0] ?? '']}”，只能有一个，其余请写“${unusedAnswer}”`,
    );
}

function ofColumns(
  piece: Piece,
  form: FormTableColumns | undefined,
  said: Readonly<Record<string, string>>,
): AnswersUsed {
  const own = columnsOfPiece(piece).map(({ words }) => words);
  const unknown = Object.keys(said).filter((key) => !own.includes(key));
  const notices = notHere(piece, '列', unknown, have(own));
  if (form === undefined) return { problems: [], notices };
  const words = form.columns.filter(({ heads }) => heads.length > 0).map((column) => column.words);
  const here = Object.fromEntries(Object.entries(said).filter(([key]) => own.includes(key)));
  const meant = (answer: string) => columnMeant(answer, form.columns);
  const wrong = Object.entries(here).filter(([, answer]) => answer !== unusedAnswer && meant(answer) === undefined);
  return {
    problems: [
      ...wrong.map(([key, answer]) => cannot(`“${piece.label}”的列“${key}”`, answer, words)),
      ...twoForOne(piece.label, here, meant),
    ],
    notices,
  };
}

function ofRows(piece: Piece, form: FormTableColumns | undefined, said: Readonly<Record<string, string>>): AnswersUsed {
  const own = new Set(piece.rows.flatMap((row) => row.flatMap((cell) => cell?.text ?? [])));
  const unknown = Object.keys(said).filter((key) => !own.has(key));
  const notices = notHere(piece, '行', unknown, '');
  if (form === undefined) return { problems: [], notices };
  const fixed: readonly FixedRow[] = form.item.table.strips.flatMap((strip) => fixedRows(strip) ?? []);
  const here = Object.fromEntries(Object.entries(said).filter(([key]) => own.has(key)));
  const meant = (answer: string) => rowMeant(answer, fixed);
  const wrong = Object.entries(here).filter(([, answer]) => answer !== unusedAnswer && meant(answer) === undefined);
  const words = fixed.map((row) => row.words);
  return {
    problems: [
      ...wrong.map(([key, answer]) => cannot(`“${piece.label}”的行“${key}”`, answer, words)),
      ...twoForOne(piece.label, here, meant),
    ],
    notices,
  };
}

/** A unit that the table itself says otherwise would make every amount another one. */
function ofUnit(piece: Piece, answer: string): string[] {
  const named = unitsNamed(piece);
  if (named.length === 0 || named.includes(answer)) return [];
  return [`对应文件中“${piece.label}”的金额单位写的是“${answer}”，表上注明的是${quoted(named)}，请改成一致`];
}

/** `answers`: as they were read of the file, each entry a text. */
export function answersUsed(answers: Answers, { pieces, pairs, forms }: Answered): AnswersUsed {
  const labels = pieces.map(({ label }) => label);
  const titles = forms.map(({ title }) => title);
  const problems: string[] = [];
  const notices: string[] = [];
  for (const kind of ['表', '金额单位', '列', '行'] as const) {
    for (const [label, said] of Object.entries(answers[kind] ?? {})) {
      const piece = pieces.find((one) => one.label === label);
      const form = piece && pairs.get(piece);
      if (piece === undefined)
        notices.push(`对应文件中“${kind}”里的“${label}”，这次的文件里没有这张表${have(labels)}，没有用到`);
      else if (typeof said !== 'string') {
        const used = kind === '列' ? ofColumns(piece, form, said) : ofRows(piece, form, said);
        problems.push(...used.problems);
        notices.push(...used.notices);
      } else if (kind === '金额单位') problems.push(...ofUnit(piece, said));
      else if (said !== unusedAnswer && tableMeant(said, forms) === undefined)
        problems.push(cannot(`的表“${label}”`, said, titles));
    }
  }
  return { problems, notices };
}
