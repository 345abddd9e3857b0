/**
 * The library, as `import { check, render } from 'yusuan'` gives it (docs/library.md): a workbook's bytes in, findings
 * or a document's bytes out. Editions come from the package unless the caller brings others. Nothing here writes a
 * file, and nothing throws on an office's input.
 */
import { type Finding, placeInWords } from './diagnostics/finding.js';
import type { Editions } from './document/edition.js';
import { editionsWith, packagedEditions } from './editions/packaged.js';
import { type Examination, examine, hasErrors, renderDocx, type WorkbookFile } from './index.js';
import { safeFileName } from './vocabulary/fileNames.js';

/** A document, or the findings because of which there is none. Warnings and notes come with a document too. */
export type Rendering =
  | {
      readonly ok: true;
      /** What `yusuan render` would call the file: `2026年某某局部门预算公开.docx`. */
      readonly name: string;
      /** Of the .docx file; the same workbook gives the same bytes. */
      readonly bytes: Uint8Array;
      readonly findings: readonly Finding[];
    }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Reads a workbook and checks it. `findings` are in cell order; with an error among them there will be no document. A
 * file that is no workbook is `unreadable`, and its findings say why.
 */
export function check(file: WorkbookFile, editions: Editions = packagedEditions): Examination {
  return examine(file, editions);
}

/**
 * The Word document of a workbook. Not `ok` where a finding is an error. Throws TemplateError and MarkupError only
 * where an edition of the caller's own prints what is no document.
 */
export async function render(file: WorkbookFile, editions: Editions = packagedEditions): Promise<Rendering> {
  const examined = examine(file, editions);
  const { findings } = examined;
  if (examined.state === 'unreadable' || hasErrors(findings)) return { ok: false, findings };
  const { tree, bytes } = await renderDocx(examined.facts, examined.edition);
  return { ok: true, name: `${safeFileName(tree.title)}.docx`, bytes, findings };
}

/** One finding in a line: `“项目支出”表 F12：…`, then how to mend it. */
export function textOf({ at, message, remedy }: Finding): string {
  return `${at ? `${placeInWords(at)}：` : ''}${message}${remedy}`;
}

export type { Editions, Examination, Finding, WorkbookFile };
export { editionsWith, hasErrors, packagedEditions };
