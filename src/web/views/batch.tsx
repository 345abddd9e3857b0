/** 成批: many workbooks at once, in a worker of their own; what is done stays when the rest is stopped. */
import { useRef, useState } from 'preact/hooks';
import { Chooser } from '../choosing.js';
import { type Client, startClient } from '../client.js';
import type { BatchRow, FileIn, FileOut } from '../engine/protocol.js';
import type { HeldFile } from '../files.js';
import { Heads, Message, SaveButton, Saved, sentenceOf, useWork } from '../parts.js';

const states: Readonly<Record<BatchRow['state'], string>> = { done: '已生成', errors: '有错误', unreadable: '读不了' };

interface Running {
  readonly client: Client;
  stopped: boolean;
}

/** One file after another; a file that fails does not keep the others. */
async function each(files: readonly HeldFile[], running: Running, onRow: (row: BatchRow) => void): Promise<void> {
  for (const held of files) {
    if (running.stopped) return;
    try {
      onRow(await running.client.ask('one', await held.read()));
    } catch (error) {
      if (running.stopped) return;
      onRow({ name: held.name, state: 'unreadable', title: '', errors: 0, warnings: 0, problems: sentenceOf(error) });
    }
  }
}

/** Documents, and for the others a text that says what is wrong. */
function filesOf(rows: readonly BatchRow[]): FileIn[] {
  const encoder = new TextEncoder();
  return rows.flatMap(({ name, document, problems }): FileIn[] => [
    ...(document ? [{ name: document.name, bytes: document.bytes }] : []),
    // Windows' editor takes a file without this mark for GBK
    ...(problems
      ? [{ name: `${name.replace(/\.[^.]*$/, '')}.问题.txt`, bytes: encoder.encode(`\uFEFF${problems}\r\n`) }]
      : []),
  ]);
}

/** The view 成批. */
export function Batch({ client }: { readonly client: Client }) {
  const [rows, setRows] = useState<readonly BatchRow[]>([]);
  const [total, setTotal] = useState(0);
  const [file, setFile] = useState<FileOut | undefined>();
  const running = useRef<Running | undefined>();
  const { busy, problem, setProblem, run } = useWork();
  const start = (files: readonly HeldFile[]) =>
    void run(async () => {
      const own: Running = { client: startClient(), stopped: false };
      running.current = own;
      setRows([]);
      setFile(undefined);
      setTotal(files.length);
      await each(files, own, (row) => setRows((before) => [...before, row]));
      own.client.stop();
    });
  const stop = () => {
    if (!running.current) return;
    running.current.stopped = true;
    running.current.client.stop();
  };
  return (
    <section class="batch">
      <h2>成批生成</h2>
      <p>一份有错不影响其他。生成的文档、各份的问题和可以排序筛选的总表装在一个压缩包里。</p>
      <Chooser
        id="many"
        label="选择多份工作簿"
        hint="或一起拖到这里"
        accept=".xlsx"
        multiple
        onFiles={start}
        onProblem={setProblem}
      />
      {problem && <Message kind="error">{problem}</Message>}
      {total > 0 && (
        <p class="progress">
          <progress max={total} value={rows.length} aria-label="进度" /> {rows.length} / {total}{' '}
          {busy && (
            <button type="button" onClick={stop}>
              停止
            </button>
          )}
          {!busy && rows.length < total && '已停止，余下的没有生成。'}
        </p>
      )}
      {rows.length > 0 && <Results rows={rows} />}
      {!busy && rows.length > 0 && (
        <SaveButton
          label="保存压缩包"
          primary
          make={async () => client.ask('zip', [await client.ask('table', rows), ...filesOf(rows)])}
          onSaved={setFile}
          onProblem={setProblem}
        />
      )}
      <Saved file={file} />
    </section>
  );
}

function Results({ rows }: { readonly rows: readonly BatchRow[] }) {
  return (
    <section class="wide" aria-label="结果" tabIndex={0}>
      <table class="results">
        <Heads
          of={['工作簿', '结果', '错误', '警告', '文档，或第一个问题', '收支总计（万元）', '“三公”（万元）', 'SHA-256']}
        />
        <tbody>
          {rows.map(({ name, state, errors, warnings, title, summary, document, problems }, index) => (
            <tr key={`${name}-${String(index)}`}>
              <th scope="row">{name}</th>
              <td>{states[state]}</td>
              <td class="number">{errors}</td>
              <td class="number">{warnings}</td>
              <td class="text">{title || problems?.split('\r\n')[0]}</td>
              <td class="number">{summary?.total}</td>
              <td class="number">{summary?.threePublic}</td>
              <td>
                <code>{document?.sha256.slice(0, 12)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
