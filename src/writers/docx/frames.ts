/** The frame of a document, put together once in a process for every sequence of sections. */

import { builtFile } from '../../platform/built.js';
import { assembleFrame, type Frame, type FrameKit, type FrameSection, kindOf } from './frame.js';

/** File of the kit among what the build makes ahead. */
export const KIT_FILE = 'frame.json';

const frames = new Map<string, Promise<Frame>>();
/** More sequences than editions have; beyond it the oldest are made anew. */
const mostFrames = 16;

export function frameFor(sections: readonly FrameSection[]): Promise<Frame> {
  const key = sections.map(kindOf).join(',');
  const frame = frames.get(key) ?? made(sections);
  frames.delete(key);
  frames.set(key, frame);
  const [oldest] = frames.keys();
  if (frames.size > mostFrames && oldest !== undefined) frames.delete(oldest);
  return frame;
}

const made = async (sections: readonly FrameSection[]): Promise<Frame> => assembleFrame(await theKit(), sections);

let kit: Promise<FrameKit> | undefined;

function theKit(): Promise<FrameKit> {
  kit ??= loadKit();
  return kit;
}

/** As the build made it. Only sources that run without a build load the library, which takes a while. */
async function loadKit(): Promise<FrameKit> {
  const built = builtFile(KIT_FILE);
  if (built !== undefined) return built as FrameKit;
  const { makeKit } = await import('./kit.js');
  return makeKit();
}
