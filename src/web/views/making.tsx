/** 新建, 下一年, 汇总: workbooks that are made, as the commands new, rollover and merge make them. */
import { useState } from 'preact/hooks';
import type { entityKinds } from '../../vocabulary/terms.js';
import { Chooser, FileList, OptionalFile } from '../choosing.js';
import type { Client } from '../client.js';
import type { FileOut, Made } from '../engine/protocol.js';
import { type HeldFile, save } from '../files.js';
import { FindingList, Message, SaveButton, Saved, useWork } from '../parts.js';

type Kind = keyof typeof entityKinds;

/** The view 新建. */
export function Blank({ client, years }: { readonly client: Client; readonly years: readonly number[] }) {
  const [year, setYear] = useState(years.at(-1) ?? 0);
  const [kind, setKind] = useState<Kind>('单位');
  const [codes, setCodes] = useState<HeldFile | undefined>();
  const [file, setFile] = useState<FileOut | undefined>();
  const { problem, setProblem } = useWork();
  const make = async () => {
    setFile(undefined);
    return client.ask('blank', { year, kind, ...(codes && { codes: await codes.read() }) });
  };
  return (
    <section class="making">
      <h2>新建空白工作簿</h2>
      <p>部门编制汇总预算选“部门”，只公开本单位选“单位”。</p>
      <p>
        <label>
          年度：
          <select value={String(year)} onChange={(event) => setYear(Number(event.currentTarget.value))}>
            {years.map((one) => (
              <option key={one} value={String(one)}>
                {one}
              </option>
            ))}
          </select>
        </label>
      </p>
      <fieldset>
        <legend>编制主体</legend>
        {(['单位', '部门'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />
            {one}
          </label>
        ))}
      </fieldset>
      <OptionalFile
        id="blank-codes"
        label="本单位的科目表"
        hint="可以不选。《政府收支分类科目》（.xlsx，有编码、名称两列），名称填进“科目名称”表"
        accept=".xlsx"
        file={codes}
        onFile={setCodes}
        onProblem={setProblem}
      />
      {problem && <Message kind="error">{problem}</Message>}
      <p>
        <SaveButton label="生成空白工作簿" primary make={make} onSaved={setFile} onProblem={setProblem} />
        <SaveButton
          label="填好的样例"
          make={() => client.ask('sample', null)}
          onSaved={setFile}
          onProblem={setProblem}
        />
      </p>
      <Saved file={file} />
      {file?.notices?.map((notice) => (
        <Message key={notice} kind="info">
          注意：{notice}
        </Message>
      ))}
      {file && <p>请用 Excel 或 WPS 打开，从“填写说明”表开始填写；填好保存后到“办公”检查。</p>}
    </section>
  );
}

/** What a command made: saved at once, with what is to be said about it. */
function MadeText({ made }: { readonly made: Made | undefined }) {
  if (!made) return null;
  return (
    <>
      {made.lines.map((line) => (
        <Message key={line} kind={made.file ? 'info' : 'error'}>
          {line}
        </Message>
      ))}
      <Saved file={made.file} />
      {made.findings.length > 0 && (
        <section class="panel">
          <h2>
            问题　<small>{made.countsText}</small>
          </h2>
          <FindingList findings={made.findings} />
        </section>
      )}
    </>
  );
}

/** The view 下一年. */
export function NextYear({ client }: { readonly client: Client }) {
  const [made, setMade] = useState<Made | undefined>();
  const { busy, problem, setProblem, run } = useWork();
  const roll = (held: HeldFile) =>
    void run(async () => {
      setMade(undefined);
      const answer = await client.ask('nextYear', await held.read());
      if (answer.file) save(answer.file);
      setMade(answer);
    });
  return (
    <section class="making">
      <h2>由本年的工作簿生成下一年的</h2>
      <p>单位、职能、科目、项目名称保留，今年的数成为上年数，今年的原因、用途、目标全部清空。</p>
      <Chooser
        id="this-year"
        label="选择本年的工作簿"
        hint="或拖到这里"
        accept=".xlsx"
        onFiles={([file]) => file && roll(file)}
        onProblem={setProblem}
      />
      {busy && <Message kind="info">正在生成……</Message>}
      {problem && <Message kind="error">{problem}</Message>}
      <MadeText made={made} />
    </section>
  );
}

/** The view 汇总. */
export function Merge({ client }: { readonly client: Client }) {
  const [files, setFiles] = useState<readonly HeldFile[]>([]);
  const [made, setMade] = useState<Made | undefined>();
  const { busy, problem, setProblem, run } = useWork();
  const merge = () =>
    void run(async () => {
      setMade(undefined);
      const answer = await client.ask('merge', await Promise.all(files.map((file) => file.read())));
      if (answer.file) save(answer.file);
      setMade(answer);
    });
  return (
    <section class="making">
      <h2>汇总：各单位的工作簿合并为部门的</h2>
      <p>第一份是部门本级的，其余是下属单位的。金额不变，逐单位并入；文字用本级的。</p>
      <Chooser
        id="units"
        label="添加工作簿"
        hint="可一次选择多份，或拖到这里"
        accept=".xlsx"
        multiple
        onFiles={(more) => setFiles([...files, ...more])}
        onProblem={setProblem}
      />
      <FileList files={files} onFiles={setFiles} first="本级" />
      <p>
        <button type="button" class="primary" disabled={files.length < 2 || busy} onClick={merge}>
          {busy ? '正在合并……' : '合并'}
        </button>
      </p>
      {problem && <Message kind="error">{problem}</Message>}
      <MadeText made={made} />
    </section>
  );
}
