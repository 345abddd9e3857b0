/**
 * Workbooks that are made: the blank one, next year's, a department's from its units'. As the commands make them, byte
 * for byte.
 */
import sampleContent from 'page:sample';
import { countsText } from '../../diagnostics/counts.js';
import { hasErrors } from '../../diagnostics/finding.js';
import { summaryOf } from '../../document/summary.js';
import { blankPlan } from '../../editions/blank.js';
import { ledgerOf } from '../../figures/ledger.js';
import { withOfficeCodes } from '../../import/officeCodes.js';
import { type Examination, examine, renderDocx } from '../../index.js';
import { codesIn, codesNotices } from '../../intake/codes.js';
import { mergePlan, type Part } from '../../merge/merge.js';
import { nextEdition, noFormYetText, rolloverPlan } from '../../rollover/rollover.js';
import { safeFileName } from '../../vocabulary/fileNames.js';
import { type ContentRow, writeWorkbook } from '../../workbook/write/index.js';
import { writeBatchTable } from '../../writers/xlsx/batchTable.js';
import { FileProblem } from '../problem.js';
import { pageEditions } from './editions.js';
import type { BatchRow, FileIn, FileOut, Made, Tasks } from './protocol.js';
import { fileOut } from './workbook.js';

/** Throws EditionError for a year that has no form, FileProblem for a list of codes that is none. */
export async function blank({ year, kind, codes }: Tasks['blank']['ask']): Promise<FileOut> {
  const list = codes && codesIn(codes);
  if (list && !list.ok) throw new FileProblem(`${list.sentence}没有生成空白工作簿。`);
  const edition = withOfficeCodes(pageEditions.load(year), list?.codes);
  const file = fileOut(`${year}年预算（${kind}）.xlsx`, await writeWorkbook(blankPlan(edition, kind)));
  return { ...file, notices: codesNotices(list?.codes) };
}

/** A workbook that is filled, to try the tool with: the first of the samples that come with it. */
export async function sample(): Promise<FileOut> {
  const { 预算年度, 公开类型 } = sampleContent.基本信息 as ContentRow;
  const { year, sheets, withoutColumns, partNumbers } = pageEditions.load(Number(预算年度));
  const kindLabel = 公开类型 as Tasks['blank']['ask']['kind'];
  const plan = {
    year,
    kindLabel,
    sheets,
    withoutColumns,
    partNumbers: partNumbers(),
    content: sampleContent,
    spareRows: 10,
  };
  return fileOut(`样例（${year}年${kindLabel}）.xlsx`, await writeWorkbook(plan));
}

const isWhole = (examined: Examination): examined is Extract<Examination, { state: 'checked' }> =>
  examined.state === 'checked' && !hasErrors(examined.findings);

/** No file where a finding is an error. */
export async function nextYear(file: FileIn): Promise<Made> {
  const examined = examine(file, pageEditions);
  const { state, findings } = examined;
  if (!isWhole(examined)) {
    const why = state === 'checked' ? '本年的数有错误，不能作为上年数' : '文件读不了';
    const lines = [`没有生成下一年的工作簿：${why}，请改正后再试。`];
    return { findings, countsText: countsText(findings), lines };
  }
  const { facts } = examined;
  const next = nextEdition(facts.entity.year.value, pageEditions);
  const bytes = await writeWorkbook(rolloverPlan(facts, ledgerOf(facts), next));
  const name = `${safeFileName(`${next.year}年${facts.entity.name.value}预算公开工作簿`)}.xlsx`;
  const lines = next.isThere ? [] : [noFormYetText(next)];
  return { file: fileOut(name, bytes), findings: [], countsText: '', lines };
}

/** The first file is 本级's. */
export async function merge(files: readonly FileIn[]): Promise<Made> {
  const examined = files.map((file) => ({ file, result: examine(file, pageEditions) }));
  const bad = examined.filter(({ result }) => !isWhole(result));
  if (bad.length > 0) {
    const findings = bad.flatMap(({ result }) => result.findings);
    const lines = bad.map(({ file, result }) => `“${file.name}”有错误（${countsText(result.findings)}）。`);
    return { findings, countsText: countsText(findings), lines: [...lines, '没有合并，请改正后再试。'] };
  }
  const [own, ...others] = examined.flatMap(({ file, result }): Part[] =>
    result.state === 'checked' ? [{ file: file.name, facts: result.facts, ledger: ledgerOf(result.facts) }] : [],
  );
  if (!own || others.length === 0)
    return { findings: [], countsText: '', lines: ['合并至少要两份工作簿：第一份是部门本级的，其余是下属单位的。'] };
  const year = own.facts.entity.year.value;
  const { plan, findings } = mergePlan({ own, others }, pageEditions.load(year));
  if (hasErrors(findings)) return { findings, countsText: countsText(findings), lines: ['没有合并，请改正后再试。'] };
  const name = `${safeFileName(`${year}年${own.facts.entity.name.value}预算公开工作簿（汇总）`)}.xlsx`;
  return { file: fileOut(name, await writeWorkbook(plan)), findings, countsText: countsText(findings), lines: [] };
}

/** One workbook of many: its document, or why there is none. Never throws on an office's input. */
export async function one(file: FileIn): Promise<BatchRow> {
  const examined = examine(file, pageEditions);
  const { findings } = examined;
  const count = (severity: string) => findings.filter((found) => found.severity === severity).length;
  const { name, year } = examined.state === 'checked' ? examined.facts.entity : {};
  const entity = name && year ? { entity: { name: name.value, year: year.value } } : {};
  const counts = { name: file.name, ...entity, errors: count('error'), warnings: count('warning') };
  if (!isWhole(examined)) {
    const state = examined.state === 'unreadable' ? 'unreadable' : 'errors';
    const problems = findings.map(({ message, remedy }) => `${message}办法：${remedy}`).join('\r\n');
    return { ...counts, state, title: '', problems };
  }
  const rendered = await renderDocx(examined.facts, examined.edition);
  const document = fileOut(`${safeFileName(rendered.tree.title)}.docx`, rendered.bytes);
  return { ...counts, state: 'done', title: rendered.tree.title, summary: summaryOf(rendered), document };
}

/** What the office calls each state, here and in 总表. */
export const batchStates: Readonly<Record<BatchRow['state'], string>> = {
  done: '已生成',
  errors: '有错误',
  unreadable: '读不了',
};

/** 总表.xlsx of a batch. */
export async function batchTable(rows: readonly BatchRow[]): Promise<FileIn> {
  const table = rows.map(({ name, state, entity, summary, errors, warnings, document }) => ({
    ...{ workbook: name, state: batchStates[state], entity, summary, errors, warnings },
    file: document?.name ?? `${name.replace(/\.[^.]*$/, '')}.问题.txt`,
  }));
  return { name: '总表.xlsx', bytes: await writeBatchTable(table) };
}
