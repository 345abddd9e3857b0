/**
 * The finished file: frame, body and properties in one zip, in which nothing differs from one run to the next. The same
 * tree gives the same bytes, in any process and time zone.
 */

import { type Packed, pack, zip } from '../../container/writeZip.js';
import { CONTENT_TYPES, corePropertiesXml, DOCUMENT, type PackageFrame, PROPERTIES } from './package.js';

/** The finished file. */
export function finishPackage(
  { parts, opening }: PackageFrame,
  body: string,
  properties: { readonly title: string; readonly entity: string },
): Uint8Array {
  const all = new Map(parts);
  all.set(DOCUMENT, pack(`${opening}${body}</w:body></w:document>`));
  all.set(PROPERTIES, pack(corePropertiesXml(properties.title, properties.entity)));
  return zip(inOrder(all));
}

/** Content types first, as readers that stream expect, then by name. */
function inOrder(parts: ReadonlyMap<string, Packed>): [string, Packed][] {
  const place = (path: string) => (path === CONTENT_TYPES ? '' : path);
  return [...parts].sort(([a], [b]) => (place(a) < place(b) ? -1 : 1));
}
