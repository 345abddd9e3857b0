/** Text inside a block: runs, bold, breaks and the figures that were printed. */
import { lineSeparator } from '../model/terms.js';
import { type Element, MarkupError } from './element.js';
import type { Inline } from './tree.js';

export const plainText = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('');

/** The text inside a block, its ends trimmed. */
export function inlinesOf(element: Element): Inline[] {
  return trimmed(merged(collect(element, false, undefined)));
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
