/** As src/platform/inflate.ts, in a browser. */
import { inflateSync } from 'fflate';

/**
 * Raw deflate data of exactly `size` bytes; undefined when it is damaged or of another size: one byte of spare room
 * shows what is longer.
 */
export function inflateWhole(data: Uint8Array, size: number): Uint8Array | undefined {
  try {
    const inflated = inflateSync(data, { out: new Uint8Array(size + 1) });
    return inflated.length === size ? inflated.slice() : undefined;
  } catch {
    return undefined;
  }
}
