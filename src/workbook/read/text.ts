/** Text as SpreadsheetML keeps it: runs, phonetic guides, `_xHHHH_` escapes (ECMA-376 part 1, 18.4 and 22.9.2.19). */
import type { Attributes } from '../../container/xml.js';

/** Gathers the text of one `<si>` or `<is>`; phonetic runs (`rPh`) do not belong to what the cell shows. */
export interface TextCollector {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
  /** The whole text so far; the collector is empty afterwards. */
  take(): string;
}

/** Takes the elements of one text in their order and gives it at the end. */
export function textCollector(): TextCollector {
  let whole = '';
  let run: string | undefined;
  let preserve = false;
  let phonetic = 0;
  return {
    open(name, attributes) {
      if (name === 'rPh') phonetic += 1;
      if (name !== 't' || phonetic > 0) return;
      run = '';
      preserve = attributes['xml:space'] === 'preserve';
    },
    text(text) {
      if (run !== undefined) run += text;
    },
    close(name) {
      if (name === 'rPh') phonetic -= 1;
      if (name !== 't' || run === undefined) return;
      whole += preserve ? run : trimXml(run);
      run = undefined;
    },
    take() {
      const text = plainText(whole);
      whole = '';
      return text;
    },
  };
}

/** `_x000D_` → CR, `_x005F_` → `_`; then line ends → `\n`. */
export function plainText(stored: string): string {
  const decoded = stored.includes('_x')
    ? stored.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : stored;
  return decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded;
}

/** Trims XML white space only; no regular expression, since `\s+$` takes quadratic time on a long run of blanks. */
export function trimXml(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isXmlSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isXmlSpace(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

const isXmlSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;

/** Nothing but white space; `\s` includes NBSP and the ideographic space. */
export const isBlank = (text: string): boolean => !/\S/.test(text);
