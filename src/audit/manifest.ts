/**
 * The manifest: what a document was made from and with, in hashes, so that anyone can later say that the same workbook,
 * form and version gave these bytes. It names no date, person, machine or folder.
 */

import type { Finding } from '../diagnostics/finding.js';
import type { Edition } from '../document/edition.js';
import { editionHash } from '../editions/hash.js';
import { sha256Of } from '../platform/hash.js';
import { fullAddress } from '../vocabulary/cells.js';

export const manifestFormat = 'yusuan-manifest/1';

/** FORM money-1 to money-4, in the words of the office. */
export const roundingRule =
  '金额以元精确计算；印出时折成万元，四舍五入保留两位小数，只舍入一次；占比、增减额、增减率按印出的数计算，四舍五入保留两位小数。';

interface HashedFile {
  /** Without its folder. */
  readonly file: string;
  readonly sha256: string;
}

export interface Manifest {
  readonly format: typeof manifestFormat;
  readonly tool: { readonly name: 'yusuan'; readonly version: string };
  readonly edition: { readonly year: number; readonly sha256: string };
  readonly rounding: string;
  readonly workbook: HashedFile;
  readonly document: HashedFile;
  /**
   * The contents hold page numbers, which a layout program counted: the bytes follow from the workbook and that
   * program.
   */
  readonly paginated?: true;
  readonly findings: readonly {
    readonly code: string;
    readonly severity: Finding['severity'];
    readonly cell: string;
    readonly message: string;
  }[];
}

export interface ManifestInput {
  readonly version: string;
  readonly edition: Edition;
  readonly workbook: { readonly name: string; readonly bytes: Uint8Array };
  readonly document: { readonly name: string; readonly bytes: Uint8Array };
  readonly paginated?: boolean | undefined;
  readonly findings: readonly Finding[];
}

export function manifestOf({ version, edition, workbook, document, paginated, findings }: ManifestInput): Manifest {
  return {
    format: manifestFormat,
    tool: { name: 'yusuan', version },
    edition: { year: edition.year, sha256: editionHash(edition) },
    rounding: roundingRule,
    workbook: { file: workbook.name, sha256: sha256Of(workbook.bytes) },
    document: { file: document.name, sha256: sha256Of(document.bytes) },
    ...(paginated ? { paginated: true } : {}),
    findings: findings.map(({ code, severity, at, message }) => ({
      code,
      severity,
      cell: at ? fullAddress(at) : '',
      message,
    })),
  };
}

/** Undefined when the text is no manifest of ours. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const data = JSON.parse(text.replace(/^\uFEFF/, '')) as Partial<Manifest> | null;
    const hashed = (part: Partial<HashedFile> | undefined) =>
      typeof part?.file === 'string' && /^[0-9a-f]{64}$/.test(part.sha256 ?? '');
    const whole =
      data?.format === manifestFormat &&
      hashed(data.workbook) &&
      hashed(data.document) &&
      typeof data.edition?.year === 'number' &&
      typeof data.edition.sha256 === 'string' &&
      typeof data.tool?.version === 'string';
    return whole ? (data as Manifest) : undefined;
  } catch {
    return undefined;
  }
}
