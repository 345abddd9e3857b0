/** The kit of which frames are put together (frame.ts): one document of the docx library, taken apart. Made by the build. */

import { pack } from '../../container/writeZip.js';
import { base64Of } from '../../platform/base64.js';
import {
  type FrameKit,
  type FrameSection,
  type KeptPart,
  type KitList,
  type KitSection,
  known,
  type MarginKind,
  pairOf,
  RELATIONSHIPS,
} from './frame.js';
import { type LibraryFrame, libraryFrame } from './libraryFrame.js';
import { CONTENT_TYPES, ownConstantParts } from './parts.js';

const KINDS: readonly FrameSection[] = (['portrait', 'landscape'] as const).flatMap((orientation) =>
  (['none', 'contents', 'body'] as const).map((numbering) => ({ orientation, numbering })),
);

/** Every kind of section after every kind, itself too. */
const ALL_PAIRS: readonly FrameSection[] = KINDS.flatMap((first) => KINDS.flatMap((second) => [first, second]));

/** The kit, from what the library makes of all pairs of sections. */
export async function makeKit(): Promise<FrameKit> {
  const whole = await libraryFrame(ALL_PAIRS);
  const relationships = known(whole.parts.get(RELATIONSHIPS));
  const targets = marginTargets(relationships);
  const texts = new Map(targets.map(({ id, path }) => [id, known(whole.parts.get(path))]));
  const distinct = [...new Set(texts.values())];
  const marginOf = ({ id, kind }: MarginTarget) => ({ kind, part: distinct.indexOf(known(texts.get(id))) });
  return {
    opening: whole.opening,
    constant: constantParts(whole),
    margins: distinct.map(kept),
    sections: Object.fromEntries(
      whole.sections.map((properties, index): [string, KitSection] => {
        const margins = targets.filter(({ id }) => properties.includes(`"${id}"`)).map(marginOf);
        const pair = pairOf(known(ALL_PAIRS[index]), ALL_PAIRS[index - 1]);
        return [pair, { properties: withGaps(properties), margins }];
      }),
    ),
    relationships: kitList(relationships),
    contentTypes: kitList(known(whole.parts.get(CONTENT_TYPES))),
    firstId: Number(known(targets[0]).id.slice('rId'.length)),
  };
}

interface MarginTarget {
  readonly id: string;
  readonly kind: MarginKind;
  readonly path: string;
}

/** The headers and footers that a part of relationships names, in its order. */
function marginTargets(relationships: string): MarginTarget[] {
  return [...relationships.matchAll(/Id="(rId\d+)"[^>]* Target="((header|footer)\d+\.xml)"/g)].map(
    ([, id = '', file, kind]) => ({ id, kind: kind as MarginKind, path: `word/${file}` }),
  );
}

/** Our own and the library's, without those that depend on the sections. */
function constantParts({ parts }: LibraryFrame): Record<string, KeptPart> {
  const dependent = /^word\/(?:header|footer)\d+\.xml$/;
  const constant = [...parts, ...ownConstantParts()].filter(
    ([path]) => path !== RELATIONSHIPS && path !== CONTENT_TYPES && !dependent.test(path),
  );
  return Object.fromEntries(constant.map(([path, text]) => [path, kept(text)]));
}

/** A list of headers and footers, taken apart at its entries for them, which stand in one row. */
function kitList(list: string): KitList {
  const entries = [...list.matchAll(/<[^<>]*\b(?:header|footer)\d+\.xml"\/>/g)].map(([entry]) => entry);
  const entryOf = (kind: MarginKind) => withGaps(known(entries.find((entry) => entry.includes(`${kind}1.xml`))));
  const last = known(entries.at(-1));
  return {
    before: list.slice(0, list.indexOf(known(entries[0]))),
    header: entryOf('header'),
    footer: entryOf('footer'),
    after: withGaps(list.slice(list.indexOf(last) + last.length)),
  };
}

/** The text with gaps in place of the numbers that are counted through. */
const withGaps = (text: string): string => text.replace(/(?<=rId|header|footer)\d+/g, '#');

function kept(text: string): KeptPart {
  const { deflated, crc, size } = pack(text);
  return { deflated: base64Of(deflated), crc, size };
}
