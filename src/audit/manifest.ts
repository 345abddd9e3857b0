/**
 * The manifest: what a document was made from and with, in hashes, so that anyone can later say that the same workbook,
 * form and version gave these bytes. It names no date, person, machine or folder.
 */
import type { Finding } from '../diagnostics/finding.js';
import type { Edition } from '../document/edition.js';
import { editionHash } from '../editions/hash.js';
import { sha256Of } from '../platform/hash.js';
import type { PublishedFile } from '../published/open/index.js';
import { fullAddress } from '../vocabulary/cells.js';

const manifestFormat = 'yusuan-manifest/1';

/** FORM money-1 to money-4, in the words of the office. */
const roundingRule =
  '金额以元精确计算；印出时折成万元，四舍五入保留两位小数，只舍入一次；占比、增减额、增减率按印出的数计算，四舍五入保留两位小数。';

interface ManifestInput {
  readonly version: string;
  readonly edition: Edition;
  readonly workbook: PublishedFile;
  readonly document: PublishedFile;
  readonly paginated?: boolean | undefined;
  readonly findings: readonly Finding[];
}

/** Files are named without their folders. */
const hashed = ({ name, bytes }: PublishedFile) => ({ file: name, sha256: sha256Of(bytes) });

/**
 * `paginated`: the contents hold page numbers, which a layout program counted: the bytes follow from the workbook and
 * that program.
 */
export const manifestOf = (made: ManifestInput) => ({
  format: manifestFormat,
  tool: { name: 'yusuan', version: made.version },
  edition: { year: made.edition.year, sha256: editionHash(made.edition) },
  rounding: roundingRule,
  workbook: hashed(made.workbook),
  document: hashed(made.document),
  ...(made.paginated && { paginated: true }),
  findings: made.findings.map(({ code, severity, at, message }) => {
    return { code, severity, cell: at ? fullAddress(at) : '', message };
  }),
});

/** As it is written to a file. */
export type Manifest = Readonly<ReturnType<typeof manifestOf>>;

/** Undefined when the text is no manifest of ours. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const data = JSON.parse(text.replace(/^\uFEFF/, '')) as Partial<Manifest> | null;
    const { format, tool, edition, workbook, document } = data ?? {};
    const areHashed = [workbook, document].every(
      (part) => typeof part?.file === 'string' && /^[0-9a-f]{64}$/.test(part.sha256),
    );
    const areTold = [tool?.version, edition?.sha256].every((one) => typeof one === 'string');
    const isWhole = format === manifestFormat && areHashed && areTold && typeof edition?.year === 'number';
    return isWhole ? (data as Manifest) : undefined;
  } catch {
    return undefined;
  }
}
