/** Puts comments into a copy of a Word file, without touching anything else in it. No date, no person. */
import { openPackage } from '../container/package.js';
import { openZip } from '../container/readZip.js';
import { partText, withParts } from '../container/repack.js';
import { cleanText, escapeXml } from '../document/text.js';
import { mainPart } from '../published/open/docx/index.js';

export interface Comment {
  /** The number of the paragraph in the file, as `source` counts. */
  readonly paragraph: number;
  /** The number of the run in the paragraph; the whole paragraph without one. */
  readonly run?: number;
  /** A paragraph each. */
  readonly lines: readonly string[];
}

const author = '预算公开核对';
const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const commentsType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Throws ReadProblem when the bytes are no Word file. */
export function addComments(bytes: Uint8Array, comments: readonly Comment[]): Uint8Array {
  const zip = openZip(bytes);
  const spent = { inflated: 0, cells: 0 };
  const opened = openPackage(zip, spent);
  const document = mainPart(opened) ?? 'word/document.xml';
  const known = opened.relationships(document).find(({ type }) => type === 'comments')?.target;
  const part = known ?? `${document.slice(0, document.lastIndexOf('/') + 1)}comments.xml`;
  const text = (name: string) => partText(zip, name, spent);
  const before = known === undefined ? emptyComments : text(known);
  const first =
    1 + Math.max(-1, ...[...before.matchAll(/<w:comment [^>]*w:id="(\d+)"/g)].map((found) => Number(found[1])));
  const texts = new Map([
    [document, marked(text(document), comments, first)],
    [part, withComments(before, comments, first)],
    ...(known === undefined ? related(text, document, part) : []),
  ]);
  return withParts(zip, texts, spent);
}

const emptyComments = `${header}<w:comments xmlns:w="${namespace}"></w:comments>`;

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
  const ranges = paragraphRanges(xml);
  const insertions: { at: number; text: string; order: number }[] = [];
  comments.forEach(({ paragraph, run }, index) => {
    const range = ranges[paragraph];
    if (!range) return;
    const { start, end } = (run === undefined ? undefined : runRange(xml, range, run)) ?? range;
    const id = first + index;
    const end2 = `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
    insertions.push({ at: start, text: `<w:commentRangeStart w:id="${id}"/>`, order: 1 });
    insertions.push({ at: end, text: end2, order: 0 });
  });
  // where one comment ends and the next begins, the end goes first
  insertions.sort((a, b) => a.at - b.at || a.order - b.order);
  let out = '';
  let done = 0;
  for (const { at, text } of insertions) {
    out += xml.slice(done, at) + text;
    done = at;
  }
  return out + xml.slice(done);
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** What stands in each paragraph behind its properties, in the order in which the paragraphs begin. */
function paragraphRanges(xml: string): (Range | undefined)[] {
  const ranges: (Range | undefined)[] = [];
  const open: number[] = [];
  const starts: number[] = [];
  for (const found of xml.matchAll(/<(\/?)(?:[\w.-]+:)?p(?=[\s/>])[^>]*?(\/?)>/g)) {
    const [tag, closing, empty] = found;
    if (closing === '/') {
      const index = open.pop();
      if (index !== undefined) ranges[index] = { start: starts[index] ?? found.index, end: found.index };
      continue;
    }
    const index = ranges.push(undefined) - 1;
    starts[index] = afterProperties(xml, found.index + tag.length);
    if (empty !== '/') open.push(index);
  }
  return ranges;
}

function afterProperties(xml: string, at: number): number {
  const properties = /^\s*<w:pPr(?:\s*\/>|[\s>])/.exec(xml.slice(at, at + 200));
  if (!properties) return at;
  if (properties[0].endsWith('/>')) return at + properties[0].length;
  const end = xml.indexOf('</w:pPr>', at);
  return end < 0 ? at : end + '</w:pPr>'.length;
}

function runRange(xml: string, { start, end }: Range, run: number): Range | undefined {
  const runs = [...xml.slice(start, end).matchAll(/<w:r(?=[\s>])[^>]*>.*?<\/w:r>/gs)];
  const found = runs[run];
  return found && { start: start + found.index, end: start + found.index + found[0].length };
}

/** The parts that name the new one to the document and to the package. */
function related(text: (part: string) => string, document: string, part: string): [string, string][] {
  const cut = document.lastIndexOf('/') + 1;
  const rels = `${document.slice(0, cut)}_rels/${document.slice(cut)}.rels`;
  const name = part.slice(part.lastIndexOf('/') + 1);
  const relation = `<Relationship Id="yusuanComments" Type="${relationType}" Target="${name}"/>`;
  const types = '[Content_Types].xml';
  const override = `<Override PartName="/${part}" ContentType="${commentsType}"/>`;
  return [
    [rels, (text(rels) || noRelations).replace('</Relationships>', `${relation}</Relationships>`)],
    [types, text(types).replace('</Types>', `${override}</Types>`)],
  ];
}

const noRelations = `${header}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
