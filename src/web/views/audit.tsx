/** 审核: a published document alone, held against itself. */
import { useState } from 'preact/hooks';
import type { Client } from '../client.js';
import type { AuditResult } from '../engine/protocol.js';
import type { HeldFile } from '../files.js';
import { Chooser, Message, useWork } from '../parts.js';

/** The view: a document is chosen, and what it says against itself is listed. */
export function Audit({ client }: { readonly client: Client }) {
  const [result, setResult] = useState<AuditResult | undefined>();
  const [name, setName] = useState('');
  const { busy, problem, setProblem, run } = useWork();
  const take = (held: HeldFile) =>
    void run(async () => {
      setResult(undefined);
      setName(held.name);
      setResult(await client.ask('audit', await held.read()));
    });
  return (
    <section class="making">
      <h2>审核：只凭公开的文档核对它自身</h2>
      <p>合计、表间、占比和增减率、说明与表、空表说明、名称和年度。不需要工作簿。</p>
      <Chooser
        id="audited"
        label="选择公开的文档"
        hint=".docx、.pdf、.html，或拖到这里"
        accept=".docx,.pdf,.html,.htm"
        onFiles={([file]) => file && take(file)}
        onProblem={setProblem}
      />
      {busy && <Message kind="info">正在读取和核对，文档大时要十来秒……</Message>}
      {problem && <Message kind="error">{problem}</Message>}
      {result && <Result name={name} result={result} />}
    </section>
  );
}

function Result({ name, result }: { readonly name: string; readonly result: AuditResult }) {
  const { reservations, findings, lines } = result;
  return (
    <>
      <h3>{name}</h3>
      {reservations.map((line) => (
        <Message key={line} kind={lines.length > 0 ? 'info' : 'error'}>
          {line}
        </Message>
      ))}
      <ul class="findings">
        {findings.map(({ kind, place, message }) => (
          <li key={`${kind}${place}${message}`}>
            <p>
              <span class="tag error">{kind}</span> {place}
            </p>
            <p>{message}</p>
          </li>
        ))}
      </ul>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}
