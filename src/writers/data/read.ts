/** A package of data read back: of ours, of whatever version, or put together by others by docs/data.md. */
import { ReadProblem } from '../../container/problem.js';
import { openZip, type Zip } from '../../container/readZip.js';
import { linesOf, textOf } from './csv.js';
import { type DataRow, dataVersion, type Field, type PublishedData, type ResourceName, resources } from './fields.js';
import { amountFaults, type NumberedRow, referenceFaults, typeFaults } from './valid.js';

/** `reason`: the rest of a sentence that begins with the file's name; `notices`: sentences of the same kind. */
export type DataRead =
  | { readonly ok: true; readonly data: PublishedData; readonly notices: readonly string[] }
  | { readonly ok: false; readonly reason: string };

const names = Object.keys(resources) as ResourceName[];
const descriptorName = 'datapackage.json';

/** The package may lie in a folder of the zip file. Undefined where there is none, or more than one. */
function descriptorPath({ entries }: Zip): string | undefined {
  const found = [...entries.keys()].filter((path) => path.split('/').at(-1) === descriptorName);
  return entries.has(descriptorName) ? descriptorName : found.length === 1 ? found[0] : undefined;
}

/** Whether a zip file says that it is such a package. */
export function isDataPackage(bytes: Uint8Array): boolean {
  try {
    return descriptorPath(openZip(bytes)) !== undefined;
  } catch (error) {
    if (error instanceof ReadProblem) return false;
    throw error;
  }
}

/** What is wrong with a package, told to whoever reads it. */
class Fault extends Error {}

/**
 * Never throws on what a file holds. Fields that it does not know are left out, those of later versions that a package
 * lacks are absent. What is not consistent with its own fields is refused: no text becomes a number or none.
 */
export function readDataPackage(bytes: Uint8Array): DataRead {
  try {
    const zip = openZip(bytes);
    const { version, pathOf } = descriptorOf(zip);
    const rows = (name: ResourceName) => rowsOf(zip, pathOf(name), name);
    const read = Object.fromEntries(names.map((name) => [name, rows(name)])) as Record<ResourceName, NumberedRow[]>;
    const all = names.flatMap((name) => read[name]).map(({ row }) => row);
    const publisher = publisherOf(all);
    const faults = faultsIn(read);
    if (faults.length > 0) throw new Fault(`里的数据自相矛盾或写法不对，没有读取：${listed(faults)}`);
    const plain = Object.fromEntries(names.map((name) => [name, read[name].map(({ row }) => row)]));
    if (read.figures.length + read.tables.length === 0) throw new Fault('里面没有 figures.csv、tables.csv，或是空的。');
    const notices = isNewer(version) ? [`字段定义的版本是 ${version}，比本工具的 ${dataVersion} 新。`] : [];
    return { ok: true, data: { ...publisher, ...(plain as Record<ResourceName, DataRow[]>) }, notices };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, reason: error.message };
    if (error instanceof ReadProblem) return { ok: false, reason: '打不开，可能已损坏，或超出了能读的大小。' };
    throw error;
  }
}

const mostListed = 5;

function listed(faults: readonly string[]): string {
  const rest = faults.length - mostListed;
  return [...faults.slice(0, mostListed), ...(rest > 0 ? [`另有 ${rest} 处。`] : [])]
    .map((one) => `\n  ${one}`)
    .join('');
}

interface Descriptor {
  readonly version: string;
  /** Where a file of the package lies; undefined where the package has none such. */
  readonly pathOf: (name: ResourceName) => string | undefined;
}

/** Throws Fault. */
function descriptorOf(zip: Zip): Descriptor {
  const at = descriptorPath(zip) ?? descriptorName;
  const folder = at.slice(0, -descriptorName.length);
  const { version, listed: declared } = descriptorFields(jsonOf(zip, at));
  if (version !== undefined && version.split('.')[0] !== dataVersion.split('.')[0])
    throw new Fault(`的字段定义是 ${version} 版的，本工具只能读 ${dataVersion.split('.')[0]} 开头的版本。`);
  const paths = new Map(declared.map(({ name, path }) => [name, folder + path]));
  for (const [name, path] of paths)
    if (names.some((one) => one === name) && !zip.entries.has(path))
      throw new Fault(`的 ${descriptorName} 里写了 ${path}，压缩包里没有这个文件。`);
  return { version: version ?? dataVersion, pathOf: (name) => paths.get(name) };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function descriptorFields(value: unknown) {
  const { version, resources: list } = isRecord(value) ? value : {};
  if (!Array.isArray(list)) throw new Fault(`的 ${descriptorName} 里没有写明各文件（resources）。`);
  const declared = list.filter(isRecord).flatMap(({ name, path }) => {
    const one = Array.isArray(path) && path.length === 1 ? path[0] : path;
    return typeof name === 'string' && typeof one === 'string' ? [{ name, path: one.replace(/^\.\//, '') }] : [];
  });
  return { version: typeof version === 'string' ? version : undefined, listed: declared };
}

function jsonOf(zip: Zip, path: string): unknown {
  try {
    return JSON.parse(decoded(zip, path).replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Fault(`的 ${descriptorName} 不是 JSON，读不了。`);
    throw error;
  }
}

/** '' where there is no such file. */
function decoded(zip: Zip, path: string): string {
  const entry = zip.entries.get(path);
  const text = entry ? textOf(zip, entry) : '';
  if (text === undefined)
    throw new Fault(`里的 ${path} 不是 UTF-8 编码的，汉字会读错。请在 Excel 里另存为“CSV UTF-8（逗号分隔）”。`);
  return text;
}

const isNewer = (version: string): boolean => Number(version.split('.')[1]) > Number(dataVersion.split('.')[1]);

/** Fields that came with later versions than the first, which earlier packages lack. */
const later: ReadonlySet<string> = new Set([
  'tables unit',
  ...['basis', 'last', 'weight', 'scoring', 'evidence'].map((one) => `indicators ${one}`),
]);

function rowsOf(zip: Zip, path: string | undefined, name: ResourceName): NumberedRow[] {
  if (path === undefined) return [];
  const { lines: all, broken } = linesOf(decoded(zip, path));
  if (broken !== undefined) throw new Fault(`里的 ${name}.csv 第 ${broken} 行的引号不成对，读不了。`);
  const [heads = [], ...lines] = all;
  const fields: readonly Field[] = resources[name];
  const file = `${name}.csv`;
  const twice = heads.find((head, index) => head !== '' && heads.indexOf(head) !== index);
  if (twice !== undefined) throw new Fault(`里的 ${file} 有两列都叫“${twice}”。`);
  const lacking = fields.filter((field) => !heads.includes(field.name) && !later.has(`${name} ${field.name}`));
  const essential = lacking.filter(({ constraints, name: own }) => constraints?.required || own === 'value');
  if (essential.length > 0) throw new Fault(`里的 ${file} 没有“${essential.map((one) => one.name).join('”“')}”列。`);
  return lines.flatMap((cells, index) => {
    if (cells.every((cell) => cell === '')) return [];
    if (cells.slice(heads.length).some((cell) => cell !== '') || cells.length < heads.length)
      throw new Fault(`里的 ${file} 第 ${index + 2} 行有 ${cells.length} 格，与第 1 行的 ${heads.length} 列对不上。`);
    return [{ line: index + 2, row: rowOf(fields, heads, cells) }];
  });
}

const rowOf = (fields: readonly Field[], heads: readonly string[], cells: readonly string[]): DataRow =>
  Object.fromEntries(
    fields.flatMap(({ name, type }) => {
      const at = heads.indexOf(name);
      if (at < 0) return [];
      const cell = cells[at] ?? '';
      return [[name, type === 'string' ? withoutApostrophe(cell) : type === 'boolean' ? cell.toLowerCase() : cell]];
    }),
  );

/** What the writing put before a text that Excel would compute. */
const withoutApostrophe = (text: string): string => (/^'\s*[=+\-@＝＋－＠]|^'[\t\r]/.test(text) ? text.slice(1) : text);

function faultsIn(read: Readonly<Record<ResourceName, readonly NumberedRow[]>>): string[] {
  const { figures, tables } = read;
  const ofTypes = names.flatMap((name) => typeFaults(name, resources[name], read[name]));
  // amounts of what is no number say nothing more
  if (ofTypes.length > 0) return ofTypes;
  return [
    ...amountFaults('figures', figures, ({ unit }) => unit === '万元'),
    ...amountFaults('tables', tables, () => true),
    ...referenceFaults(figures, tables),
  ];
}

/** Throws Fault. Rows that do not say it are told as such later (`typeFaults`). */
function publisherOf(rows: readonly DataRow[]): Pick<PublishedData, 'year' | 'entity' | 'kind'> {
  const publishers = rows
    .map(({ year = '', entity = '', kind = '' }) => ({ year, entity, kind }))
    .filter(({ year, entity, kind }) => /^\d{4}$/.test(year) && entity !== '' && kind !== '');
  const publisher = publishers[0] ?? { year: '', entity: '', kind: '' };
  if (new Set(publishers.map((one) => Object.values(one).join('\n'))).size > 1)
    throw new Fault('里面有几个部门（单位）或几个年度的数，请每份分开。');
  if (publisher.kind !== '' && publisher.kind !== '部门' && publisher.kind !== '单位')
    throw new Fault(`的“kind”列写的是“${publisher.kind}”，只能是“部门”或“单位”。`);
  return publisher;
}
