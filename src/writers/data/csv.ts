/** A CSV file of a package as lines of cells, and the bytes of one as text. */
import { limits } from '../../container/limits.js';
import { ReadProblem } from '../../container/problem.js';
import { inflateEntry, type Zip, type ZipEntry } from '../../container/readZip.js';

/** Undefined for bytes that are not UTF-8. Throws ReadProblem. */
export function textOf(zip: Zip, entry: ZipEntry): string | undefined {
  const chunks: (string | undefined)[] = [];
  const decoder = new TextDecoder('utf-8', { fatal: true });
  inflateEntry(zip, entry, { inflated: 0, cells: 0 }, (chunk, last) => {
    chunks.push(chunks.includes(undefined) ? undefined : decoded(decoder, chunk, last));
  });
  return chunks.includes(undefined) ? undefined : chunks.join('');
}

function decoded(decoder: InstanceType<typeof TextDecoder>, chunk: Uint8Array, last: boolean): string | undefined {
  try {
    return decoder.decode(chunk, { stream: !last });
  } catch {
    // a decoder throws for other bytes, and for nothing else
    return undefined;
  }
}

/**
 * The cells line by line (RFC 4180); lines may end as on any system. `broken`: the line, from 1, at which that ends,
 * with quotes that do not close. Throws ReadProblem.
 */
export function linesOf(text: string): { readonly lines: string[][]; readonly broken: number | undefined } {
  const cell = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
  const lines: string[][] = [];
  let line: string[] = [];
  cell.lastIndex = text.startsWith('\ufeff') ? 1 : 0;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) return { lines, broken: lines.length + 1 };
    if (lines.length > limits.cells) throw new ReadProblem({ code: 'F13' });
    line.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === ',') continue;
    lines.push(line);
    line = [];
  }
  return { lines: line.length > 0 ? [...lines, [...line, '']] : lines, broken: undefined };
}
