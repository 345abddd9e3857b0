/** One paragraph of a Word file while its elements come by: its text without what nobody sees, and what it is. */
import type { Attributes } from '../../../container/xml.js';
import { headingLevel, type OpenedParagraph } from '../raw.js';
import type { Fields } from './fields.js';
import type { ListCounter } from './numbering.js';
import { isOff, outlineOf, type StyleOf, wordAttribute, wordValue } from './styles.js';

/** What stands for a character of its own; within the text only. */
const characters: Readonly<Record<string, string>> = { tab: ' ', ptab: ' ', br: '\n', cr: '\n', noBreakHyphen: '-' };

export class OpenParagraph {
  /** Its number among all paragraphs of the part. */
  readonly source: number;
  /** The text of a paragraph before it whose end has been deleted. */
  readonly begun: string;
  /** Its end is deleted as a tracked change: the next paragraph goes on. */
  endDeleted = false;
  /** Pieces of text that are struck through. */
  struck = 0;
  readonly #styleOf: StyleOf;
  #text = '';
  #style = '';
  #outline: number | undefined;
  #list: string | undefined;
  #listLevel: number | undefined;
  #inProperties = false;
  #run: 'none' | 'seen' | 'hidden' | 'struck' = 'none';
  #inText = false;

  constructor(source: number, begun: string, styleOf: StyleOf) {
    this.#styleOf = styleOf;
    this.source = source;
    this.begun = begun;
  }

  get text(): string {
    return this.begun + this.#text;
  }

  /** `fields`: whether what comes now is the code of a field or its result. */
  open(name: string, attributes: Attributes, fields: Fields): void {
    if (name === 'pPr') this.#inProperties = true;
    else if (this.#inProperties) this.#openProperty(name, attributes);
    else if (name === 'r') this.#run = this.#styleOf(this.#style).hidden ? 'hidden' : 'seen';
    else if (this.#run !== 'none') this.#openInRun(name, attributes, fields);
  }

  close(name: string): void {
    if (name === 'pPr') this.#inProperties = false;
    else if (name === 'r') this.#run = 'none';
    else if (name === 't') this.#inText = false;
  }

  write(text: string): void {
    if (!this.#inText) return;
    if (this.#run === 'seen') this.#text += text;
    else if (this.#run === 'struck') this.struck += 1;
  }

  /** Deleted or moved away, as a tracked change: in the properties it is the paragraph's end. */
  deletes(): boolean {
    if (this.#inProperties) this.endDeleted = true;
    return this.#inProperties;
  }

  closed(counter: ListCounter, inContents: boolean): OpenedParagraph {
    const style = this.#styleOf(this.#style);
    const list = this.#list ?? style.list;
    const mark = list === undefined ? '' : counter.next(list, this.#listLevel ?? style.listLevel, this.#style);
    const text = this.text.trim();
    return {
      kind: 'paragraph',
      text: text === '' ? '' : mark + text,
      level: headingLevel(this.#outline ?? style.outline),
      contents: inContents || style.contents,
      source: this.source,
    };
  }

  #openProperty(name: string, attributes: Attributes): void {
    if (name === 'pStyle') this.#style = wordValue(attributes) ?? '';
    else if (name === 'outlineLvl') this.#outline = outlineOf(attributes);
    else if (name === 'numId') this.#list = wordValue(attributes);
    else if (name === 'ilvl') this.#listLevel = Number(wordValue(attributes) ?? 0);
  }

  #openInRun(name: string, attributes: Attributes, fields: Fields): void {
    if (name === 't') this.#inText = fields.showing;
    else if (name === 'vanish') this.#run = isOff(attributes) ? 'seen' : 'hidden';
    else if (name === 'rStyle') this.#run = this.#styleOf(wordValue(attributes) ?? '').hidden ? 'hidden' : this.#run;
    else if ((name === 'strike' || name === 'dstrike') && this.#run === 'seen')
      this.#run = isOff(attributes) ? 'seen' : 'struck';
    else if (!fields.showing || this.#run !== 'seen') return;
    else if (name === 'sym') this.#text += symbol(wordAttribute(attributes, 'char') ?? '');
    else this.#text += characters[name] ?? '';
  }
}

/** Boxes and ticks of the symbol fonts; any other character of theirs has no meaning of its own. */
const symbols: Readonly<Record<string, string>> = { f052: '☑', f0fe: '☑', f0a8: '□', f06f: '□', f0a3: '□', f0fc: '✓' };
const symbol = (code: string): string => symbols[code.toLowerCase()] ?? '□';
