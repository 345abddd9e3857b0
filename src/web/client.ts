/**
 * The page's side of the worker: one question, one answer. A worker that dies is replaced, and the question ends in a
 * sentence.
 */

import type { Reply, TaskName, Tasks } from './engine/protocol.js';
import type { PartMessage } from './platform/parts.js';
import { FileProblem } from './problem.js';

/** What went wrong within the tool itself. */
export class Fault extends Error {}

export interface Client {
  ask<N extends TaskName>(task: N, ask: Tasks[N]['ask']): Promise<Tasks[N]['answer']>;
  /** Starts the worker before anything is asked of it. */
  warm(): void;
  /** Ends what is running; open questions end in a sentence, and what was open is open no more. */
  stop(): void;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (why: Error) => void;
}

/** A worker of its own, from the source that lies in the page. */
export function startClient(): Client {
  let worker: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, Waiting>();
  const end = (why: Error) => {
    worker?.terminate();
    worker = undefined;
    for (const { reject } of waiting.values()) reject(why);
    waiting.clear();
  };
  const started = () => {
    if (worker) return worker;
    worker = newWorker();
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if ('need' in data) {
        const packed = document.getElementById(data.need)?.textContent ?? '';
        worker?.postMessage({ part: data.need, packed } satisfies PartMessage);
        return;
      }
      const asked = waiting.get(data.number);
      waiting.delete(data.number);
      if ('problem' in data) asked?.reject(new FileProblem(data.problem));
      else if ('fault' in data) asked?.reject(new Fault(data.fault));
      else asked?.resolve(data.answer as never);
    };
    worker.onerror = (event) => end(new Fault(event.message || '处理中断'));
    return worker;
  };
  return {
    ask: async (task, ask) => {
      await wholePage;
      return new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        started().postMessage({ number: last, task, ask });
      });
    },
    warm: () => void wholePage.then(started),
    stop: () => end(new FileProblem('已停止。')),
  };
}

/** The page shows itself before the engine's source, which lies behind, has been read. */
const wholePage = new Promise<void>((resolve) => {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => resolve());
  else resolve();
});

function newWorker(): Worker {
  const source = document.getElementById('engine')?.textContent ?? '';
  return new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
}
