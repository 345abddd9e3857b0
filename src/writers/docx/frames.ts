/** The frame of a document: as built with the package, else made by the library, once in a process for every sequence of sections. */

import { readFileSync } from 'node:fs';
import { strFromU8, strToU8 } from 'fflate';
import type { Section } from '../../document/tree.js';
import type { Frame } from './finish.js';

/** What a frame depends on. */
const keyOf = (sections: readonly Section[]): string =>
  sections.map(({ orientation, numbering }) => `${orientation} ${numbering}`).join(',');

const frames = new Map<string, Promise<Frame>>();
/** More sequences than editions have; beyond it the oldest are made anew. */
const mostFrames = 16;

export function frameFor(sections: readonly Section[]): Promise<Frame> {
  const key = keyOf(sections);
  const frame = frames.get(key) ?? builtOrMade(key, sections);
  frames.delete(key);
  frames.set(key, frame);
  const [oldest] = frames.keys();
  if (frames.size > mostFrames && oldest !== undefined) frames.delete(oldest);
  return frame;
}

async function builtOrMade(key: string, sections: readonly Section[]): Promise<Frame> {
  return builtFrames()[key] ?? made(sections);
}

async function made(sections: readonly Section[]): Promise<Frame> {
  const { makeFrame } = await import('./frame.js');
  return makeFrame(sections);
}

/** A frame as it stands in dist/precompiled/frames.json. */
interface PlainFrame extends Omit<Frame, 'parts'> {
  readonly parts: Readonly<Record<string, string>>;
}

/** Without the file, as in the sources, there are none. */
function builtFrames(): Record<string, Frame> {
  let plain: Record<string, PlainFrame>;
  try {
    plain = JSON.parse(readFileSync(new URL('../../precompiled/frames.json', import.meta.url), 'utf8'));
  } catch {
    return {};
  }
  return Object.fromEntries(
    Object.entries(plain).map(([key, { parts, ...frame }]) => [
      key,
      { ...frame, parts: new Map(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])) },
    ]),
  );
}

/** The text of frames.json for these sequences of sections (scripts/precompile.js). */
export async function framesText(sequences: readonly (readonly Section[])[]): Promise<string> {
  const plain: Record<string, PlainFrame> = {};
  for (const sections of sequences) {
    const { parts, ...frame } = await made(sections);
    plain[keyOf(sections)] = {
      ...frame,
      parts: Object.fromEntries([...parts].map(([path, xml]) => [path, strFromU8(xml)])),
    };
  }
  return JSON.stringify(plain);
}
