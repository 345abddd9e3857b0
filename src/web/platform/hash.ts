/**
 * As src/platform/hash.ts, in a browser: `crypto.subtle` is asynchronous, and absent on pages from disk in some of
 * them.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 in hexadecimal; a text is hashed in UTF-8. */
export const sha256Of = (data: Uint8Array | string): string =>
  bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data));
