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

/** Of a grid, what a screen shows. */
interface Shown {
  readonly rows: readonly number[];
  readonly columns: number;
  readonly last: number;
}

/** More columns than these are not shown. */
const mostColumns = 60;

function shownOf({ name, rows }: SheetGrid, first: number, at: CellRef | undefined): Shown {
  const marked = at?.sheet === name ? at : undefined;
  const last = Math.max(rows.at(-1)?.row ?? 0, marked?.row ?? 0);
  const used = rows.flatMap(({ cells }) => cells.map(({ column }) => column));
  const length = Math.max(0, Math.min(last, first + rowsAtOnce - 1) - first + 1);
  return {
    rows: Array.from({ length }, (_, index) => first + index),
    columns: Math.min(mostColumns, Math.max(marked?.column ?? 0, ...used, 1)),
    last,
  };
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
  const { rows, columns, last } = shownOf(grid, first, at);
  const byRow = new Map(grid.rows.map(({ row, cells }) => [row, new Map(cells.map((cell) => [cell.column, cell]))]));
  const numbers = Array.from({ length: columns }, (_, index) => index + 1);
  const isHere = (row: number, column: number) =>
    at?.sheet === grid.name && Math.max(1, at.row) === row && Math.max(1, at.column) === column;
  const isBeside = (row: number, column: number) =>
    related.some((cell) => cell.sheet === grid.name && cell.row === row && cell.column === column);
  return (
    <>
      {last > rowsAtOnce && <Pager first={first} last={last} onFirst={onFirst} />}
      <section class="grid" aria-label={`工作表“${grid.name}”`} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <td />
              {numbers.map((column) => (
                <th key={columnLetters(column)} scope="col">
                  {columnLetters(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {numbers.map((column) => {
                  const cell = byRow.get(row)?.get(column);
                  const here = isHere(row, column);
                  const look = [here && 'here', isBeside(row, column) && 'beside', cell?.isNumber && 'number'];
                  return (
                    <td key={columnLetters(column)} ref={here ? marked : null} class={look.filter(Boolean).join(' ')}>
                      {cell?.text}
                      {here && <span class="visually-hidden">（问题所在单元格）</span>}
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

interface PagerProps {
  readonly first: number;
  readonly last: number;
  readonly onFirst: (row: number) => void;
}

function Pager({ first, last, onFirst }: PagerProps) {
  return (
    <p class="pager">
      <button type="button" disabled={first === 1} onClick={() => onFirst(first - rowsAtOnce)}>
        上一段
      </button>{' '}
      第 {first} 至 {Math.min(last, first + rowsAtOnce - 1)} 行，共 {last} 行{' '}
      <button type="button" disabled={first + rowsAtOnce > last} onClick={() => onFirst(first + rowsAtOnce)}>
        下一段
      </button>
    </p>
  );
}
