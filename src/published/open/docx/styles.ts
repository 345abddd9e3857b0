/** What a Word file's styles say about headings, contents and lists (ECMA-376 part 1, 17.7). */
import { type Attributes, type PartReading, prefixedAttribute } from '../../../container/xml.js';

export interface WordParagraphStyle {
  /** 1 to 9; 0 for text. */
  readonly outline: number;
  /** An entry of the table of contents. */
  readonly contents: boolean;
  readonly list: string | undefined;
  readonly listLevel: number | undefined;
  /** Its text is hidden. */
  readonly hidden: boolean;
}

export type StyleOf = (id: string) => WordParagraphStyle;

interface StoredStyle {
  readonly id: string;
  name: string;
  base: string;
  outline: number | undefined;
  list: string | undefined;
  listLevel: number | undefined;
  hidden: boolean | undefined;
}

const NONE: WordParagraphStyle = {
  ...{ outline: 0, contents: false, list: undefined, listLevel: undefined, hidden: false },
};

/** `w:val`, the attribute in which Word keeps a value. */
export const wordValue = (attributes: Attributes): string | undefined => wordAttribute(attributes, 'val');

/** An attribute of the main namespace under its usual prefix, without one, or under another. */
export const wordAttribute = (attributes: Attributes, name: string): string | undefined =>
  attributes[`w:${name}`] ?? attributes[name] ?? prefixedAttribute(attributes, name);

/** Whether a switch (`w:b`, `w:vanish`) is turned off. */
export const isOff = (attributes: Attributes): boolean => /^(0|false|off|none)$/.test(wordValue(attributes) ?? '');

/** `w:outlineLvl` counts from 0; 9 is text. */
export const outlineOf = (attributes: Attributes): number => {
  const level = Number(wordValue(attributes) ?? 9);
  return level >= 0 && level < 9 ? level + 1 : 0;
};

/** Without a styles part the usual ids are all there is to go by. */
export function stylesReading(): PartReading<StyleOf> {
  const styles = new Map<string, StoredStyle>();
  let style: StoredStyle | undefined;
  /** What a style says of some cells of a table is none of its own. */
  let isOfCells = false;
  return {
    open(name, attributes) {
      if (name === 'style') {
        const id = wordAttribute(attributes, 'styleId') ?? '';
        style = {
          id,
          name: '',
          base: '',
          outline: undefined,
          list: undefined,
          listLevel: undefined,
          hidden: undefined,
        };
        styles.set(id, style);
      } else if (name === 'tblStylePr') isOfCells = true;
      else if (style && !isOfCells) fill(style, name, attributes);
    },
    close(name) {
      if (name === 'style') style = undefined;
      else if (name === 'tblStylePr') isOfCells = false;
    },
    result: () => styleOf(styles),
  };
}

function fill(style: StoredStyle, name: string, attributes: Attributes): void {
  if (name === 'name') style.name = wordValue(attributes) ?? '';
  else if (name === 'basedOn') style.base = wordValue(attributes) ?? '';
  else if (name === 'outlineLvl') style.outline = outlineOf(attributes);
  else if (name === 'numId') style.list = wordValue(attributes);
  else if (name === 'ilvl') style.listLevel = Number(wordValue(attributes) ?? 0);
  else if (name === 'vanish') style.hidden = !isOff(attributes);
}

/** A style takes what it does not say itself from the one that it is based on; a circle ends after ten. */
export function styleOf(styles: ReadonlyMap<string, StoredStyle>): StyleOf {
  const known = new Map<string, WordParagraphStyle>();
  return (id) => {
    const found = known.get(id) ?? resolved(id, styles);
    known.set(id, found);
    return found;
  };
}

function resolved(id: string, styles: ReadonlyMap<string, StoredStyle>): WordParagraphStyle {
  const chain: StoredStyle[] = [];
  for (let style = styles.get(id); style && chain.length < 10; style = styles.get(style.base)) chain.push(style);
  if (chain.length === 0) return byName(id);
  const named = chain.map(({ name }) => byName(name)).find(({ outline, contents }) => outline > 0 || contents);
  return {
    outline: chain.find(({ outline }) => outline !== undefined)?.outline ?? named?.outline ?? 0,
    contents: named?.contents ?? false,
    list: chain.find(({ list }) => list !== undefined)?.list,
    listLevel: chain.find(({ listLevel }) => listLevel !== undefined)?.listLevel,
    hidden: chain.find(({ hidden }) => hidden !== undefined)?.hidden ?? false,
  };
}

function byName(name: string): WordParagraphStyle {
  const outline = Number(/^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1] ?? 0);
  return { ...NONE, outline, contents: /^(TOC|目录|Contents)\s*\d?$/i.test(name) };
}
