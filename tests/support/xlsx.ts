/**
 * Builds small .xlsx files out of strings, so that a test shows the XML that it is about. Writes what it is told, also
 * nonsense.
 */
import { strToU8, zipSync } from 'fflate';

export type Parts = Record<string, string | Uint8Array>;

export interface SheetSpec {
  readonly name: string;
  /** What stands inside `<sheetData>`. */
  readonly rows?: string;
  /** What stands before `<sheetData>` (cols, dimension) and after it (mergeCells …). */
  readonly before?: string;
  readonly after?: string;
  /** Further attributes of `<sheet>`, e.g. `state="hidden"`. */
  readonly attributes?: string;
}

export interface XlsxSpec {
  readonly sheets?: readonly SheetSpec[];
  /** What stands inside each `<si>`. */
  readonly sharedStrings?: readonly string[];
  /** Custom format codes; cell style n+1 (`s="n+1"`) has the n-th of them, or the built-in number given. */
  readonly formats?: readonly (string | number)[];
  /** What stands in the workbook part before `<sheets>`. */
  readonly workbook?: string;
  /** Parts added, replaced or (undefined) left out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | undefined>>;
}

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE_REL = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const relationships = (list: readonly { id: string; type: string; target: string; mode?: string }[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE_REL}">${list
    .map(({ id, type, target, mode }) => {
      const external = mode ? ` TargetMode="${mode}"` : '';
      return `<Relationship Id="${id}" Type="${type.includes(':') ? type : `${REL}/${type}`}" Target="${target}"${external}/>`;
    })
    .join('')}</Relationships>`;

export const contentTypes = (main = `${TYPE}.sheet.main+xml`, part = '/xl/workbook.xml'): string =>
  `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="${part}" ContentType="${main}"/></Types>`;

export const sheetXml = ({ rows = '', before = '', after = '' }: Omit<SheetSpec, 'name'>): string =>
  `${HEAD}<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;

/** The parts of a workbook, for a test that wants to change one before zipping. */
export function xlsxParts(spec: XlsxSpec = {}): Parts {
  const sheets = spec.sheets ?? [{ name: '表一' }];
  const parts: Record<string, string | Uint8Array | undefined> = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relationships([{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }]),
    'xl/workbook.xml': workbookXml(sheets, spec.workbook ?? ''),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, i) => ({ id: `rId${i + 1}`, type: 'worksheet', target: `worksheets/sheet${i + 1}.xml` })),
      { id: 'rIdStrings', type: 'sharedStrings', target: 'sharedStrings.xml' },
      { id: 'rIdStyles', type: 'styles', target: 'styles.xml' },
    ]),
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${(spec.sharedStrings ?? []).map((si) => `<si>${si}</si>`).join('')}</sst>`,
    'xl/styles.xml': stylesXml(spec.formats ?? []),
  };
  for (const [index, sheet] of sheets.entries()) parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet);
  const all = Object.entries({ ...parts, ...spec.parts });
  return Object.fromEntries(all.filter((entry): entry is [string, string | Uint8Array] => entry[1] !== undefined));
}

export const xlsx = (spec: XlsxSpec = {}): Uint8Array => zipParts(xlsxParts(spec));

/** `level` 0 stores the parts as they are. */
export function zipParts(parts: Parts, { level = 6 }: { level?: 0 | 6 } = {}): Uint8Array {
  const files = Object.entries(parts).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data]);
  return zipSync(Object.fromEntries(files), { level, mtime: new Date(1980, 0, 1) });
}

function workbookXml(sheets: readonly SheetSpec[], before: string): string {
  const list = sheets.map(
    ({ name, attributes = '' }, i) => `<sheet name="${name}" sheetId="${i + 1}" ${attributes} r:id="rId${i + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${REL}">${before}<sheets>${list.join('')}</sheets></workbook>`;
}

function stylesXml(formats: readonly (string | number)[]): string {
  const quoted = (code: string) => code.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  const custom = formats.flatMap((code, i) =>
    typeof code === 'number' ? [] : [`<numFmt numFmtId="${164 + i}" formatCode="${quoted(code)}"/>`],
  );
  const xfs = formats.map((code, i) => `<xf numFmtId="${typeof code === 'number' ? code : 164 + i}"/>`);
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${custom.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs></styleSheet>`;
}
