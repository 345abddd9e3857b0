/** 单独核对: a published document alone, held against itself. */
import { useState } from 'preact/hooks';
import { Chooser, documentFiles } from '../choosing.js';
import type { Client } from '../client.js';
import type { DocumentResult } from '../engine/protocol.js';
import type { HeldFile } from '../files.js';
import { Message, useWork } from '../parts.js';
import { ResultView } from './published.js';

/** The view: a document is chosen, and what it says against itself is listed beside it. */
export function Audit({ client }: { readonly client: Client }) {
  const [result, setResult] = useState<DocumentResult | undefined>();
  const [name, setName] = useState('');
  const [notes, setNotes] = useState(false);
  const { busy, problem, setProblem, run } = useWork();
  const take = (held: HeldFile) =>
    void run(async () => {
      setResult(undefined);
      setName(held.name);
      setResult(await client.ask('audit', await held.read()));
    });
  return (
    <>
      <section class="making">
        <h2>单独核对：只凭公开的文档核对它自身</h2>
        <p>合计、表间、占比和增减率、说明与表、空表说明、名称和年度。不需要工作簿；有工作簿的请用“核对”。</p>
        <Chooser
          id="audited"
          label="选择公开的文档"
          hint=".docx、.pdf、.html，或拖到这里"
          accept={documentFiles}
          onFiles={([file]) => file && take(file)}
          onProblem={setProblem}
        />
        <p>
          <label>
            <input type="checkbox" checked={notes} onChange={() => setNotes(!notes)} />
            同时列出不算问题的：四舍五入造成的尾差、只是用词与表样不同的
          </label>
        </p>
        {busy && <Message kind="info">正在读取和核对，文档大时要十来秒……</Message>}
        {problem && <Message kind="error">{problem}</Message>}
      </section>
      {result && <ResultView against="itself" {...{ client, name, result, notes }} onProblem={setProblem} />}
    </>
  );
}
