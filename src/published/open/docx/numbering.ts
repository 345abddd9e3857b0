/** Lists of a Word file: the mark that is printed before each of their paragraphs (ECMA-376 part 1, 17.9). */
import type { Attributes, PartReading } from '../../../container/xml.js';
import { inFormat } from './marks.js';
import { isOff, wordAttribute, wordValue } from './styles.js';

interface Level {
  start: number;
  format: string;
  /** `%1` stands for the number of the first level. */
  text: string;
  suffix: string;
  /** Numbers of higher levels are printed in digits. */
  legal: boolean;
  style: string | undefined;
}

interface AbstractList {
  readonly levels: Map<number, Level>;
  /** Stands for another list, by the name of a style. */
  link: string | undefined;
  styleLink: string | undefined;
}

interface List {
  abstract: string;
  readonly levels: Map<number, Level>;
  readonly starts: Map<number, number>;
}

export interface WordLists {
  readonly abstracts: ReadonlyMap<string, AbstractList>;
  readonly lists: ReadonlyMap<string, List>;
}

export const noLists: WordLists = { abstracts: new Map(), lists: new Map() };

const newLevel = (): Level => ({
  start: 1,
  format: 'decimal',
  text: '',
  suffix: 'tab',
  legal: false,
  style: undefined,
});

/** The walk through `numbering/(abstractNum/lvl | num/lvlOverride)`. */
export class ListsReading implements PartReading<WordLists> {
  readonly #abstracts = new Map<string, AbstractList>();
  readonly #lists = new Map<string, List>();
  #abstract: AbstractList | undefined;
  #list: List | undefined;
  #level: Level | undefined;
  #override = 0;

  result(): WordLists {
    return { abstracts: this.#abstracts, lists: this.#lists };
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'abstractNum') {
      this.#abstract = { levels: new Map(), link: undefined, styleLink: undefined };
      this.#abstracts.set(wordAttribute(attributes, 'abstractNumId') ?? '', this.#abstract);
    } else if (name === 'num') {
      this.#list = { abstract: '', levels: new Map(), starts: new Map() };
      this.#lists.set(wordAttribute(attributes, 'numId') ?? '', this.#list);
    } else if (name === 'lvl') this.#openLevel(Number(wordAttribute(attributes, 'ilvl') ?? 0));
    else if (this.#level) fillLevel(this.#level, name, attributes);
    else if (this.#list) this.#openInList(this.#list, name, attributes);
    else if (this.#abstract && name === 'numStyleLink') this.#abstract.link = wordValue(attributes);
    else if (this.#abstract && name === 'styleLink') this.#abstract.styleLink = wordValue(attributes);
  }

  close(name: string): void {
    if (name === 'lvl') this.#level = undefined;
    else if (name === 'abstractNum') this.#abstract = undefined;
    else if (name === 'num') this.#list = undefined;
  }

  #openLevel(level: number): void {
    this.#level = newLevel();
    (this.#list ?? this.#abstract)?.levels.set(level, this.#level);
  }

  #openInList(list: List, name: string, attributes: Attributes): void {
    if (name === 'abstractNumId') list.abstract = wordValue(attributes) ?? '';
    else if (name === 'lvlOverride') this.#override = Number(wordAttribute(attributes, 'ilvl') ?? 0);
    else if (name === 'startOverride') list.starts.set(this.#override, Number(wordValue(attributes) ?? 1));
  }
}

function fillLevel(level: Level, name: string, attributes: Attributes): void {
  const value = wordValue(attributes) ?? '';
  if (name === 'start') level.start = Number(value) || 0;
  else if (name === 'numFmt') level.format = value;
  else if (name === 'lvlText') level.text = value;
  else if (name === 'suff') level.suffix = value;
  else if (name === 'isLgl') level.legal = !isOff(attributes);
  else if (name === 'pStyle') level.style = value;
}

const MOST_LEVELS = 9;

/**
 * Counts the paragraphs of all lists as they come. Lists with one definition count on from each other unless told
 * otherwise.
 */
export class ListCounter {
  readonly #lists: WordLists;
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(lists: WordLists) {
    this.#lists = lists;
  }

  /** The mark before the next paragraph of a list, with what divides it from the text; '' where there is no list. */
  next(id: string, level: number | undefined, style: string): string {
    const list = this.#lists.lists.get(id);
    const abstract = list && this.#definition(list.abstract);
    if (!list || !abstract) return '';
    const depth = Math.min(MOST_LEVELS - 1, Math.max(0, level ?? levelOfStyle(abstract, style)));
    const levelAt = (at: number) => list.levels.get(at) ?? abstract.levels.get(at) ?? newLevel();
    const counts = this.#counts.get(list.abstract) ?? [];
    this.#counts.set(list.abstract, counts);
    const start = this.#restart(id, list, depth) ?? levelAt(depth).start;
    const before = counts[depth];
    counts[depth] = before === undefined || this.#isRestarted(id, list, depth) ? start : before + 1;
    this.#begun.add(`${id} ${depth}`);
    counts.length = depth + 1;
    const { text, suffix, format, legal } = levelAt(depth);
    if (format === 'bullet') return `${bullet(text)}${suffix === 'nothing' ? '' : ' '}`;
    const mark = text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const own = levelAt(at);
      return inFormat(counts[at] ?? own.start, legal && at < depth ? 'decimal' : own.format);
    });
    return mark === '' ? '' : `${mark}${suffix === 'nothing' ? '' : ' '}`;
  }

  #definition(id: string): AbstractList | undefined {
    const found = this.#lists.abstracts.get(id);
    if (found?.link === undefined) return found;
    return [...this.#lists.abstracts.values()].find(({ styleLink }) => styleLink === found.link) ?? found;
  }

  #restart(id: string, list: List, depth: number): number | undefined {
    return this.#begun.has(`${id} ${depth}`) ? undefined : list.starts.get(depth);
  }

  #isRestarted(id: string, list: List, depth: number): boolean {
    return this.#restart(id, list, depth) !== undefined;
  }
}

function levelOfStyle({ levels }: AbstractList, style: string): number {
  return [...levels].find(([, level]) => level.style === style)?.[0] ?? 0;
}

/** Characters of symbol fonts have no meaning of their own. */
const bullet = (text: string): string => (/^[\ue000-\uf8ff]?$/.test(text) ? '●' : text);
