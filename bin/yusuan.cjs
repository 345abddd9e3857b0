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
const { crc32 } = require('node:zlib');

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

/**
 * Two checksums, of the source and of the code, then the code. V8 compares neither: it would run code of another source of the same length, and
 * code with a bit turned over, which may crash or compute something else.
 */
function sealed(source, code) {
  const sums = Buffer.alloc(8);
  sums.writeUInt32LE(crc32(source), 0);
  sums.writeUInt32LE(crc32(code), 4);
  return Buffer.concat([sums, code]);
}

function compiledBefore(source) {
  try {
    const file = readFileSync(cacheName());
    const code = file.subarray(8);
    return file.readUInt32LE(0) === crc32(source) && file.readUInt32LE(4) === crc32(code) ? code : undefined;
  } catch {
    return undefined; // then it is compiled now
  }
}

/** What the bundle exports (`main`), and what a cache of it would hold. */
function load() {
  const bytes = readFileSync(filename);
  const source = `(function (exports, require, module, __filename, __dirname) {${bytes.latin1Slice()}\n})`;
  const script = new Script(source, { filename, cachedData: compiledBefore(bytes) });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(filename), module, filename, dirname(filename));
  return { main: module.exports.main, cache: () => sealed(bytes, script.createCachedData()) };
}

module.exports = { filename, cacheName, load };

/** What can be said before anything is loaded: an old Node, a folder that has not been built. */
function obstacle() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) return `需要 Node.js 20.19 以上，现在是 ${process.versions.node}。`;
  return existsSync(filename) ? undefined : '还没有编译。请在本工具的文件夹中先运行 npm run build。';
}

/** The reader of a pipe may stop early (| head); that is no fault of ours. A full disk is told. */
function onOutputError(error) {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`输出写不进去（${error.code}）。\n`);
  process.exit(4);
}

/** Gives the exit code. */
async function run() {
  const reason = obstacle();
  if (reason !== undefined) return refused(reason);
  process.stdout.on('error', onOutputError);
  try {
    return await load().main(process.argv.slice(2));
  } catch (error) {
    return refused(`本工具的文件不完整，请重新安装（${error.message}）。`);
  }
}

function refused(reason) {
  process.stderr.write(`${reason}\n`);
  return 5;
}

if (require.main === module) {
  run().then((exitCode) => {
    process.exitCode = exitCode;
  });
}
