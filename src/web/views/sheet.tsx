/** The workbook as a grid, to be leafed through; the cell that a finding names is marked, with the others concerned. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type CellRef, columnLetters } from '../../vocabulary/cells.js';
import type { Client } from '../client.js';
import type { SheetGrid } from '../engine/protocol.js';
import { useShown } from '../parts.js';

/** More rows than a screen shows and few enough for an old machine. */
const rowsAtOnce = 200;

interface SheetProps {
  readonly client: Client;
  readonly sheets: readonly string[];
  /** Changes when the workbook was read anew. */
  readonly edition: number;
  readonly at: CellRef | undefined;
  readonly related: readonly CellRef[];
}

/** One sheet at a time, a part of its rows. */
export function SheetView({ client, sheets, edition, at, related }: SheetProps) {
  const [name, setName] = useState(sheets[0] ?? '');
  const [grid, setGrid] = useState<SheetGrid | undefined>();
  const [first, setFirst] = useState(1);
  useEffect(() => {
    if (at && sheets.includes(at.sheet)) {
      setName(at.sheet);
      setFirst(Math.max(1, Math.floor((at.row - 1) / rowsAtOnce) * rowsAtOnce + 1));
    }
  }, [at, sheets]);
  useEffect(() => {
    let current = true;
    const known = sheets.includes(name) ? name : (sheets[0] ?? '');
    client
      .ask('sheet', { name: known })
      .then((answer) => current && setGrid(answer))
      .catch(() => current && setGrid(undefined));
    return () => {
      current = false;
    };
  }, [client, name, edition, sheets]);
  const box = useRef<HTMLDivElement>(null);
  useShown(box, at);
  const leaf = (next: string) => {
    setName(next);
    setFirst(1);
  };
  return (
    <div class="workbook" ref={box}>
      <label>
        工作表：
        <select value={name} onChange={(event) => leaf(event.currentTarget.value)}>
          {sheets.map((sheet) => (
            <option key={sheet}>{sheet}</option>
          ))}
        </select>
      </label>
      {grid && <Grid grid={grid} first={first} onFirst={setFirst} at={at} related={related} />}
    </div>
  );
}

interface GridProps {
  readonly grid: SheetGrid;
  readonly first: number;
  readonly onFirst: (row: number) => void;
  readonly at: CellRef | undefined;
  readonly related: readonly CellRef[];
}

function Grid({ grid, first, onFirst, at, related }: GridProps) {
  const marked = useRef<HTMLTableCellElement>(null);
  useEffect(() => {
    const cell = marked.current;
    const box = cell?.closest('.grid');
    if (!cell || !(box instanceof HTMLElement)) return;
    box.scrollTop = cell.offsetTop - box.clientHeight / 2;
    const end = cell.offsetLeft + cell.offsetWidth;
    box.scrollLeft = Math.max(0, end - box.clientWidth + 8);
  }, [grid, at, first]);
  const here = (row: number, column: number) =>
    at?.sheet === grid.name && Math.max(1, at.row) === row && Math.max(1, at.column) === column;
  const beside = (row: number, column: number) =>
    related.some((cell) => cell.sheet === grid.name && cell.row === row && cell.column === column);
  const atRow = at?.sheet === grid.name ? at.row : 0;
  const last = Math.max(grid.rows.at(-1)?.row ?? 0, atRow);
  const columns = Math.min(
    60,
    Math.max(
      at?.sheet === grid.name ? at.column : 0,
      ...grid.rows.flatMap(({ cells }) => cells.map(({ column }) => column)),
      1,
    ),
  );
  const byRow = new Map(grid.rows.map(({ row, cells }) => [row, new Map(cells.map((cell) => [cell.column, cell]))]));
  const rows = Array.from(
    { length: Math.max(0, Math.min(last, first + rowsAtOnce - 1) - first + 1) },
    (_, index) => first + index,
  );
  return (
    <>
      {last > rowsAtOnce && (
        <p class="pager">
          <button type="button" disabled={first === 1} onClick={() => onFirst(first - rowsAtOnce)}>
            上一段
          </button>{' '}
          第 {first} 至 {Math.min(last, first + rowsAtOnce - 1)} 行，共 {last} 行{' '}
          <button type="button" disabled={first + rowsAtOnce > last} onClick={() => onFirst(first + rowsAtOnce)}>
            下一段
          </button>
        </p>
      )}
      <section class="grid" aria-label={`工作表“${grid.name}”`} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <td />
              {Array.from({ length: columns }, (_, index) => (
                <th key={columnLetters(index + 1)} scope="col">
                  {columnLetters(index + 1)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {Array.from({ length: columns }, (_, index) => {
                  const cell = byRow.get(row)?.get(index + 1);
                  const isHere = here(row, index + 1);
                  const look = [isHere && 'here', beside(row, index + 1) && 'beside', cell?.isNumber && 'number'];
                  return (
                    <td
                      key={columnLetters(index + 1)}
                      ref={isHere ? marked : null}
                      class={look.filter(Boolean).join(' ')}
                    >
                      {cell?.text}
                      {isHere && <span class="visually-hidden">（问题所在单元格）</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
