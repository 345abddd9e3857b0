/**
 * Withheld text stays in its cell (FORM text-5), whatever the page asks of its worker: only the sheets of the open
 * workbook as they are leafed through, and its annotated copy, hold it. They are the office's own, and nothing of them
 * is kept.
 */
import { beforeAll, expect, test } from '@jest/globals';
import { renderDocx } from '../src/index.js';
import type { FileIn, FileOut, TaskName } from '../src/web/engine/protocol.js';
import { canariesIn, canariesInFile, type Filled, opened, ways } from './support/canaries.js';
import { type Ask, startWorker } from './support/pageWorker.js';
import { xlsxOf } from './support/rawXlsx.js';
import { editions, examined, sampleBytes } from './support/samples.js';

const sample = '2026-unit';
let ask: Ask;
beforeAll(async () => {
  ask = await startWorker(editions);
});
const other: FileIn = { name: '别的.xlsx', bytes: sampleBytes('2026-department') };

const otherDocument = (async () => {
  const { facts, edition } = examined('2026-department', other.bytes);
  return (await renderDocx(facts, edition)).bytes;
})();

/** Every canary in an answer, in its texts and its files. */
function spilled(answer: unknown): string[] {
  if (typeof answer === 'string') return canariesIn(answer);
  if (answer instanceof Uint8Array) return canariesInFile(answer);
  return typeof answer === 'object' && answer !== null ? Object.values(answer).flatMap(spilled) : [];
}

/** What is answered to every question; the page asks some of them only of a workbook without errors. */
type Answers = Readonly<Record<TaskName, readonly unknown[]>>;

async function everyAnswer(file: FileIn): Promise<Answers> {
  const answered = async (...given: Parameters<Ask>): Promise<unknown> => {
    const reply = await ask(...given);
    return 'answer' in reply ? reply.answer : reply;
  };
  const open = await answered('open', file);
  const document = (await answered('write', { output: 'docx' })) as Partial<FileOut>;
  const published = { name: '公开.docx', bytes: document.bytes ?? new Uint8Array() };
  const outputs = ['html', 'xlsx', 'data', 'manifest', 'annotated'] as const;
  const one = await answered('one', file);
  const preview = await answered('preview', null);
  const id = /"figure":"([^"]+)"/.exec(JSON.stringify(preview))?.[1] ?? '';
  const auditedRow = await answered('auditOne', published);
  const importing = { codes: file, saved: undefined };
  const foreign = { name: '别的.docx', bytes: await otherDocument };
  return {
    open: [open],
    sheet: [await answered('sheet', { name: '项目信息' })],
    write: [document, ...(await Promise.all(outputs.map((output) => answered('write', { output }))))],
    preview: [preview],
    source: [await answered('source', { id })],
    feeds: [await answered('feeds', { address: '项目支出!G8' })],
    // these are asked without a workbook
    blank: [],
    sample: [],
    nextYear: [await answered('nextYear', file)],
    merge: [await answered('merge', [other, file]), await answered('merge', [file, other])],
    verify: [await answered('verify', published), await answered('verify', foreign)],
    audit: [await answered('audit', published)],
    commented: [
      await answered('commented', { against: 'workbook', wording: true }),
      await answered('commented', { against: 'workbook', wording: false }),
      await answered('commented', { against: 'itself', wording: true }),
    ],
    importFiles: [await answered('importFiles', { files: [published], ...importing, next: false })],
    importAnswered: [await answered('importAnswered', { answers: {}, next: true })],
    savedAnswers: [await answered('savedAnswers', { answers: {}, questions: [] })],
    compare: [await answered('compare', { before: other, after: file })],
    comparison: [await answered('comparison', { ending: 'html' }), await answered('comparison', { ending: 'xlsx' })],
    auditedData: [await answered('auditedData', null)],
    auditOne: [auditedRow],
    auditTable: [await answered('auditTable', [auditedRow as never])],
    one: [one],
    table: [await answered('table', [one as never])],
    zip: [await answered('zip', [published])],
  };
}

const fileOf = ({ book }: Filled): FileIn => ({ name: '某.xlsx', bytes: xlsxOf(book.raw()) });

/** Those that hold the office's own workbook, for the office. */
function withoutOwn({ sheet: _, write, ...others }: Answers): readonly unknown[] {
  const isAnnotated = (file: unknown) => (file as Partial<FileOut>).name?.includes('检查结果') === true;
  return [write.filter((file) => !isAnnotated(file)), ...Object.values(others)];
}

test.each(Object.entries(ways))(
  '%s: no answer holds a canary but the office’s own copies',
  async (way, make) => {
    const answers = await everyAnswer(fileOf(make(sample)));
    expect(spilled(withoutOwn(answers))).toEqual([]);
    expect(spilled(answers.sheet).length).toBeGreaterThan(0);
    expect(spilled(answers.write).length).toBeGreaterThan(0);
    const faults = Object.values(answers)
      .flat()
      .filter((answer) => 'fault' in Object(answer) || 'problem' in Object(answer));
    // without errors every question is answered
    if (way === 'repaired cells') expect([faults, answers.source.includes(undefined)]).toEqual([[], false]);
  },
  300_000,
);

test('of a project that is public they are in the answers (so these can fail)', async () => {
  const open = await ask('open', fileOf(opened(sample)));
  const answers = [open, await ask('preview', null), await ask('write', { output: 'docx' })];
  expect(answers.map((answer) => spilled(answer).length > 0)).toEqual([false, true, true]);
}, 300_000);
