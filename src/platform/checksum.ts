import { crc32 as crcOf } from 'node:zlib';

/** CRC-32 of the zip format; `before` is that of the bytes in front. */
export const crc32 = (bytes: Uint8Array, before = 0): number => crcOf(bytes, before);
