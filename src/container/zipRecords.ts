/** Numbers of the zip format that its reader and its writer share (PKWARE APPNOTE 6.3). */

/** Signatures of the records: local header (4.3.7), central directory (4.3.12), end record (4.3.16). */
export const LOCAL = 0x04034b50;
export const CENTRAL = 0x02014b50;
export const END = 0x06054b50;
/** Method of compression (4.4.5). */
export const DEFLATED = 8;
/** Flag of a name in UTF-8 (4.4.4, bit 11). */
export const UTF8_NAME = 0x800;
