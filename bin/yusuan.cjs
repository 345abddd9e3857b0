#!/usr/bin/env node
/**
 * Starts the command line as scripts/bundle.js has put it into one file, with the code that V8 compiled then, if this is still the very same
 * program: loading the modules one by one and compiling them takes longer than a whole document does.
 */
'use strict';
const { existsSync, readFileSync, statSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const filename = join(__dirname, '..', 'dist', 'bundle', 'cli.cjs');

/**
 * V8 takes code of any Node with the same version of V8 and crashes on it (20.19.0 on that of 20.20.2): so the name says whose it is, down to
 * the size and time of the file of Node itself.
 */
function cacheName() {
  const { size, mtimeMs } = statSync(process.execPath);
  const { version, platform, arch } = process;
  return `${filename}.${[version, platform, arch, size, Math.round(mtimeMs)].join('-')}.cache`;
}

function compiledBefore() {
  try {
    return readFileSync(cacheName());
  } catch {
    return undefined; // then it is compiled now
  }
}

/** `script` and what the bundle exports: `main`. */
function load() {
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'latin1')}\n})`;
  const script = new Script(source, { filename, cachedData: compiledBefore() });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(filename), module, filename, dirname(filename));
  return { script, main: module.exports.main };
}

module.exports = { filename, cacheName, load };

/** What can be said before anything is loaded: an old Node, a folder that has not been built. */
function obstacle() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) return `需要 Node.js 20.19 以上，现在是 ${process.versions.node}。`;
  return existsSync(filename) ? undefined : '还没有编译。请在本工具的文件夹中先运行 npm run build。';
}

if (require.main === module) {
  const reason = obstacle();
  if (reason !== undefined) {
    process.stderr.write(`${reason}\n`);
    process.exit(5);
  }
  // the reader of a pipe may stop early (| head); that is no fault of ours
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
  load()
    .main(process.argv.slice(2))
    .then((exitCode) => {
      process.exitCode = exitCode;
    });
}
