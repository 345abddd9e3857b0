/**
 * yusuan: an office's workbook in, the 预算公开 document out. This file is the spine; each stage is a pure function of what
 * the one before it made, and the only files read here are the edition's, by the `Editions` that the caller hands in.
 *
 *   bytes ─read─► cells ─bind─► facts ─check─► facts + findings
 *     ─view─► figures ─render─► markup ─parse─► tree ─write─► docx
 */
import { runChecks } from './checks/index.js';
import { withoutPersonalNumbers } from './checks/privacy.js';
import { type Finding, finding, hasErrors, inCellOrder, withoutContent } from './diagnostics/finding.js';
import type { Edition, Editions } from './document/edition.js';
import { parseMarkup } from './document/parseMarkup.js';
import { printForm } from './document/print.js';
import { type PublicParts, publicParts } from './document/publicParts.js';
import type { RenderedDocument } from './document/rendered.js';
import type { Figure } from './figures/figure.js';
import { ledgerOf } from './figures/ledger.js';
import { buildView } from './figures/view/view.js';
import type { View } from './figures/view/viewShape.js';
import { bind, bindEntity } from './model/bind/bind.js';
import type { Facts } from './model/facts.js';
import type { RawWorkbook } from './workbook/cells.js';
import { type ReadResult, readWorkbook } from './workbook/read/index.js';

export interface WorkbookFile {
  /** Without its folder, for messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A workbook that cannot be opened at all, or one that has been read and checked. */
export type Examination =
  | { readonly state: 'unreadable'; readonly findings: readonly Finding[] }
  | {
      readonly state: 'checked';
      /** In cell order. */
      readonly findings: readonly Finding[];
      /** Checks that could not be made before errors are mended. */
      readonly waiting: readonly string[];
      /** Whole only when no finding is an error. */
      readonly facts: Facts;
      readonly edition: Edition;
    };

/** A workbook that has been read: its facts, and everything that is to be said about them. */
export type Checked = Extract<Examination, { readonly state: 'checked' }>;

/** Reads, binds and checks: all findings of one workbook in one go. Never throws on an office's input. */
export function examine(file: WorkbookFile, editions: Editions): Examination {
  return examineRead(readWorkbook(file.bytes, file.name), editions);
}

/** What `examine` does once the file has been read; for a caller that keeps the workbook's cells. Never throws. */
export function examineRead(read: ReadResult, editions: Editions): Examination {
  return read.ok ? examineCells(read.workbook, editions) : { state: 'unreadable', findings: read.findings };
}

/** Binds and checks cells that have been read. A workbook without a year is checked against the newest edition. */
export function examineCells(workbook: RawWorkbook, editions: Editions): Checked {
  const entity = bindEntity(workbook);
  const { edition, problem } = chooseEdition(entity.year, editions);
  const bound = bind(workbook, edition);
  // against the form of another year, what else is to be said would be said wrongly
  if (problem) return { state: 'checked', findings: [problem], waiting: [], facts: bound.facts, edition };
  const context = { facts: bound.facts, ledger: ledgerOf(bound.facts), cellOf: bound.cellOf, form: edition };
  const checked = runChecks(context, bound);
  const found = [...bound.findings, ...checked.findings]
    .map((one) => (one.at === undefined || bound.mayQuote(one.at) ? one : withoutContent(one)))
    .map(withoutPersonalNumbers);
  const findings = inCellOrder(found, bound.sheetOrder);
  return { state: 'checked', findings, waiting: checked.waiting, facts: bound.facts, edition };
}

/**
 * The edition of the workbook's year. Where no year can be read, the newest serves to check what can be checked all the
 * same.
 */
function chooseEdition(
  year: Facts['entity']['year'] | undefined,
  editions: Editions,
): { edition: Edition; problem?: Finding } {
  if (year && editions.years.includes(year.value)) return { edition: editions.load(year.value) };
  const edition = editions.load(editions.years.at(-1) ?? 0);
  if (!year) return { edition };
  const details = { at: year.at, found: String(year.value), expected: editions.years.join('、') };
  return { edition, problem: finding('S12', details) };
}

/** From checked facts to the document tree. The facts must be without errors. Throws TemplateError, MarkupError. */
export function compose(facts: Facts, edition: Edition): RenderedDocument {
  const view = buildView(facts, edition);
  const printed = new Map<string, Figure>();
  const markup = printForm(edition, view, printed);
  return { tree: parseMarkup(markup, { title: documentTitle(view), entity: view.name }), view, printed };
}

/** `2026年某某局部门预算公开`: the document's title and the stem of its file name. */
export const documentTitle = (view: Pick<View, 'year' | 'name' | 'kind'>): string =>
  `${view.year}年${view.name}${view.kind}预算公开`;

/** The Word document of checked facts, as the bytes of a .docx file. */
export async function renderDocx(
  facts: Facts,
  edition: Edition,
): Promise<RenderedDocument & { readonly bytes: Uint8Array }> {
  const composed = compose(facts, edition);
  // only this step needs the Word writer
  const { writeDocx } = await import('./writers/docx/index.js');
  return { ...composed, bytes: await writeDocx(composed.tree) };
}

export type { Edition, Editions, PublicParts, RenderedDocument };
export { hasErrors, publicParts };
