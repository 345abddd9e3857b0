/** The frame of a document, made by the library once in a process for every sequence of sections. */

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
  const frame = frames.get(key) ?? made(sections);
  frames.delete(key);
  frames.set(key, frame);
  const [oldest] = frames.keys();
  if (frames.size > mostFrames && oldest !== undefined) frames.delete(oldest);
  return frame;
}

async function made(sections: readonly Section[]): Promise<Frame> {
  const { makeFrame } = await import('./frame.js');
  return makeFrame(sections);
}
