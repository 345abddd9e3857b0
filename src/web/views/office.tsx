/** 办公: a workbook is dropped, everything that is wrong with it stands beside its cells, and the files are made. */
import { useEffect, useState } from 'preact/hooks';
import { severityWords, waitingText } from '../../diagnostics/counts.js';
import type { Finding, Severity } from '../../diagnostics/finding.js';
import type { DocumentSummary } from '../../document/summary.js';
import { isToBeFilled } from '../../workbook/layout/layout.js';
import { Chooser } from '../choosing.js';
import type { Client } from '../client.js';
import type { FileOut, Opened, Output } from '../engine/protocol.js';
import type { HeldFile } from '../files.js';
import { FindingList, Message, SaveButton, Saved, sentenceOf } from '../parts.js';
import { SheetView } from './sheet.js';

export interface OfficeProps {
  readonly client: Client;
  readonly opened: Opened | undefined;
  /** Counts the readings. */
  readonly edition: number;
  readonly busy: boolean;
  readonly problem: string | undefined;
  readonly onOpen: (file: HeldFile) => void;
  readonly onReread: () => void;
  readonly onProblem: (sentence: string | undefined) => void;
}

/** The view 办公. */
export function Office({ client, opened, edition, busy, problem, onOpen, onReread, onProblem }: OfficeProps) {
  return (
    <div class="office">
      <div class="bar">
        <Chooser
          id="workbook"
          label={opened ? '换一份工作簿' : '选择工作簿'}
          hint="或把填好的 .xlsx 拖到这里"
          accept=".xlsx"
          onFiles={([file]) => file && onOpen(file)}
          onProblem={onProblem}
        />
        {opened && (
          <button type="button" onClick={onReread} disabled={busy}>
            重新读取
          </button>
        )}
      </div>
      {problem && <Message kind="error">{problem}</Message>}
      {busy && <Message kind="info">正在读取和核对……</Message>}
      {!opened && !busy && <Welcome client={client} onOpen={onOpen} onProblem={onProblem} />}
      {opened && (
        <OpenedWorkbook key={edition} client={client} opened={opened} edition={edition} onProblem={onProblem} />
      )}
    </div>
  );
}

function Welcome({ client, onOpen, onProblem }: Pick<OfficeProps, 'client' | 'onOpen' | 'onProblem'>) {
  const openSample = () =>
    client.ask('sample', null).then(
      (file) => onOpen({ name: file.name, read: async () => file }),
      (error: unknown) => onProblem(sentenceOf(error)),
    );
  return (
    <section class="welcome">
      <h2>填一份 Excel 工作簿，得到一份完整的预算公开 Word 文档</h2>
      <ol>
        <li>还没有工作簿：到“新建”取一份空白的，到“下一年”由去年的工作簿生成，或到“导入”由去年公开的文档还原。</li>
        <li>用 Excel 或 WPS 填好、保存，再在上面选择它。</li>
        <li>按列出的问题逐格改正，保存后点“重新读取”。</li>
        <li>没有错误了，点“生成 Word 文档”。</li>
      </ol>
      <p>
        <button type="button" onClick={openSample}>
          用一份填好的样例试一试
        </button>
      </p>
      <p>全部处理都在本机的浏览器中进行，不联网，不留存任何文件。</p>
    </section>
  );
}

function OpenedWorkbook({
  client,
  opened,
  edition,
  onProblem,
}: Pick<OfficeProps, 'client' | 'edition' | 'onProblem'> & { opened: Opened }) {
  const [chosen, setChosen] = useState<Finding | undefined>(opened.findings.find(({ at }) => at !== undefined));
  const [file, setFile] = useState<FileOut | undefined>();
  const withErrors = opened.counts.error > 0 || opened.state === 'unreadable';
  return (
    <>
      <section class="outputs" aria-label="生成">
        <h2>
          {opened.name}　<small>{opened.countsText}</small>
        </h2>
        {opened.summary && <Summary summary={opened.summary} />}
        <Outputs client={client} opened={opened} onSaved={setFile} onProblem={onProblem} />
        {withErrors && (
          <p id="why" class="why">
            {opened.state === 'unreadable'
              ? '这份文件读不了，原因见下面，不能生成文档。'
              : `有 ${opened.counts.error} 条错误，改正并保存后点“重新读取”，才能生成文档。`}
          </p>
        )}
        <WhereElse opened={opened} />
        <Saved file={file} id="sha256" />
      </section>
      <div class="split">
        <Findings opened={opened} chosen={chosen} onChoose={setChosen} />
        {opened.sheets.length > 0 && (
          <SheetView
            client={client}
            sheets={opened.sheets}
            edition={edition}
            at={chosen?.at}
            related={chosen?.related ?? []}
          />
        )}
      </div>
    </>
  );
}

/** What is no workbook of ours, and where in the page it can be used. */
function WhereElse({ opened: { state, name, sheets } }: { readonly opened: Opened }) {
  if (state === 'unreadable' && /\.(docx?|wps|pdf|html?)$/i.test(name))
    return <p>公开的文档不在这里打开：由它还原工作簿请到“导入”，只核对它请到“单独核对”，与工作簿核对请到“核对”。</p>;
  if (state === 'checked' && !isToBeFilled(sheets))
    return <p>这不像是本工具的工作簿。财政系统导出的各表、公开的各表，请到“导入”由它们生成工作簿。</p>;
  return null;
}

const outputs: readonly { readonly output: Output; readonly label: string; readonly id?: string }[] = [
  { output: 'docx', label: '生成 Word 文档', id: 'render-docx' },
  { output: 'html', label: '网页' },
  { output: 'xlsx', label: '各表（.xlsx）' },
  { output: 'data', label: '数据（.zip）' },
  { output: 'manifest', label: '校验清单' },
];

function Outputs(props: {
  readonly client: Client;
  readonly opened: Opened;
  readonly onSaved: (file: FileOut) => void;
  readonly onProblem: (sentence: string | undefined) => void;
}) {
  const { client, opened, onSaved, onProblem } = props;
  const why = opened.summary ? undefined : '有错误，改正后才能生成';
  const common = { onSaved, onProblem };
  return (
    <p class="buttons">
      {outputs.map(({ output, label, ...id }) => (
        <SaveButton
          key={output}
          {...common}
          {...id}
          label={label}
          primary={output === 'docx'}
          why={why}
          make={() => client.ask('write', { output })}
        />
      ))}
      <SaveButton
        {...common}
        label="带批注的工作簿"
        why={opened.state === 'unreadable' ? '这份文件读不了' : undefined}
        make={() => client.ask('write', { output: 'annotated' })}
      />
    </p>
  );
}

function Summary({ summary }: { summary: DocumentSummary }) {
  const { total, currentIncome, carryOver, basic, project, threePublic, threePublicLastYear, tables, goalTables } =
    summary;
  return (
    <dl class="summary">
      <div>
        <dt>收支总计</dt>
        <dd>{total} 万元</dd>
      </div>
      <div>
        <dt>本年收入</dt>
        <dd>{currentIncome} 万元</dd>
      </div>
      <div>
        <dt>上年结转结余</dt>
        <dd>{carryOver} 万元</dd>
      </div>
      <div>
        <dt>基本支出</dt>
        <dd>{basic} 万元</dd>
      </div>
      <div>
        <dt>项目支出</dt>
        <dd>{project} 万元</dd>
      </div>
      <div>
        <dt>“三公”经费（上年）</dt>
        <dd>
          {threePublic}（{threePublicLastYear}）万元
        </dd>
      </div>
      <div>
        <dt>公开表、绩效目标表</dt>
        <dd>
          {tables} 张、{goalTables} 张
        </dd>
      </div>
    </dl>
  );
}

const severities: readonly Severity[] = ['error', 'warning', 'note'];

function Findings({
  opened,
  chosen,
  onChoose,
}: {
  readonly opened: Opened;
  readonly chosen: Finding | undefined;
  readonly onChoose: (finding: Finding) => void;
}) {
  const [hidden, setHidden] = useState<readonly Severity[]>([]);
  useEffect(() => setHidden([]), [opened]);
  const shown = opened.findings.filter(({ severity }) => !hidden.includes(severity));
  const toggle = (severity: Severity) =>
    setHidden(hidden.includes(severity) ? hidden.filter((other) => other !== severity) : [...hidden, severity]);
  return (
    <section id="findings" class="panel" aria-label="检查结果">
      <h2>检查结果</h2>
      <fieldset class="filter">
        <legend class="visually-hidden">显示</legend>
        {severities.map((severity) => (
          <label key={severity}>
            <input type="checkbox" checked={!hidden.includes(severity)} onChange={() => toggle(severity)} />
            {severityWords[severity]} {opened.counts[severity]}
          </label>
        ))}
      </fieldset>
      {opened.findings.length === 0 && <p>没有发现问题。</p>}
      <FindingList findings={shown} chosen={chosen} onChoose={onChoose} />
      {opened.waiting.length > 0 && <p>{waitingText(opened.waiting)}</p>}
    </section>
  );
}
