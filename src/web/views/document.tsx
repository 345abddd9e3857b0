/** The document as pages: the tree of the Word file, a figure being something that can be asked. */
import type { Block, DocumentTree, Inline, Section, Table, TreeCell } from '../../document/tree.js';

/** Attribute of a figure: its id. */
export const FIGURE = 'data-figure';

/** Every section as a page. */
export function DocumentPages({ tree }: { readonly tree: DocumentTree }) {
  return (
    <>
      {tree.sections.map((section, index) => (
        <Page key={index} section={section} tree={tree} />
      ))}
    </>
  );
}

function Page({ section, tree }: { readonly section: Section; readonly tree: DocumentTree }) {
  const look = ['page', section.orientation, section.vertical === 'center' && 'middle'].filter(Boolean).join(' ');
  return (
    <article class={look}>
      {section.blocks.map((block, index) => (
        <BlockView key={index} block={block} tree={tree} />
      ))}
    </article>
  );
}

function BlockView({ block, tree }: { readonly block: Block; readonly tree: DocumentTree }) {
  switch (block.kind) {
    case 'heading': {
      const Tag = `h${block.level + 1}` as 'h2' | 'h3' | 'h4';
      return (
        <Tag class={block.tableTitle ? 'table-title' : ''}>
          <Inlines inlines={block.inlines} />
        </Tag>
      );
    }
    case 'paragraph':
      return (
        <p class={`${block.style} ${block.align ?? ''}`}>
          <Inlines inlines={block.inlines} />
        </p>
      );
    case 'table':
      return <TableView table={block} />;
    case 'contents':
      return <ContentsView tree={tree} />;
  }
}

function ContentsView({ tree }: { readonly tree: DocumentTree }) {
  const headings = tree.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'heading'));
  return (
    <>
      {headings
        .filter(({ contents, level }) => contents !== false && level < 3)
        .map(({ contents, level }, index) => (
          <p key={index} class={`plain contents${level}`}>
            {contents}
          </p>
        ))}
    </>
  );
}

function TableView({ table }: { readonly table: Table }) {
  const total = table.widths.reduce((sum, width) => sum + width, 0);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a region of its own each would be too many landmarks
    <div class="table" role="group" aria-label="表格" tabIndex={0}>
      <table>
        <colgroup>
          {table.widths.map((width, index) => (
            <col key={index} style={{ width: `${(width / total) * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          {table.head.map(({ cells }, index) => (
            <Row key={index} cells={cells} head />
          ))}
        </thead>
        <tbody>
          {table.body.map(({ cells }, index) => (
            <Row key={index} cells={cells} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ cells, head = false }: { readonly cells: readonly TreeCell[]; readonly head?: boolean }) {
  return (
    <tr>
      {cells.map((cell, index) => {
        const Tag = head && cell.border ? 'th' : 'td';
        const look = [
          cell.align,
          cell.bold && 'bold',
          !cell.border && 'bare',
          cell.indent > 0 && `indent${cell.indent}`,
        ];
        return (
          <Tag key={index} colSpan={cell.columnSpan} rowSpan={cell.rowSpan} class={look.filter(Boolean).join(' ')}>
            <Inlines inlines={cell.inlines} />
          </Tag>
        );
      })}
    </tr>
  );
}

function Inlines({ inlines }: { readonly inlines: readonly Inline[] }) {
  return (
    <>
      {inlines.map((inline, index) => {
        if (inline.kind === 'break') return <br key={`break${String(index)}`} />;
        const text = inline.bold ? <b>{inline.text}</b> : inline.text;
        if (inline.figure === undefined) return text;
        return (
          // biome-ignore lint/a11y/useSemanticElements: thousands of buttons would be laid out as boxes, not as text
          <span key={`figure${String(index)}`} class="figure" role="button" tabIndex={0} data-figure={inline.figure}>
            {text}
          </span>
        );
      })}
    </>
  );
}
