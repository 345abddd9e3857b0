/**
 * One XML part as a stream of local names. Prefixes are cut off, so `x:`-prefixed and strict OOXML read like any other.
 * DOCTYPE and any encoding but UTF-8 are refused (FACT xml-1).
 */
import { SaxesParser } from 'saxes';
import { limits } from './limits.js';
import { fail, ReadProblem } from './problem.js';
import type { Sink } from './readZip.js';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  /** `depth` is 0 for the root element. */
  open?(name: string, attributes: Attributes, depth: number): void;
  text?(text: string): void;
  close?(name: string, depth: number): void;
}

/** A walk through one part that comes to something. */
export interface PartReading<Result> extends XmlHandler {
  /** What has been read; asked for once, at the end. */
  result(): Result;
}

/** The attribute with this local name under whatever prefix (`r:id`); plain ones are simply `attributes.name`. */
export function prefixedAttribute(attributes: Attributes, name: string): string | undefined {
  const key = Object.keys(attributes).find((other) => other.includes(':') && localName(other) === name);
  return key === undefined ? undefined : attributes[key];
}

/** `xsd:boolean` */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';

/** `x:row` → `row` */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

interface Begun {
  readonly opened: string;
  readonly elements: number;
}

interface Seen {
  handler: XmlHandler;
  elements: number;
}

/** A prolog is a declaration and perhaps a comment; whatever is longer than this is a DOCTYPE or nonsense. */
export const PROLOG = 64 * 1024;
const PROLOG_STEP = 4 * 1024;

/**
 * Parses what `feed` pushes into its sink; `root` is the local name that the root element must have. `begun`: a
 * beginning that the handler has seen already, as the tags that are open behind it.
 */
export function parseXml(
  part: string,
  root: string,
  feed: (sink: Sink) => void,
  handler: XmlHandler,
  begun: Begun = { opened: '', elements: 0 },
): void {
  const quiet: XmlHandler = {};
  const seen = { handler: quiet, elements: begun.elements };
  const { parser, rootSeen } = createParser(part, root, seen);
  parser.write(begun.opened);
  seen.handler = handler;
  seen.elements = begun.elements;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let prolog = '';
  const write = (text: string) => {
    let done = 0;
    // In small steps up to the root element, since saxes holds a DOCTYPE back until it is complete.
    while (!rootSeen() && done < text.length) {
      const step = text.slice(done, done + PROLOG_STEP);
      done += step.length;
      prolog += step;
      if (prolog.length > PROLOG) fail(prolog.includes('<!DOCTYPE') ? 'F19' : 'F21', { part });
      parser.write(step);
    }
    parser.write(done === 0 ? text : text.slice(done));
  };
  feed((chunk, last) => {
    const text = decode(decoder, part, chunk, last);
    guarded(part, () => write(text));
  });
  guarded(part, () => parser.close());
}

/**
 * Six handlers and no more: `on` stores them by computed keys, and from the eighth on V8 turns the parser into a
 * dictionary, which makes it four times slower (measured on Node 20.20).
 */
function createParser(part: string, root: string, seen: Seen) {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let rootSeen = false;
  let depth = 0;
  let attributes = 0;
  parser.on('doctype', () => fail('F19', { part }));
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > limits.xmlAttributes) fail('F15', { part });
  });
  parser.on('opentag', (tag) => {
    const name = localName(tag.name);
    if (!rootSeen) checkRoot(part, name === root, parser.xmlDecl.encoding);
    seen.elements += 1;
    if (depth >= limits.xmlDepth || seen.elements > limits.elements) fail('F15', { part });
    rootSeen = true;
    attributes = 0;
    seen.handler.open?.(name, tag.attributes, depth);
    depth += 1;
  });
  parser.on('text', (text) => seen.handler.text?.(text));
  parser.on('cdata', (text) => seen.handler.text?.(text));
  parser.on('closetag', (tag) => {
    depth -= 1;
    seen.handler.close?.(localName(tag.name), depth);
  });
  return { parser, rootSeen: () => rootSeen };
}

function checkRoot(part: string, expected: boolean, encoding: string | undefined): void {
  if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding)) fail('F20', { part });
  if (!expected) fail('F21', { part });
}

function decode(decoder: InstanceType<typeof TextDecoder>, part: string, chunk: Uint8Array, last: boolean): string {
  try {
    return decoder.decode(chunk, { stream: !last });
  } catch {
    return fail('F20', { part });
  }
}

/** saxes throws plain Errors in English; a user is told the part instead. */
function guarded(part: string, step: () => unknown): void {
  try {
    step();
  } catch (error) {
    if (error instanceof ReadProblem) throw error;
    fail('F21', { part });
  }
}
