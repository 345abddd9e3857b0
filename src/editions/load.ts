/**
 * Loads an edition: one year's form as a folder of data and templates (templates/<year>/), what it does not say itself
 * coming from the folder that it extends and at last from templates/shared. The only place that reads editions from
 * disk.
 */
import { compileTemplates } from '../compile/compile.js';
import { grammarOf } from '../compile/grammar.js';
import { partNumbersOf } from '../compile/parts.js';
import {
  type Edition,
  type EditionCode,
  type EditionTexts,
  sharedFolder,
  type TemplateSource,
} from '../document/edition.js';
import { filesBelow, foldersIn, isSamePath, isThere, joined, lastName } from '../platform/files.js';
import { nearest } from '../vocabulary/names.js';
import { codeCategories } from '../vocabulary/terms.js';
import { layout, type SheetKey } from '../workbook/layout/layout.js';
import { EditionError, type EditionFile, parseEditionFile, placeOfWord, readText } from './editionFile.js';
import { builtGrammarOf, builtOf } from './precompiled.js';

export { EditionError };

const editionFileName = 'edition.json';
const codesFileName = 'codes.csv';

/** The years that `root` (the templates folder) has an edition for, ascending. */
export function editionYears(root: string): number[] {
  const names = foldersIn(root)
    .filter((name) => /^\d{4}$/.test(name))
    .filter((name) => isThere(joined(root, name, editionFileName)));
  return names.map(Number).sort((a, b) => a - b);
}

/** Reads the edition of a year. Throws EditionError. */
export const loadEdition = (root: string, year: number): Edition => loadEditionFrom(joined(root, String(year)), root);

/**
 * Reads an edition from any folder, also an office's own outside `root`; the folders that it extends are looked up in
 * `root`. Throws EditionError. Mistakes in templates show in `compileTemplates`.
 */
export function loadEditionFrom(folder: string, root: string): Edition {
  const chain = chainOf(folder, root);
  const first = <T>(pick: (file: EditionFile) => T | undefined): T | undefined =>
    chain.map(({ data }) => pick(data)).find((value) => value !== undefined);
  const needed = <T>(name: keyof EditionFile, pick: (file: EditionFile) => T | undefined): T => {
    const value = first(pick);
    if (value === undefined) throw new EditionError(`缺少“${name}”。`, { file: fileOf(folder, editionFileName) });
    return value;
  };
  const codes = codesOf(chain);
  refuseUnusedWords(chain);
  const withoutSheets = first((file) => file.withoutSheets) ?? [];
  const merged = <T>(pick: (file: EditionFile) => Readonly<Record<string, T>> | undefined) =>
    Object.assign({}, ...chain.map(({ data }) => pick(data)).reverse()) as Readonly<Record<string, T>>;
  const edition = {
    year: needed('year', (file) => file.year),
    classes: needed('classes', (file) => file.classes).map((code) => ({ code, name: classNameOf(code, codes, chain) })),
    sheets: (Object.keys(layout) as SheetKey[]).filter((key) => !withoutSheets.includes(key)),
    withoutColumns: first((file) => file.withoutColumns) ?? {},
    codes,
    templates: templatesOf(chain),
    words: merged((file) => file.words),
    switches: merged((file) => file.switches),
  };
  return { ...edition, ...madeOf(edition) };
}

/** As it was made when the package was built, if the templates are still the same; else when it is first called for. */
function madeOf(edition: EditionTexts): Pick<Edition, 'compiled' | 'partNumbers' | 'grammar'> {
  const built = once(() => builtOf(edition));
  const compiled = once(() => built()?.compiled ?? compileTemplates(edition));
  const partNumbers = once(() => built()?.partNumbers ?? (compiled() && partNumbersOf(edition)));
  const grammar = once(() => builtGrammarOf(edition) ?? grammarOf(edition));
  return { compiled, partNumbers, grammar };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

interface Folder {
  readonly path: string;
  readonly source: string;
  readonly data: EditionFile;
  readonly templates: readonly TemplateSource[];
}

const fileOf = (folder: string, name: string): string => `${lastName(folder)}/${name}`;

/** The edition's own folder, then those behind it, nearest first. */
function chainOf(folder: string, root: string): Folder[] {
  const chain: Folder[] = [];
  let next: string | undefined = folder;
  while (next !== undefined) {
    const current: Folder = readFolder(next, isSamePath(next, joined(root, sharedFolder)));
    if (chain.some((before) => isSamePath(before.path, current.path))) {
      const place = placeOfWord(current.source, fileOf(current.path, editionFileName), 'extends');
      throw new EditionError('“extends”绕了一圈又回到这个文件夹。', place);
    }
    chain.push(current);
    next = behind(current, root);
  }
  return chain;
}

function readFolder(path: string, isShared: boolean): Folder {
  const file = fileOf(path, editionFileName);
  if (isShared) return { path, source: '', data: {}, templates: readTemplates(path) };
  if (!isThere(path)) throw new EditionError('没有这个表样文件夹。', { file: path });
  const source = readText(joined(path, editionFileName), file);
  return { path, source, data: parseEditionFile(source, file), templates: readTemplates(path) };
}

function behind({ path, source, data }: Folder, root: string): string | undefined {
  if (isSamePath(path, joined(root, sharedFolder))) return undefined;
  const name = data.extends ?? sharedFolder;
  const names = foldersIn(root);
  if (names.includes(name)) return joined(root, name);
  const place = placeOfWord(source, fileOf(path, editionFileName), name);
  const known = names.sort();
  throw new EditionError(`“extends”的“${name}”不是表样文件夹，可用的有 ${known.join('、')}。`, place);
}

/** Of one name, the nearest folder's template. */
function templatesOf(chain: readonly Folder[]): TemplateSource[] {
  const chosen = new Map<string, TemplateSource>();
  for (const template of chain.flatMap(({ templates }) => templates)) {
    if (!chosen.has(template.name)) chosen.set(template.name, template);
  }
  return [...chosen.values()];
}

function readTemplates(folder: string): TemplateSource[] {
  const paths = filesBelow(folder).filter((path) => path.endsWith('.hbs'));
  return paths.map((path) => {
    const file = fileOf(folder, path);
    return { name: path.replace(/\.hbs$/, ''), file, source: readText(joined(folder, path), file) };
  });
}

/**
 * A word or switch that no folder behind declares and no template names does nothing: it is misspelt, and what it was
 * meant to change would go on printing as before. The templates that a nearer folder replaced count too: their words
 * are not misspelt.
 */
function refuseUnusedWords(chain: readonly Folder[]): void {
  const named = new Set(
    chain
      .flatMap(({ templates }) => templates)
      .flatMap(({ source }) =>
        (source.match(/\{\{[\s\S]*?\}\}/g) ?? []).flatMap((tag) => tag.match(/[\p{L}\p{N}_$-]+/gu) ?? []),
      ),
  );
  for (const member of ['words', 'switches'] as const) {
    const declared = chain.map(({ data }) => Object.keys(data[member] ?? {}));
    chain.forEach(({ path, source }, index) => {
      const behind = new Set(declared.slice(index + 1).flat());
      const key = declared[index]?.find((name) => !behind.has(name) && !named.has(name));
      if (key === undefined) return;
      const like = nearest(
        key,
        [...new Set(declared.flat())].filter((name) => name !== key),
      );
      const hint = like === undefined ? '' : `，最接近的是“${like}”`;
      const place = placeOfWord(source, fileOf(path, editionFileName), key);
      throw new EditionError(`“${member}”中的“${key}”没有模板用到${hint}。`, place);
    });
  }
}

const codesFolder = (chain: readonly Folder[]) => chain.find(({ path }) => isThere(joined(path, codesFileName)));

function codesOf(chain: readonly Folder[]): EditionCode[] {
  const folder = codesFolder(chain);
  const [own] = chain;
  if (!folder) throw new EditionError('缺少科目名称文件。', { file: fileOf(own?.path ?? '', codesFileName) });
  const file = fileOf(folder.path, codesFileName);
  return parseCodes(readText(joined(folder.path, codesFileName), file), file);
}

/** `科目类别,科目编码,科目名称,出处`; names contain no comma. */
function parseCodes(source: string, file: string): EditionCode[] {
  const [, ...lines] = source.trimEnd().split('\n');
  return lines.map((line, index) => {
    const [category = '', code = '', name = ''] = line.split(',');
    if (!Object.hasOwn(codeCategories, category) || !/^\d{3,7}$/.test(code) || name === '') {
      throw new EditionError(`“${line}”应为：科目类别,科目编码,科目名称,出处。`, { file, line: index + 2 });
    }
    return { category: category as EditionCode['category'], code, name };
  });
}

/** The class as codes.csv names it; without a name it could not be printed. */
function classNameOf(code: string, codes: readonly EditionCode[], chain: readonly Folder[]): string {
  const named = codes.find((row) => row.category === '功能分类' && row.code === code);
  if (named) return named.name;
  const owner = chain.find(({ data }) => data.classes !== undefined);
  const file = fileOf(owner?.path ?? '', editionFileName);
  const codesFile = fileOf(codesFolder(chain)?.path ?? '', codesFileName);
  throw new EditionError(`类 ${code} 在 ${codesFile} 中没有名称。`, placeOfWord(owner?.source ?? '', file, code));
}
