/**
 * The OPC package in the zip: which part is the workbook and which part is related to which (ECMA-376 part 2).
 * Parts are found by relationship, never by their names.
 */
import type { Code } from '../diagnostics/catalogue/index.js';
import type { Spent } from './limits.js';
import { parsePlain } from './plainXml.js';
import { fail } from './problem.js';
import { inflateEntry, inflateWholly, type Sink, type Zip, type ZipEntry } from './readZip.js';
import { type PartReading, parseXml } from './xml.js';

export interface Relationship {
  readonly id: string;
  /** Last segment of the type's URI (`worksheet`), which transitional and strict OOXML share. */
  readonly type: string;
  /** The part's name, or undefined for a target outside the package. */
  readonly target: string | undefined;
}

export interface Package {
  has(part: string): boolean;
  /** Reads one part, whose root element must be `root`; a part that is missing is a problem. */
  read<Result>(part: string, root: string, reading: PartReading<Result>): Result;
  /** Relationships whose source is this part; `''` is the package itself. */
  relationships(part: string): readonly Relationship[];
}

/**
 * Parts are inflated when they are read, and counted in `spent`. Throws ReadProblem for a package that lacks what it
 * must have.
 */
export function openPackage(zip: Zip, spent: Spent): Package {
  const read = <Result>(part: string, root: string, reading: PartReading<Result>): Result => {
    const entry = findEntry(zip, part) ?? fail('F22', { part });
    const whole = inflateWholly(zip, entry, spent);
    const rest = whole && parsePlain(root, whole, reading);
    const feed = (sink: Sink) => (rest ? inSteps(rest.bytes, sink) : inflateEntry(zip, entry, spent, sink));
    if (rest || !whole) parseXml(part, root, feed, reading, rest);
    return reading.result();
  };
  const has = (part: string) => findEntry(zip, part) !== undefined;
  const relationships = (part: string): Relationship[] => {
    const rels = relationshipPart(part);
    return has(rels) ? read(rels, 'Relationships', relationshipsOf(part)) : [];
  };
  return { has, read, relationships };
}

/** The text of a large part is never in memory as a whole. */
const STEP = 256 * 1024;

function inSteps(pieces: readonly Uint8Array[], sink: Sink): void {
  for (const piece of pieces)
    for (let at = 0; at < piece.length; at += STEP) sink(piece.subarray(at, at + STEP), false);
  sink(new Uint8Array(), true);
}

function relationshipsOf(part: string): PartReading<Relationship[]> {
  const found: Relationship[] = [];
  return {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const external = attributes.TargetMode === 'External';
      found.push({
        id: attributes.Id ?? '',
        type: (attributes.Type ?? '').split('/').at(-1) ?? '',
        target: external ? undefined : resolve(part, attributes.Target ?? ''),
      });
    },
    result: () => found,
  };
}

/** The name of the workbook part; anything else that is zipped is told apart and refused. */
export function findWorkbookPart(opc: Package): string {
  const types = '[Content_Types].xml';
  if (!opc.has(types) || !opc.has('_rels/.rels')) {
    return fail(opc.has('META-INF/manifest.xml') && opc.has('content.xml') ? 'F08' : 'F01');
  }
  const main = opc.relationships('').find((relationship) => relationship.type === 'officeDocument')?.target;
  if (main === undefined) return fail('F01');
  const refusal = refuseType(contentType(opc, types, main));
  if (refusal) fail(refusal);
  return main;
}

function contentType(opc: Package, types: string, part: string): string {
  return opc.read(types, 'Types', typeReading(`/${part}`.toLowerCase()));
}

function typeReading(wanted: string): PartReading<string> {
  let byName: string | undefined;
  let byExtension: string | undefined;
  return {
    open(name, attributes) {
      const type = attributes.ContentType ?? '';
      if (name === 'Override' && attributes.PartName?.toLowerCase() === wanted) byName = type;
      if (name === 'Default' && wanted.endsWith(`.${attributes.Extension?.toLowerCase()}`)) byExtension = type;
    },
    result: () => byName ?? byExtension ?? '',
  };
}

/** A general type such as application/xml is not refused: then the root element decides. */
function refuseType(type: string): Code | undefined {
  if (/ms-excel\.sheet\.binary/i.test(type)) return 'F10';
  if (/ms-excel\..*macroEnabled/i.test(type)) return 'F11';
  if (/wordprocessingml|presentationml|ms-word|ms-powerpoint/i.test(type)) return 'F09';
  if (/visio|drawingml/i.test(type)) return 'F01';
  return undefined;
}

function findEntry(zip: Zip, part: string): ZipEntry | undefined {
  return zip.entries.get(part.toLowerCase()) ?? zip.entries.get(percentDecoded(part).toLowerCase());
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The part that holds the relationships of a part: `xl/workbook.xml` → `xl/_rels/workbook.xml.rels` */
export function relationshipPart(part: string): string {
  const cut = part.lastIndexOf('/') + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}

/**
 * A target relative to its source part's folder, or from the root when it begins with a slash; undefined when it leaves
 * the package.
 */
export function resolve(source: string, target: string): string | undefined {
  const base = target.startsWith('/') ? [] : source.split('/').slice(0, -1);
  const path = [...base];
  for (const segment of target.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') path.push(segment);
    else if (path.pop() === undefined) return undefined;
  }
  return path.length > 0 ? path.join('/') : undefined;
}
