/**
 * The files that an office has for one workbook (a document, tables, lists of targets): which is what, what has to be
 * asked before there is a workbook, or why there is none. For the command line and the page alike.
 */
import type { Edition, Editions } from '../document/edition.js';
import { type ImportedMatch, importMatch } from '../import/index.js';
import { type OfficeCodes, withOfficeCodes } from '../import/officeCodes.js';
import { refusal, unprovenReason } from '../import/refusal.js';
import { type Answers, matchTables, type Question, type TablesRead, withTargets } from '../import/tables/index.js';
import { joinedDocument, type NamedDocument } from '../import/tables/several.js';
import { combinedDraft } from '../import/together.js';
import type { PublishedDocument } from '../published/document.js';
import { type Match, match } from '../published/match/index.js';
import { nameKey } from '../vocabulary/names.js';
import { codesNotices } from './codes.js';

/** What is read along with the files. */
export interface Beside {
  readonly answers: Answers;
  /** The office's own list of codes. */
  readonly codes?: OfficeCodes | undefined;
}

/** One source of a workbook. */
interface Source {
  readonly imported: ImportedMatch;
  readonly matched: Match;
  readonly edition: Edition;
}

export interface Intake extends Source {
  /** Names of the files, for the officer. */
  readonly source: string;
  /** What of them was not used, each as a sentence. */
  readonly notices: readonly string[];
  /** The one document that the workbook is made of; undefined where tables have a part in it. */
  readonly document?: PublishedDocument;
}

interface Refused {
  readonly state: 'refused';
  /** A whole sentence. */
  readonly sentence: string;
  /** These files do not go together, whatever is in them. */
  readonly isChoice?: true;
}

export type Taken =
  | { readonly state: 'read'; readonly intake: Intake }
  /** `notices`: answers that say nothing of these files, each as a sentence. */
  | { readonly state: 'asked'; readonly questions: readonly Question[]; readonly notices: readonly string[] }
  | Refused;

const refused = (sentence: string): Refused => ({ state: 'refused', sentence });
const badChoice = (sentence: string): Refused => ({ ...refused(sentence), isChoice: true });

function documentSource({ name, document }: NamedDocument, { codes }: Beside, editions: Editions): Source | Refused {
  const matched = match(document, editions);
  const why = refusal(matched, document);
  if (why !== undefined) return refused(`“${name}”${why}没有生成工作簿。`);
  const edition = withOfficeCodes(matched.edition, codes);
  const imported = importMatch(matched, edition);
  const half = unprovenReason(imported.proof);
  if (half !== undefined) return refused(`“${name}”${half}没有生成工作簿。`);
  return { matched, edition, imported };
}

/** `files`: as they were opened, with their names. Throws EditionError and TemplateError. */
export function takeIn(files: readonly NamedDocument[], beside: Beside, editions: Editions): Taken {
  const taken = sorted(files, beside, editions);
  if (taken.state !== 'read') return taken;
  const own = files.flatMap(({ document }) => document.notices);
  const notices = [...own, ...codesNotices(beside.codes), ...taken.intake.notices];
  return { ...taken, intake: { ...taken.intake, notices } };
}

function sorted(files: readonly NamedDocument[], beside: Beside, editions: Editions): Taken {
  const tables = files.filter(({ document }) => document.format === 'xlsx');
  const [document, more] = files.filter((one) => !tables.includes(one));
  if (more !== undefined) return badChoice('请只选一份文档，或今年的各表（.xlsx）加去年的文档。');
  const source = files.map(({ name }) => name).join('”和“');
  const last = document && documentSource(document, beside, editions);
  if (last && 'state' in last) return last;
  if (tables.length > 0) return withTables(tables, last, { beside, source, editions });
  if (!document || !last) return badChoice('请选择要导入的文档。');
  return { state: 'read', intake: { ...last, source, notices: [], document: document.document } };
}

interface Around {
  readonly beside: Beside;
  readonly source: string;
  readonly editions: Editions;
}

function withTables(
  tables: readonly NamedDocument[],
  last: Source | undefined,
  { beside, source, editions }: Around,
): Taken {
  const names = tables.map(({ name }) => name);
  const read = matchTables(joinedDocument(tables), names.join('、'), editions, beside.answers);
  const hasTables = read.match.tables.some(({ blocks }) => blocks.length > 0);
  if (!hasTables && read.targets.length > 0) {
    if (last !== undefined) return { state: 'read', intake: { ...targeted(last, read), source } };
    return refused(`“${names.join('”“')}”里只有绩效目标，请连同今年的各表或公开文档一起导入。`);
  }
  const why = refusal(read.match, read.document);
  if (read.problems.length > 0) return refused(`${read.problems.join('；\n')}。请先改好，没有生成工作簿。`);
  if (read.questions.length > 0) return { state: 'asked', questions: read.questions, notices: read.notices };
  if (why !== undefined) return refused(`“${names.join('”“')}”${why}没有生成工作簿。`);
  const edition = withOfficeCodes(read.match.edition, beside.codes);
  const now: Source = { matched: read.match, edition, imported: importMatch(read.match, edition, read.amounts) };
  const half = unprovenReason(now.imported.proof);
  if (half !== undefined) return refused(`“${names.join('”“')}”${half}没有生成工作簿。`);
  const together = last ? both(now, last) : now;
  if ('state' in together) return together;
  return { state: 'read', intake: { ...targeted(together, read), source } };
}

/** With the performance targets that the tables have in lists of their own. */
function targeted(source: Source, { targets, notices }: TablesRead): Source & Pick<Intake, 'notices'> {
  const { imported, edition, matched } = source;
  const { draft, notices: more } = withTargets(imported.draft, targets, edition, matched.name);
  return { ...source, imported: { ...imported, draft }, notices: [...notices, ...more] };
}

/** Refused unless both are of one office and of neighbouring years. */
function both(tables: Source, document: Source): Source | Refused {
  const [now, last] = [tables.matched.year, document.matched.year];
  if (last !== now - 1) return refused(`各表是 ${now} 年的，文档是 ${last} 年的，不是相邻的两年，没有生成工作簿。`);
  const [whose, other] = [tables.matched.name, document.matched.name];
  if (nameKey(whose) !== nameKey(other))
    return refused(`各表是“${whose}”的，文档是“${other}”的，不是同一家，没有生成工作簿。`);
  const before = { draft: document.imported.draft, who: document.matched, edition: document.edition };
  const draft = combinedDraft(tables.imported.draft, before, tables.edition);
  return { ...tables, imported: { ...tables.imported, draft } };
}
