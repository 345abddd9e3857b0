/**
 * The package around the body, put together from a kit. What a section brings with it depends on its own kind and on that of the section
 * before it, so that 36 pairs are enough for every sequence; the docx library has made each of them once (kit.ts) and need not be loaded.
 */

import { type Packed, pack } from '../../container/writeZip.js';
import type { Section } from '../../document/tree.js';
import { bytesOfBase64 } from '../../platform/base64.js';
import { CONTENT_TYPES } from './parts.js';

/** What a frame depends on. */
export type FrameSection = Pick<Section, 'orientation' | 'numbering'>;

/** A package without a body, from which any document with such sections is made. */
export interface Frame {
  /** All parts but the document itself and its properties. */
  readonly parts: ReadonlyMap<string, Packed>;
  /** `w:document` up to and with the opening of `w:body`. */
  readonly opening: string;
  /** The `w:sectPr` of every section. */
  readonly sections: readonly string[];
}

/** What any frame is made of. Plain data: the build keeps it in a file. In its texts every number that is counted through is a `#`. */
export interface FrameKit {
  readonly opening: string;
  /** Parts that all documents have, by path. */
  readonly constant: Readonly<Record<string, KeptPart>>;
  /** The headers and footers; sections name them by index. */
  readonly margins: readonly KeptPart[];
  /** By `pairOf`. */
  readonly sections: Readonly<Record<string, KitSection>>;
  readonly relationships: KitList;
  readonly contentTypes: KitList;
  /** Relationship of the first header or footer. */
  readonly firstId: number;
}

/** A packed part, its bytes in base64. */
export interface KeptPart {
  readonly deflated: string;
  readonly crc: number;
  readonly size: number;
}

export interface KitSection {
  readonly properties: string;
  readonly margins: readonly { readonly kind: MarginKind; readonly part: number }[];
}

export type MarginKind = 'header' | 'footer';

/** A part that lists headers and footers: what stands before them and behind them, and the entry of each. */
export interface KitList extends Readonly<Record<MarginKind, string>> {
  readonly before: string;
  readonly after: string;
}

export const RELATIONSHIPS = 'word/_rels/document.xml.rels';

/** A first section brings the same as one that follows an upright page without number. */
const BEFORE_FIRST: FrameSection = { orientation: 'portrait', numbering: 'none' };

/** What of a section a frame depends on, in a word. */
export const kindOf = ({ orientation, numbering }: FrameSection): string => `${orientation} ${numbering}`;

/** Key of what a section brings with it. */
export function pairOf(section: FrameSection, previous: FrameSection = BEFORE_FIRST): string {
  return [previous, section].map(kindOf).join(', ');
}

/** A header or footer of a document: its relationship, and its number among the headers or the footers. */
interface Margin {
  readonly kind: MarginKind;
  readonly part: number;
  readonly id: number;
  readonly number: number;
}

/** Any sequence of sections, in the library's own order and numbers. */
export function assembleFrame(kit: FrameKit, sections: readonly FrameSection[]): Frame {
  const placed = countedThrough(kit, sections);
  const margins = placed.flatMap((section) => section.margins);
  // theme and font table follow the headers and footers
  const nextId = kit.firstId + margins.length;
  const relationships = margins.map(({ kind, id, number }) => numbered(kit.relationships[kind], id, number));
  const types = margins.map(({ kind, number }) => numbered(kit.contentTypes[kind], number));
  const packed = kit.margins.map(fromKept);
  const constant = Object.entries(kit.constant).map(([path, part]) => [path, fromKept(part)] as const);
  const parts = new Map<string, Packed>([
    ...constant,
    ...margins.map(({ kind, number, part }) => [`word/${kind}${number}.xml`, known(packed[part])] as const),
    [RELATIONSHIPS, pack(listed(kit.relationships, relationships, nextId, nextId + 1))],
    [CONTENT_TYPES, pack(listed(kit.contentTypes, types))],
  ]);
  const own = placed.map(({ properties, margins }) => numbered(properties, ...margins.map(({ id }) => id)));
  return { parts, opening: kit.opening, sections: own };
}

/** Headers and footers are numbered apart from each other, their relationships together. */
function countedThrough(kit: FrameKit, sections: readonly FrameSection[]) {
  const count = { header: 0, footer: 0 };
  let nextId = kit.firstId;
  return sections.map((section, index) => {
    const { properties, margins } = known(kit.sections[pairOf(section, sections[index - 1])]);
    const counted = margins.map(({ kind, part }): Margin => {
      count[kind] += 1;
      nextId += 1;
      return { kind, part, id: nextId - 1, number: count[kind] };
    });
    return { properties, margins: counted };
  });
}

const listed = ({ before, after }: KitList, entries: readonly string[], ...behind: number[]): string =>
  before + entries.join('') + numbered(after, ...behind);

/** The text with the numbers in its gaps. */
function numbered(text: string, ...numbers: number[]): string {
  let at = 0;
  return text.replace(/#/g, () => String(known(numbers[at++])));
}

const fromKept = ({ deflated, crc, size }: KeptPart): Packed => ({
  deflated: bytesOfBase64(deflated),
  crc,
  size,
});

/** For what every kit has: one that lacks it is no kit of ours. */
export function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the kit of section frames is not complete');
  return value;
}
