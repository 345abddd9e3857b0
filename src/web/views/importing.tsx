/** 导入: the workbook of documents and tables that an office already has, as the command import makes it. */

import { useMemo, useRef, useState } from 'preact/hooks';
import { Chooser, documentFiles, FileList, OptionalFile } from '../choosing.js';
import { startClient } from '../client.js';
import type { Imported } from '../engine/protocol.js';
import { type HeldFile, save } from '../files.js';
import { FindingList, Message, Saved, useWork } from '../parts.js';
import { type Asked, answersOf, askedNow, Questions } from './questions.js';

/** The view. It has a worker of its own: what takes long can be stopped, and the open workbook stays. */
export function Import() {
  const client = useMemo(startClient, []);
  const [files, setFiles] = useState<readonly HeldFile[]>([]);
  const [codes, setCodes] = useState<HeldFile | undefined>();
  const [saved, setSaved] = useState<HeldFile | undefined>();
  const [next, setNext] = useState(false);
  const [result, setResult] = useState<Imported | undefined>();
  const [asked, setAsked] = useState<readonly Asked[]>([]);
  const given = useRef<Imported['answers']>({});
  const { busy, problem, setProblem, run } = useWork();
  const anew = () => {
    setResult(undefined);
    setAsked([]);
  };
  /** What is changed here asks everything anew. */
  const changing =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      anew();
    };
  const show = (answer: Imported, before: readonly Asked[]) => {
    if (answer.file) save(answer.file);
    setResult(answer);
    setAsked(askedNow(before, answer.questions));
  };
  const start = () =>
    void run(async () => {
      anew();
      const [read, list, answers] = await Promise.all([
        Promise.all(files.map((file) => file.read())),
        codes?.read(),
        saved?.read(),
      ]);
      const answer = await client.ask('importFiles', { files: read, codes: list, saved: answers, next });
      given.current = answer.answers;
      show(answer, []);
    });
  const goOn = () =>
    void run(async () => {
      setResult(undefined);
      show(await client.ask('importAnswered', { answers: answersOf(given.current ?? {}, asked), next }), asked);
    });
  return (
    <section class="making">
      <h2>导入：从去年公开的文档、今年的各表开始</h2>
      <p>
        由公开过的 Word、PDF
        文档或网页还原出工作簿；也可以用财政系统导出的各表（.xlsx），和去年的文档、绩效目标表一起选。
        推定和没有公开的格着色并附批注。
      </p>
      <Chooser
        id="published"
        label={files.length > 0 ? '再添加文件' : '选择文件'}
        hint=".docx、.pdf、.html、.xlsx，可一次选择几份，或拖到这里"
        accept={`${documentFiles},.xlsx`}
        multiple
        onFiles={(more) => changing(setFiles)([...files, ...more])}
        onProblem={setProblem}
      />
      <FileList files={files} onFiles={changing(setFiles)} />
      <WhichYear next={next} onNext={setNext} />
      <details>
        <summary>还有科目表，或以前保存的说明</summary>
        <ul class="steps">
          <li>
            <OptionalFile
              id="import-codes"
              label="本单位的科目表"
              hint="《政府收支分类科目》（.xlsx，有编码、名称两列），用来查没有印出的编码"
              accept=".xlsx"
              file={codes}
              onFile={changing(setCodes)}
              onProblem={setProblem}
            />
          </li>
          <li>
            <OptionalFile
              id="import-answers"
              label="以前保存的说明"
              hint="对应.json：各表的写法与表样不同时，上一次说明过的"
              accept=".json"
              file={saved}
              onFile={changing(setSaved)}
              onProblem={setProblem}
            />
          </li>
        </ul>
      </details>
      <p>
        <button type="button" class="primary" disabled={files.length === 0 || busy} onClick={start}>
          生成工作簿
        </button>
        {busy && (
          <button type="button" onClick={() => client.stop()}>
            停止
          </button>
        )}
      </p>
      {busy && <Message kind="info">正在读取和还原，文档大时要十来秒……</Message>}
      {problem && <Message kind="error">{problem}</Message>}
      {result && <ImportedText imported={result} />}
      {asked.length > 0 && (
        <Questions
          {...{ client, asked, busy }}
          saved={given.current ?? {}}
          onAsked={setAsked}
          onGo={goOn}
          onProblem={setProblem}
        />
      )}
    </section>
  );
}

function WhichYear({ next, onNext }: { readonly next: boolean; readonly onNext: (next: boolean) => void }) {
  return (
    <fieldset>
      <legend>生成哪一年的工作簿</legend>
      <label>
        <input type="radio" name="import-year" checked={!next} onChange={() => onNext(false)} />
        文件那一年的
      </label>
      <label>
        <input type="radio" name="import-year" checked={next} onChange={() => onNext(true)} />
        下一年的（接着结转）
      </label>
    </fieldset>
  );
}

function ImportedText({ imported: { file, lines, notices, findings, countsText } }: { readonly imported: Imported }) {
  const [first, ...more] = lines;
  return (
    <>
      {first && <Message kind={file ? 'info' : 'error'}>{first}</Message>}
      {notices.map((notice) => (
        <Message key={notice} kind="info">
          注意：{notice}
        </Message>
      ))}
      {more.length > 0 && (
        <ul class="plain-list">
          {more.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <Saved file={file} />
      {findings.length > 0 && (
        <section class="panel">
          <h2>
            问题　<small>{countsText}</small>
          </h2>
          <FindingList findings={findings} />
        </section>
      )}
    </>
  );
}
