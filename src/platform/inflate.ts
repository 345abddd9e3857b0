import { inflateRawSync } from 'node:zlib';

/**
 * Raw deflate data of exactly `size` bytes, in one go; undefined when it is damaged or of another size: never more than
 * `size` bytes are made. Here by node:zlib, which in a fresh process takes a thirtieth of the time of an inflater that
 * has yet to be compiled.
 */
export function inflateWhole(data: Uint8Array, size: number): Uint8Array | undefined {
  try {
    const inflated = inflateRawSync(data, { maxOutputLength: size });
    return inflated.length === size ? inflated : undefined;
  } catch {
    return undefined;
  }
}
