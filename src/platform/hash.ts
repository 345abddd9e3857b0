import { createHash } from 'node:crypto';

/**
 * SHA-256 in hexadecimal; a text is hashed in UTF-8. Synchronous, so that it must be plain code where `crypto.subtle`
 * is all there is.
 */
export const sha256Of = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');
