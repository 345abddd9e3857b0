/** The data of a document as a Frictionless Data Package, zipped: datapackage.json and CSV files (docs/data.md). */
import { pack, zip } from '../../container/writeZip.js';
import { dataVersion, type Field, type PublishedData, type ResourceName, resources } from './fields.js';

const names = Object.keys(resources) as ResourceName[];

/** Every file of the package by name, as text. The same data give the same texts. */
export function dataFiles(data: PublishedData): [name: string, text: string][] {
  return [
    ['datapackage.json', `${JSON.stringify(descriptorOf(data), null, 2)}\n`],
    ...names.map((name): [string, string] => [`${name}.csv`, csvOf(data, name)]),
  ];
}

/** The bytes of the .zip file. */
export const writeDataPackage = (data: PublishedData): Uint8Array =>
  zip(dataFiles(data).map(([name, text]) => [name, pack(text)]));

const descriptorOf = ({ year, entity, kind }: PublishedData) => ({
  profile: 'tabular-data-package',
  name: `yusuan-${year}`,
  title: `${year}年${entity}${kind}预算公开数据`,
  version: dataVersion,
  resources: names.map((name) => ({
    profile: 'tabular-data-resource',
    name,
    path: `${name}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: { fields: resources[name], primaryKey: ['year', 'entity', 'number'] },
  })),
});

/** Excel takes a CSV file for UTF-8 only by this mark. */
const mark = '\ufeff';

function csvOf(data: PublishedData, name: ResourceName): string {
  const { year, entity, kind } = data;
  const fields: readonly Field[] = resources[name];
  const rows = data[name].map((row): Readonly<Record<string, string | undefined>> => ({ year, entity, kind, ...row }));
  const lines = [
    fields.map((field) => field.name),
    ...rows.map((row) => fields.map((field) => cellText(row[field.name] ?? '', field))),
  ];
  return `${mark}${lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`;
}

/** A text that Excel would compute gets an apostrophe before it; numbers stay numbers. */
const cellText = (text: string, { type }: Field): string =>
  type === 'string' && /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(text) ? `'${text}` : text;

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
