/** 比较: what changed between two years, or between two versions. */
import { useEffect, useState } from 'preact/hooks';
import type { ComparisonSection } from '../../compare/sections.js';
import type { ReportCell, ReportPart } from '../../writers/html/report.js';
import { Chooser, documentFiles } from '../choosing.js';
import type { Client } from '../client.js';
import type { CompareResult, FileOut } from '../engine/protocol.js';
import type { HeldFile } from '../files.js';
import { FindingList, Heads, Message, SaveButton, Saved, useWork } from '../parts.js';

/** What can be compared: workbooks, published documents and packages of data, in any mixture. */
const accept = `.xlsx,${documentFiles},.zip`;

/** The view 比较. */
export function Compare({ client }: { readonly client: Client }) {
  const [before, setBefore] = useState<HeldFile | undefined>();
  const [after, setAfter] = useState<HeldFile | undefined>();
  const [result, setResult] = useState<CompareResult | undefined>();
  const { busy, problem, setProblem, run } = useWork();
  useEffect(() => {
    setResult(undefined);
    if (!before || !after) return;
    void run(async () =>
      setResult(await client.ask('compare', { before: await before.read(), after: await after.read() })),
    );
  }, [client, before, after]);
  return (
    <>
      <section class="making">
        <h2>比较：两年之间、两个版本之间变了什么</h2>
        <p>工作簿、公开的文档、数据（.zip）都可以，也可以混着比。两年的还核对今年写的上年数。</p>
        <ul class="steps">
          <li>
            <Chooser
              id="before"
              label={before ? '换一份' : '选择前一份'}
              hint={before ? `前：${before.name}` : '去年的，或改动之前的；或拖到这里'}
              accept={accept}
              onFiles={([file]) => setBefore(file)}
              onProblem={setProblem}
            />
          </li>
          <li>
            <Chooser
              id="after"
              label={after ? '换一份' : '选择后一份'}
              hint={after ? `后：${after.name}` : '今年的，或改动之后的；或拖到这里'}
              accept={accept}
              onFiles={([file]) => setAfter(file)}
              onProblem={setProblem}
            />
          </li>
        </ul>
        {(before === undefined) !== (after === undefined) && <Message kind="info">还要选择另一份。</Message>}
        {busy && <Message kind="info">正在读取和比较，文档大时要十来秒……</Message>}
        {problem && <Message kind="error">{problem}</Message>}
      </section>
      {result && <Changes client={client} result={result} onProblem={setProblem} />}
    </>
  );
}

function Changes(props: {
  readonly client: Client;
  readonly result: CompareResult;
  readonly onProblem: (sentence: string | undefined) => void;
}) {
  const { client, result, onProblem } = props;
  const { title, lines, notices, sections, findings } = result;
  const [file, setFile] = useState<FileOut | undefined>();
  const common = { onSaved: setFile, onProblem };
  return (
    <>
      <section class="outputs" aria-label="结果">
        {title && <h2>{title}</h2>}
        {notices.map((line) => (
          <Message key={line} kind={title ? 'info' : 'error'}>
            {line}
          </Message>
        ))}
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {title && (
          <p class="buttons">
            <SaveButton {...common} label="存为网页" make={() => client.ask('comparison', { ending: 'html' })} />
            <SaveButton
              {...common}
              label="存为表格（.xlsx）"
              make={() => client.ask('comparison', { ending: 'xlsx' })}
            />
          </p>
        )}
        <Saved file={file} />
        {findings.length > 0 && <FindingList findings={findings} />}
      </section>
      {sections.map((section, index) => (
        <SectionView key={section.title} section={section} open={index === 0} />
      ))}
    </>
  );
}

/** Folded but the first: the titles are the table of contents. */
function SectionView({ section, open }: { readonly section: ComparisonSection; readonly open: boolean }) {
  return (
    <details class="changes" open={open}>
      <summary>{section.title}</summary>
      {section.parts.map((part, index) => (
        <PartView key={index} part={part} />
      ))}
    </details>
  );
}

function PartView({ part }: { readonly part: ReportPart }) {
  switch (part.kind) {
    case 'table':
      return <ChangeTable part={part} />;
    case 'list':
      return (
        <ul class="plain-list">
          {part.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'heading':
      return <h3>{part.text}</h3>;
    case 'note':
      return <Message kind="info">{part.text}</Message>;
    default:
      return <p>{part.text}</p>;
  }
}

function ChangeTable({ part }: { readonly part: Extract<ReportPart, { kind: 'table' }> }) {
  return (
    <section class="wide" aria-label={part.label} tabIndex={0}>
      <table class="results">
        <Heads of={part.heads} />
        <tbody>
          {part.rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, index) => (
                <ChangeCell key={index} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ChangeCell({ cell }: { readonly cell: ReportCell }) {
  const { kind, text, rowSpan, columnSpan } = cell;
  if (kind === 'head')
    return (
      <th scope="row" class="name" rowSpan={rowSpan}>
        {text}
      </th>
    );
  return (
    <td class={kind === 'number' ? 'number' : ''} colSpan={columnSpan}>
      {text}
    </td>
  );
}
