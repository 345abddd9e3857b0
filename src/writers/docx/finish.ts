/**
 * The finished file: frame, body and properties in one zip, in which nothing differs from one run to the next. The same tree gives the same
 * bytes, in any process and time zone.
 */

import { strToU8, type Zippable, zipSync } from 'fflate';
import { fontTableXml } from './fonts.js';
import { corePropertiesXml, settingsXml } from './parts.js';
import { stylesXml } from './styles.js';

/** fflate writes the local clock's fields: a local date gives the same bytes in every time zone. Noon exists everywhere. */
const ENTRY_TIME = new Date(1980, 0, 1, 12, 0, 0);

export const DOCUMENT = 'word/document.xml';
const PROPERTIES = 'docProps/core.xml';
const STYLES = 'word/styles.xml';
const FONT_TABLE = 'word/fontTable.xml';
const SETTINGS = 'word/settings.xml';

/** Parts that are ours; the others are the frame's. */
export const OWN = [DOCUMENT, PROPERTIES, STYLES, FONT_TABLE, SETTINGS] as const;

/** A package without a body, from which any document with such sections is made. */
export interface Frame {
  /** All parts but our own. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** `w:document` up to and with the opening of `w:body`. */
  readonly opening: string;
  /** The `w:sectPr` of every section. */
  readonly sections: readonly string[];
}

/** The finished file. */
export function finishPackage(
  { parts, opening }: Frame,
  body: string,
  properties: { readonly title: string; readonly entity: string },
): Uint8Array {
  const own: Record<(typeof OWN)[number], string> = {
    [DOCUMENT]: `${opening}${body}</w:body></w:document>`,
    [PROPERTIES]: corePropertiesXml(properties.title, properties.entity),
    [STYLES]: stylesXml(),
    [FONT_TABLE]: fontTableXml(),
    [SETTINGS]: settingsXml(),
  };
  const all = new Map(parts);
  for (const path of OWN) all.set(path, strToU8(own[path]));
  return zip(all);
}

/** Content types first, as readers that stream expect, then by name. */
function zip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const first = '[Content_Types].xml';
  const paths = [...parts.keys()].filter((path) => path !== first).sort();
  const files: Zippable = {};
  for (const path of [first, ...paths]) files[path] = parts.get(path) ?? new Uint8Array();
  return zipSync(files, { mtime: ENTRY_TIME, level: 6 });
}
