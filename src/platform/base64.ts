export const bytesOfBase64 = (text: string): Uint8Array => Buffer.from(text, 'base64');

export const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
