/** The page: its views as tabs, and the workbook that is open, which 办公 and 预览 share. */
import { partNumbers, version, years } from 'page:about';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Client } from './client.js';
import type { Opened } from './engine/protocol.js';
import { droppedFiles, type HeldFile } from './files.js';
import { Message, sentenceOf, useWork } from './parts.js';
import { Audit } from './views/audit.js';
import { Batch } from './views/batch.js';
import { Compare } from './views/compare.js';
import { Help } from './views/help.js';
import { Import } from './views/importing.js';
import { Blank, Merge, NextYear } from './views/making.js';
import { Office } from './views/office.js';
import { PreviewView } from './views/preview.js';
import { Verify } from './views/verify.js';

const tabs = ['办公', '预览', '新建', '下一年', '汇总', '导入', '核对', '单独核对', '比较', '成批', '帮助'] as const;
type Tab = (typeof tabs)[number];

/** How often a held file is looked at, to read it anew when it was saved. */
const lookEvery = 2000;

/** The whole page. */
export function App({ client }: { readonly client: Client }) {
  const { tab, visited, show } = useTabs();
  const fault = useFault(tab);
  usePrinting();
  const workbook = useWorkbook(client);
  const { busy, problem, setProblem } = workbook;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const { dataTransfer } = event;
    if (!dataTransfer || passedOn(dataTransfer)) return;
    droppedFiles(dataTransfer)
      .then(([file, ...more]) => {
        if (!file) return;
        show('办公');
        if (more.length > 0) setProblem('这里一次只能打开一份，多份一起生成的请到“成批”。');
        else workbook.open(file);
      })
      .catch((error: unknown) => {
        show('办公');
        setProblem(sentenceOf(error));
      });
  };
  const { opened, edition } = workbook;
  const views: Readonly<Record<Tab, ComponentChildren>> = {
    办公: (
      <Office
        client={client}
        opened={opened}
        edition={edition}
        busy={busy}
        problem={problem}
        onOpen={workbook.open}
        onReread={workbook.reread}
        onProblem={setProblem}
      />
    ),
    预览: <PreviewView client={client} opened={opened} edition={edition} />,
    新建: <Blank client={client} years={years} />,
    下一年: <NextYear client={client} />,
    汇总: <Merge client={client} />,
    导入: <Import />,
    核对: (
      <Verify
        client={client}
        opened={opened}
        edition={edition}
        reading={busy}
        unread={problem}
        onOpen={workbook.open}
      />
    ),
    单独核对: <Audit client={client} />,
    比较: <Compare client={client} />,
    成批: <Batch client={client} />,
    帮助: <Help numbers={partNumbers} />,
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file may be dropped anywhere
    <div class="app" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <header>
        <h1>预算公开文档编制工具</h1>
        <p>
          yusuan {version}　表样：{years.join('、')}　不联网，不留存文件
        </p>
      </header>
      <nav aria-label="功能">
        <Tabs tab={tab} onTab={show} />
      </nav>
      <main>
        {fault && <Message kind="error">{fault}</Message>}
        {tabs.map((name) => (
          <div key={name} id={`view-${name}`} role="tabpanel" aria-labelledby={`tab-${name}`} hidden={name !== tab}>
            {visited.has(name) && views[name]}
          </div>
        ))}
      </main>
    </div>
  );
}

/** The view that the address names (`yusuan.html#导入`), so that the browser's button leads back to the view before. */
const tabInAddress = (): Tab => tabs.find((name) => `#${encodeURIComponent(name)}` === location.hash) ?? '办公';

/** The view that is shown, and those that were: they keep what they hold. */
function useTabs() {
  const [tab, setTab] = useState<Tab>(tabInAddress);
  const [visited, setVisited] = useState<ReadonlySet<Tab>>(new Set<Tab>([tab]));
  const show = (next: Tab) => {
    setTab(next);
    setVisited((before) => new Set([...before, next]));
    if (tabInAddress() !== next) location.hash = encodeURIComponent(next);
  };
  useEffect(() => {
    const follow = () => show(tabInAddress());
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return { tab, visited, show };
}

/** Printed on paper, what is folded cannot be opened: it is while the page prints. */
function usePrinting(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const unfold = () => {
      opened = [
        ...document.querySelectorAll<HTMLDetailsElement>('[role="tabpanel"]:not([hidden]) .changes:not([open])'),
      ];
      for (const section of opened) section.open = true;
    };
    const fold = () => {
      for (const section of opened) section.open = false;
    };
    window.addEventListener('beforeprint', unfold);
    window.addEventListener('afterprint', fold);
    return () => {
      window.removeEventListener('beforeprint', unfold);
      window.removeEventListener('afterprint', fold);
    };
  }, []);
}

/** What no view has told: a question whose answer failed is never without a word. */
function useFault(tab: Tab): string | undefined {
  const [fault, setFault] = useState<string | undefined>();
  useEffect(() => {
    const tell = ({ reason }: PromiseRejectionEvent) => setFault(sentenceOf(reason));
    window.addEventListener('unhandledrejection', tell);
    return () => window.removeEventListener('unhandledrejection', tell);
  }, []);
  useEffect(() => setFault(undefined), [tab]);
  return fault;
}

/**
 * A drop beside a place for files counts as one on it: on the one in view that takes such files, or the only one. False
 * where the view has none.
 */
function passedOn(dataTransfer: DataTransfer): boolean {
  const choosers = [...document.querySelectorAll('[role="tabpanel"]:not([hidden]) .chooser')];
  const ending = dataTransfer.files[0]?.name.split('.').at(-1)?.toLowerCase();
  const takes = (chooser: Element) => chooser.querySelector('input')?.accept.split(',').includes(`.${ending}`);
  const chooser = choosers.find(takes) ?? choosers[0];
  chooser?.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
  return chooser !== undefined;
}

/** The open workbook, and reading it anew: by itself where the browser holds the file. */
function useWorkbook(client: Client) {
  const [opened, setOpened] = useState<Opened | undefined>();
  const [edition, setEdition] = useState(0);
  const held = useRef<HeldFile | undefined>();
  const savedAt = useRef<number | undefined>();
  const work = useWork();
  const open = (file: HeldFile) =>
    void work.run(async () => {
      held.current = file;
      savedAt.current = await file.savedAt?.();
      const answer = await client.ask('open', await file.read());
      setOpened(answer);
      setEdition((before) => before + 1);
    });
  const reread = () => held.current && open(held.current);
  useEffect(() => {
    const timer = setInterval(async () => {
      const now = await held.current?.savedAt?.();
      if (now !== undefined && savedAt.current !== undefined && now !== savedAt.current) reread();
    }, lookEvery);
    return () => clearInterval(timer);
  }, []);
  return { ...work, opened, edition, open, reread };
}

function Tabs({ tab, onTab }: { readonly tab: Tab; readonly onTab: (tab: Tab) => void }) {
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length] as Tab;
    onTab(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label="功能" onKeyDown={move}>
      {tabs.map((name) => (
        <button
          key={name}
          id={`tab-${name}`}
          type="button"
          role="tab"
          aria-selected={name === tab}
          aria-controls={`view-${name}`}
          tabIndex={name === tab ? 0 : -1}
          onClick={() => onTab(name)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
