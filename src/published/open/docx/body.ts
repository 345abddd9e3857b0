/**
 * The body of a Word file as its elements come by. Tracked insertions count and deletions don't; hidden text, field
 * codes and further copies of a text box (mc:AlternateContent) are not read; a text box stands before the paragraph
 * that holds it.
 */
import type { Attributes, PartReading } from '../../../container/xml.js';
import { documentLimits } from '../limits.js';
import type { OpenedBlock } from '../raw.js';
import { refuse } from '../refusal.js';
import { Fields } from './fields.js';
import { ListCounter, type WordLists } from './numbering.js';
import { OpenParagraph } from './paragraph.js';
import { type StyleOf, wordValue } from './styles.js';
import { OpenWordTable } from './table.js';

export interface Body {
  readonly blocks: readonly OpenedBlock[];
  readonly notices: readonly string[];
}

/** Whose text nobody sees, or that is there twice; properties as they were before a tracked change. */
const skipped = new Set([
  ...['del', 'moveFrom', 'rt', 'delText', 'delInstrText'],
  ...['pPrChange', 'rPrChange', 'tblPrChange', 'tblGridChange', 'trPrChange', 'tcPrChange', 'sectPrChange'],
]);
const deletions = new Set(['del', 'moveFrom']);
/** What may hold figures that are no text: a picture, an embedded table of Excel. */
const pictures = new Set(['blip', 'imagedata', 'OLEObject', 'chart', 'relIds']);
const others = new Set(['altChunk', 'subDoc']);
const notes = new Set(['footnoteReference', 'endnoteReference']);

export class BodyReading implements PartReading<Body> {
  readonly #styles: StyleOf;
  readonly #counter: ListCounter;
  readonly #blocks: OpenedBlock[] = [];
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #tables: OpenWordTable[] = [];
  readonly #fields = new Fields();
  /** Of each open content control, whether it holds the table of contents. */
  readonly #controls: boolean[] = [];
  #begun = '';
  #skip = 0;
  #inCode = false;
  #count = 0;
  /** Of each `mc:AlternateContent` that is open, whether a branch has been read; of each branch, whether it is not. */
  readonly #alternatives: boolean[] = [];
  readonly #branches: boolean[] = [];
  #pictures = 0;
  #others = 0;
  #notes = 0;
  #struck = 0;

  constructor(styles: StyleOf, lists: WordLists) {
    this.#styles = styles;
    this.#counter = new ListCounter(lists);
  }

  result(): Body {
    this.#flush();
    const told = [
      [this.#pictures, '处图片或嵌入对象，其中的文字和数字没有读取。'],
      [this.#others, '处是并入的别的文件，没有读取；请用 Word 打开、保存后再读。'],
      [this.#notes, '处脚注、尾注，没有读取。'],
      [this.#struck, '处文字划了删除线，按删去处理，没有读取。'],
    ] as const;
    const notices = told.flatMap(([count, what]) => (count > 0 ? [`文档中有 ${count} ${what}`] : []));
    return { blocks: this.#blocks, notices };
  }

  open(name: string, attributes: Attributes): void {
    // paragraphs are counted wherever they stand, so that a comment can be put to one by its number
    if (name === 'p') this.#openParagraph();
    if (this.#skip === 0 && deletions.has(name) && !this.#paragraphs.at(-1)?.deletes()) this.#tables.at(-1)?.deletes();
    if (skipped.has(name) || this.#isFurtherBranch(name)) this.#skip += 1;
    if (this.#skip > 0 || name === 'p') return;
    if (name === 'tbl') this.#tables.push(new OpenWordTable());
    else if (name === 'sdt') this.#controls.push(false);
    else if (name === 'docPartGallery') this.#setControl(/table of contents/i.test(wordValue(attributes) ?? ''));
    else if (name === 'fldChar') this.#fields.mark(attributes);
    else if (name === 'instrText') this.#inCode = true;
    else if (pictures.has(name)) this.#pictures += 1;
    else if (others.has(name)) this.#others += 1;
    else if (notes.has(name)) this.#notes += 1;
    else this.#openInside(name, attributes);
  }

  text(text: string): void {
    if (this.#skip > 0) return;
    if (this.#inCode) this.#fields.writeCode(text);
    else this.#paragraphs.at(-1)?.write(text);
  }

  close(name: string): void {
    if (name === 'p') this.#closeParagraph();
    else if (this.#skip === 0) this.#closeInside(name);
    if (skipped.has(name) || this.#closesBranch(name)) this.#skip -= 1;
  }

  /** Of the branches that say the same for different programs the first is read. */
  #isFurtherBranch(name: string): boolean {
    if (name === 'AlternateContent') this.#alternatives.push(false);
    if (name !== 'Choice' && name !== 'Fallback') return false;
    const isFurther = this.#alternatives.pop() ?? false;
    this.#alternatives.push(true);
    this.#branches.push(isFurther);
    return isFurther;
  }

  #closesBranch(name: string): boolean {
    if (name === 'AlternateContent') this.#alternatives.pop();
    return (name === 'Choice' || name === 'Fallback') && this.#branches.pop() === true;
  }

  #openParagraph(): void {
    const seen = this.#skip === 0;
    this.#paragraphs.push(new OpenParagraph(this.#count, seen ? this.#begun : '', this.#styles));
    if (seen) this.#begun = '';
    this.#count += 1;
    if (this.#count > documentLimits.blocks * 4) refuse('F41', { what: '段落和表格' });
  }

  /** A table's own elements never stand in a paragraph of its cells, nor a paragraph's between the cells. */
  #openInside(name: string, attributes: Attributes): void {
    this.#paragraphs.at(-1)?.open(name, attributes, this.#fields);
    this.#tables.at(-1)?.open(name, attributes, this.#count);
  }

  #setControl(isContents: boolean): void {
    if (this.#controls.length > 0) this.#controls[this.#controls.length - 1] = isContents;
  }

  #closeInside(name: string): void {
    if (name === 'instrText') this.#inCode = false;
    else if (name === 'sdt') this.#controls.pop();
    else if (name === 'tbl') this.#closeTable();
    else {
      if (name === 'tc') this.#flush();
      this.#paragraphs.at(-1)?.close(name);
      this.#tables.at(-1)?.close(name);
    }
  }

  #closeTable(): void {
    const table = this.#tables.pop();
    if (table) this.#place().push(table.closed());
  }

  #closeParagraph(): void {
    const open = this.#paragraphs.pop();
    if (!open || this.#skip > 0) return;
    this.#struck += open.struck;
    if (open.endDeleted) {
      this.#begun = open.text;
      return;
    }
    const inContents = this.#fields.inContents || this.#controls.includes(true);
    this.#place().push(open.closed(this.#counter, inContents));
    this.#fields.endParagraph();
  }

  /** A deleted end goes no further than its cell. */
  #flush(): void {
    const text = this.#begun;
    this.#begun = '';
    if (text !== '') this.#place().push({ kind: 'paragraph', text, level: 0, contents: false });
  }

  /** What stands between the cells of a table stands nowhere; it is told before the table. */
  #place(): OpenedBlock[] {
    return this.#tables.findLast(({ content }) => content !== undefined)?.content ?? this.#blocks;
  }
}
