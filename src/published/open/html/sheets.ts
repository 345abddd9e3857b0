/**
 * As much of CSS as tells what is seen: the style sheets within a page, written into its elements as if they had said
 * so themselves. Selectors of names, classes and ids, below each other; what needs more (states, attributes, the width
 * of a window) is left aside, and so are sheets in other files.
 */
import { grouped } from '../../../model/grouped.js';
import { refuse } from '../refusal.js';
import { attribute, type HtmlElement, type HtmlNode, isElement } from './parse.js';

/** The declarations that are looked at. */
const PROPERTIES = /^(?:display|visibility|list-style(?:-type)?|text-decoration(?:-line)?)$/;
/** More rules, or a longer sheet, are no page's. */
const MOST_RULES = 5_000;
const LONGEST = 2_000_000;
/** How often an element may be held against a selector, all in all. */
const MOST_CHECKS = 4_000_000;

interface Compound {
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
  /** Stands right below the one before. */
  readonly isChild: boolean;
}

interface Rule {
  /** From the outermost to the element itself. */
  readonly compounds: readonly Compound[];
  readonly weight: number;
  readonly normal: string;
  readonly important: string;
}

/** By a word that the element must have: its id, one of its classes, or its name. */
interface Rules {
  readonly by: ReadonlyMap<string, readonly Rule[]>;
  checks: number;
}

/**
 * Changes the elements' `style`: the sheets' declarations stand before their own, urgent ones behind. Throws
 * ReadProblem for sheets that take too long.
 */
export function applySheets(nodes: readonly HtmlNode[]): void {
  const text = sheetsIn(nodes).join('\n');
  if (text === '' || text.length > LONGEST) return;
  const rules = rulesOf(text.replace(/\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/g, ' '));
  if (rules.size > 0) applyTo(nodes, { by: rules, checks: 0 });
}

function sheetsIn(nodes: readonly HtmlNode[]): string[] {
  return nodes.filter(isElement).flatMap((element) => {
    if (element.tagName !== 'style') return sheetsIn(element.childNodes);
    const isForScreens = /^\s*(?:|all|screen)\s*$/i.test(attribute(element, 'media') ?? '');
    return isForScreens ? element.childNodes.flatMap((node) => ('value' in node ? [node.value] : [])) : [];
  });
}

function rulesOf(sheet: string): Rules['by'] {
  const rules = blocksOf(sheet).flatMap(({ selectors, normal, important }) =>
    selectors.split(',').flatMap((selector): Rule[] => {
      const compounds = compoundsOf(selector) ?? [];
      return compounds.length === 0 ? [] : [{ compounds, weight: weightOf(compounds), normal, important }];
    }),
  );
  return grouped(rules.slice(0, MOST_RULES), ({ compounds }) => {
    const { id, classes, tag } = compounds.at(-1) as Compound;
    return id || classes[0] || tag;
  });
}

interface Block {
  readonly selectors: string;
  readonly normal: string;
  readonly important: string;
}

/** The blocks that declare something of interest, those for screens among them. */
function blocksOf(sheet: string): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < sheet.length; ) {
    const open = sheet.indexOf('{', at);
    if (open < 0) break;
    const before = sheet.slice(at, open);
    const head = before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('}')) + 1).trim();
    // what stands within goes on as if it stood outside; its own end is passed over with the next head
    if (/^@media\s+(?:only\s+)?(?:screen|all)\s*$/i.test(head)) at = open + 1;
    else if (head.startsWith('@')) at = endOf(sheet, open);
    else {
      const close = sheet.indexOf('}', open);
      const end = close < 0 ? sheet.length : close;
      const { normal, important } = declarations(sheet.slice(open + 1, end));
      if (normal !== '' || important !== '') blocks.push({ selectors: head, normal, important });
      at = end + 1;
    }
  }
  return blocks;
}

/** Behind the brace that closes the one at `open`. */
function endOf(sheet: string, open: number): number {
  let depth = 0;
  for (let at = open; at < sheet.length; at += 1) {
    if (sheet[at] === '{') depth += 1;
    else if (sheet[at] === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return sheet.length;
}

function declarations(block: string): { readonly normal: string; readonly important: string } {
  const told = block.split(';').filter((one) => PROPERTIES.test(one.slice(0, one.indexOf(':')).trim().toLowerCase()));
  const [urgent, others] = [told.filter((one) => one.includes('!')), told.filter((one) => !one.includes('!'))];
  return { normal: others.join(';'), important: urgent.map((one) => one.slice(0, one.indexOf('!'))).join(';') };
}

/** Undefined for a selector that asks for more. */
function compoundsOf(selector: string): Compound[] | undefined {
  const words = selector.replace(/>/g, ' > ').trim().split(/\s+/);
  const compounds: Compound[] = [];
  let isChild = false;
  for (const word of words) {
    if (word === '>') isChild = true;
    else {
      const parts = /^([a-z][\w-]*|\*)?((?:[.#][\w-]+)*)$/i.exec(word);
      if (!parts || word === '') return undefined;
      const marks = parts[2]?.match(/[.#][\w-]+/g) ?? [];
      const classes = marks.filter((mark) => mark.startsWith('.')).map((mark) => mark.slice(1));
      const id = marks.find((mark) => mark.startsWith('#'))?.slice(1) ?? '';
      compounds.push({ tag: (parts[1] ?? '*').toLowerCase(), id, classes, isChild });
      isChild = false;
    }
  }
  return compounds;
}

const weightOf = (compounds: readonly Compound[]): number =>
  compounds.reduce(
    (sum, { tag, id, classes }) => sum + (id ? 10_000 : 0) + classes.length * 100 + (tag === '*' ? 0 : 1),
    0,
  );

function applyTo(nodes: readonly HtmlNode[], rules: Rules): void {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const own = rulesFor(node, rules);
    if (own.length > 0) {
      const inline = attribute(node, 'style') ?? '';
      const value = [...own.map(({ normal }) => normal), inline, ...own.map(({ important }) => important)].join(';');
      node.attrs = [...node.attrs.filter(({ name }) => name !== 'style'), { name: 'style', value }];
    }
    applyTo(node.childNodes, rules);
  }
}

/** From the weakest to the strongest. */
function rulesFor(element: HtmlElement, rules: Rules): readonly Rule[] {
  const words = ['*', element.tagName, attribute(element, 'id') ?? '', ...classesOf(element)];
  const candidates = words.flatMap((word) => rules.by.get(word) ?? []);
  if (candidates.length === 0) return candidates;
  return candidates.filter((rule) => isMatch(element, rule.compounds, rules)).sort((a, b) => a.weight - b.weight);
}

const classesOf = (element: HtmlElement): readonly string[] => attribute(element, 'class')?.split(/\s+/) ?? [];

function isMatch(element: HtmlElement, compounds: readonly Compound[], rules: Rules): boolean {
  rules.checks += 1;
  if (rules.checks > MOST_CHECKS) refuse('F41', { what: '内容' });
  const last = compounds.at(-1);
  if (!last || !isLike(element, last)) return compounds.length === 0;
  const above = compounds.slice(0, -1);
  for (let parent = parentOf(element); above.length > 0 && parent; parent = last.isChild ? undefined : parentOf(parent))
    if (isMatch(parent, above, rules)) return true;
  return above.length === 0;
}

function isLike(element: HtmlElement, { tag, id, classes }: Compound): boolean {
  if (tag !== '*' && tag !== element.tagName) return false;
  if (id !== '' && id !== attribute(element, 'id')) return false;
  const own = classes.length > 0 ? classesOf(element) : [];
  return classes.every((one) => own.includes(one));
}

function parentOf(element: HtmlElement): HtmlElement | undefined {
  const parent = element.parentNode;
  return parent && 'tagName' in parent ? parent : undefined;
}
