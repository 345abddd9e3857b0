/** What the page asks of its worker, and what it gets: plain data only, since it is copied from one to the other. */
import type { AuditState } from '../../audit/finding.js';
import type { ComparisonSection } from '../../compare/sections.js';
import type { Finding, Severity } from '../../diagnostics/finding.js';
import type { DocumentSummary } from '../../document/summary.js';
import type { DocumentTree } from '../../document/tree.js';
import type { Answers, Question } from '../../import/tables/index.js';
import type { PublishedDocument } from '../../published/document.js';
import type { entityKinds } from '../../vocabulary/terms.js';

/** A file as the browser hands it over. */
export interface FileIn {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file to be saved, with the SHA-256 of its bytes. */
export interface FileOut extends FileIn {
  readonly sha256: string;
  /** What of the files it was made of was not used, each as a sentence without its full stop. */
  readonly notices?: readonly string[];
}

/** What the office opened: everything that is to be said about it at once. */
export interface Opened {
  readonly state: 'unreadable' | 'checked';
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly countsText: string;
  /** Checks that wait until errors are mended. */
  readonly waiting: readonly string[];
  /** Names of the sheets in tab order. */
  readonly sheets: readonly string[];
  /** Only without errors. */
  readonly summary?: DocumentSummary;
}

/** A sheet as it is leafed through: rows that hold something, each with its cells as texts. */
export interface SheetGrid {
  readonly name: string;
  readonly rows: readonly { readonly row: number; readonly cells: readonly GridCell[] }[];
}

export interface GridCell {
  readonly column: number;
  readonly text: string;
  readonly isNumber: boolean;
}

/** A cell of the workbook and what stands in it. */
export interface SourceCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly exact: string;
}

/** Where a printed figure comes from. */
export interface Source {
  readonly id: string;
  /** As printed, with its unit. */
  readonly text: string;
  readonly rule: string;
  readonly inputs: readonly { readonly id: string; readonly text: string }[];
  readonly cells: readonly SourceCell[];
}

/** A place in the document where a figure stands that a cell feeds. */
export interface Fed {
  readonly id: string;
  readonly text: string;
  readonly place: string;
}

/** The document of the open workbook, to be shown. */
export interface Preview {
  readonly tree: DocumentTree;
  readonly title: string;
}

/** What a command made of its files: a workbook and what is to be said about it. */
export interface Made {
  readonly file?: FileOut;
  readonly findings: readonly Finding[];
  readonly countsText: string;
  /** In sentences. */
  readonly lines: readonly string[];
}

/** What an import made; or what it asks first, and then no file. */
export interface Imported extends Made {
  /** What must be known before the workbook is used, in sentences. */
  readonly notices: readonly string[];
  readonly questions: readonly Question[];
  /** All that has been answered so far, a saved file's answers too. */
  readonly answers?: Answers;
}

/** A place in a published document: a paragraph, or a cell by its row and its column of the grid. */
export interface DocumentMark {
  readonly block: number;
  readonly row?: number;
  readonly column?: number;
  /** The words meant, where it is not the whole text: `text.slice(start, end)`. */
  readonly start?: number;
  readonly end?: number;
}

/** A published document held against itself (单独核对) or against the open workbook (核对). */
export interface DocumentResult {
  /** Said first: why it could not be read, or what must be known before believing the rest. */
  readonly reservations: readonly string[];
  /** What is wrong: the kind, the place in words, what it is, and what may be said beside it. */
  readonly findings: readonly DocumentFinding[];
  /** What was done, and the result; empty where nothing could be done. */
  readonly lines: readonly string[];
  /** The document itself, to stand beside. */
  readonly blocks: PublishedDocument['blocks'];
  /** The result when what is of the wording alone is left out; undefined where nothing is. */
  readonly figuresLine?: string;
  /** A copy with comments can be made of it. */
  readonly takesComments: boolean;
  /** The figures that were read can be had as data. */
  readonly givesData?: boolean;
}

export interface DocumentFinding {
  readonly kind: string;
  readonly place: string;
  readonly message: string;
  readonly more: readonly string[];
  /** No figure is in it. */
  readonly isOfWording?: boolean;
  /** What rounding explains, and is no fault. */
  readonly isNote?: boolean;
  /** Undefined for what stands nowhere. */
  readonly at?: DocumentMark;
}

/** What a document of others is held against. */
export type Against = 'workbook' | 'itself';

/** Two files beside each other (比较). */
export interface CompareResult {
  /** Whose, and of which years; undefined where nothing could be compared. */
  readonly title?: string;
  /** What was compared, and how much of it changed. */
  readonly lines: readonly string[];
  /** To be read before the rest; why nothing could be compared. */
  readonly notices: readonly string[];
  readonly sections: readonly ComparisonSection[];
  /** Of workbooks whose errors keep them from being compared. */
  readonly findings: readonly Finding[];
}

/** A file of the many, when it is done; `document` without its bytes where only the table is wanted. */
export interface BatchRow {
  readonly name: string;
  readonly state: 'done' | 'errors' | 'unreadable';
  readonly title: string;
  readonly entity?: { readonly name: string; readonly year: number };
  readonly errors: number;
  readonly warnings: number;
  readonly summary?: DocumentSummary;
  readonly document?: FileOut;
  readonly problems?: string;
}

/** A published document of the many. */
export interface AuditRow {
  readonly name: string;
  readonly state: AuditState;
  /** Whose; '' and 0 where it was not read. */
  readonly entity: string;
  readonly year: number;
  readonly tables: { readonly found: number; readonly missing: number };
  readonly figures: { readonly read: number; readonly checked: number };
  /** Findings, and how many of each kind, by what it is called. */
  readonly found: number;
  readonly counts: Readonly<Record<string, number>>;
  /** What could not be read, or the result. */
  readonly message: string;
  /** The findings as a page, first; the copy with comments. */
  readonly files: readonly FileIn[];
}

export type Output = 'docx' | 'html' | 'xlsx' | 'data' | 'annotated' | 'manifest';

/** Every question with its answer. */
export interface Tasks {
  readonly open: { readonly ask: FileIn; readonly answer: Opened };
  readonly sheet: { readonly ask: { readonly name: string }; readonly answer: SheetGrid };
  readonly write: { readonly ask: { readonly output: Output }; readonly answer: FileOut };
  readonly preview: { readonly ask: null; readonly answer: Preview };
  readonly source: { readonly ask: { readonly id: string }; readonly answer: Source | undefined };
  readonly feeds: { readonly ask: { readonly address: string }; readonly answer: readonly Fed[] };
  readonly blank: {
    readonly ask: {
      readonly year: number;
      readonly kind: keyof typeof entityKinds;
      /** The office's own list of codes. */
      readonly codes?: FileIn;
    };
    readonly answer: FileOut;
  };
  readonly sample: { readonly ask: null; readonly answer: FileOut };
  readonly nextYear: { readonly ask: FileIn; readonly answer: Made };
  readonly merge: { readonly ask: readonly FileIn[]; readonly answer: Made };
  /** Against the workbook that is open, which must be without errors. */
  readonly verify: { readonly ask: FileIn; readonly answer: DocumentResult };
  readonly audit: { readonly ask: FileIn; readonly answer: DocumentResult };
  /** The copy with comments of what was examined last. */
  /** The data of the document that was audited last. */
  readonly auditedData: { readonly ask: null; readonly answer: FileOut };
  readonly commented: {
    /** `wording`: with the differences of the wording alone. */
    readonly ask: { readonly against: Against; readonly wording: boolean };
    readonly answer: FileOut;
  };
  readonly importFiles: {
    readonly ask: {
      readonly files: readonly FileIn[];
      /** The office's own list of codes. */
      readonly codes: FileIn | undefined;
      /** Answers that were saved before. */
      readonly saved: FileIn | undefined;
      /** The workbook is to be that of the year after. */
      readonly next: boolean;
    };
    readonly answer: Imported;
  };
  /** Of the files that were read last. */
  readonly importAnswered: {
    readonly ask: { readonly answers: Answers; readonly next: boolean };
    readonly answer: Imported;
  };
  readonly savedAnswers: {
    readonly ask: { readonly answers: Answers; readonly questions: readonly Question[] };
    readonly answer: FileOut;
  };
  readonly compare: {
    readonly ask: { readonly before: FileIn; readonly after: FileIn };
    readonly answer: CompareResult;
  };
  /** What was compared last, as a file. */
  readonly comparison: { readonly ask: { readonly ending: 'xlsx' | 'html' }; readonly answer: FileOut };
  readonly one: { readonly ask: FileIn; readonly answer: BatchRow };
  readonly auditOne: { readonly ask: FileIn; readonly answer: AuditRow };
  readonly auditTable: { readonly ask: readonly AuditRow[]; readonly answer: FileIn };
  readonly table: { readonly ask: readonly BatchRow[]; readonly answer: FileIn };
  readonly zip: { readonly ask: readonly FileIn[]; readonly answer: FileOut };
}

export type TaskName = keyof Tasks;

export interface PageQuestion<N extends TaskName = TaskName> {
  readonly number: number;
  readonly task: N;
  readonly ask: Tasks[N]['ask'];
}

export type Reply =
  /** The worker needs a part of the page that it does not carry along (src/web/platform/parts.ts). */
  | { readonly need: string }
  | { readonly number: number; readonly answer: unknown }
  /** Nothing can be done with these files: why, in a sentence for the office. */
  | { readonly number: number; readonly problem: string }
  /** Our own fault: told as such, and the page goes on. */
  | { readonly number: number; readonly fault: string };
