/** zlib in JavaScript; the package brings no types. */
declare module 'pako/lib/deflate.js' {
  export function deflateRaw(data: Uint8Array, options: { readonly level: number }): Uint8Array;
}
