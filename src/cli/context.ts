/** What a command needs of the world: where to write and where the editions are. Handed in, so that tests can. */
import type { Editions } from '../index.js';

export interface Context {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly editions: Editions;
}
