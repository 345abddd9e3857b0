/**
 * For Node 20 what later versions do by themselves (`enableCompileCache`): what V8 has compiled of our files while a
 * command ran is kept in the system's folder for temporary files. V8 compiles anew where it is of another V8.
 */
'use strict';
const { createHash } = require('node:crypto');
const { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { tmpdir } = require('node:os');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

/** Of this user alone, since what lies there is run. Throws where there is none to be had. */
function ownFolder() {
  const user = process.getuid?.();
  const folder = join(tmpdir(), `yusuan-compiled-${user ?? ''}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { mode, uid } = lstatSync(folder);
  // a link has all rights
  if (user !== undefined && (uid !== user || (mode & 0o77) !== 0)) throw new Error('not ours');
  return folder;
}

function orUndefined(attempt) {
  try {
    return attempt();
  } catch {
    return undefined;
  }
}

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** At once or not at all: several processes may write it. */
function write(path, data) {
  const unfinished = `${path}.${process.pid}`;
  try {
    writeFileSync(unfinished, data, { mode: 0o600 });
    renameSync(unfinished, path);
  } catch {
    orUndefined(() => rmSync(unfinished, { force: true }));
  }
}

/**
 * One place for each file and command (each has functions of its own). What is kept begins with the hash of the file
 * and of itself: V8 runs what is damaged.
 */
exports.keepCompiled = (command) => {
  const folder = orUndefined(ownFolder);
  if (folder === undefined) return;
  require.extensions['.cjs'] = (module, filename) => {
    const source = readFileSync(filename, 'utf8');
    const path = join(folder, sha256([process.version, process.arch, command, filename].join('\n')).toString('hex'));
    const kept = orUndefined(() => readFileSync(path)) ?? Buffer.alloc(0);
    const [hash, data] = [kept.subarray(0, 32), kept.subarray(32)];
    const cachedData = data.length > 0 && sha256(source, data).equals(hash) ? data : undefined;
    const script = new Script(wrap(source), { filename, cachedData });
    script.runInThisContext()(module.exports, createRequire(filename), module, filename, dirname(filename));
    if (cachedData && !script.cachedDataRejected) return;
    // a run that was refused has compiled little of it
    process.once('exit', (code) => {
      if (code > 1) return;
      const compiled = script.createCachedData();
      write(path, Buffer.concat([sha256(source, compiled), compiled]));
    });
  };
};
