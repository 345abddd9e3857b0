/** A workbook of tables, ours or a finance system's, read with the form: or what has to be known before it can be. */
import type { Editions } from '../../document/edition.js';
import type { PublishedDocument } from '../../published/document.js';
import { type CoverRead, formTables, identifyDocument, type Match, match } from '../../published/match/index.js';
import type { KnownAmounts } from '../printed.js';
import { type Answers, coverKinds, type Question } from './answers.js';
import { arrangeTables } from './arrange.js';
import type { Piece } from './pieces.js';

export type { Answers, Question } from './answers.js';
export { answersFile, questionText } from './answers.js';
export { answersIn } from './answersIn.js';
export { withTargets } from './targets.js';

export interface TablesRead {
  /** Of the tables in the form's order and columns. */
  readonly match: Match;
  readonly document: PublishedDocument;
  readonly amounts: KnownAmounts;
  readonly questions: readonly Question[];
  readonly problems: readonly string[];
  readonly notices: readonly string[];
  /** Lists of performance targets. */
  readonly targets: readonly Piece[];
}

function answeredCover({ 年度, 公开类型, 名称 }: Answers): Partial<CoverRead> {
  const kind = coverKinds.find((one) => one === 公开类型);
  return {
    ...(年度 !== undefined && /^20\d\d$/.test(年度) && { year: Number(年度) }),
    ...(kind && { kind }),
    ...(名称 !== undefined && { name: 名称 }),
  };
}

/** `name`: of the file, which may say the year. */
function coverQuestions(cover: CoverRead, name: string, editions: Editions): Question[] {
  const asked = (kind: Question['kind'], nearest: string, choices: readonly string[]): Question => ({
    ...{ kind, table: '', key: '', nearest, choices },
  });
  const year = /20\d\d/.exec(name)?.[0] ?? '';
  return [
    ...(cover.year === undefined ? [asked('年度', year, editions.years.map(String))] : []),
    ...(cover.kind === undefined ? [asked('公开类型', '', coverKinds)] : []),
    ...(cover.name === undefined || cover.name === '' ? [asked('名称', '', [])] : []),
  ];
}

/**
 * `name`: of the file. As long as there are questions or problems, the match is none to make a workbook of. Throws
 * EditionError and TemplateError.
 */
export function matchTables(
  document: PublishedDocument,
  name: string,
  editions: Editions,
  answers: Answers,
): TablesRead {
  const { edition, cover } = identifyDocument(document, editions, answeredCover(answers));
  const items = formTables(edition, cover);
  const { document: inOrder, years, ...tables } = arrangeTables(document, items, answers);
  const [titled] = years;
  if (cover.year === undefined && titled !== undefined && years.length === 1)
    return matchTables(document, name, editions, { ...answers, 年度: String(titled) });
  const who = { ...cover, year: cover.year ?? edition.year, kind: cover.kind ?? '单位', name: cover.name ?? '' };
  return {
    ...tables,
    document: inOrder,
    match: match(inOrder, editions, who),
    questions: [...coverQuestions(cover, name, editions), ...tables.questions],
  };
}
