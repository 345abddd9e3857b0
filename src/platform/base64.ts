/** Bytes of a base64 text. */
export const bytesOfBase64 = (text: string): Uint8Array => Buffer.from(text, 'base64');

/** Base64 text of bytes, on one line. */
export const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
