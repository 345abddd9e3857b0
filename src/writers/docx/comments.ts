/** Puts comments into a copy of a Word file, without touching anything else in it. No date, no person. */
import { openPackage, relationshipPart } from '../../container/package.js';
import { openZip } from '../../container/readZip.js';
import { partText, withParts } from '../../container/repack.js';
import { cleanText, escapeXml } from '../../document/text.js';
import { largestOf } from '../../model/grouped.js';
import { mainPart } from '../../published/open/docx/index.js';
import { namespaces } from './namespaces.js';
import { CONTENT_TYPES, DOCUMENT, OFFICE, override, relationship, relationships, STANDALONE, WORD } from './package.js';

export interface Comment {
  /** The number of the paragraph in the file, as `source` counts. */
  readonly paragraph: number;
  /** The number of the run in the paragraph; the whole paragraph without one. */
  readonly run?: number;
  /** A paragraph each. */
  readonly lines: readonly string[];
}

const author = '预算公开核对';

/** Throws ReadProblem when the bytes are no Word file. */
export function addComments(bytes: Uint8Array, comments: readonly Comment[]): Uint8Array {
  const zip = openZip(bytes);
  const spent = { inflated: 0, cells: 0 };
  const opened = openPackage(zip, spent);
  const document = mainPart(opened) ?? DOCUMENT;
  const known = opened.relationships(document).find(({ type }) => type === 'comments')?.target;
  const part = known ?? document.replace(/[^/]*$/, 'comments.xml');
  const text = (name: string) => partText(zip, name, spent);
  const before = known === undefined ? emptyComments : text(known);
  const ids = [...before.matchAll(/<w:comment [^>]*w:id="(\d+)"/g)].map(([, id]) => Number(id));
  const first = 1 + largestOf(ids, -1);
  const texts = new Map([
    [document, marked(text(document), comments, first)],
    [part, withComments(before, comments, first)],
    ...(known === undefined ? related(text, document, part) : []),
  ]);
  return withParts(zip, texts, spent);
}

const emptyComments = `${STANDALONE}<w:comments ${namespaces(['w'])}></w:comments>`;

function withComments(xml: string, comments: readonly Comment[], first: number): string {
  const open = xml.replace(/<w:comments([^>]*)\/>/, '<w:comments$1></w:comments>');
  const added = comments.map(({ lines }, index) => {
    const paragraphs = lines.map(
      (line) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(cleanText(line))}</w:t></w:r></w:p>`,
    );
    return `<w:comment w:id="${first + index}" w:author="${author}" w:initials="核">${paragraphs.join('')}</w:comment>`;
  });
  return open.replace('</w:comments>', () => `${added.join('')}</w:comments>`);
}

/** The document's text with the marks of the comments, ids counting from `first`. */
function marked(xml: string, comments: readonly Comment[], first: number): string {
  const paragraphs = paragraphRanges(xml);
  const ranges = comments.flatMap(({ paragraph, run }, index) => {
    const range = paragraphs[paragraph];
    return range ? [{ id: first + index, ...(run === undefined ? range : runRange(xml, range, run)) }] : [];
  });
  const ends = ranges.map(({ id, end }) => {
    return { at: end, text: `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>` };
  });
  const starts = ranges.map(({ id, start }) => ({ at: start, text: `<w:commentRangeStart w:id="${id}"/>` }));
  // where one comment ends and the next begins, the end goes first
  const marks = [...ends, ...starts].sort((a, b) => a.at - b.at);
  const pieces = marks.map(({ at, text }, index) => xml.slice(marks[index - 1]?.at ?? 0, at) + text);
  return [...pieces, xml.slice(marks.at(-1)?.at ?? 0)].join('');
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The tag of a paragraph, with its properties and what a tracked change keeps of those before. What looks like one in a
 * comment of the XML or in text as it stands is none.
 */
const paragraphTags =
  /<!--.*?-->|<!\[CDATA\[.*?\]\]>|<(\/?)(?:[\w.-]+:)?p(?=[\s/>])[^>]*?(?:(\/)>|>(?:\s*<w:pPr(?:\s*\/>|[\s>].*?<\/w:pPr>(?:\s*<\/w:pPrChange>\s*<\/w:pPr>)?))?)/gs;

/** What stands in each paragraph behind its properties, in the order in which the paragraphs begin. */
function paragraphRanges(xml: string): (Range | undefined)[] {
  const ranges: (Range | undefined)[] = [];
  const open: { readonly index: number; readonly start: number }[] = [];
  for (const { 0: tag, 1: closing, 2: empty, index: at } of xml.matchAll(paragraphTags)) {
    if (closing === undefined) continue;
    if (closing === '/') {
      const own = open.pop();
      if (own) ranges[own.index] = { start: own.start, end: at };
    } else {
      const index = ranges.push(undefined) - 1;
      if (empty === undefined) open.push({ index, start: at + tag.length });
    }
  }
  return ranges;
}

/** The whole paragraph where it has not so many runs. */
function runRange(xml: string, { start, end }: Range, run: number): Range {
  const found = [...xml.slice(start, end).matchAll(/<w:r(?=[\s>])[^>]*>.*?<\/w:r>/gs)][run];
  return found ? { start: start + found.index, end: start + found.index + found[0].length } : { start, end };
}

/** The parts that name the new one to the document and to the package. */
function related(text: (part: string) => string, document: string, part: string): [string, string][] {
  const rels = relationshipPart(document);
  const relation = relationship('yusuanComments', `${OFFICE}/comments`, part.slice(part.lastIndexOf('/') + 1));
  return [
    [rels, (text(rels) || relationships([])).replace('</Relationships>', `${relation}</Relationships>`)],
    [CONTENT_TYPES, text(CONTENT_TYPES).replace('</Types>', `${override(`${WORD}.comments+xml`, part)}</Types>`)],
  ];
}
