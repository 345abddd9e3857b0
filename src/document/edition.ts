/**
 * An edition: one year's form as a folder of data and templates (templates/<year>/). The only place that reads it from disk.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { WorkbookScope } from '../model/bind/bind.js';
import { codeCategories } from '../model/terms.js';
import { layout, type SheetKey } from '../workbook/layout/layout.js';

export interface EditionCode {
  /** 功能分类 or 经济分类. */
  readonly category: keyof typeof codeCategories;
  readonly code: string;
  readonly name: string;
}

export interface TemplateSource {
  /** The partial's name: the path below the folder without `.hbs`, e.g. `tables/02-income`. */
  readonly name: string;
  /** For messages, e.g. `2026/tables/02-income.hbs`. */
  readonly file: string;
  readonly source: string;
}

export interface Edition extends WorkbookScope {
  readonly year: number;
  /** 支出功能分类 类 of the form, in its order. */
  readonly classes: readonly { readonly code: string; readonly name: string }[];
  /** Codes with their names as published documents of that year attest them; `yusuan new` fills them in. */
  readonly codes: readonly EditionCode[];
  /** The edition's own templates and, for names that it does not have, the shared ones. `document` is the root. */
  readonly templates: readonly TemplateSource[];
}

/** A mistake in an edition folder, told in Chinese with the file named. */
export class EditionError extends Error {}

interface EditionFile {
  readonly year: number;
  readonly withoutSheets: readonly SheetKey[];
  readonly withoutColumns: Partial<Record<SheetKey, readonly string[]>>;
  readonly classes: readonly string[];
}

const sharedFolder = 'shared';

/** The years that `root` (the templates folder) has an edition for, ascending. */
export function editionYears(root: string): number[] {
  const names = readdirSync(root, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && /^\d{4}$/.test(entry.name),
  );
  return names.map((entry) => Number(entry.name)).sort((a, b) => a - b);
}

/** Reads the edition of a year. Throws EditionError. */
export function loadEdition(root: string, year: number): Edition {
  const folder = join(root, String(year));
  const file = readEditionFile(join(folder, 'edition.json'));
  const own = readTemplates(root, folder);
  const ownNames = new Set(own.map((template) => template.name));
  const shared = readTemplates(root, join(root, sharedFolder)).filter((template) => !ownNames.has(template.name));
  const sheets = (Object.keys(layout) as SheetKey[]).filter((key) => !file.withoutSheets.includes(key));
  const codes = readCodes(join(folder, 'codes.csv'));
  const classes = file.classes.map((code) => {
    const named = codes.find((row) => row.category === '功能分类' && row.code === code);
    if (!named) throw new EditionError(`edition.json 中的类 ${code} 在 codes.csv 中没有名称。`);
    return { code, name: named.name };
  });
  return {
    year: file.year,
    classes,
    sheets,
    withoutColumns: file.withoutColumns,
    codes,
    templates: [...own, ...shared],
  };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n');
  } catch {
    throw new EditionError(`表样文件夹里没有 ${path}。`);
  }
}

function readEditionFile(path: string): EditionFile {
  let data: Partial<EditionFile>;
  try {
    data = JSON.parse(readText(path));
  } catch (error) {
    if (error instanceof EditionError) throw error;
    throw new EditionError(`${path} 不是正确的 JSON 文件：${(error as Error).message}`);
  }
  const { year, classes, withoutSheets = [], withoutColumns = {} } = data;
  if (typeof year !== 'number' || !Array.isArray(classes) || classes.some((code) => !/^\d{3}$/.test(code))) {
    throw new EditionError(`${path} 应有 year（年度）和 classes（支出功能分类各类的编码）。`);
  }
  const unknown = [...withoutSheets, ...Object.keys(withoutColumns)].filter((key) => !(key in layout));
  if (unknown.length > 0) throw new EditionError(`${path} 中的 ${unknown.join('、')} 不是工作簿的表。`);
  return { year, classes, withoutSheets, withoutColumns };
}

function readTemplates(root: string, folder: string): TemplateSource[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.hbs'));
  return paths.sort().map((path) => ({
    name: path
      .split(sep)
      .join('/')
      .replace(/\.hbs$/, ''),
    file: relative(root, join(folder, path)).split(sep).join('/'),
    source: readText(join(folder, path)),
  }));
}

/** `科目类别,科目编码,科目名称,出处`; names contain no comma. */
function readCodes(path: string): EditionCode[] {
  const [, ...lines] = readText(path).trim().split('\n');
  return lines.map((line) => {
    const [category = '', code = '', name = ''] = line.split(',');
    if (!(category in codeCategories) || !/^\d{3,7}$/.test(code) || name === '') {
      throw new EditionError(`${path} 中“${line}”一行应为：科目类别,科目编码,科目名称,出处。`);
    }
    return { category: category as EditionCode['category'], code, name };
  });
}
