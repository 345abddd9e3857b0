/** 比较: two years or two versions, as the command does. */
import type { DocumentComparison } from '../../compare/compare.js';
import { compareFiles } from '../../compare/open.js';
import { comparisonPage } from '../../compare/page.js';
import { sectionsOf } from '../../compare/sections.js';
import { comparisonWorkbook } from '../../compare/sheet.js';
import { onlyTables, resultText, sideText, subjectOf } from '../../compare/words.js';
import { countsText } from '../../diagnostics/counts.js';
import { safeFileName } from '../../vocabulary/fileNames.js';
import { FileProblem } from '../problem.js';
import { pageEditions } from './editions.js';
import type { CompareResult, FileOut, Tasks } from './protocol.js';
import { fileOut } from './workbook.js';

let last: DocumentComparison | undefined;

/** What changed from one file to the other, or why they cannot be compared. Kept for `comparisonFile`. */
export async function compare({ before, after }: Tasks['compare']['ask']): Promise<CompareResult> {
  last = undefined;
  const compared = await compareFiles(before, after, pageEditions);
  if (!compared.ok) return refusedResult(compared.refused);
  last = compared.comparison;
  return {
    title: subjectOf(last),
    lines: [sideText('前', last.before), sideText('后', last.after), ...resultText(last)],
    notices: [...last.notices, ...onlyTables(last)],
    sections: sectionsOf(last),
    findings: [],
  };
}

type Refused = Extract<Awaited<ReturnType<typeof compareFiles>>, { ok: false }>['refused'];

function refusedResult(refused: Refused): CompareResult {
  const why = refused.map(({ file, message, findings }) =>
    findings.length > 0 ? `“${file}”有${countsText(findings)}，改正错误后才能比较。` : message,
  );
  const nothing = ['两份没有共同的表和数，没有比较。请看是不是选错了文件。'];
  const notices = refused.length > 0 ? why : nothing;
  return { notices, lines: [], sections: [], findings: refused.flatMap(({ findings }) => findings) };
}

/** What the command writes with `-o`, byte for byte. */
export async function comparisonFile({ ending }: Tasks['comparison']['ask']): Promise<FileOut> {
  if (!last) throw new FileProblem('比较的两份已经不在内存里，请重新选择。');
  const name = `${safeFileName(`${subjectOf(last)}：变化`)}.${ending}`;
  const bytes = ending === 'xlsx' ? await comparisonWorkbook(last) : new TextEncoder().encode(comparisonPage(last));
  return fileOut(name, bytes);
}
