/** Part of the build: zlib in WebAssembly, for src/platform/deflate.ts, into dist/zlib.wasm. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist');
const { resolve } = createRequire(import.meta.url);
copyFileSync(resolve('zlib-streams/zlib-streams.wasm'), join(dist, 'zlib.wasm'));

// the package brings no file of its licence
const { name, version, author, license, homepage } = JSON.parse(
  readFileSync(resolve('zlib-streams/package.json'), 'utf8'),
);
writeFileSync(
  join(dist, 'zlib.LICENSE.txt'),
  `zlib.wasm: ${name} ${version}, Copyright ${author}, ${license}, ${homepage}\n` +
    'It holds zlib, Copyright Jean-loup Gailly and Mark Adler, zlib License, https://zlib.net\n',
);
