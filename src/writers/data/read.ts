/** A package of data read back: of ours, of whatever version, or put together by others by docs/data.md. */
import { limits } from '../../container/limits.js';
import { ReadProblem } from '../../container/problem.js';
import { inflateEntry, openZip, type Zip } from '../../container/readZip.js';
import { type DataRow, type PublishedData, type ResourceName, resources } from './fields.js';

/** `reason`: the rest of a sentence that begins with the file's name. */
export type DataRead =
  | { readonly ok: true; readonly data: PublishedData }
  | { readonly ok: false; readonly reason: string };

/** Whether a zip file says that it is such a package. */
export function isDataPackage(bytes: Uint8Array): boolean {
  try {
    return openZip(bytes).entries.has('datapackage.json');
  } catch (error) {
    if (error instanceof ReadProblem) return false;
    throw error;
  }
}

/** Never throws on what a file holds. Fields that it does not know are left out, those that it lacks are blank. */
export function readDataPackage(bytes: Uint8Array): DataRead {
  try {
    const zip = openZip(bytes);
    const rows = (name: ResourceName) => rowsOf(textIn(zip, `${name}.csv`), name);
    const [figures, tables, indicators, texts] = [rows('figures'), rows('tables'), rows('indicators'), rows('texts')];
    const publishers = [...figures, ...tables].map(({ year = '', entity = '', kind = '' }) => ({ year, entity, kind }));
    const [publisher] = publishers;
    if (publisher === undefined) return { ok: false, reason: '里面没有 figures.csv、tables.csv，或是空的。' };
    if (new Set(publishers.map((one) => Object.values(one).join('\n'))).size > 1)
      return { ok: false, reason: '里面有几个部门（单位）或几个年度的数，请每份分开。' };
    if (!/^\d{4}$/.test(publisher.year) || publisher.entity === '')
      return { ok: false, reason: '里面没有写明年度，或没有写明部门（单位）名称。' };
    return { ok: true, data: { ...publisher, figures, tables, indicators, texts } };
  } catch (error) {
    if (error instanceof ReadProblem) return { ok: false, reason: '打不开，可能已损坏，或超出了能读的大小。' };
    throw error;
  }
}

/** '' where the package has no such file. */
function textIn(zip: Zip, name: string): string {
  const entry = zip.entries.get(name);
  if (!entry) return '';
  const chunks: string[] = [];
  const decoder = new TextDecoder('utf-8');
  inflateEntry(zip, entry, { inflated: 0, cells: 0 }, (chunk, last) => {
    chunks.push(decoder.decode(chunk, { stream: !last }));
  });
  return chunks.join('');
}

function rowsOf(text: string, name: ResourceName): DataRow[] {
  const [names = [], ...rows] = linesOf(text);
  const strings = new Set<string>(resources[name].filter(({ type }) => type === 'string').map((field) => field.name));
  const known = new Set<string>(resources[name].map((field) => field.name));
  return rows.map((cells) =>
    Object.fromEntries(
      names.flatMap((field, index) => {
        const cell = cells[index] ?? '';
        return known.has(field) ? [[field, strings.has(field) ? withoutApostrophe(cell) : cell]] : [];
      }),
    ),
  );
}

/** What the writing put before a text that Excel would compute. */
const withoutApostrophe = (text: string): string => (/^'\s*[=+\-@＝＋－＠]|^'[\t\r]/.test(text) ? text.slice(1) : text);

/** The cells of a CSV file line by line (RFC 4180); lines may end as on any system. */
function linesOf(text: string): string[][] {
  const cell = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
  const lines: string[][] = [];
  let line: string[] = [];
  cell.lastIndex = text.startsWith('\ufeff') ? 1 : 0;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found || lines.length > limits.cells) throw new ReadProblem({ code: 'F13' });
    line.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === ',') continue;
    lines.push(line);
    line = [];
  }
  return line.length > 0 ? [...lines, [...line, '']] : lines;
}
