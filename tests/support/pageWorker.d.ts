import type { Editions } from '../../src/index.js';
import type { Reply, TaskName, Tasks } from '../../src/web/engine/protocol.js';

export type Ask = <N extends TaskName>(task: N, ask: Tasks[N]['ask']) => Promise<Reply>;
/** Gives the function that asks the worker. */
export function startWorker(editions: Editions): Promise<Ask>;
