/**
 * The post-pass over the library's package: our own styles, settings and properties go in, what we do not use goes out, and all that
 * would differ from one run to the next is made the same. The same tree gives the same bytes, in any process and time zone.
 */

import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { type ContentsEntry, type ContentsPages, fillContents } from './contents.js';
import { fontTableXml, patchThemeFonts } from './fonts.js';
import { corePropertiesXml, settingsXml } from './parts.js';
import { stylesXml } from './styles.js';

/** Parts that the library always writes and our documents never use. */
const UNUSED = [
  'word/numbering.xml',
  'word/footnotes.xml',
  'word/endnotes.xml',
  'docProps/custom.xml',
  'docProps/app.xml',
] as const;

/** Extensions that occur in our package. */
const EXTENSIONS = ['rels', 'xml'];

/** fflate writes the local clock's fields: a local date gives the same bytes in every time zone. Noon exists everywhere. */
const ENTRY_TIME = new Date(1980, 0, 1, 12, 0, 0);

export interface Properties {
  readonly title: string;
  readonly entity: string;
  readonly entries: readonly ContentsEntry[];
  readonly pages?: ContentsPages | undefined;
}

/** Takes the package as the library wrote it and returns the finished one. */
export function finishPackage(written: Uint8Array, properties: Properties): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(written)).map(([path, data]) => [path, strFromU8(data)]));
  removeUnused(parts);
  change(parts, 'word/document.xml', (xml) =>
    renumberBookmarks(fillContents(xml, properties.entries, properties.pages)),
  );
  change(parts, 'word/theme/theme1.xml', patchThemeFonts);
  parts.set('word/styles.xml', stylesXml());
  parts.set('word/fontTable.xml', fontTableXml());
  parts.set('word/settings.xml', settingsXml());
  parts.set('docProps/core.xml', corePropertiesXml(properties.title, properties.entity));
  return zip(parts);
}

function change(parts: Map<string, string>, path: string, how: (xml: string) => string): void {
  const xml = parts.get(path);
  if (xml !== undefined) parts.set(path, how(xml));
}

/** Deletes unused parts, what belongs to them, and relationship parts that relate nothing. */
function removeUnused(parts: Map<string, string>): void {
  for (const path of UNUSED) parts.delete(path);
  for (const [path, xml] of parts) {
    if (path.endsWith('.rels') && !xml.includes('<Relationship ')) parts.delete(path);
    else if (path.endsWith('.rels')) parts.set(path, keepTargets(xml));
  }
  change(parts, '[Content_Types].xml', (xml) =>
    xml
      .replace(/<Override [^>]*PartName="\/([^"]*)"[^>]*\/>/g, (entry, path: string) => (parts.has(path) ? entry : ''))
      .replace(/<Default [^>]*Extension="([^"]*)"[^>]*\/>/g, (entry, ext: string) =>
        EXTENSIONS.includes(ext) ? entry : '',
      ),
  );
}

function keepTargets(relationships: string): string {
  return relationships.replace(/<Relationship [^>]*Target="([^"]*)"[^>]*\/>/g, (entry, target: string) =>
    UNUSED.some((path) => path === target || path === `word/${target}`) ? '' : entry,
  );
}

/** The library counts bookmarks on through all documents of a process; here they count from 0 in each. */
function renumberBookmarks(documentXml: string): string {
  const numbers = new Map<string, number>();
  return documentXml.replace(/<w:bookmark(?:Start|End) [^>]*>/g, (element) =>
    element.replace(/w:id="([^"]*)"/, (_, id: string) => {
      const number = numbers.get(id) ?? numbers.size;
      numbers.set(id, number);
      return `w:id="${number}"`;
    }),
  );
}

/** Content types first, as readers that stream expect, then by name. */
function zip(parts: ReadonlyMap<string, string>): Uint8Array {
  const first = '[Content_Types].xml';
  const paths = [...parts.keys()].filter((path) => path !== first).sort();
  const files: Zippable = {};
  for (const path of [first, ...paths]) files[path] = strToU8(parts.get(path) ?? '');
  return zipSync(files, { mtime: ENTRY_TIME, level: 6 });
}
