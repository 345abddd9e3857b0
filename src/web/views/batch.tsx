/** 成批: many workbooks to their documents, or many published documents audited; what is done stays when stopped. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { auditStates } from '../../audit/finding.js';
import { Chooser, documentFiles } from '../choosing.js';
import { type Client, startClient } from '../client.js';
import type { AuditRow, BatchRow, FileIn, FileOut } from '../engine/protocol.js';
import type { HeldFile } from '../files.js';
import { Heads, Message, SaveButton, Saved, sentenceOf, useWork } from '../parts.js';

const states: Readonly<Record<BatchRow['state'], string>> = { done: '已生成', errors: '有错误', unreadable: '读不了' };

interface Running {
  readonly client: Client;
  stopped: boolean;
}

interface ManyProps<Row> {
  readonly client: Client;
  readonly id: string;
  readonly label: string;
  readonly accept: string;
  /** Asks for one file, in a worker of the batch's own. */
  readonly ask: (client: Client, file: FileIn) => Promise<Row>;
  /** The row of a file that gave none. */
  readonly failed: (name: string, why: string) => Row;
  readonly table: (rows: readonly Row[]) => ComponentChildren;
  /** What is packed: 总表, and the files of the rows. */
  readonly files: (rows: readonly Row[]) => Promise<FileIn[]>;
}

/** One file after another; one that fails does not keep the others. */
function Many<Row>({ client, id, label, accept, ask, failed, table, files }: ManyProps<Row>) {
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [total, setTotal] = useState(0);
  const [file, setFile] = useState<FileOut | undefined>();
  const running = useRef<Running | undefined>();
  const { busy, problem, setProblem, run } = useWork();
  const each = async (chosen: readonly HeldFile[], own: Running) => {
    const add = (row: Row) => setRows((before) => [...before, row]);
    for (const held of chosen) {
      try {
        add(await ask(own.client, await held.read()));
      } catch (error) {
        if (!own.stopped) add(failed(held.name, sentenceOf(error)));
      }
      if (own.stopped) return;
    }
  };
  const stop = () => {
    if (!running.current) return;
    running.current.stopped = true;
    running.current.client.stop();
  };
  const start = (chosen: readonly HeldFile[]) =>
    void run(async () => {
      stop();
      const own: Running = { client: startClient(), stopped: false };
      running.current = own;
      setRows([]);
      setFile(undefined);
      setTotal(chosen.length);
      await each(chosen, own);
      own.client.stop();
    });
  return (
    <>
      <Chooser {...{ id, label, accept }} hint="或一起拖到这里" multiple onFiles={start} onProblem={setProblem} />
      {problem && <Message kind="error">{problem}</Message>}
      {total > 0 && (
        <p class="progress">
          <progress max={total} value={rows.length} aria-label="进度" /> {rows.length} / {total}{' '}
          {busy && (
            <button type="button" onClick={stop}>
              停止
            </button>
          )}
          {!busy && rows.length < total && '已停止，余下的没有做。'}
        </p>
      )}
      {rows.length > 0 && (
        <section class="wide" aria-label="结果" tabIndex={0}>
          <table class="results">{table(rows)}</table>
        </section>
      )}
      {!busy && rows.length > 0 && (
        <SaveButton
          label="保存压缩包"
          primary
          make={async () => client.ask('zip', await files(rows))}
          onSaved={setFile}
          onProblem={setProblem}
        />
      )}
      <Saved file={file} />
    </>
  );
}

/** The view 成批. */
export function Batch({ client }: { readonly client: Client }) {
  const [audits, setAudits] = useState(false);
  return (
    <section class="batch making">
      <h2>成批</h2>
      <fieldset>
        <legend>做什么</legend>
        <label>
          <input type="radio" name="batch" checked={!audits} onChange={() => setAudits(false)} />
          由工作簿生成文档
        </label>
        <label>
          <input type="radio" name="batch" checked={audits} onChange={() => setAudits(true)} />
          核对公开的文档
        </label>
      </fieldset>
      <div hidden={audits}>
        <Documents client={client} />
      </div>
      <div hidden={!audits}>
        <Audits client={client} />
      </div>
    </section>
  );
}

function Documents({ client }: { readonly client: Client }) {
  return (
    <>
      <p>一份有错不影响其他。生成的文档、各份的问题和可以排序筛选的总表装在一个压缩包里。</p>
      <Many<BatchRow>
        client={client}
        id="many"
        label="选择多份工作簿"
        accept=".xlsx"
        ask={(own, file) => own.ask('one', file)}
        failed={(name, problems) => ({ name, state: 'unreadable', title: '', errors: 0, warnings: 0, problems })}
        table={(rows) => <DocumentRows rows={rows} />}
        files={async (rows) => [await client.ask('table', rows), ...documentsOf(rows)]}
      />
    </>
  );
}

/** Documents, and for the others a text that says what is wrong. */
function documentsOf(rows: readonly BatchRow[]): FileIn[] {
  const encoder = new TextEncoder();
  return rows.flatMap(({ name, document, problems }): FileIn[] => [
    ...(document ? [{ name: document.name, bytes: document.bytes }] : []),
    // Windows' editor takes a file without this mark for GBK
    ...(problems
      ? [{ name: `${name.replace(/\.[^.]*$/, '')}.问题.txt`, bytes: encoder.encode(`\uFEFF${problems}\r\n`) }]
      : []),
  ]);
}

/** The first of what is wrong, without what to do about it. */
const firstOf = (problems: string | undefined): string => problems?.split('\r\n')[0]?.split('办法：')[0] ?? '';

function DocumentRows({ rows }: { readonly rows: readonly BatchRow[] }) {
  return (
    <>
      <Heads
        of={['工作簿', '结果', '错误', '警告', '文档，或第一个问题', '收支总计（万元）', '“三公”（万元）', 'SHA-256']}
      />
      <tbody>
        {rows.map(({ name, state, errors, warnings, title, summary, document, problems }, index) => (
          <tr key={`${name}-${String(index)}`}>
            <th scope="row">{name}</th>
            <td class="state">{states[state]}</td>
            <td class="number">{errors}</td>
            <td class="number">{warnings}</td>
            <td class="text">{title || firstOf(problems)}</td>
            <td class="number">{summary?.total}</td>
            <td class="number">{summary?.threePublic}</td>
            <td>
              <code>{document?.sha256.slice(0, 12)}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </>
  );
}

const unread = { entity: '', year: 0, counts: {}, found: 0, files: [] } as const;
const noCounts = { figures: { read: 0, checked: 0 }, tables: { found: 0, missing: 0 } } as const;

function Audits({ client }: { readonly client: Client }) {
  return (
    <>
      <p>只凭文档核对它自身，一份读不了不影响其他。每份的问题、Word 文档的批注和总表装在一个压缩包里。</p>
      <Many<AuditRow>
        client={client}
        id="many-documents"
        label="选择多份公开的文档"
        accept={documentFiles}
        ask={(own, file) => own.ask('auditOne', file)}
        failed={(name, message) => ({ ...unread, ...noCounts, name, message, state: 'unreadable' })}
        table={(rows) => <AuditRows rows={rows} />}
        files={async (rows) => [await client.ask('auditTable', rows), ...rows.flatMap(({ files }) => files)]}
      />
    </>
  );
}

function AuditRows({ rows }: { readonly rows: readonly AuditRow[] }) {
  return (
    <>
      <Heads of={['文档', '结果', '问题', '单位', '年度', '表', '核对的数字', '说明']} />
      <tbody>
        {rows.map(({ name, state, found, entity, year, tables, figures, message }, index) => (
          <tr key={`${name}-${String(index)}`}>
            <th scope="row">{name}</th>
            <td class="state">{auditStates[state]}</td>
            <td class="number">{year > 0 && found}</td>
            <td>{entity}</td>
            <td>{year > 0 && year}</td>
            <td class="number">{year > 0 && tables.found}</td>
            <td class="number">{year > 0 && `${figures.checked} / ${figures.read}`}</td>
            <td class="text">{message}</td>
          </tr>
        ))}
      </tbody>
    </>
  );
}
