/// <reference path="./pako.d.ts" />
/**
 * As src/platform/deflate.ts, in a browser, where the page's policy and old browsers keep WebAssembly out: zlib again,
 * in JavaScript.
 */
import { deflateRaw } from 'pako/lib/deflate.js';

/** Raw deflate data of `bytes`, as zlib makes them at level 4. */
export const deflate = (bytes: Uint8Array): Uint8Array => deflateRaw(bytes, { level: 4 });
