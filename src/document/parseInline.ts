/** Text inside a block: runs, bold, breaks and the figures that were printed. */
import { lineSeparator } from '../model/terms.js';
import { type Element, MarkupError } from './element.js';
import type { Inline } from './tree.js';

export const plainText = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('');

/** The text inside a block, its ends trimmed. */
export function inlinesOf(element: Element): Inline[] {
  return soleText(element) ?? trimmed(merged(collect(element, false, undefined)));
}

/** What nearly every cell is: nothing, one text or one figure on one line. The rules for all else come to the same. */
function soleText({ children }: Element): Inline[] | undefined {
  const [only, more] = children;
  if (only === undefined) return [];
  if (more !== undefined) return undefined;
  if (typeof only === 'string') return oneRun(only, undefined);
  const [text, rest] = only.children;
  const figure = only.name === 'data' && rest === undefined && typeof text === 'string';
  return figure ? oneRun(text, only.attributes.id) : undefined;
}

function oneRun(raw: string, figure: string | undefined): Inline[] | undefined {
  if (raw.includes('\n') || raw.includes(lineSeparator)) return undefined;
  const text = raw.trim();
  return text === '' ? [] : [{ kind: 'text', text, bold: false, ...(figure !== undefined && { figure }) }];
}

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
    const run: Inline[] = text === '' ? [] : [{ kind: 'text', text, bold, ...(figure !== undefined && { figure }) }];
    return index === 0 ? run : [{ kind: 'break' as const }, ...run];
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
