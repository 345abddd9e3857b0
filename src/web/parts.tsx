/** Small parts that several views show. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { severityWords } from '../diagnostics/counts.js';
import type { Finding } from '../diagnostics/finding.js';
import { placeInWords } from '../diagnostics/finding.js';
import { address } from '../vocabulary/cells.js';
import type { FileOut } from './engine/protocol.js';
import { save } from './files.js';
import { FileProblem } from './problem.js';

/** A sentence that tells how something went; read out by screen readers. */
export function Message({ kind, children }: { kind: 'error' | 'info'; children: ComponentChildren }) {
  return (
    <p class={`message ${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      {children}
    </p>
  );
}

/** The heads of a table's columns. */
export function Heads({ of }: { readonly of: readonly string[] }) {
  return (
    <thead>
      <tr>
        {of.map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** What a person is told of an error: a sentence of ours, or that the tool itself failed. */
export function sentenceOf(error: unknown): string {
  if (error instanceof FileProblem) return error.message;
  const why = error instanceof Error ? error.message : String(error);
  return `本工具处理时出错，文件没有改动。请再试一次；还是这样的，请把文件和括号里的话发给工具维护人员（${why}）。`;
}

/** The last file written, with its SHA-256. */
export function Saved({ file, id }: { file: FileOut | undefined; id?: string }) {
  return (
    <div class="saved" aria-live="polite">
      {file && (
        <p>
          已交给浏览器保存（一般在“下载”文件夹）：{file.name}
          <br />
          SHA-256：<code id={id}>{file.sha256}</code>
        </p>
      )}
    </div>
  );
}

/** A button that makes a file and saves it; `why` says why it cannot. */
export function SaveButton(props: {
  readonly id?: string;
  readonly label: string;
  readonly why?: string | undefined;
  readonly primary?: boolean;
  readonly make: () => Promise<FileOut>;
  readonly onSaved: (file: FileOut) => void;
  readonly onProblem: (sentence: string | undefined) => void;
}) {
  const { id, label, why, primary = false, make, onSaved, onProblem } = props;
  const [busy, setBusy] = useState(false);
  const press = () => {
    setBusy(true);
    onProblem(undefined);
    make()
      .then((file) => {
        save(file);
        onSaved(file);
      })
      .catch((error: unknown) => onProblem(sentenceOf(error)))
      .finally(() => setBusy(false));
  };
  return (
    <button
      id={id}
      type="button"
      class={primary ? 'primary' : ''}
      disabled={why !== undefined || busy}
      title={why}
      onClick={press}
    >
      {busy ? '正在生成……' : label}
    </button>
  );
}

/** Where a list stands above what it leads to, as on a phone, choosing goes there; what is chosen first does not. */
export function useShown(element: { readonly current: HTMLElement | null }, chosen: unknown): void {
  const before = useRef(chosen);
  useEffect(() => {
    if (before.current === chosen) return;
    before.current = chosen;
    if (matchMedia('(max-width: 900px)').matches) element.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
}

/** Findings under the names of their sheets. */
export function FindingList(props: {
  readonly findings: readonly Finding[];
  readonly chosen?: Finding | undefined;
  readonly onChoose?: ((finding: Finding) => void) | undefined;
}) {
  const { findings, chosen, onChoose } = props;
  const sheets = [...new Set(findings.map((finding) => finding.at?.sheet ?? ''))];
  return (
    <>
      {sheets.map((sheet) => (
        <section key={sheet}>
          <h3>{sheet === '' ? '工作簿' : `“${sheet}”表`}</h3>
          <ul class="findings">
            {findings
              .filter((finding) => (finding.at?.sheet ?? '') === sheet)
              .map((finding, index) => (
                <li key={`${finding.code}-${index}`} class={finding === chosen ? 'chosen' : ''}>
                  <FindingText finding={finding} onChoose={onChoose} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function FindingText({ finding, onChoose }: { finding: Finding; onChoose?: ((finding: Finding) => void) | undefined }) {
  const { severity, code, message, remedy, at, related } = finding;
  const text = (
    <>
      <span class={`tag ${severity}`}>
        {severityWords[severity]} {code}
      </span>{' '}
      {at && at.row > 0 && <b>{placeInWords(at).replace(/^“.*”表\s*/, '')}</b>} {message}
    </>
  );
  return (
    <>
      {at && onChoose ? (
        <button type="button" class="finding" onClick={() => onChoose(finding)}>
          {text}
        </button>
      ) : (
        <p>{text}</p>
      )}
      <p class="remedy">办法：{remedy}</p>
      {related.length > 0 && (
        <p class="remedy">
          有关单元格：
          {related
            .slice(0, 12)
            .map((cell) => (cell.sheet === at?.sheet ? address(cell) : placeInWords(cell)))
            .join('、')}
          {related.length > 12 && ` 等 ${related.length} 处`}
        </p>
      )}
    </>
  );
}

/** Whether something is running, and what went wrong last. */
export function useWork(): {
  readonly busy: boolean;
  readonly problem: string | undefined;
  readonly setProblem: (sentence: string | undefined) => void;
  readonly run: <T>(work: () => Promise<T>) => Promise<T | undefined>;
} {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  const latest = useRef(0);
  const run = async <T,>(work: () => Promise<T>): Promise<T | undefined> => {
    latest.current += 1;
    const own = latest.current;
    setBusy(true);
    setProblem(undefined);
    try {
      return await work();
    } catch (error) {
      if (own === latest.current) setProblem(sentenceOf(error));
      return undefined;
    } finally {
      if (own === latest.current) setBusy(false);
    }
  };
  return { busy, problem, setProblem, run };
}
