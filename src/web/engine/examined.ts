/** What 核对 and 单独核对 have in common: a document of others, what is wrong with it, and its copy with comments. */
import type { Finding } from '../../diagnostics/finding.js';
import type { DocumentResult } from './protocol.js';

export interface Examined {
  readonly result: DocumentResult;
  /** The bytes of a copy of the Word file with a comment at each place; only of a Word file. */
  readonly commented?: (wording: boolean) => Uint8Array;
  /** The figures that were read as a package of CSV files. Throws FileProblem where they would be misread. */
  readonly data?: () => Uint8Array;
}

/** A document in which nothing could be read or recognised: `sentences` say why. */
export const nothingRead = (sentences: readonly string[]): Examined => ({
  result: { reservations: sentences, findings: [], lines: [], blocks: [], takesComments: false },
});

/** A file that could not be opened. */
export const unreadable = (findings: readonly Finding[]): Examined =>
  nothingRead(findings.map(({ message, remedy }) => (remedy === '' ? message : `${message}办法：${remedy}`)));
