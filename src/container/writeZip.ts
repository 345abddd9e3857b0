/**
 * The zip container, from parts that are compressed already: most parts are the same in every document and need not be
 * compressed for each. The records are byte for byte those of fflate's `zipSync`: PKWARE APPNOTE 6.3, sections 4.3.7
 * (local header), 4.3.12 (central directory), 4.3.16 (end record).
 */

import { crc32 } from '../platform/checksum.js';
import { deflate } from '../platform/deflate.js';
import { CENTRAL, DEFLATED, END, LOCAL, UTF8_NAME } from './zipRecords.js';

/** A part as it stands in the container. */
export interface Packed {
  readonly deflated: Uint8Array;
  /** Checksum and length of what was compressed. */
  readonly crc: number;
  readonly size: number;
}

const encoder = new TextEncoder();

/** Compressed to the same bytes on every platform (FACT zip-3). */
export function pack(text: string): Packed {
  // one pass over the text, where `encode` takes two: no unit of it takes more than three bytes
  const room = new Uint8Array(text.length * 3);
  return packBytes(room.subarray(0, encoder.encodeInto(text, room).written));
}

/** As `pack`, of bytes. */
export const packBytes = (bytes: Uint8Array): Packed => ({
  deflated: deflate(bytes),
  crc: crc32(bytes),
  size: bytes.length,
});

const LOCAL_LENGTH = 30;
const CENTRAL_LENGTH = 46;
const END_LENGTH = 22;
/** Version 2.0 of the format: deflate. */
const VERSION = 20;
/** 1 January 1980, noon, in the format's own fields, which know no time zone. */
const TIME = (1 << 21) | (1 << 16) | (12 << 11);

interface ZipRecord {
  readonly name: Uint8Array;
  readonly ascii: boolean;
  readonly part: Packed;
  /** Where its local header begins. */
  readonly local: number;
  /** Where its header in the directory begins, from the directory's start. */
  readonly central: number;
}

/** The parts by name, in their order. */
export function zip(parts: Iterable<readonly [string, Packed]>): Uint8Array {
  const { entries, start, length } = laidOut(parts);
  const end = start + length;
  const bytes = new Uint8Array(end + END_LENGTH);
  const view = new DataView(bytes.buffer);
  for (const entry of entries) {
    writeLocal(bytes, view, entry);
    writeCentral(bytes, view, entry, start + entry.central);
  }
  view.setUint32(end, END, true);
  view.setUint16(end + 8, entries.length, true);
  view.setUint16(end + 10, entries.length, true);
  view.setUint32(end + 12, length, true);
  view.setUint32(end + 16, start, true);
  return bytes;
}

/** Every part with its places, and start and length of the directory, which stands behind all parts. */
function laidOut(parts: Iterable<readonly [string, Packed]>) {
  const entries: ZipRecord[] = [];
  let local = 0;
  let central = 0;
  for (const [path, part] of parts) {
    const name = encoder.encode(path);
    entries.push({ name, ascii: name.length === path.length, part, local, central });
    local += LOCAL_LENGTH + name.length + part.deflated.length;
    central += CENTRAL_LENGTH + name.length;
  }
  return { entries, start: local, length: central };
}

function writeLocal(bytes: Uint8Array, view: DataView, entry: ZipRecord): void {
  const { name, part, local } = entry;
  view.setUint32(local, LOCAL, true);
  writeShared(view, entry, local + 4);
  bytes.set(name, local + LOCAL_LENGTH);
  bytes.set(part.deflated, local + LOCAL_LENGTH + name.length);
}

function writeCentral(bytes: Uint8Array, view: DataView, entry: ZipRecord, at: number): void {
  view.setUint32(at, CENTRAL, true);
  view.setUint16(at + 4, VERSION, true);
  writeShared(view, entry, at + 6);
  view.setUint32(at + 42, entry.local, true);
  bytes.set(entry.name, at + CENTRAL_LENGTH);
}

/** The fields that both headers have. */
function writeShared(view: DataView, { name, ascii, part }: ZipRecord, at: number): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, ascii ? 0 : UTF8_NAME, true);
  view.setUint16(at + 4, DEFLATED, true);
  view.setUint32(at + 6, TIME, true);
  view.setUint32(at + 10, part.crc, true);
  view.setUint32(at + 14, part.deflated.length, true);
  view.setUint32(at + 18, part.size, true);
  view.setUint16(at + 22, name.length, true);
}
