/** Text inside a block: runs, bold, breaks and the figures that were printed. */
import { lineSeparator } from '../vocabulary/terms.js';
import { type Element, MarkupError } from './element.js';
import type { Inline, TextRun } from './tree.js';

/** The text without its line breaks. */
export const plainText = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('');

/** The text inside a block, its ends trimmed. */
export function inlinesOf(element: Element): Inline[] {
  return soleText(element) ?? trimmed(merged(collect(element, false, undefined)));
}

/** What nearly every cell is: nothing, one text or one figure on one line. The rules for all else come to the same. */
function soleText({ children }: Element): Inline[] | undefined {
  if (children.length === 0) return [];
  if (children.length > 1) return undefined;
  const only = children[0];
  if (typeof only === 'string') return oneRun(only, undefined);
  const text = only?.name === 'data' && only.children.length === 1 ? only.children[0] : undefined;
  return typeof text === 'string' ? oneRun(text, only?.attributes.id) : undefined;
}

const lineEnd = new RegExp(`[\\n${lineSeparator}]`);

function oneRun(raw: string, figure: string | undefined): Inline[] | undefined {
  if (lineEnd.test(raw)) return undefined;
  const text = raw.trim();
  return text === '' ? [] : [run(text, false, figure)];
}

const run = (text: string, bold: boolean, figure: string | undefined): TextRun =>
  figure === undefined ? { kind: 'text', text, bold } : { kind: 'text', text, bold, figure };

function collect(element: Element, bold: boolean, figure: string | undefined): Inline[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return textInlines(child, bold, figure);
    if (child.name === 'br') return [{ kind: 'break' as const }];
    if (child.name === 'b') return collect(child, true, figure);
    if (child.name === 'data') return collect(child, bold, child.attributes.id);
    throw new MarkupError(`文字里不能有 <${child.name}>。`, child);
  });
}

function textInlines(raw: string, bold: boolean, figure: string | undefined): Inline[] {
  const parts = raw.replace(/[ \t]*\n\s*/g, '').split(lineSeparator);
  return parts.flatMap((text, index) => {
    const runs: Inline[] = text === '' ? [] : [run(text, bold, figure)];
    return index === 0 ? runs : [{ kind: 'break' as const }, ...runs];
  });
}

/** Neighbouring runs of one kind become one. */
function merged(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const inline of inlines) {
    const last = result.at(-1);
    const joins =
      last?.kind === 'text' && inline.kind === 'text' && !last.figure && !inline.figure && last.bold === inline.bold;
    if (joins && last.kind === 'text') result[result.length - 1] = { ...last, text: last.text + inline.text };
    else result.push(inline);
  }
  return result;
}

function trimmed(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline, index): Inline[] => {
    if (inline.kind !== 'text') return [inline];
    let { text } = inline;
    if (index === 0) text = text.trimStart();
    if (index === inlines.length - 1) text = text.trimEnd();
    return text === '' ? [] : [{ ...inline, text }];
  });
}
