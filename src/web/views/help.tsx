/**
 * 帮助: the sheets and columns of the workbook, and what each finding means; from the layout and the catalogue
 * themselves.
 */
import { useState } from 'preact/hooks';
import { type Code, catalogue } from '../../diagnostics/catalogue/index.js';
import { severityWords } from '../../diagnostics/counts.js';
import { layout } from '../../workbook/layout/layout.js';
import { type PartNumbers, withPartNumbers } from '../../workbook/layout/printedIn.js';
import type { Columns, Sheet } from '../../workbook/layout/types.js';
import { Heads } from '../parts.js';

/** The view 帮助; `numbers` are those of the tables and explanations that it speaks of. */
export function Help({ numbers }: { readonly numbers: PartNumbers }) {
  const [wanted, setWanted] = useState('');
  const sheets: readonly Sheet[] = Object.values(layout);
  const codes = (Object.keys(catalogue) as Code[]).filter((code) => {
    const { title, message } = catalogue[code];
    return `${code}${title}${message}`.toLowerCase().includes(wanted.trim().toLowerCase());
  });
  return (
    <section class="help">
      <h2>帮助</h2>
      <h3>每个问题的意思</h3>
      <p>
        <label>
          编号或文字：
          <input type="search" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
        </label>
      </p>
      <section class="wide" aria-label="全部问题" tabIndex={0}>
        <table class="results">
          <Heads of={['编号', '级别', '问题', '说明', '办法']} />
          <tbody>
            {codes.map((code) => (
              <tr key={code}>
                <th scope="row">{code}</th>
                <td>{severityWords[catalogue[code].severity]}</td>
                <td>{catalogue[code].title}</td>
                <td class="text">{plain(catalogue[code].message)}</td>
                <td class="text">{plain(catalogue[code].remedy)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <h3>工作簿的各表各列</h3>
      {sheets.map((sheet) => (
        <SheetHelp key={sheet.name} sheet={sheet} numbers={numbers} />
      ))}
    </section>
  );
}

/** `{found}` and the like stand for what the finding quotes. */
const plain = (template: string): string => template.replace(/\{\w+\}/g, '……');

function SheetHelp({ sheet, numbers }: { readonly sheet: Sheet; readonly numbers: PartNumbers }) {
  const columns: Columns = sheet.columns;
  return (
    <details>
      <summary>{sheet.name}</summary>
      <p>{withPartNumbers(sheet.help, numbers)}</p>
      <section class="wide" aria-label={sheet.name} tabIndex={0}>
        <table class="results">
          <Heads of={['列', '填写', '说明', '示例', '用在']} />
          <tbody>
            {Object.values(columns).map(({ header, required, help, example, printedIn }) => (
              <tr key={header}>
                <th scope="row">{header}</th>
                <td>{required ? '必填' : '选填'}</td>
                <td class="text">{withPartNumbers(help, numbers)}</td>
                <td>{example}</td>
                <td>{withPartNumbers(printedIn, numbers)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
