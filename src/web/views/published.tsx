/** A document of others with what is wrong in it: the list beside the text, each leading to the other. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Client } from '../client.js';
import type { Against, DocumentFinding, DocumentMark, DocumentResult, FileOut } from '../engine/protocol.js';
import { Message, SaveButton, Saved, useShown } from '../parts.js';

type Blocks = DocumentResult['blocks'];
type TableBlock = Extract<Blocks[number], { kind: 'table' }>;

/** Attribute of words that findings name: their indices. */
const FINDINGS = 'data-findings';

interface ResultProps {
  readonly client: Client;
  readonly against: Against;
  readonly name: string;
  readonly result: DocumentResult;
  /** With what is of the wording alone. */
  readonly wording?: boolean;
  /** With what rounding explains. */
  readonly notes?: boolean;
  readonly onProblem: (sentence: string | undefined) => void;
}

/** What is said of the document, then its findings beside its text. */
export function ResultView({ client, against, name, result, wording = true, notes = false, onProblem }: ResultProps) {
  const { reservations, lines, blocks, takesComments, givesData, figuresLine } = result;
  const findings = useMemo(
    () => result.findings.filter(({ isOfWording, isNote }) => (wording || !isOfWording) && (notes || !isNote)),
    [result, wording, notes],
  );
  const [chosen, setChosen] = useState(0);
  const [file, setFile] = useState<FileOut | undefined>();
  useEffect(() => {
    setChosen(0);
    setFile(undefined);
  }, [findings]);
  return (
    <>
      <section class="outputs" aria-label="结果">
        <h2>
          {name}　<small>{(!wording && figuresLine) || lines.at(-1)}</small>
        </h2>
        {reservations.map((line) => (
          <Message key={line} kind={lines.length > 0 ? 'info' : 'error'}>
            {line}
          </Message>
        ))}
        {lines.slice(0, -1).map((line) => (
          <p key={line} class="soft">
            {line}
          </p>
        ))}
        <p class="buttons">
          {takesComments && findings.length > 0 && (
            <SaveButton
              label="带批注的文档"
              make={() => client.ask('commented', { against, wording })}
              onSaved={setFile}
              onProblem={onProblem}
            />
          )}
          {givesData && (
            <SaveButton
              label="读出的数据（.zip）"
              make={() => client.ask('auditedData', null)}
              onSaved={setFile}
              onProblem={onProblem}
            />
          )}
        </p>
        <Saved file={file} />
      </section>
      {findings.length > 0 && (
        <div class="split">
          <FoundList findings={findings} chosen={chosen} onChoose={setChosen} />
          <DocumentText blocks={blocks} findings={findings} chosen={chosen} onChoose={setChosen} />
        </div>
      )}
    </>
  );
}

interface ChoosingProps {
  readonly findings: readonly DocumentFinding[];
  /** Index of a finding. */
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

function FoundList({ findings, chosen, onChoose }: ChoosingProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const item = list.current?.children[chosen];
    const panel = list.current?.closest('.panel');
    if (!(item instanceof HTMLElement) || !(panel instanceof HTMLElement)) return;
    const above = item.offsetTop - panel.offsetTop;
    if (above < panel.scrollTop || above > panel.scrollTop + panel.clientHeight - 60) panel.scrollTop = above - 60;
  }, [chosen]);
  return (
    <section class="panel" aria-label="逐处" tabIndex={0}>
      <ul class="findings" ref={list}>
        {findings.map(({ kind, place, message, more, at, isNote }, index) => (
          <li key={index} class={index === chosen ? 'chosen' : ''}>
            <button
              type="button"
              class="finding"
              aria-current={index === chosen ? 'true' : undefined}
              onClick={() => onChoose(index)}
            >
              <span class={isNote ? 'tag note' : 'tag error'}>{isNote ? `提示 ${kind}` : kind}</span> <b>{place}</b>
            </button>
            <p>{message}</p>
            {more.map((line) => (
              <p key={line} class="remedy">
                {line}
              </p>
            ))}
            {!at && <p class="remedy">公开的文档中没有对应的位置。</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The text as it was read, every place that is named marked; the chosen one is brought into view. */
function DocumentText({ blocks, findings, chosen, onChoose }: ChoosingProps & { readonly blocks: Blocks }) {
  const box = useRef<HTMLElement>(null);
  const marks = useMemo(() => marksOf(findings), [findings]);
  // the same node again: thousands of cells are not looked through for each choice
  const text = useMemo(
    () => blocks.map((block, index) => <BlockText key={index} {...{ block, index, marks }} />),
    [blocks, marks],
  );
  useEffect(() => {
    for (const before of box.current?.querySelectorAll('.here') ?? []) before.classList.remove('here');
    const found = box.current?.querySelector<HTMLElement>(`[${FINDINGS}~="${chosen}"]`);
    if (!found || !box.current) return;
    found.classList.add('here');
    const [inner, outer] = [found.getBoundingClientRect(), box.current.getBoundingClientRect()];
    box.current.scrollTop += inner.top - outer.top - box.current.clientHeight / 3;
    const table = found.closest('.table');
    if (table) table.scrollLeft += inner.left - outer.left - box.current.clientWidth / 3;
  }, [chosen, text]);
  useShown(box, chosen);
  const press = (event: Event) => {
    const named = event.target instanceof Element ? event.target.closest(`[${FINDINGS}]`) : undefined;
    const index = Number.parseInt(named?.getAttribute(FINDINGS) ?? '', 10);
    if (index >= 0) onChoose(index);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: what is pressed here can be chosen in the list by the keyboard
    <section class="published" aria-label="公开的文档" tabIndex={0} ref={box} onClick={press}>
      {text}
    </section>
  );
}

/** Words that findings name, in the text of one place. */
interface Marked {
  readonly start: number;
  readonly end: number;
  /** Indices of the findings. */
  readonly findings: number[];
}

/** What is named at each place; a finding that names no words means the whole text. */
type Marks = ReadonlyMap<string, readonly Marked[]>;

const placeOf = ({ block, row, column }: DocumentMark): string => [block, row, column].join(' ');

function marksOf(findings: readonly DocumentFinding[]): Marks {
  const marks = new Map<string, Marked[]>();
  findings.forEach(({ at }, index) => {
    if (!at) return;
    const { start = 0, end = Number.POSITIVE_INFINITY } = at;
    const here = marks.get(placeOf(at)) ?? [];
    const same = here.find((other) => other.start === start && other.end === end);
    if (same) same.findings.push(index);
    else here.push({ start, end, findings: [index] });
    marks.set(placeOf(at), here);
  });
  return marks;
}

interface BlockProps {
  readonly block: Blocks[number];
  readonly index: number;
  readonly marks: Marks;
}

function BlockText({ block, index, marks }: BlockProps) {
  if (block.kind === 'table') return <TableText table={block} index={index} marks={marks} />;
  if (block.text.trim() === '') return null;
  return (
    <p class={block.level > 0 ? 'head' : ''}>
      <Words text={block.text} marked={marks.get(placeOf({ block: index }))} />
    </p>
  );
}

function TableText({ table, index, marks }: Omit<BlockProps, 'block'> & { readonly table: TableBlock }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a region of its own each would be too many landmarks
    <div class="table" role="group" aria-label="表格" tabIndex={0}>
      <table>
        <tbody>
          {table.rows.map(({ cells }, row) => (
            <tr key={row}>
              {cells.map(({ text, column, columnSpan, rowSpan }) => (
                <td key={column} colSpan={columnSpan} rowSpan={rowSpan}>
                  <Words text={text} marked={marks.get(placeOf({ block: index, row, column }))} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A text cut where marks begin and end; words that several findings name carry all of them. */
function Words({ text, marked }: { readonly text: string; readonly marked: readonly Marked[] | undefined }) {
  if (!marked) return <>{text}</>;
  const cuts = new Set([0, text.length, ...marked.flatMap(({ start, end }) => [start, Math.min(end, text.length)])]);
  const edges = [...cuts].filter((at) => at <= text.length).sort((a, b) => a - b);
  // a blank cell still has a place
  const pieces =
    text === '' ? [[0, 0] as const] : edges.slice(1).map((end, index) => [edges[index] ?? 0, end] as const);
  return (
    <>
      {pieces.map(([start, end]) => {
        // the narrowest first: it is the one that a click means
        const over = marked
          .filter((mark) => mark.start <= start && mark.end >= end)
          .sort((a, b) => a.end - a.start - (b.end - b.start));
        const piece = text.slice(start, end) || '（空）';
        if (over.length === 0) return piece;
        const named = over.flatMap(({ findings }) => findings).join(' ');
        return (
          <mark key={start} {...{ [FINDINGS]: named }}>
            {piece}
          </mark>
        );
      })}
    </>
  );
}
