/** 预览: the document as pages beside the origin of the figure that was asked; a cell tells which figures it feeds. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { address, type CellRef, fullAddress } from '../../vocabulary/cells.js';
import type { Client } from '../client.js';
import type { Fed, Opened, Preview, Source } from '../engine/protocol.js';
import { Message, useWork } from '../parts.js';
import { DocumentPages, FIGURE } from './document.js';

/** The view 预览. */
export function PreviewView(props: {
  readonly client: Client;
  readonly opened: Opened | undefined;
  readonly edition: number;
}) {
  const { client, opened, edition } = props;
  const [preview, setPreview] = useState<Preview | undefined>();
  const { problem, busy, run } = useWork();
  const can = opened?.summary !== undefined;
  useEffect(() => {
    setPreview(undefined);
    if (can) void run(async () => setPreview(await client.ask('preview', null)));
  }, [client, edition, can]);
  if (!opened) return <p class="empty">请先在“办公”中选择工作簿。</p>;
  if (!can)
    return (
      <p class="empty">
        这份工作簿{opened.state === 'unreadable' ? '读不了' : '有错误'}，改正后才能预览文档。问题见“办公”。
      </p>
    );
  return (
    <>
      {problem && <Message kind="error">{problem}</Message>}
      {busy && <Message kind="info">正在生成预览……</Message>}
      {preview && <Pages client={client} preview={preview} />}
    </>
  );
}

type Asked =
  | { readonly kind: 'figure'; readonly source: Source }
  | { readonly kind: 'cell'; readonly cell: CellRef; readonly feeds: readonly Fed[] };

const figureOf = (target: EventTarget | null): HTMLElement | undefined =>
  target instanceof Element ? (target.closest<HTMLElement>(`[${FIGURE}]`) ?? undefined) : undefined;

function Pages({ client, preview }: { readonly client: Client; readonly preview: Preview }) {
  const pages = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<Asked | undefined>();
  const showFigure = async (id: string) => {
    const source = await client.ask('source', { id });
    if (source) setAsked({ kind: 'figure', source });
  };
  const showCell = async (cell: CellRef) =>
    setAsked({ kind: 'cell', cell, feeds: await client.ask('feeds', { address: fullAddress(cell) }) });
  const ask = (event: Event) => {
    const id = figureOf(event.target)?.getAttribute(FIGURE);
    if (id) void showFigure(id);
  };
  const go = (id: string) => {
    const found = [...(pages.current?.querySelectorAll<HTMLElement>(`[${FIGURE}]`) ?? [])].find(
      (element) => element.getAttribute(FIGURE) === id,
    );
    found?.scrollIntoView({ block: 'center' });
    found?.focus();
    void showFigure(id);
  };
  return (
    <div class="preview">
      <div>
        <Search pages={pages} />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the figures within are what is pressed */}
        <div
          class="pages"
          ref={pages}
          onClick={ask}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ') return;
            if (!figureOf(event.target)) return;
            event.preventDefault();
            ask(event);
          }}
        >
          <DocumentPages tree={preview.tree} />
        </div>
      </div>
      <aside class="panel" aria-label="数字来源" aria-live="polite">
        <h2>数字来源</h2>
        {!asked && <p>点一个数字（或用 Tab 移到它再按回车），看它怎样算出、出自哪些单元格。</p>}
        {asked?.kind === 'figure' && <SourceText source={asked.source} onFigure={go} onCell={showCell} />}
        {asked?.kind === 'cell' && <FeedsText cell={asked.cell} feeds={asked.feeds} onFigure={go} />}
      </aside>
    </div>
  );
}

/** More cells than these are counted first and listed on demand. */
const firstCells = 30;

function SourceText(props: {
  readonly source: Source;
  readonly onFigure: (id: string) => void;
  readonly onCell: (cell: CellRef) => void;
}) {
  const { source, onFigure, onCell } = props;
  const [all, setAll] = useState(false);
  useEffect(() => setAll(false), [source]);
  const cells = all ? source.cells : source.cells.slice(0, firstCells);
  return (
    <>
      <p>
        <b>{source.text}</b>
      </p>
      <p class="id">{source.id}</p>
      <p>{source.rule}</p>
      {source.inputs.length > 0 && <h3>由这些数算出</h3>}
      <ul class="links">
        {source.inputs.map(({ id, text }) => (
          <li key={id}>
            <button type="button" class="link" onClick={() => onFigure(id)}>
              {text}
            </button>{' '}
            {id}
          </li>
        ))}
      </ul>
      {source.cells.length > 0 && <h3>出自 {source.cells.length} 个单元格</h3>}
      <ul class="links">
        {cells.map(({ exact, ...cell }) => (
          <li key={fullAddress(cell)}>
            <button type="button" class="link" onClick={() => onCell(cell)}>
              “{cell.sheet}”表 {address(cell)}
            </button>{' '}
            {exact}
          </li>
        ))}
      </ul>
      {cells.length < source.cells.length && (
        <button type="button" onClick={() => setAll(true)}>
          全部列出
        </button>
      )}
    </>
  );
}

function FeedsText(props: {
  readonly cell: CellRef;
  readonly feeds: readonly Fed[];
  readonly onFigure: (id: string) => void;
}) {
  const { cell, feeds, onFigure } = props;
  return (
    <>
      <p>
        <b>
          “{cell.sheet}”表 {address(cell)}
        </b>
      </p>
      <h3>影响文档中的 {feeds.length} 处</h3>
      <ul class="links">
        {feeds.map(({ id, text, place }, index) => (
          <li key={`${id}-${String(index)}`}>
            <button type="button" class="link" onClick={() => onFigure(id)}>
              {text}
            </button>{' '}
            {place}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where a text stands: paragraphs, headings and cells that hold it, one after another. */
function Search({ pages }: { readonly pages: { readonly current: HTMLElement | null } }) {
  const [wanted, setWanted] = useState('');
  const [at, setAt] = useState(0);
  const [count, setCount] = useState<number | undefined>();
  const find = (step: number) => {
    const plain = (text: string) => text.replace(/[\s,，]/g, '');
    const target = plain(wanted);
    const places = [...(pages.current?.querySelectorAll<HTMLElement>('p, h2, h3, h4, td, th') ?? [])].filter(
      (element) => target !== '' && plain(element.textContent ?? '').includes(target),
    );
    for (const found of pages.current?.querySelectorAll('.found') ?? []) found.classList.remove('found');
    const next = places.length === 0 ? 0 : (at + step + places.length) % places.length;
    setAt(next);
    setCount(target === '' ? undefined : places.length);
    places[next]?.classList.add('found');
    places[next]?.scrollIntoView({ block: 'center' });
  };
  return (
    <form
      class="search"
      onSubmit={(event) => {
        event.preventDefault();
        find(count === undefined ? 0 : 1);
      }}
    >
      <label>
        查找：
        <input
          type="search"
          value={wanted}
          placeholder="文字或数字"
          onInput={(event) => {
            setWanted(event.currentTarget.value);
            setAt(0);
            setCount(undefined);
          }}
        />
      </label>{' '}
      <button type="submit">下一处</button>{' '}
      <button type="button" onClick={() => find(-1)}>
        上一处
      </button>{' '}
      <span aria-live="polite">
        {count !== undefined && (count === 0 ? '没有找到' : `第 ${at + 1} 处，共 ${count} 处`)}
      </span>
    </form>
  );
}
