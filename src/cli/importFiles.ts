/** The files that `import` is given, read from disk, and the file of answers that lies beside them. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Answers, answersFile, answersIn, type Question, questionText } from '../import/tables/index.js';
import type { NamedDocument } from '../import/tables/several.js';
import type { Editions } from '../index.js';
import { type Intake, takeIn } from '../intake/files.js';
import { CommandError, exitCodes } from '../terminal/exit.js';
import { readInput } from '../terminal/files.js';
import { openAny } from '../terminal/published.js';
import { codesOfFile } from './codesFile.js';

export interface FilesToImport {
  readonly documents: readonly string[];
  readonly codes?: string | undefined;
  readonly map?: string | undefined;
}

/** What has to be answered first, and the file that the answers go into. */
export interface StillAsked {
  readonly questions: readonly Question[];
  /** What of the files is not used, each as a sentence. */
  readonly notices: readonly string[];
  readonly mapPath: string;
  /** Of the file, with the nearest answers in place; undefined where an officer's own is kept. */
  readonly mapText: string | undefined;
}

const unreadable = (message: string) => new CommandError(message, exitCodes.unreadable);

async function opened(path: string): Promise<NamedDocument> {
  const file = readInput(path);
  const result = await openAny(file);
  if (!result.ok) throw unreadable(result.findings.map(({ message, remedy }) => `${message}${remedy}`).join('\n'));
  return { name: file.name, document: result.document };
}

function answersOf(map: string | undefined): Answers {
  if (map === undefined || !existsSync(map)) return {};
  const read = answersIn(readInput(map));
  if (!read.ok) throw unreadable(read.sentence);
  return read.answers;
}

/** A file of answers that nothing was read of: there is none, or nothing that answers are about. */
function unusedMap(map: string | undefined, hasTables: boolean): string[] {
  if (map === undefined) return [];
  if (!hasTables) return [`“${map}”没有用到：对应文件只说明各表（.xlsx）怎样读`];
  return existsSync(map) ? [] : [`没有找到“${map}”，导入时没有用到它`];
}

/** Throws CommandError (2, 3) for files that give no workbook. */
export async function importedFiles(files: FilesToImport, editions: Editions): Promise<Intake | StillAsked> {
  const all = await Promise.all(files.documents.map(opened));
  const hasTables = all.some(({ document }) => document.format === 'xlsx');
  const answers = hasTables ? answersOf(files.map) : {};
  const taken = takeIn(all, { answers, codes: codesOfFile(files.codes) }, editions);
  if (taken.state === 'asked') return asked(taken, answers, files);
  const unused = unusedMap(files.map, hasTables);
  if (taken.state === 'read') return { ...taken.intake, notices: [...unused, ...taken.intake.notices] };
  throw new CommandError(taken.sentence, taken.isChoice ? exitCodes.usage : exitCodes.unreadable);
}

function asked(
  { questions, notices }: Pick<StillAsked, 'questions' | 'notices'>,
  answers: Answers,
  { documents, map }: FilesToImport,
): StillAsked {
  const mapPath = map ?? join(dirname(documents[0] ?? ''), '对应.json');
  return {
    questions,
    notices,
    mapPath,
    mapText: existsSync(mapPath) && map !== undefined ? undefined : answersFile(answers, questions),
  };
}

/** Everything that is asked, a line each. */
export const askedLines = ({ questions, notices, mapPath, mapText }: StillAsked): string[] => [
  `有 ${questions.length} 处要先说明，没有生成工作簿：`,
  ...questions.map((question) => `  ${questionText(question)}`),
  ...notices.map((notice) => `  注意：${notice}`),
  mapText === undefined
    ? `请在“${mapPath}”里补上这几处，再导入一次。`
    : `已写下“${mapPath}”：打开核对，改好右边的写法，再加 --map ${mapPath} 导入一次。`,
];
