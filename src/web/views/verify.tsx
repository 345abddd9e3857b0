/** 核对: the open workbook and a document that was published, what differs beside the text. */
import { useEffect, useState } from 'preact/hooks';
import { Chooser, documentFiles } from '../choosing.js';
import type { Client } from '../client.js';
import type { DocumentResult, Opened } from '../engine/protocol.js';
import type { HeldFile } from '../files.js';
import { Message, useWork } from '../parts.js';
import { ResultView } from './published.js';

export interface VerifyProps {
  readonly client: Client;
  /** The workbook that 办公 has open too. */
  readonly opened: Opened | undefined;
  /** Counts the readings: a workbook that was read anew is held against the document anew. */
  readonly edition: number;
  readonly reading: boolean;
  /** What kept the workbook from being read. */
  readonly unread: string | undefined;
  readonly onOpen: (file: HeldFile) => void;
}

/** The view 核对. */
export function Verify({ client, opened, edition, reading, unread, onOpen }: VerifyProps) {
  const [held, setHeld] = useState<HeldFile | undefined>();
  const [result, setResult] = useState<DocumentResult | undefined>();
  const [wording, setWording] = useState(true);
  const { busy, problem, setProblem, run } = useWork();
  const whole = opened?.summary !== undefined;
  useEffect(() => {
    setResult(undefined);
    if (held && whole) void run(async () => setResult(await client.ask('verify', await held.read())));
  }, [client, edition, whole, held]);
  return (
    <>
      <section class="making">
        <h2>核对：公布的文档与工作簿逐项比较</h2>
        <p>每个数字、每张表的行、每段文字。工作簿改过并重新读取后，自动再核对一次。</p>
        <ol class="steps">
          <li>
            <Chooser
              id="verified-workbook"
              label={opened ? '换一份工作簿' : '选择工作簿'}
              hint={opened ? `工作簿：${opened.name}` : '填好的 .xlsx，或拖到这里；与“办公”中的是同一份'}
              accept=".xlsx"
              onFiles={([file]) => file && onOpen(file)}
              onProblem={setProblem}
            />
          </li>
          <li>
            <Chooser
              id="verified"
              label={held ? '换一份公布的文档' : '选择公布的文档'}
              hint={held ? `公布的文档：${held.name}` : '.docx、.pdf、.html，或各表的 .xlsx；或拖到这里'}
              accept={`${documentFiles},.xlsx`}
              onFiles={([file]) => setHeld(file)}
              onProblem={setProblem}
            />
          </li>
        </ol>
        <p>
          <label>
            <input type="checkbox" checked={!wording} onChange={() => setWording(!wording)} />
            只列与数字有关的差异，不列只是措辞不同的
          </label>
        </p>
        {unread && <Message kind="error">{unread}</Message>}
        {opened && !whole && (
          <Message kind="error">
            工作簿“{opened.name}”{opened.state === 'unreadable' ? '读不了' : `有 ${opened.counts.error} 条错误`}
            ，改正后才能核对。问题见“办公”。
          </Message>
        )}
        {held && !opened && !reading && <Message kind="info">还要选择工作簿。</Message>}
        {whole && !held && <Message kind="info">还要选择公布的文档。</Message>}
        {(busy || reading) && <Message kind="info">正在读取和核对，文档大时要十来秒……</Message>}
        {problem && <Message kind="error">{problem}</Message>}
      </section>
      {held && result && (
        <ResultView against="workbook" name={held.name} {...{ client, result, wording }} onProblem={setProblem} />
      )}
    </>
  );
}
