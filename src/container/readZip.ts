/**
 * The zip container: lists the entries of the central directory and inflates single ones under measured limits. Layout
 * of the records: PKWARE APPNOTE 6.3, sections 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (end record),
 * 4.5.3 (Zip64 sizes).
 */

import { Inflate } from 'fflate';
import { crc32 } from '../platform/checksum.js';
import { inflateWhole } from '../platform/inflate.js';
import { limits, type Spent } from './limits.js';
import { fail, ReadProblem } from './problem.js';
import { CENTRAL, DEFLATED, END, LOCAL, UTF8_NAME } from './zipRecords.js';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
}

export interface Zip {
  readonly bytes: Uint8Array;
  /** By lower-case name: part names are compared without regard to case (OPC, 6.3.5). */
  readonly entries: ReadonlyMap<string, ZipEntry>;
}

export type Sink = (chunk: Uint8Array, last: boolean) => void;

const END64 = 0x06064b50;
const END64_LOCATOR = 0x07064b50;
const STORED = 0;
const FULL32 = 0xffffffff;

const utf8 = new TextDecoder('utf-8');
const latin1 = new TextDecoder('latin1');

/**
 * Without the UTF-8 flag the code page is unknown; Latin-1 keeps different names different, and part names are ASCII.
 */
const nameOf = (bytes: Uint8Array, flags: number): string => (flags & UTF8_NAME ? utf8 : latin1).decode(bytes);

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * The entries of the container, names checked; throws `ReadProblem` when it is cut off, damaged, encrypted or unsafe.
 */
export function openZip(bytes: Uint8Array): Zip {
  try {
    return { bytes, entries: listEntries(bytes) };
  } catch (error) {
    if (error instanceof ReadProblem) throw error;
    return fail('F13'); // a RangeError of DataView: a record points outside the file
  }
}

function listEntries(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = viewOf(bytes);
  const { count, start } = findDirectory(view);
  if (count > limits.entries) fail('F16', { found: String(count), limit: String(limits.entries) });
  const entries = new Map<string, ZipEntry>();
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== CENTRAL) fail('F13');
    const { entry, encrypted, next } = readCentral(bytes, view, at);
    if (encrypted) fail('F04');
    // what other programs would read otherwise is refused (FACT zip-2)
    checkName(entry.name);
    const key = entry.name.toLowerCase();
    if (entries.has(key)) fail('F17', { part: entry.name });
    entries.set(key, entry);
    at = next;
  }
  return entries;
}

/** The end record stands at the end of the file, before a comment of at most 64 KiB. */
function findDirectory(view: DataView): { count: number; start: number } {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    if (count !== 0xffff && start !== FULL32) return { count, start };
    if (at < 20 || view.getUint32(at - 20, true) !== END64_LOCATOR) return { count, start };
    const end64 = readUint64(view, at - 20 + 8);
    if (view.getUint32(end64, true) !== END64) fail('F13');
    return { count: readUint64(view, end64 + 32), start: readUint64(view, end64 + 48) };
  }
  return fail('F12');
}

/** A number above 2^53 loses digits, but then it lies outside the file anyway. */
const readUint64 = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

function readCentral(bytes: Uint8Array, view: DataView, at: number) {
  const flags = view.getUint16(at + 8, true);
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > view.byteLength) fail('F13');
  const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)] as const;
  const [size, compressedSize, offset] = widen(view, sizes, nameEnd, extraEnd);
  const name = nameOf(bytes.subarray(at + 46, nameEnd), flags);
  const crc = view.getUint32(at + 16, true);
  const entry: ZipEntry = { name, method: view.getUint16(at + 10, true), crc, compressedSize, size, offset };
  return { entry, encrypted: (flags & 1) !== 0, next };
}

/** Some writers always use Zip64 records: 0xFFFFFFFF then stands for a value in the extra field, in this order. */
function widen(view: DataView, sizes: readonly [number, number, number], from: number, to: number) {
  const wide: number[] = [];
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const end = Math.min(to, at + 4 + view.getUint16(at + 2, true));
    for (let field = at + 4; field + 8 <= end; field += 8) wide.push(readUint64(view, field));
  }
  const [size, compressed, offset] = sizes.map((value) => (value === FULL32 ? (wide.shift() ?? value) : value));
  return [size ?? 0, compressed ?? 0, offset ?? 0] as const;
}

function checkName(name: string): void {
  const segments = name.split('/');
  const unsafe =
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused here
    /^\/|[\\:\u0000-\u001f]/.test(name) || segments.some((segment) => segment === '..' || segment === '.');
  if (name === '' || unsafe) fail('F18', { part: name });
}

const isTooDense = (size: number, compressedSize: number): boolean =>
  size > limits.ratioFrom && size > limits.ratio * compressedSize;

/**
 * Inflates one entry into `sink`: as a whole where it is sound, else chunk by chunk, which tells what is wrong with it.
 */
export function inflateEntry(zip: Zip, entry: ZipEntry, spent: Spent, sink: Sink): void {
  const whole = inflateWholly(zip, entry, spent);
  if (whole) sink(whole, true);
  else inflateInChunks(compressedData(zip, entry), entry, spent, sink);
}

/** An entry as it stands, deflated; undefined where it is stored otherwise. */
export const deflatedEntry = (zip: Zip, entry: ZipEntry): Uint8Array | undefined =>
  entry.method === DEFLATED ? compressedData(zip, entry) : undefined;

/**
 * One entry as a whole; undefined where it is unsound. Throws ReadProblem for one that says itself that it is beyond
 * the limits: then it is, or it is damaged.
 */
export function inflateWholly(zip: Zip, entry: ZipEntry, spent: Spent): Uint8Array | undefined {
  const whole = wholeOf(compressedData(zip, entry), entry, spent);
  spent.inflated += whole?.length ?? 0;
  return whole;
}

function wholeOf(data: Uint8Array, entry: ZipEntry, spent: Readonly<Spent>): Uint8Array | undefined {
  const { size, compressedSize, method, crc } = entry;
  const fits = size <= limits.partBytes && spent.inflated + size <= limits.totalBytes;
  if (!fits || isTooDense(size, compressedSize)) fail('F15', { part: entry.name });
  if (method === STORED && data.length === size) return crc32(data) === crc ? data : undefined;
  if (method !== DEFLATED || size === 0) return undefined;
  const whole = inflateWhole(data, size);
  return whole && crc32(whole) === crc ? whole : undefined;
}

/** Stops at the limits, and checks length and CRC at the end. */
function inflateInChunks(data: Uint8Array, entry: ZipEntry, spent: Spent, sink: Sink): void {
  let size = 0;
  let crc = 0;
  const measured: Sink = (chunk, last) => {
    size += chunk.length;
    spent.inflated += chunk.length;
    const tooMuch = size > limits.partBytes || spent.inflated > limits.totalBytes;
    if (tooMuch || isTooDense(size, entry.compressedSize)) fail('F15', { part: entry.name });
    if (size > entry.size) fail('F13');
    crc = crc32(chunk, crc);
    sink(chunk, last);
  };
  if (entry.method === STORED) measured(data, true);
  else if (entry.method === DEFLATED) inflate(data, entry, measured);
  else fail('F13');
  if (size !== entry.size || crc !== entry.crc) fail('F13');
}

/** With fflate: its synchronous form works in chunks, so that no part is ever in memory as a whole. */
function inflate(data: Uint8Array, entry: ZipEntry, sink: Sink): void {
  const step = 16 * 1024;
  // An exception of the sink must not be taken for one of the inflater.
  let thrown: unknown;
  const stream = new Inflate((chunk, last) => {
    try {
      sink(chunk, last);
    } catch (error) {
      thrown = error;
      throw error;
    }
  });
  try {
    for (let at = 0; at < data.length; at += step) stream.push(data.subarray(at, at + step), at + step >= data.length);
  } catch (error) {
    if (error === thrown) throw error;
    fail('F13', { part: entry.name });
  }
}

function compressedData(zip: Zip, entry: ZipEntry): Uint8Array {
  const view = viewOf(zip.bytes);
  if (entry.offset + 30 > view.byteLength || view.getUint32(entry.offset, true) !== LOCAL) fail('F13');
  const nameStart = entry.offset + 30;
  const nameEnd = nameStart + view.getUint16(entry.offset + 26, true);
  const start = nameEnd + view.getUint16(entry.offset + 28, true);
  const end = start + entry.compressedSize;
  if (end > view.byteLength) fail('F13');
  // A program that reads the local headers must see the same book as one that reads the directory.
  const flags = view.getUint16(entry.offset + 6, true);
  const name = nameOf(zip.bytes.subarray(nameStart, nameEnd), flags);
  if (name !== entry.name) fail('F13');
  return zip.bytes.subarray(start, end);
}
