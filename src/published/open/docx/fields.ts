/** Complex fields of a Word file (ECMA-376 part 1, 17.16.18): a code that nobody sees, then a result. They may nest. */
import type { Attributes } from '../../../container/xml.js';
import { wordAttribute } from './styles.js';

export class Fields {
  readonly #open: { code: string; result: boolean }[] = [];

  /** Whether text that comes now is seen. */
  get showing(): boolean {
    return this.#open.every(({ result }) => result);
  }

  /** Whether a table of contents is being shown. */
  get inContents(): boolean {
    return this.#open.some(({ code }) => /^\s*TOC\b/.test(code));
  }

  mark(attributes: Attributes): void {
    const type = wordAttribute(attributes, 'fldCharType');
    const last = this.#open.at(-1);
    if (type === 'begin') this.#open.push({ code: '', result: false });
    else if (type === 'end') this.#open.pop();
    else if (type === 'separate' && last) last.result = true;
  }

  writeCode(text: string): void {
    const last = this.#open.at(-1);
    if (last) last.code += text;
  }

  /**
   * A code ends with its paragraph at the latest: a field that was never closed must not hide the rest of the document.
   */
  endParagraph(): void {
    for (const field of this.#open) field.result = true;
  }
}
