/**
 * A real sample as a map of parts, and the few ways in which the cases change it. Plain JavaScript: scripts run it too.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const sampleFile = join(repository, 'samples', '2026-unit.xlsx');

const mtime = new Date(1980, 0, 1);

/** Part name to bytes or text, of the sample. */
export function sampleParts() {
  return Object.fromEntries(
    Object.entries(unzipSync(readFileSync(sampleFile))).map(([name, data]) => [name, strFromU8(data)]),
  );
}

/** `level` 0 stores the parts as they are. */
export function zipped(parts, level = 6) {
  const files = Object.entries(parts).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data]);
  return zipSync(Object.fromEntries(files), { level, mtime });
}

/** The sheet's part, found by its name on the tab. */
export function sheetPart(parts, sheet) {
  const id = new RegExp(`name="${sheet}"[^>]*r:id="([^"]+)"`).exec(parts['xl/workbook.xml'])?.[1];
  const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(parts['xl/_rels/workbook.xml.rels'])?.[1];
  if (!target) throw new Error(`no sheet ${sheet}`);
  return `xl/${target}`;
}

/** The sample with one part rewritten. Throws when nothing changed, so that a case cannot go stale unseen. */
export function withPart(name, change, { level = 6, parts = sampleParts() } = {}) {
  const before = parts[name];
  const after = change(before);
  if (after === before) throw new Error(`${name}: nothing changed`);
  return zipped({ ...parts, [name]: after }, level);
}

export const withSheet = (sheet, change, options = {}) => {
  const parts = options.parts ?? sampleParts();
  return withPart(sheetPart(parts, sheet), change, { ...options, parts });
};

/** One cell's element replaced by what `make(address, style)` gives. */
export function withCell(sheet, address, make, options = {}) {
  return withSheet(sheet, (xml) => replaceCell(xml, address, make), options);
}

export function replaceCell(xml, address, make) {
  const pattern = new RegExp(`<c r="${address}"([^>]*?)(?:/>|>.*?</c>)`);
  const found = pattern.exec(xml);
  if (!found) throw new Error(`no cell ${address}`);
  const style = /s="(\d+)"/.exec(found[1] ?? '')?.[1] ?? '0';
  return xml.slice(0, found.index) + make(address, style) + xml.slice(found.index + found[0].length);
}

/** Every part rewritten. */
export function withAll(change, { level = 6 } = {}) {
  return zipped(Object.fromEntries(Object.entries(sampleParts()).map(([name, xml]) => change(name, xml))), level);
}

export const repeat = (count, piece) => Array.from({ length: count }, (_, index) => piece(index + 1)).join('');

/** Overwrites a name by another of the same length in all zip records. */
export const renamed = (bytes, from, to) =>
  new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1'));

export const joined = (...pieces) => new Uint8Array(Buffer.concat(pieces.map((piece) => Buffer.from(piece))));
