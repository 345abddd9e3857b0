/**
 * The package around the body. The docx library makes it, once for every sequence of sections: root element, section properties,
 * headers and footers, relationships, theme. Our own styles, settings and properties go in, what we do not use goes out, and all that
 * would differ from one run to the next is made the same. The same tree gives the same bytes, in any process and time zone.
 */

import { Document, Packer, Paragraph } from 'docx';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Section } from '../../document/tree.js';
import { fontTableXml, patchThemeFonts } from './fonts.js';
import { sectionFrame } from './page.js';
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

const DOCUMENT = 'word/document.xml';
const PROPERTIES = 'docProps/core.xml';

/** A package without a body, from which any document with such sections is made. */
export interface Frame {
  /** All parts but the document and its properties. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** `w:document` up to and with the opening of `w:body`. */
  readonly opening: string;
  /** The `w:sectPr` of every section. */
  readonly sections: readonly string[];
}

/** Depends on nothing but the sections' frames, of which an edition has one sequence. */
export async function makeFrame(sections: readonly Section[]): Promise<Frame> {
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    sections: sections.map((section, index) => ({
      ...sectionFrame(section, sections[index - 1]),
      children: [new Paragraph({})],
    })),
  });
  const written = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)));
  const parts = new Map(Object.entries(written).map(([path, data]) => [path, strFromU8(data)]));
  const documentXml = parts.get(DOCUMENT) ?? '';
  removeUnused(parts);
  change(parts, 'word/theme/theme1.xml', patchThemeFonts);
  parts.set('word/styles.xml', stylesXml());
  parts.set('word/fontTable.xml', fontTableXml());
  parts.set('word/settings.xml', settingsXml());
  parts.delete(DOCUMENT);
  parts.delete(PROPERTIES);
  const body = '<w:body>';
  return {
    parts: new Map([...parts].map(([path, xml]) => [path, strToU8(xml)])),
    opening: documentXml.slice(0, documentXml.indexOf(body) + body.length),
    sections: documentXml.match(/<w:sectPr>.*?<\/w:sectPr>/gs) ?? [],
  };
}

/** The finished file. */
export function finishPackage(
  { parts, opening }: Frame,
  body: string,
  properties: { readonly title: string; readonly entity: string },
): Uint8Array {
  const all = new Map(parts);
  all.set(DOCUMENT, strToU8(`${opening}${body}</w:body></w:document>`));
  all.set(PROPERTIES, strToU8(corePropertiesXml(properties.title, properties.entity)));
  return zip(all);
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

/** Content types first, as readers that stream expect, then by name. */
function zip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const first = '[Content_Types].xml';
  const paths = [...parts.keys()].filter((path) => path !== first).sort();
  const files: Zippable = {};
  for (const path of [first, ...paths]) files[path] = parts.get(path) ?? new Uint8Array();
  return zipSync(files, { mtime: ENTRY_TIME, level: 6 });
}
