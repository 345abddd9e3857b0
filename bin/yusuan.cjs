#!/usr/bin/env node
/** Starts the command line as scripts/bundle.js has put it into one file. */
'use strict';
const { existsSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const { join } = require('node:path');

// the command that offices wait for has a bundle of its own, half as long (scripts/bundle.js)
const isRender = process.argv[2] === 'render' && !process.argv.includes('--help');
const bundle = join(__dirname, '..', 'dist', 'bundle', isRender ? 'render.cjs' : 'cli.cjs');

/** What can be said before anything is loaded: an old Node, a folder that has not been built. */
function obstacle() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) return `需要 Node.js 20.19 以上，现在是 ${process.versions.node}。`;
  return existsSync(bundle) ? undefined : '还没有编译。请在本工具的文件夹中先运行 npm run build。';
}

/** The reader of a pipe may stop early (| head); that is no fault of ours. A full disk is told. */
function onOutputError(error) {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`输出写不进去（${error.code}）。\n`);
  process.exit(4);
}

/**
 * V8 optimises code that runs often, which takes two fifths of the processor time of an audit, most of it for what
 * hardly runs again: here it compiles each function by itself, without those that it calls, and Node 20, which has no
 * quick compiler in between, waits for longer. Other commands gain nothing by it (docs/speed.md).
 */
function optimiseLess() {
  if (process.argv[2] !== 'audit') return;
  // under other settings Node compiles its own modules anew
  for (const name of ['node:assert', 'node:crypto', 'node:zlib']) require(name);
  const { setFlagsFromString } = require('node:v8');
  setFlagsFromString('--no-turbo-inlining');
  if (Number.parseInt(process.versions.node, 10) >= 22) return;
  setFlagsFromString('--interrupt-budget=600000');
  // a fifth of what is left went to the largest function of pdf.js, twice
  setFlagsFromString('--max-optimized-bytecode-size=2500');
}

/** Gives the exit code. */
async function run() {
  const reason = obstacle();
  if (reason !== undefined) return refused(reason);
  optimiseLess();
  process.stdout.on('error', onOutputError);
  // what V8 compiles of the bundle is kept in the system's folder for temporary files
  if (enableCompileCache) enableCompileCache();
  // `render` gains nothing by it on Node 20
  else if (!isRender)
    require('./keepCompiled.cjs').keepCompiled(process.argv.includes('--help') ? '--help' : process.argv[2]);
  try {
    return await require(bundle).main(process.argv.slice(2));
  } catch (error) {
    return refused(`本工具的文件不完整，请重新安装（${error.message}）。`);
  }
}

function refused(reason) {
  process.stderr.write(`${reason}\n`);
  return 5;
}

run().then((exitCode) => {
  process.exitCode = exitCode;
});
