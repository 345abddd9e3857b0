/** 导入: the files that an office has for one workbook, as the command import takes them. */
import { countsText } from '../../diagnostics/counts.js';
import type { Finding } from '../../diagnostics/finding.js';
import type { OfficeCodes } from '../../import/officeCodes.js';
import { type Answers, answersFile, answersIn } from '../../import/tables/index.js';
import type { NamedDocument } from '../../import/tables/several.js';
import { codesIn } from '../../intake/codes.js';
import { takeIn } from '../../intake/files.js';
import { intakeWords } from '../../intake/words.js';
import { intakePlan } from '../../intake/workbook.js';
import { openPublished } from '../../published/open/index.js';
import { writeWorkbook } from '../../workbook/write/index.js';
import { FileProblem } from '../problem.js';
import { pageEditions } from './editions.js';
import type { FileOut, Imported, Tasks } from './protocol.js';
import { fileOut } from './workbook.js';

/** What was read of the files, for the answers that come after. */
interface Kept {
  readonly documents: readonly NamedDocument[];
  readonly codes: OfficeCodes | undefined;
}
let last: Kept | undefined;

const nothing = { findings: [], countsText: '', lines: [], notices: [], questions: [] } as const;

const refused = (lines: readonly string[], findings: readonly Finding[] = []): Imported => ({
  ...{ ...nothing, lines, findings },
  countsText: findings.length > 0 ? countsText(findings) : '',
});

/** Files, with the office's codes and answers that were saved before. What was read is kept for `importAnswered`. */
export async function importFiles({ files, codes, saved, next }: Tasks['importFiles']['ask']): Promise<Imported> {
  last = undefined;
  const read = saved && answersIn(saved);
  if (read && !read.ok) return refused([...read.sentence.split('\n'), '没有生成工作簿。请去掉这份回答，或另选一份。']);
  const list = codes && codesIn(codes);
  if (list && !list.ok) return refused([`${list.sentence}没有生成工作簿。`]);
  const opened = await Promise.all(files.map(async (file) => ({ name: file.name, result: await openPublished(file) })));
  const findings = opened.flatMap(({ result }) => (result.ok ? [] : result.findings));
  if (findings.length > 0) return refused(['文件读不了，没有生成工作簿。'], findings);
  const documents = opened.flatMap(({ name, result }) => (result.ok ? [{ name, document: result.document }] : []));
  last = { documents, codes: list?.codes };
  return made(last, read?.answers ?? {}, next);
}

/** The files that were read last, with what is answered now. */
export async function importAnswered({ answers, next }: Tasks['importAnswered']['ask']): Promise<Imported> {
  if (!last) throw new FileProblem('要导入的文件已经不在内存里，请重新选择。');
  return made(last, answers, next);
}

async function made({ documents, codes }: Kept, answers: Answers, rollOver: boolean): Promise<Imported> {
  const taken = takeIn(documents, { answers, codes }, pageEditions);
  if (taken.state === 'refused') return refused([taken.sentence]);
  if (taken.state === 'asked') return { ...nothing, questions: taken.questions, notices: taken.notices, answers };
  const { intake } = taken;
  const planned = intakePlan(intake, rollOver, pageEditions);
  const bytes = await writeWorkbook(planned.plan);
  const { title, notices, lines } = intakeWords(intake, planned, planned.differences);
  const file = fileOut(`${planned.stem}.xlsx`, bytes);
  return { ...nothing, file, notices, lines: [`已生成${title}的工作簿`, ...lines].map(ended), answers };
}

const ended = (line: string): string => (line.endsWith('。') ? line : `${line}。`);

/** The answers as a file that the next import takes, here and by the command's --map. */
export function savedAnswers({ answers, questions }: Tasks['savedAnswers']['ask']): FileOut {
  return fileOut('对应.json', new TextEncoder().encode(answersFile(answers, questions)));
}
