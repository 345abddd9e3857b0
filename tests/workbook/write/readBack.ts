/** Reads a written workbook without exceljs: the zip by fflate, the XML by saxes. */
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

export interface WrittenCell {
  /** As it stands in the XML, shared strings looked up. */
  readonly text: string;
  readonly type: string;
  readonly formula: string | undefined;
  readonly locked: boolean;
  readonly numFmt: string;
}

export interface WrittenSheet {
  readonly name: string;
  readonly state: string;
  readonly root: Element;
  readonly cells: ReadonlyMap<string, WrittenCell>;
  /** The numbers of the styles that unlock. */
  readonly unlocked: ReadonlySet<number>;
}

export function parse(xml: string): Element {
  const root: Element = { name: '#root', attributes: {}, children: [], text: '' };
  const stack = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  parser.on('text', (text) => {
    const top = stack.at(-1);
    if (top) top.text += text;
  });
  parser.on('closetag', () => stack.pop());
  parser.write(xml).close();
  return root;
}

export function all(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

const textOf = (element: Element): string => element.text + element.children.map(textOf).join('');

export function parts(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)]));
}

interface Style {
  readonly locked: boolean;
  readonly numFmt: string;
}

function stylesOf(xml: string): Style[] {
  const styles = parse(xml);
  const formats = new Map(all(styles, 'numFmt').map((f) => [f.attributes.numFmtId, f.attributes.formatCode ?? '']));
  const builtin = new Map([
    ['0', 'General'],
    ['1', '0'],
    ['4', '#,##0.00'],
    ['49', '@'],
  ]);
  const [cellXfs] = all(styles, 'cellXfs');
  return all(cellXfs ?? styles, 'xf').map((xf) => {
    const id = xf.attributes.numFmtId ?? '0';
    const unlocked = all(xf, 'protection').some(({ attributes }) => attributes.locked === '0');
    return { locked: !unlocked, numFmt: formats.get(id) ?? builtin.get(id) ?? id };
  });
}

function cellsOf(root: Element, strings: readonly string[], styles: readonly Style[]): Map<string, WrittenCell> {
  return new Map(
    all(root, 'c').map((c) => {
      const value = c.children.find(({ name }) => name === 'v')?.text ?? '';
      const style = styles[Number(c.attributes.s ?? 0)];
      const type = c.attributes.t ?? 'n';
      return [
        c.attributes.r ?? '',
        {
          type,
          text: type === 's' ? (strings[Number(value)] ?? '') : value,
          formula: c.children.find(({ name }) => name === 'f')?.text,
          locked: style?.locked ?? true,
          numFmt: style?.numFmt ?? 'General',
        },
      ];
    }),
  );
}

/** The sheets in tab order. */
export function readBack(bytes: Uint8Array): WrittenSheet[] {
  const files = parts(bytes);
  const targets = new Map(
    all(parse(files['xl/_rels/workbook.xml.rels'] ?? ''), 'Relationship').map(({ attributes: a }) => [a.Id, a.Target]),
  );
  const strings = all(parse(files['xl/sharedStrings.xml'] ?? ''), 'si').map(textOf);
  const styles = stylesOf(files['xl/styles.xml'] ?? '');
  return all(parse(files['xl/workbook.xml'] ?? ''), 'sheet').map(({ attributes }) => {
    const root = parse(files[`xl/${targets.get(attributes['r:id'] ?? '')}`] ?? '');
    const { name = '', state = 'visible' } = attributes;
    const unlocked = new Set(styles.flatMap(({ locked }, i) => (locked ? [] : [i])));
    return { name, state, root, cells: cellsOf(root, strings, styles), unlocked };
  });
}
