/** From the tree of a web page to paragraphs and tables, as a reader sees them; the site's navigation is left out. */
import { inFormat } from '../docx/marks.js';
import { headingLevel, type OpenedBlock } from '../raw.js';
import { attribute, declared, type HtmlElement, type HtmlNode, hasNoMarks, isElement, isHidden } from './parse.js';
import { captionsOf, readTable } from './table.js';

const NEVER_SEEN = new Set(
  'head script style noscript noframes template button iframe frame object embed svg math audio video canvas rt rp'.split(
    ' ',
  ),
);
/** Whatever else there is stands in the line, elements that no browser knows too. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search section ' +
    'summary table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
);
const EMBEDDED = new Set(['iframe', 'frame', 'object', 'embed']);
const STRUCK = new Set(['del', 's', 'strike']);
const FIELDS = new Set(['input', 'textarea', 'select']);
const LIST_FORMATS: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

interface Written {
  text: string;
  /** Characters that lead to other pages, and those that lead to a place on this one. */
  linked: number;
  inside: number;
}

export class WebPageReading {
  readonly blocks: OpenedBlock[] = [];
  /** Those of them that lead to a place on this page and stand in no navigation. */
  readonly leads = new Set<OpenedBlock>();
  embedded = 0;
  pictures = 0;
  struck = 0;
  #line: Written = { text: '', linked: 0, inside: 0 };
  #level = 0;
  #link: 'none' | 'away' | 'inside' = 'none';
  #inNavigation = false;
  /** Heads the navigation that is being read: kept once it turns out to be the contents of this page. */
  #navigationTitle: OpenedBlock | undefined;
  #isPreformatted = false;
  #mark = '';
  readonly #inCell: boolean;

  constructor(inCell = false) {
    this.#inCell = inCell;
  }

  walk(nodes: readonly HtmlNode[]): void {
    for (const node of nodes) {
      if (isElement(node)) this.#element(node);
      else if (node.nodeName === '#text') this.#write((node as { value: string }).value);
    }
  }

  /** Ends the paragraph that is being written. */
  flush(): void {
    const { text, linked, inside } = this.#line;
    this.#line = { text: '', linked: 0, inside: 0 };
    const length = squeezed(text).length;
    if (length === 0) return;
    const isInside = inside > 0 && inside + linked >= length * 0.9;
    const leadsAway = this.#level === 0 && !this.#inCell && linked >= length * 0.9;
    if (!isInside && leadsAway) return;
    if (!isInside && this.#inNavigation) {
      if (this.#level > 0) this.#navigationTitle = { kind: 'paragraph', text: text.trim(), level: 0, contents: false };
      return;
    }
    if (this.#inNavigation && this.#navigationTitle) this.blocks.push(this.#navigationTitle);
    this.#navigationTitle = undefined;
    const mark = isInside ? '' : this.#mark;
    this.#mark = '';
    for (const [index, part] of parts(text).entries()) {
      // the page's own title may be h1 and all of the document one deeper
      const level = headingLevel(Math.min(this.#level, 3));
      const block = { kind: 'paragraph', text: index === 0 ? mark + part : part, level, contents: isInside } as const;
      this.blocks.push(block);
      if (isInside && !this.#inNavigation) this.leads.add(block);
    }
  }

  #element(element: HtmlElement): void {
    const { tagName } = element;
    if (EMBEDDED.has(tagName) && !isHidden(element)) this.embedded += 1;
    if (NEVER_SEEN.has(tagName) || isHidden(element)) return;
    if (tagName === 'br') this.#line.text += '\n';
    else if (tagName === 'img') this.#picture();
    else if (FIELDS.has(tagName)) this.#field(element);
    else if (isStruck(element)) this.struck += 1;
    else if (tagName === 'a') this.#anchor(element);
    else if (isBlock(element)) this.#block(element);
    else this.walk(element.childNodes);
  }

  /** What is filled in stands in the cells of a table; elsewhere fields serve the site's visitors. */
  #field(element: HtmlElement): void {
    if (!this.#inCell) return;
    if (element.tagName === 'textarea') this.walk(element.childNodes);
    else if (element.tagName === 'select') {
      const options = element.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'option');
      const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0];
      this.walk(chosen?.childNodes ?? []);
    } else if (/^(?:text|number|tel|date|month)?$/i.test(attribute(element, 'type') ?? ''))
      this.#write(attribute(element, 'value') ?? '');
  }

  #block(element: HtmlElement): void {
    const { tagName } = element;
    this.flush();
    const before = { level: this.#level, navigation: this.#inNavigation, preformatted: this.#isPreformatted };
    this.#level = Number(/^h([1-6])$/.exec(tagName)?.[1] ?? before.level);
    this.#inNavigation ||= tagName === 'nav' || tagName === 'aside' || attribute(element, 'role') === 'navigation';
    this.#isPreformatted ||= tagName === 'pre';
    if (tagName === 'table') this.#table(element);
    else if (tagName === 'ol') this.#list(element);
    else this.walk(element.childNodes);
    this.flush();
    this.#level = before.level;
    this.#inNavigation = before.navigation;
    if (!this.#inNavigation) this.#navigationTitle = undefined;
    this.#isPreformatted = before.preformatted;
  }

  #anchor(element: HtmlElement): void {
    const before = this.#link;
    const href = attribute(element, 'href');
    if (href !== undefined) this.#link = href.startsWith('#') ? 'inside' : 'away';
    this.walk(element.childNodes);
    this.#link = before;
  }

  /** Numbers that a browser puts before the entries. */
  #list(element: HtmlElement): void {
    const format = LIST_FORMATS[attribute(element, 'type') ?? ''] ?? 'decimal';
    let number = Number(attribute(element, 'start') ?? 1) || 1;
    for (const node of element.childNodes) {
      if (!isElement(node) || node.tagName !== 'li') this.walk([node]);
      else {
        number = Number(attribute(node, 'value') ?? number) || number;
        this.#mark = hasNoMarks(element) || hasNoMarks(node) ? '' : `${inFormat(number, format)}. `;
        this.walk([node]);
        this.#mark = '';
        number += 1;
      }
    }
  }

  #table(element: HtmlElement): void {
    for (const caption of captionsOf(element)) {
      this.walk(caption.childNodes);
      this.flush();
    }
    const table = readTable(element, (cell) => {
      const inside = new WebPageReading(true);
      inside.walk(cell.childNodes);
      inside.flush();
      this.embedded += inside.embedded;
      this.pictures += inside.pictures;
      this.struck += inside.struck;
      return inside.blocks;
    });
    if (table.rows.length > 0) this.blocks.push(table);
  }

  #picture(): void {
    if (this.#link === 'none' && !this.#inNavigation) this.pictures += 1;
  }

  #write(text: string): void {
    const line = this.#line;
    const shown = this.#isPreformatted ? text : text.replace(/[ \t\r\n\f]+/g, ' ');
    line.text += line.text === '' || /[ \n]$/.test(line.text) ? shown.replace(/^ /, '') : shown;
    const length = squeezed(text).length;
    if (this.#link === 'away') line.linked += length;
    else if (this.#link === 'inside') line.inside += length;
  }
}

const isStruck = (element: HtmlElement): boolean =>
  STRUCK.has(element.tagName) ||
  /line-through/.test(`${declared(element, 'text-decoration')} ${declared(element, 'text-decoration-line')}`);

function isBlock(element: HtmlElement): boolean {
  const display = declared(element, 'display');
  if (display === undefined || element.tagName === 'table') return BLOCKS.has(element.tagName);
  return !/^(?:inline|contents|ruby)/.test(display);
}

const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** A page that knows only `<br>` has its paragraphs between two of them, or begins each with two blanks. */
const parts = (text: string): string[] =>
  text
    .split(/\n[ \t]*\n|\n(?=[\u3000\u00a0]{2})/)
    .map((part) => part.replace(/[ \t]+$/gm, '').trim())
    .filter((part) => part !== '');
