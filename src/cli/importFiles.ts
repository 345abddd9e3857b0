/** The files that `import` is given: which is what, and what has to be asked before there is a workbook. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Imported, importMatch } from '../import/index.js';
import { refusal } from '../import/refusal.js';
import {
  type Answers,
  answersFile,
  matchTables,
  parseAnswers,
  type Question,
  questionText,
  type TablesRead,
  withTargets,
} from '../import/tables/index.js';
import { joinedDocument } from '../import/tables/several.js';
import { combinedDraft } from '../import/together.js';
import type { Edition, Editions } from '../index.js';
import type { PublishedDocument } from '../published/document.js';
import { type Match, match } from '../published/match/index.js';
import { CommandError, exitCodes } from '../terminal/exit.js';
import { readInput } from '../terminal/files.js';
import { openAny } from '../terminal/published.js';
import { nameKey } from '../vocabulary/names.js';
import { withCodes } from './codesFile.js';

export interface FilesToImport {
  readonly documents: readonly string[];
  readonly codes?: string | undefined;
  readonly map?: string | undefined;
}

interface Opened {
  readonly path: string;
  readonly name: string;
  readonly document: PublishedDocument;
}

/** One source of a workbook. */
interface Source {
  readonly imported: Imported;
  readonly matched: Match;
  readonly edition: Edition;
}

export interface ImportedFiles extends Source {
  /** Names of the files, for the officer. */
  readonly source: string;
  /** What of them was not used, each as a sentence. */
  readonly notices: readonly string[];
  /** The one document that the workbook is made of; undefined where tables have a part in it. */
  readonly document?: PublishedDocument;
}

/** What has to be answered first, and the file that the answers go into. */
export interface Asked {
  readonly questions: readonly Question[];
  readonly mapPath: string;
  /** Of the file, with the nearest answers in place; undefined where an officer's own is kept. */
  readonly mapText: string | undefined;
}

const unreadable = (message: string) => new CommandError(message, exitCodes.unreadable);

async function opened(path: string): Promise<Opened> {
  const file = readInput(path);
  const result = await openAny(file);
  if (!result.ok) throw unreadable(result.findings.map(({ message }) => message).join('\n'));
  return { path, name: file.name, document: result.document };
}

function answersIn(map: string | undefined): Answers {
  if (map === undefined || !existsSync(map)) return {};
  const answers = parseAnswers(new TextDecoder().decode(readInput(map).bytes));
  if (answers === undefined)
    throw unreadable(`“${map}”不是导入时写下的对应文件，请删去它重新导入，再照新写下的文件改。`);
  return answers;
}

function documentSource({ name, document }: Opened, codes: string | undefined, editions: Editions): Source {
  const matched = match(document, editions);
  const refused = refusal(matched, document);
  if (refused !== undefined) throw unreadable(`“${name}”${refused}没有生成工作簿。`);
  const edition = withCodes(matched.edition, codes);
  return { matched, edition, imported: importMatch(matched, edition) };
}

/** Throws CommandError (2, 3) for files that give no workbook. */
export async function importedFiles(files: FilesToImport, editions: Editions): Promise<ImportedFiles | Asked> {
  const all = await Promise.all(files.documents.map(opened));
  const tables = all.filter(({ document }) => document.format === 'xlsx');
  const [document, more] = all.filter((one) => !tables.includes(one));
  if (more !== undefined) throw new CommandError('请写一份文档，或今年的各表（.xlsx）加去年的文档。', exitCodes.usage);
  const source = all.map(({ name }) => name).join('”和“');
  const last = document && documentSource(document, files.codes, editions);
  if (tables.length === 0) {
    if (!document || !last) throw new CommandError('请写要导入的文档。', exitCodes.usage);
    return { ...last, source, notices: [], document: document.document };
  }
  const answers = answersIn(files.map);
  const names = tables.map(({ name }) => name);
  const read = matchTables(joinedDocument(tables), names.join('、'), editions, answers);
  const hasTables = read.match.tables.some(({ blocks }) => blocks.length > 0);
  const hasTargets = read.targets.length > 0;
  if (!hasTables && hasTargets) {
    if (last !== undefined) return { ...targeted(last, read), source };
    throw unreadable(`“${names.join('”“')}”里只有绩效目标，请连同今年的各表或公开文档一起导入。`);
  }
  const refused = refusal(read.match, read.document);
  if (read.problems.length > 0) throw unreadable(`${read.problems.join('；\n')}。请先改好，没有生成工作簿。`);
  if (read.questions.length > 0) return asked(read.questions, answers, files);
  if (refused !== undefined) throw unreadable(`“${names.join('”“')}”${refused}没有生成工作簿。`);
  const edition = withCodes(read.match.edition, files.codes);
  const now: Source = { matched: read.match, edition, imported: importMatch(read.match, edition, read.amounts) };
  return { ...targeted(last ? both(now, last) : now, read), source };
}

/** With the performance targets that the tables have in lists of their own. */
function targeted(source: Source, { targets, notices }: TablesRead): Source & Pick<ImportedFiles, 'notices'> {
  const { imported, edition, matched } = source;
  const { draft, notices: more } = withTargets(imported.draft, targets, edition, matched.name);
  return { ...source, imported: { ...imported, draft }, notices: [...notices, ...more] };
}

function asked(questions: readonly Question[], answers: Answers, { documents, map }: FilesToImport): Asked {
  const mapPath = map ?? join(dirname(documents[0] ?? ''), '对应.json');
  return {
    questions,
    mapPath,
    mapText: existsSync(mapPath) && map !== undefined ? undefined : answersFile(answers, questions),
  };
}

/** Everything that is asked, a line each. */
export const askedLines = ({ questions, mapPath, mapText }: Asked): string[] => [
  `有 ${questions.length} 处要先说明，没有生成工作簿：`,
  ...questions.map((question) => `  ${questionText(question)}`),
  mapText === undefined
    ? `请在“${mapPath}”里补上这几处，再导入一次。`
    : `已写下“${mapPath}”：打开核对，改好右边的写法，再加 --map ${mapPath} 导入一次。`,
];

/** Throws CommandError (3) unless both are of one office and of neighbouring years. */
function both(tables: Source, document: Source): Source {
  const [now, last] = [tables.matched.year, document.matched.year];
  if (last !== now - 1) throw unreadable(`各表是 ${now} 年的，文档是 ${last} 年的，不是相邻的两年，没有生成工作簿。`);
  const [whose, other] = [tables.matched.name, document.matched.name];
  if (nameKey(whose) !== nameKey(other))
    throw unreadable(`各表是“${whose}”的，文档是“${other}”的，不是同一家，没有生成工作簿。`);
  const before = { draft: document.imported.draft, who: document.matched, edition: document.edition };
  const draft = combinedDraft(tables.imported.draft, before, tables.edition);
  return { ...tables, imported: { ...tables.imported, draft } };
}
