/** Changes single cells of a real .xlsx, as a person with a text editor would: what is tested is the file, not our model. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

type Parts = Record<string, Uint8Array>;

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** What stands between `<c …>` and `</c>`, and the cell's type. */
export interface CellXml {
  readonly type?: string;
  readonly inner: string;
}

export const words = (text: string): CellXml => ({
  type: 'inlineStr',
  inner: `<is><t xml:space="preserve">${escaped(text)}</t></is>`,
});
export const numeral = (text: string): CellXml => ({ inner: `<v>${text}</v>` });

export class Package {
  readonly #parts: Parts;

  constructor(bytes: Uint8Array) {
    this.#parts = unzipSync(bytes);
  }

  text(name: string): string {
    const part = this.#parts[name];
    if (!part) throw new Error(`no part ${name}`);
    return strFromU8(part);
  }

  replace(name: string, change: (xml: string) => string): this {
    const before = this.text(name);
    const after = change(before);
    if (after === before) throw new Error(`nothing changed in ${name}`);
    this.#parts[name] = strToU8(after);
    return this;
  }

  /** Puts something else into a cell that the file has; its style stays. */
  cell(sheet: string, address: string, { type, inner }: CellXml): this {
    const pattern = new RegExp(`<c r="${address}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`);
    const kind = type === undefined ? '' : ` t="${type}"`;
    return this.replace(this.#partOf(sheet), (xml) =>
      xml.replace(pattern, (_, style = '') => `<c r="${address}"${style}${kind}>${inner}</c>`),
    );
  }

  /** The sheet is no longer in the workbook; its part stays behind, as some programs leave it. */
  removeSheet(sheet: string): this {
    return this.replace('xl/workbook.xml', (xml) => xml.replace(new RegExp(`<sheet [^>]*name="${sheet}"[^>]*/>`), ''));
  }

  bytes(): Uint8Array {
    return zipSync(this.#parts, { mtime: new Date(1980, 0, 1) });
  }

  #partOf(sheet: string): string {
    const id = new RegExp(`<sheet [^>]*name="${sheet}"[^>]*r:id="(\\w+)"`).exec(this.text('xl/workbook.xml'))?.[1];
    const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(this.text('xl/_rels/workbook.xml.rels'))?.[1];
    if (target === undefined) throw new Error(`no sheet ${sheet}`);
    return `xl/${target}`;
  }
}
