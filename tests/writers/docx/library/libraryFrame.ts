/**
 * The package around the body as the docx library makes it, without what we do not use and what we write ourselves:
 * what ours is held against.
 */

import { Document, Packer, Paragraph } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { patchThemeFonts } from '../../../../src/writers/docx/fonts.js';
import type { FrameSection } from '../../../../src/writers/docx/margins.js';
import { CONTENT_TYPES, DOCUMENT, PROPERTIES, THEME } from '../../../../src/writers/docx/package.js';
import { sectionFrame } from './page.js';

/** Parts that the library always writes and our documents never use. */
const UNUSED = [
  'word/numbering.xml',
  'word/footnotes.xml',
  'word/endnotes.xml',
  'docProps/custom.xml',
  'docProps/app.xml',
] as const;

/** Parts that are ours. */
const OWN = [DOCUMENT, PROPERTIES, 'word/styles.xml', 'word/fontTable.xml', 'word/settings.xml'];

/** Extensions that occur in our package. */
const EXTENSIONS = ['rels', 'xml'];

/** A frame (package.ts) with its parts as text. */
export interface LibraryFrame {
  readonly parts: ReadonlyMap<string, string>;
  readonly opening: string;
  readonly sections: readonly string[];
}

export async function libraryFrame(sections: readonly FrameSection[]): Promise<LibraryFrame> {
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
  change(parts, THEME, patchThemeFonts);
  for (const path of OWN) parts.delete(path);
  const body = '<w:body>';
  return {
    parts,
    opening: documentXml.slice(0, documentXml.indexOf(body) + body.length),
    sections: documentXml.match(/<w:sectPr>.*?<\/w:sectPr>/gs) ?? [],
  };
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
  change(parts, CONTENT_TYPES, (xml) =>
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
