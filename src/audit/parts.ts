/** The parts of a document: which of the form's lack, how they follow each other, and which stand there twice. */
import { chineseNumber } from '../document/helpers.js';
import { grouped, smallestOf } from '../model/grouped.js';
import type { PublishedDocument } from '../published/document.js';
import type { Frame, LackingPart } from '../published/match/types.js';
import { clipped } from '../published/place.js';
import { firstOf } from '../vocabulary/names.js';
import type { ReadDocument } from './audit.js';
import type { AuditFault } from './finding.js';
import { comparableText, numberOf } from './plain.js';

/** Where most of the form was recognised. */
export const partFaults = (read: ReadDocument): AuditFault[] =>
  read.isMost ? [lackingParts, numberFaults, repeatedParts].flatMap((faults) => faults(read)) : [];

const mark = /^(第|表|\()?(\d{1,2}|[一二三四五六七八九十]{1,3})(部分|、|\)|\.(?!\d)|$)/;

interface Numbered {
  /** What is counted together: headings of a level, the tables, items of one shape. */
  readonly series: string;
  readonly numeral: string;
}

/** A list that the form counts is told by its template: `1.2026年…` shows no number. */
function numberedBy({ tag, position, template }: Frame, text: string): Numbered | undefined {
  if (position !== undefined) return { series: `${tag} ${template.file} ${template.line}`, numeral: position };
  const [, before = '', numeral, after = ''] = mark.exec(comparableText(text)) ?? [];
  return numeral === undefined ? undefined : { series: `${tag} ${before}#${after}`, numeral };
}

/** What a heading ends: the numbers of what stands below it. The tables are counted throughout. */
const isEnded = (series: string, heading: string): boolean =>
  !series.includes('表#') && (series.startsWith('p') || series.slice(0, 2) > heading);

/**
 * Headings, tables and items of a list are numbered one after the other. Items begin anew with 1 anywhere; nothing is
 * told behind what was not read, was read together, or lacks: that is told by itself.
 */
function numberFaults({ document: { blocks }, match: { frames, missing, unmatched } }: ReadDocument): AuditFault[] {
  const joined = frames.flatMap(({ blocks: [, ...more] }) => more);
  const gaps = [...missing.map(({ before }) => before), ...unmatched.map(({ block }) => block), ...joined];
  const last = new Map<string, { readonly block: number; readonly values: readonly number[] }>();
  return frames.flatMap((frame): AuditFault[] => {
    const [block = 0] = frame.blocks;
    const here = blocks[block];
    if (frame.tag.startsWith('h'))
      for (const series of last.keys()) if (isEnded(series, frame.tag)) last.delete(series);
    const own = here?.kind === 'paragraph' ? numberedBy(frame, here.text) : undefined;
    if (!own) return [];
    const before = last.get(own.series);
    const value = Number(numberOf(own.numeral));
    const [next = 1, ...others] = (before?.values ?? [0]).map((one) => one + 1);
    last.set(own.series, { block, values: [value, next] });
    const isNew = frame.tag === 'p' && (value === 1 || before === undefined);
    const isAfterGap = gaps.some((gap) => gap > (before?.block ?? -1) && gap <= block);
    if (value === next || others.includes(value) || isNew || isAfterGap) return [];
    if (before && standsWithin(blocks.slice(before.block, block), own, next)) return [];
    const message = `序号印的是“${own.numeral}”，按前面的应是第 ${next} 个`;
    return [{ kind: 'number', message, at: { block, start: 0, end: own.numeral.length } }];
  });
}

/** A PDF may have run an item into the paragraph before it. */
function standsWithin(blocks: PublishedDocument['blocks'], { series, numeral }: Numbered, next: number): boolean {
  const written = /\d/.test(numeral) ? String(next) : chineseNumber(next);
  const shape = series.slice(series.indexOf(' ') + 1).replace('#', written);
  return blocks.some((block) => block.kind === 'paragraph' && comparableText(block.text).includes(shape));
}

/** Shorter ones stand in many places. */
const shortest = 2;

/** What the form has elsewhere, and not here: printed twice, in another place, or a title whose table is gone. */
function repeatedParts({ document: { blocks }, match }: ReadDocument): AuditFault[] {
  const { frames, missing, unmatched, displaced } = match;
  const textOf = (block: number) => {
    const one = blocks[block];
    return one?.kind === 'paragraph' ? comparableText(one.text) : '';
  };
  const texts = (all: readonly string[]) => new Set(all.filter((text) => text.length >= shortest));
  const moved = texts(missing.map(({ words }) => comparableText(words)));
  const known = texts([...frames.map(({ blocks: [first = -1] }) => textOf(first)), ...moved]);
  const again = unmatched.filter(({ block, row }) => {
    return row === undefined && (known.has(textOf(block)) || displaced.some((other) => other.block === block));
  });
  return again.flatMap((at): AuditFault[] => {
    if (again.some(({ block }) => block === at.block - 1)) return [];
    const isMoved = moved.has(textOf(at.block)) || !known.has(textOf(at.block));
    const message = isMoved ? '表样在别处才有这一段' : '与别处的一段完全相同：重复了，或者下面缺了内容';
    return [{ kind: 'number', message, at }];
  });
}

/**
 * Only of a year whose form is known; nothing of the cover and the contents, which pages on the web do without; and
 * nothing where a paragraph stands that the form does not explain: that may be it, in other words.
 */
function lackingParts({ document: { blocks }, match, isBesideUnread }: ReadDocument): AuditFault[] {
  const { frames, missing, yearIsKnown } = match;
  const headings = frames.filter(({ tag }) => tag.startsWith('h')).flatMap((frame) => frame.blocks);
  const first = smallestOf(headings, Number.POSITIVE_INFINITY);
  const isFront = ({ tag, before }: LackingPart) => tag === 'p' && before <= first;
  const told = missing.filter((part) => yearIsKnown && !isFront(part) && !isBesideUnread(part.before, part.before - 1));
  return [...grouped(told, ({ before }) => before)].map(([before, parts]): AuditFault => {
    const names = namesOf(parts);
    const message = `这后面缺少表样每份文档都有的${firstOf(names, 3, `等 ${names.length} 处`)}`;
    const block = blocks[Math.max(0, before - 1)];
    const end = block?.kind === 'paragraph' ? block.text.length : 0;
    return { kind: 'missing', message, at: { block: block?.index ?? 0, start: 0, end } };
  });
}

/** A table and its title are one. */
function namesOf(parts: readonly LackingPart[]): string[] {
  const tables = new Set(parts.flatMap(({ tag, words }) => (tag === 'table' ? [words] : [])));
  return parts
    .filter(({ tag, words }) => tag === 'table' || !tables.has(words))
    .map(({ tag, words }) => `${tag === 'table' ? '表' : ''}“${clipped(words, 40)}”`);
}
