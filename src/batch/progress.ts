/** How far a batch is: one line that is drawn over on a terminal, a line for each file otherwise. */

export interface Progress {
  /** `line` tells how a file ended; `isMissing`: it gave nothing. */
  readonly ended: (line: string, isMissing: boolean) => void;
  readonly close: () => void;
}

const width = 24;

/** Writes to `stream` as each of `total` files ends. `missing`: what those that gave nothing are called. */
export function progressOn(stream: NodeJS.WriteStream, total: number, missing: string): Progress {
  let ended = 0;
  let failed = 0;
  const digits = String(total).length;
  const count = () => `${String(ended).padStart(digits)}/${total}`;
  if (stream.isTTY !== true) {
    return {
      ended: (line) => {
        ended += 1;
        stream.write(`[${count()}] ${line}\n`);
      },
      close: () => {},
    };
  }
  const draw = () => {
    const filled = Math.floor((ended / Math.max(1, total)) * width);
    const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
    stream.write(`\r\u001b[K${bar} ${count()}${failed > 0 ? `  ${missing} ${failed} 份` : ''}`);
  };
  draw();
  return {
    ended: (_, isMissing) => {
      ended += 1;
      if (isMissing) failed += 1;
      draw();
    },
    close: () => stream.write('\n'),
  };
}
