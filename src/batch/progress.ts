/** How far a batch is: one line that is drawn over on a terminal, a line for each workbook otherwise. */
import { type BatchEntry, entryLine, hasDocument } from './summary.js';

export interface Progress {
  readonly ended: (entry: BatchEntry) => void;
  readonly close: () => void;
}

const width = 24;

/** Writes to `stream` as each of `total` workbooks ends. */
export function progressOn(stream: NodeJS.WriteStream, total: number): Progress {
  let ended = 0;
  let failed = 0;
  const digits = String(total).length;
  const count = () => `${String(ended).padStart(digits)}/${total}`;
  if (stream.isTTY !== true) {
    return {
      ended: (entry) => {
        ended += 1;
        stream.write(`[${count()}] ${entryLine(entry)}\n`);
      },
      close: () => {},
    };
  }
  const draw = () => {
    const filled = Math.floor((ended / Math.max(1, total)) * width);
    const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
    stream.write(`\r\u001b[K${bar} ${count()}${failed > 0 ? `  没有生成 ${failed} 份` : ''}`);
  };
  draw();
  return {
    ended: (entry) => {
      ended += 1;
      if (!hasDocument(entry.status)) failed += 1;
      draw();
    },
    close: () => stream.write('\n'),
  };
}
