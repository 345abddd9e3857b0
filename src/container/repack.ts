/** A package with some of its parts written anew; all others stay as they stand in it, packed. */
import type { Spent } from './limits.js';
import { deflatedEntry, inflateEntry, type Zip, type ZipEntry } from './readZip.js';
import { type Packed, pack, packBytes, zip } from './writeZip.js';

const first = '[content_types].xml';

/** What a part holds, as UTF-8; '' without the part. Throws ReadProblem for one that is damaged or too large. */
export function partText(packed: Zip, part: string, spent: Spent): string {
  const entry = packed.entries.get(part.toLowerCase());
  const decoder = new TextDecoder();
  let text = '';
  if (entry)
    inflateEntry(packed, entry, spent, (chunk, last) => {
      text += decoder.decode(chunk, { stream: !last });
    });
  return text;
}

/**
 * The package with these parts in place of its own or added to them; names of two parts differ in more than case (OPC,
 * 6.3.5). Throws as `partText`.
 */
export function withParts(packed: Zip, texts: ReadonlyMap<string, string>, spent: Spent): Uint8Array {
  const parts = new Map<string, Packed>();
  for (const entry of packed.entries.values())
    if (!entry.name.endsWith('/')) parts.set(entry.name, packedPart(packed, entry, spent));
  for (const [name, text] of texts) parts.set(packed.entries.get(name.toLowerCase())?.name ?? name, pack(text));
  const rank = (name: string) => (name.toLowerCase() === first ? '' : name);
  return zip([...parts].sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1)));
}

/** A part that is not compressed is compressed, as it must be in what `zip` writes. */
function packedPart(packed: Zip, entry: ZipEntry, spent: Spent): Packed {
  const deflated = deflatedEntry(packed, entry);
  if (deflated) return { deflated, crc: entry.crc, size: entry.size };
  let whole = new Uint8Array();
  // what is stored comes in one piece
  inflateEntry(packed, entry, spent, (chunk) => {
    whole = chunk.slice();
  });
  return packBytes(whole);
}
