/**
 * zlib compiled to WebAssembly as the build has laid it into dist (scripts/zlib.js): the speed of machine code in a
 * process that has just begun, and the same bytes in every version of Node and on every processor, which those of
 * node:zlib are not (FACT zip-3).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from './package.js';

/** What the module exports: zlib's functions with its streams and buffers as addresses in `memory`. */
interface Zlib {
  readonly memory: { readonly buffer: ArrayBuffer };
  _initialize(): void;
  malloc(size: number): number;
  deflate_new(): number;
  deflate_init_raw(stream: number, level: number): number;
  /** zlib's own code in the upper eight bits, the number of bytes made in the lower. */
  deflate_process(stream: number, input: number, size: number, output: number, room: number, flush: number): number;
  deflate_last_consumed(stream: number): number;
  deflate_end(stream: number): number;
}

/** Node has it, its types for this version do not. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Zlib };
};

/** Half the time of level 6 for a file that is a tenth longer. */
const LEVEL = 4;
const NO_FLUSH = 0;
const FINISH = 4;
const OK = 0;
const STREAM_END = 1;
/** Bytes that go in and come out in one step: the memory of the module does not grow. */
const STEP = 1 << 18;

interface Loaded {
  readonly zlib: Zlib;
  /** Addresses of two buffers of `STEP` bytes. */
  readonly input: number;
  readonly output: number;
}

let loaded: Loaded | undefined;

/** Compiled once in a process. Throws where the package has not been built. */
function load(): Loaded {
  const module = new WebAssembly.Module(readFileSync(join(packageFolder, 'dist', 'zlib.wasm')));
  const zlib = new WebAssembly.Instance(module).exports;
  zlib._initialize();
  return { zlib, input: zlib.malloc(STEP), output: zlib.malloc(STEP) };
}

/** Raw deflate data of `bytes`, as zlib makes them at level 4. */
export function deflate(bytes: Uint8Array): Uint8Array {
  loaded ??= load();
  const { zlib } = loaded;
  const stream = zlib.deflate_new();
  try {
    if (zlib.deflate_init_raw(stream, LEVEL) !== OK) throw new Error('zlib has no memory left');
    return Buffer.concat(steps(loaded, stream, bytes));
  } finally {
    zlib.deflate_end(stream);
  }
}

function steps({ zlib, input, output }: Loaded, stream: number, bytes: Uint8Array): Uint8Array[] {
  const memory = new Uint8Array(zlib.memory.buffer);
  const made: Uint8Array[] = [];
  for (let at = 0, code = OK; code !== STREAM_END; ) {
    const piece = bytes.subarray(at, at + STEP);
    memory.set(piece, input);
    const flush = at + piece.length === bytes.length ? FINISH : NO_FLUSH;
    const result = zlib.deflate_process(stream, input, piece.length, output, STEP, flush);
    code = result >> 24;
    if (code !== OK && code !== STREAM_END) throw new Error(`zlib: ${code}`);
    made.push(memory.slice(output, output + (result & 0xffffff)));
    at += zlib.deflate_last_consumed(stream);
  }
  return made;
}
