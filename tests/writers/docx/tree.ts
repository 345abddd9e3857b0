/** Small trees to write, and the written package opened again. */

import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import type {
  Block,
  DocumentTree,
  Heading,
  Paragraph,
  Row,
  Section,
  Table,
  TreeCell,
} from '../../../src/document/tree.js';
import { writeDocx } from '../../../src/writers/docx/index.js';

export function paragraph(text: string, style: Paragraph['style'] = 'body'): Paragraph {
  return { kind: 'paragraph', style, inlines: [{ kind: 'text', text, bold: false }] };
}

export function heading(
  level: Heading['level'],
  text: string,
  contents: string | false = text,
  tableTitle = false,
): Heading {
  return { kind: 'heading', level, inlines: [{ kind: 'text', text, bold: false }], contents, tableTitle };
}

export function cell(text: string, options: Partial<TreeCell> = {}): TreeCell {
  const inlines = text === '' ? [] : [{ kind: 'text' as const, text, bold: false }];
  return { inlines, columnSpan: 1, rowSpan: 1, align: 'left', bold: false, indent: 0, border: true, ...options };
}

export function row(...cells: TreeCell[]): Row {
  return { cells };
}

export function statement(widths: readonly number[], head: readonly Row[], body: readonly Row[]): Table {
  return { kind: 'table', widths, head, body, style: 'statement' };
}

export function section(blocks: readonly Block[], options: Partial<Section> = {}): Section {
  return { orientation: 'portrait', numbering: 'body', vertical: 'top', blocks, ...options };
}

export function tree(...sections: Section[]): DocumentTree {
  return { title: '2026年某某局单位预算公开', entity: '某某局', sections };
}

/** Table 3 of the form with one row: caption, a head of two rows with both kinds of span, and a body. */
export function smallTable(): Table {
  const head = { align: 'center', bold: true } as const;
  return statement(
    [4, 4, 4, 20, 10],
    [
      row(
        cell('编制单位：某某局', { columnSpan: 4, border: false }),
        cell('单位：万元', { align: 'right', border: false }),
      ),
      row(
        cell('科目代码', { ...head, columnSpan: 3 }),
        cell('科目名称', { ...head, rowSpan: 2 }),
        cell('合计', { ...head, rowSpan: 2 }),
      ),
      row(cell('类', head), cell('款', head), cell('项', head)),
    ],
    [row(cell('215'), cell('05'), cell('01'), cell('行政运行'), cell('1,231.71', { align: 'right' }))],
  );
}

/** Cover, contents, text, a wide table: one of everything. */
export function wholeDocument(): DocumentTree {
  return tree(
    section([paragraph('2026年某某局', 'coverTitle'), paragraph('单位预算公开', 'coverTitle')], {
      numbering: 'none',
      vertical: 'center',
    }),
    section([paragraph('目  录', 'contentsTitle'), { kind: 'contents' }], { numbering: 'contents' }),
    section([heading(1, '第一部分 2026年单位概况'), heading(2, '一、主要职能'), paragraph('贯彻执行“十五五”规划。')]),
    section(
      [
        paragraph('表 1', 'tableNumber'),
        heading(2, '单位收支总体情况表', '一、单位收支总体情况表', true),
        smallTable(),
      ],
      { orientation: 'landscape' },
    ),
    section([
      heading(3, '（一）机关运行经费', '（一）机关运行经费'),
      heading(2, '项目支出绩效目标表', false, true),
      smallTable(),
    ]),
  );
}

/** The parts of the written package by name. Fails on a part that is not well-formed XML. */
export async function writtenParts(document: DocumentTree): Promise<ReadonlyMap<string, string>> {
  const parts = new Map<string, string>();
  for (const [path, data] of Object.entries(unzipSync(await writeDocx(document)))) {
    const xml = strFromU8(data);
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw new Error(`${path}: ${error.message}`);
    });
    parser.write(xml).close();
    parts.set(path, xml);
  }
  return parts;
}

export async function documentXml(document: DocumentTree): Promise<string> {
  return (await writtenParts(document)).get('word/document.xml') ?? '';
}

/** All elements of one name, from opening to closing tag; does not know nesting, so ask for names that do not nest. */
export function elements(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<${name}(?:\\s[^>]*)?(?:/>|>.*?</${name}>)`, 'gs')) ?? [];
}

/** The text of a piece of XML, entities resolved. */
export function textOf(xml: string): string {
  return elements(xml, 'w:t')
    .map((element) => element.replace(/<[^>]*>/g, ''))
    .join('')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;|&#39;/g, "'")
    .replace(/&amp;/g, '&');
}
