/** Which table of a workbook is which of the form: as an officer has said, by its title, by its heads. */
import { charactersOf } from '../../published/match/characters.js';
import { alike } from '../../vocabulary/likeness.js';
import { type Answers, type Question, unusedAnswer } from './answers.js';
import { columnsIn, columnsOfPiece } from './columns.js';
import type { FormTableColumns } from './formColumns.js';
import type { Piece } from './pieces.js';

/** A title as it is compared: without number, year, and whose it is. */
export function titleKey(text: string): string {
  return charactersOf(text)
    .text.replace(/^附?(?:表|附件)?[\d一二三四五六七八九十]+(?:[-.]\d+)*[、.:]?(?:表)?/, '')
    .replace(/^20\d\d年(?:度)?/, '')
    .replace(/\(?(?:公开|预算)\d+表\)?/, '')
    .replace(/(?:部门|单位)/g, '')
    .replace(/(?:表|\(.*\))$/, '');
}

interface Likely {
  readonly form: FormTableColumns;
  readonly title: number;
  readonly heads: number;
}

/** 1: the title of the form; less where one holds the other, or they are only alike. */
function titleLikeness(piece: Piece, form: FormTableColumns): number {
  const own = titleKey(form.item.title);
  const titles = [...piece.above, piece.sheet].map(titleKey).filter((title) => title.length > 3);
  const like = (title: string) => {
    if (title === own) return 1;
    if (title.includes(own)) return 0.95;
    return own.includes(title) ? 0.8 : 0.8 * alike(title, own);
  };
  return Math.max(0, ...titles.map(like));
}

/** The share of the form's columns that the table has, and of the table's that the form has. */
function headLikeness(piece: Piece, form: FormTableColumns): number {
  const { of, lacking, code } = columnsIn(piece, form, {});
  const theirs = columnsOfPiece(piece).length;
  const found = of.size + (code === undefined ? 0 : 1);
  return (2 * found) / Math.max(1, theirs + found + lacking.length);
}

export interface Identified {
  readonly pairs: ReadonlyMap<Piece, FormTableColumns>;
  readonly questions: readonly Question[];
  /** Tables that are none of the form's. */
  readonly others: readonly Piece[];
}

const sureTitle = 0.95;
const sureHeads = 0.85;
const leastLead = 0.1;
/** Below it a table has nothing of the form. */
const leastHeads = 0.35;

/** The table that it surely is. */
function sure(likely: readonly Likely[]): FormTableColumns | undefined {
  const titled = likely.filter(({ title, heads }) => title >= sureTitle && heads >= leastHeads);
  const [first, second] = [...titled].sort((a, b) => b.title - a.title);
  if (first && (second === undefined || second.title < first.title)) return first.form;
  if (first) return undefined;
  const [best, next] = [...likely].sort((a, b) => b.heads - a.heads);
  const isClear = best !== undefined && best.heads >= sureHeads && best.heads - (next?.heads ?? 0) >= leastLead;
  return isClear ? best.form : undefined;
}

const score = ({ title, heads }: Likely): number => title + heads;

/** The table that an officer means, with its number or without. */
export const tableMeant = (answer: string, forms: readonly FormTableColumns[]): FormTableColumns | undefined =>
  forms.find(({ title, item }) => [title, item.title].includes(answer));

/** Two tables that would be the same one of the form are asked for, both of them. */
export function identifyPieces(
  pieces: readonly Piece[],
  forms: readonly FormTableColumns[],
  answers: Answers,
): Identified {
  const choices = [...forms.map(({ title }) => title), unusedAnswer];
  const found = pieces.map((piece) => {
    const likely = forms.map((form) => ({
      form,
      title: titleLikeness(piece, form),
      heads: headLikeness(piece, form),
    }));
    const [best] = [...likely].sort((a, b) => score(b) - score(a));
    const answer = answers.表?.[piece.label];
    const meant = tableMeant(answer ?? '', forms);
    const isUnused =
      answer === unusedAnswer || (best !== undefined && best.heads < leastHeads && best.title < sureTitle);
    return {
      piece,
      best,
      isUnused: isUnused && meant === undefined,
      form: meant ?? sure(likely),
      isSaid: meant !== undefined,
    };
  });
  const used = found.filter(({ isUnused }) => !isUnused);
  const isTwice = ({ form }: (typeof found)[number]) => used.filter((other) => other.form === form).length > 1;
  const asked = used.filter((one) => one.form === undefined || isTwice(one));
  const known = used.filter((one) => !asked.includes(one));
  return {
    pairs: new Map(known.flatMap(({ piece, form }) => (form ? [[piece, form] as const] : []))),
    questions: asked.map(({ piece, best }) => ({
      kind: '表',
      table: piece.label,
      key: '',
      nearest: best?.form.title ?? '',
      choices,
    })),
    others: found.filter(({ isUnused }) => isUnused).map(({ piece }) => piece),
  };
}
