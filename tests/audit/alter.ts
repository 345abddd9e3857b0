/**
 * Alters a document as people do when they type it again: seeded, many at a time, each noted with its kind and place.
 * Written without the code under test: it works on the XML of our own Word file.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Kind } from '../../src/audit/difference.js';
import { placedBlocks, type ReadBlock, type ReadLine, type ReadRow, readingOfTree } from '../../src/audit/reading.js';
import { cellPlace, type Panel, rowLabel, statementOf } from '../../src/audit/statement.js';
import type { RenderedDocument } from '../../src/index.js';
import { openDocx } from '../../src/published/open/docx/index.js';
import { type AmountKind, amountAlteration, amountKinds } from './alterAmount.js';

export type AlterationKind = AmountKind | 'direction' | 'missingRow' | 'extraRow' | 'movedRow' | 'wording' | 'year';
export const alterationKinds: readonly AlterationKind[] = [
  ...amountKinds,
  'direction',
  'missingRow',
  'extraRow',
  'movedRow',
  'wording',
  'year',
];

export interface Alteration {
  readonly name: AlterationKind;
  /** As the comparison must call it. */
  readonly kind: Kind;
  /** The heading that it stands under. */
  readonly heading: string;
  /** In a table: the row's label. */
  readonly row?: string;
  readonly before: string;
  readonly after: string;
  /** Stands in the words of a sentence (not in a table). */
  readonly inText: boolean;
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface Spot {
  readonly line: ReadLine;
  /** Paragraph of the file. */
  readonly at: number;
  readonly headings: readonly string[];
  /** `table number:row number`, or the paragraph's: one alteration each. */
  readonly room: string;
  readonly table?: number;
  readonly row?: string;
  readonly isAmount: boolean;
}

const spansOf = ({ line }: Spot) => line.spans ?? [];

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type Document = RenderedDocument & { readonly bytes: Uint8Array };

interface Prepared {
  readonly xml: string;
  readonly parts: Record<string, Uint8Array>;
  readonly blocks: readonly { block: ReadBlock; headings: readonly string[] }[];
  readonly spots: readonly Spot[];
  readonly paragraphs: readonly RegExpExecArray[];
  readonly rows: readonly RegExpExecArray[];
}

const known = new WeakMap<Document, Prepared>();

function prepared(document: Document): Prepared {
  const before = known.get(document);
  if (before) return before;
  const parts = unzipSync(document.bytes);
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const blocks = placedBlocks(readingOfTree(document)).filter(
    ({ block }) => !(block.kind === 'paragraph' && block.contents),
  );
  const paragraphs = [...xml.matchAll(/<w:p(?:\s[^>]*)?\/>|<w:p(?:\s[^>]*)?>.*?<\/w:p>/gs)];
  const rows = [...xml.matchAll(/<w:tr(?=[\s>]).*?<\/w:tr>/gs)];
  const made = { xml, parts, blocks, spots: spotsOf(document.bytes, blocks), paragraphs, rows };
  known.set(document, made);
  return made;
}

/** Lines of the tree with the numbers of their paragraphs in the file. */
function spotsOf(bytes: Uint8Array, blocks: Prepared['blocks']): Spot[] {
  const numbers = openDocx(bytes).blocks.flatMap((block) => {
    const lines = block.kind === 'table' ? block.rows.flatMap((row) => row.cells) : block.contents ? [] : [block];
    return lines.filter(({ text }) => text !== '').map(({ source = -1 }) => source);
  });
  let next = 0;
  const spots: Spot[] = [];
  blocks.forEach(({ block, headings }, index) => {
    if (block.kind === 'paragraph') {
      if (block.text.trim() === '') return;
      spots.push({ line: block, at: numbers[next++] ?? -1, headings, room: `p${index}`, isAmount: false });
      return;
    }
    const statement = statementOf(block);
    block.rows.forEach((row, rowIndex) => {
      for (const cell of row.cells) {
        if (cell.text.trim() === '') continue;
        const at = numbers[next++] ?? -1;
        const place = statement.body.includes(row) ? { row: cellPlace(statement, row, cell.column).row } : {};
        const isAmount = statement.panels.some((panel) => panel.amounts.includes(cell.column));
        spots.push({ line: cell, at, headings, room: `${index}:${rowIndex}`, table: index, ...place, isAmount });
      }
    });
  });
  return spots;
}

export class Altered {
  readonly alterations: Alteration[] = [];
  readonly #xml: string;
  readonly #parts: Record<string, Uint8Array>;
  readonly #spots: readonly Spot[];
  readonly #blocks: readonly { block: ReadBlock; headings: readonly string[] }[];
  readonly #edits: Edit[] = [];
  readonly #taken = new Set<string>();
  readonly #random: () => number;
  readonly #document: Document;
  readonly #paragraphs: readonly RegExpExecArray[];
  readonly #rows: readonly RegExpExecArray[];

  constructor(document: Document, seed: number) {
    const { xml, parts, blocks, spots, paragraphs, rows } = prepared(document);
    this.#document = document;
    this.#random = randomOf(seed);
    this.#xml = xml;
    this.#parts = parts;
    this.#blocks = blocks;
    this.#spots = spots;
    this.#paragraphs = paragraphs;
    this.#rows = rows;
  }

  /** The altered document. */
  bytes(): Uint8Array {
    let xml = this.#xml;
    for (const { start, end, text } of [...this.#edits].sort((a, b) => b.start - a.start || b.end - a.end))
      xml = xml.slice(0, start) + text + xml.slice(end);
    return zipSync({ ...this.#parts, 'word/document.xml': strToU8(xml) }, { level: 1 });
  }

  /** Tries to make one alteration of this kind; false when the document has no room left for it. */
  add(name: AlterationKind): boolean {
    switch (name) {
      case 'direction':
        return this.#random() < 0.3 ? this.#sign() || this.#direction() : this.#direction() || this.#sign();
      case 'wording':
        return this.#wording();
      case 'year':
        return this.#year();
      case 'missingRow':
      case 'extraRow':
      case 'movedRow':
        return this.#row(name);
      default:
        return this.#amount(name);
    }
  }

  #pick<T>(items: readonly T[]): T | undefined {
    return items[Math.floor(this.#random() * items.length)];
  }

  /** Replaces a piece of a line, which must lie in one run. */
  #replace({ at, line }: Spot, start: number, end: number, text: string): boolean {
    const paragraph = this.#paragraphs[at];
    if (!paragraph || line.text.includes('\n')) return false;
    let done = 0;
    for (const run of paragraph[0].matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)) {
      const own = run[1] ?? '';
      const from = start - done;
      if (from >= 0 && end - done <= own.length && !own.includes('&')) {
        const place = paragraph.index + run.index + run[0].indexOf('>') + 1 + from;
        if (this.#xml.slice(place, place + end - start) !== line.text.slice(start, end)) return false;
        this.#edits.push({ start: place, end: place + end - start, text });
        return true;
      }
      done += own.length;
    }
    return false;
  }

  #note(name: AlterationKind, kind: Kind, spot: Spot, before: string, after: string): true {
    this.#taken.add(spot.room);
    const { headings, row, table } = spot;
    const heading = headings.at(-1) ?? '';
    this.alterations.push({
      name,
      kind,
      heading,
      ...(row === undefined ? {} : { row }),
      before,
      after,
      inText: table === undefined,
    });
    return true;
  }

  #free(accept: (spot: Spot) => boolean): Spot[] {
    return this.#spots.filter((spot) => !this.#taken.has(spot.room) && accept(spot));
  }

  /** Half of them in tables, half in sentences. */
  #amount(name: AmountKind): boolean {
    const inText = this.#random() < 0.5;
    for (let attempt = 0; attempt < 400; attempt += 1) {
      const spot = this.#pick(
        this.#free((other) => spansOf(other).length > 0 && (attempt > 300 || (other.table === undefined) === inText)),
      );
      const span = spot && this.#pick(spansOf(spot));
      const figure = span?.figure;
      if (!spot || !span || !figure) return false;
      const before = spot.line.text.slice(span.start, span.end);
      const after = amountAlteration(name, figure, before.replace('%', ''), this.#random);
      if (after === undefined || (spot.table !== undefined && !spot.isAmount)) continue;
      const percent = before.endsWith('%') ? '%' : '';
      if (!this.#replace(spot, span.start, span.end, after + percent)) continue;
      const kind = name === 'factor10' || name === 'factor100' || name === 'factor10000' ? 'factor' : name;
      return this.#note(name, kind, spot, before.replace('%', ''), after);
    }
    return false;
  }

  #direction(): boolean {
    const opposite: Readonly<Record<string, string>> = { 增加: '减少', 减少: '增加', 增长: '下降', 下降: '增长' };
    const spots = this.#free((spot) => spot.table === undefined && /预算(增加|减少)/.test(spot.line.text));
    const spot = this.#pick(spots);
    if (!spot) return false;
    const words = [...spot.line.text.matchAll(/(?<=预算)(?:增加|减少)|(?<=万元，)(?:增长|下降)/g)];
    const word = this.#pick(words);
    const after = opposite[word?.[0] ?? ''];
    if (!word || after === undefined || !this.#replace(spot, word.index, word.index + 2, after)) return false;
    return this.#note('direction', 'direction', spot, word[0], after);
  }

  #sign(): boolean {
    const spot = this.#pick(
      this.#free(({ isAmount, line }) => isAmount && /^[\d,]+\.\d\d$/.test(line.text) && line.text !== '0.00'),
    );
    if (!spot || !this.#replace(spot, 0, spot.line.text.length, `-${spot.line.text}`)) return false;
    return this.#note('direction', 'direction', spot, spot.line.text, `-${spot.line.text}`);
  }

  /** Two characters of a name or a sentence. */
  #wording(): boolean {
    const inText = this.#random() < 0.5;
    const spots = this.#free(
      ({ table, line, isAmount, row }) =>
        !isAmount &&
        (table === undefined) === inText &&
        (inText || row !== undefined) &&
        /\p{Script=Han}{6}/u.test(line.text),
    );
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const spot = this.#pick(spots);
      const pieces = [
        ...(spot?.line.text ?? '').matchAll(/(?<=\p{Script=Han}{2})\p{Script=Han}{2}(?=\p{Script=Han}{2})/gu),
      ].filter(
        (found) =>
          !/[增加减少长下降升低持平年一二三四五六七八九十]/.test(
            spot?.line.text.slice(found.index - 1, found.index + 3) ?? '',
          ),
      );
      const piece = this.#pick(pieces);
      if (!spot || !piece || !this.#replace(spot, piece.index, piece.index + 2, '有关')) continue;
      return this.#note('wording', 'wording', spot, piece[0], '有关');
    }
    return false;
  }

  /** The document's own year, as in a text carried over from last year. */
  #year(): boolean {
    const own = /^(20\d\d)年/.exec(this.#document.tree.title)?.[1] ?? '';
    const before = String(Number(own) - 1);
    const spots = this.#free(
      ({ line, table, row }) =>
        line.text.includes(`${own}年`) && (table === undefined || row !== undefined) && !line.text.startsWith(own),
    );
    const spot = this.#pick(spots);
    const at = spot?.line.text.indexOf(`${own}年`) ?? -1;
    if (!spot || at < 0 || !this.#replace(spot, at, at + 4, before)) return false;
    return this.#note('year', 'year', spot, own, before);
  }

  /** Rows of tables with one list, away from other alterations and from the total. */
  #row(name: 'missingRow' | 'extraRow' | 'movedRow'): boolean {
    const rows = this.#rows;
    const tables = this.#blocks.flatMap(({ block, headings }, index) => {
      const statement = block.kind === 'table' ? statementOf(block) : undefined;
      const [panel] = statement?.panels ?? [];
      return statement?.panels.length === 1 && panel && statement.body.length >= 8
        ? [{ index, statement, panel, headings }]
        : [];
    });
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const table = this.#pick(tables);
      if (!table) return false;
      const { index, statement, panel, headings } = table;
      const head = statement.table.rows.length - statement.body.length;
      const at = 1 + Math.floor(this.#random() * (statement.body.length - 3));
      const to = name === 'movedRow' ? at + 3 : at;
      if (
        to >= statement.body.length - 1 ||
        !this.#roomAround(index, head + at, head + to) ||
        !isSingle(statement.body, panel, at)
      )
        continue;
      const first = rowsBefore(this.#blocks, index) + head;
      const row = rows[first + at];
      const body = statement.body[at];
      const target = rows[first + to];
      if (!row || !body || !target || row[0].includes('w:vMerge')) continue;
      const label = rowLabel(body, panel);
      this.#take(index, head + at - 1, head + to + 1);
      const spot: Spot = {
        line: { text: '', spans: [] },
        at: -1,
        headings,
        room: `${index}:${head + at}`,
        table: index,
        row: label,
        isAmount: false,
      };
      if (name === 'missingRow') this.#edits.push({ start: row.index, end: row.index + row[0].length, text: '' });
      if (name === 'extraRow')
        this.#edits.push({ start: row.index, end: row.index, text: newRow(row[0], this.alterations.length) });
      if (name === 'movedRow') {
        this.#edits.push({ start: row.index, end: row.index + row[0].length, text: '' });
        const end = target.index + target[0].length;
        this.#edits.push({ start: end, end, text: row[0] });
      }
      return this.#note(
        name,
        name,
        name === 'extraRow' ? { ...spot, row: newName(this.alterations.length) } : spot,
        label,
        label,
      );
    }
    return false;
  }

  #roomAround(table: number, from: number, to: number): boolean {
    for (let row = from - 2; row <= to + 2; row += 1) if (this.#taken.has(`${table}:${row}`)) return false;
    return true;
  }

  #take(table: number, from: number, to: number): void {
    for (let row = from; row <= to; row += 1) this.#taken.add(`${table}:${row}`);
  }
}

const isSingle = (rows: readonly ReadRow[], panel: Panel, at: number): boolean => {
  const labels = rows.map((row) => rowLabel(row, panel));
  return labels.filter((label) => label === labels[at]).length === 1 && !/总计|合计/.test(labels[at] ?? '');
};

const rowsBefore = (blocks: readonly { block: ReadBlock }[], index: number): number =>
  blocks.slice(0, index).reduce((count, { block }) => count + (block.kind === 'table' ? block.rows.length : 0), 0);

const newName = (number: number): string =>
  `另列事项第${'甲乙丙丁戊己庚辛壬癸'[number % 10]}${'子丑寅卯辰巳午未申酉戌亥'[number % 12]}号`;

/** A copy of a row with a name of its own and without its code. */
function newRow(xml: string, number: number): string {
  let named = false;
  return xml.replace(/(<w:t(?:\s[^>]*)?>)([^<]*)(<\/w:t>)/g, (_, open: string, text: string, close: string) => {
    if (/^[\d,.]+$/.test(text) && /\./.test(text)) return `${open}7.77${close}`;
    if (/^\d+$/.test(text)) return `${open}${close}`;
    if (named) return `${open}${close}`;
    named = true;
    return `${open}${newName(number)}${close}`;
  });
}
