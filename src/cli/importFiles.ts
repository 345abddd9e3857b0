/** The files that `import` is given, read from disk, and the file of answers that lies beside them. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Answers, answersFile, parseAnswers, type Question, questionText } from '../import/tables/index.js';
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
export interface Asked {
  readonly questions: readonly Question[];
  readonly mapPath: string;
  /** Of the file, with the nearest answers in place; undefined where an officer's own is kept. */
  readonly mapText: string | undefined;
}

const unreadable = (message: string) => new CommandError(message, exitCodes.unreadable);

async function opened(path: string): Promise<NamedDocument> {
  const file = readInput(path);
  const result = await openAny(file);
  if (!result.ok) throw unreadable(result.findings.map(({ message }) => message).join('\n'));
  return { name: file.name, document: result.document };
}

function answersIn(map: string | undefined): Answers {
  if (map === undefined || !existsSync(map)) return {};
  const answers = parseAnswers(new TextDecoder().decode(readInput(map).bytes));
  if (answers === undefined)
    throw unreadable(`“${map}”不是导入时写下的对应文件，请删去它重新导入，再照新写下的文件改。`);
  return answers;
}

/** Throws CommandError (2, 3) for files that give no workbook. */
export async function importedFiles(files: FilesToImport, editions: Editions): Promise<Intake | Asked> {
  const all = await Promise.all(files.documents.map(opened));
  const hasTables = all.some(({ document }) => document.format === 'xlsx');
  const answers = hasTables ? answersIn(files.map) : {};
  const taken = takeIn(all, { answers, codes: codesOfFile(files.codes) }, editions);
  if (taken.state === 'asked') return asked(taken.questions, answers, files);
  if (taken.state === 'read') return taken.intake;
  throw new CommandError(taken.sentence, taken.isChoice ? exitCodes.usage : exitCodes.unreadable);
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
