/**
 * Changes single cells of a real .xlsx, as a person with a text editor would: what is tested is the file, not our
 * model.
 */
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

  /**
   * Types into a cell; the style of one that the file has stays. Cells of a row that it has not are added from left to
   * right.
   */
  cell(sheet: string, address: string, { type, inner }: CellXml): this {
    const pattern = new RegExp(`<c r="${address}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`);
    const kind = type === undefined ? '' : ` t="${type}"`;
    const written = (style = '') => `<c r="${address}"${style}${kind}>${inner}</c>`;
    return this.replace(this.#partOf(sheet), (xml) =>
      pattern.test(xml) ? xml.replace(pattern, (_, style) => written(style)) : withCell(xml, address, written()),
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

/** Adds a cell to the end of its row, which is added after the last one where the sheet has none. */
function withCell(xml: string, address: string, cell: string): string {
  const row = address.replace(/^[A-Z]+/, '');
  const found = new RegExp(`(<row [^>]*r="${row}"[^>]*?)(?:/>|>(.*?)</row>)`).exec(xml);
  if (!found) return xml.replace('</sheetData>', `<row r="${row}">${cell}</row></sheetData>`);
  const [whole, opening, cells = ''] = found;
  return xml.replace(whole, () => `${opening}>${cells}${cell}</row>`);
}
