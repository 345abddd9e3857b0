/**
 * For Node 20 what later versions do by themselves (`enableCompileCache`): what V8 has compiled of our files while a
 * command ran is kept in the system's folder for temporary files. V8 compiles anew where it is of another V8.
 */
'use strict';
const { createHash } = require('node:crypto');
const { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
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

const sha256 = (text) => createHash('sha256').update(text).digest();

/** At once or not at all: several processes may write it. */
function write(path, data) {
  writeFileSync(`${path}.${process.pid}`, data, { mode: 0o600 });
  renameSync(`${path}.${process.pid}`, path);
}

/** One place for each file and command (each has functions of its own); what is kept begins with the file's hash. */
exports.keepCompiled = (command) => {
  const folder = orUndefined(ownFolder);
  if (folder === undefined) return;
  require.extensions['.cjs'] = (module, filename) => {
    const source = readFileSync(filename, 'utf8');
    const hash = sha256(source);
    const path = join(folder, sha256([process.version, process.arch, command, filename].join('\n')).toString('hex'));
    const kept = orUndefined(() => readFileSync(path));
    const cachedData = kept?.subarray(0, hash.length).equals(hash) ? kept.subarray(hash.length) : undefined;
    const script = new Script(wrap(source), { filename, cachedData });
    script.runInThisContext()(module.exports, createRequire(filename), module, filename, dirname(filename));
    if (cachedData && !script.cachedDataRejected) return;
    // a run that was refused has compiled little of it
    process.once('exit', (code) => {
      if (code <= 1) orUndefined(() => write(path, Buffer.concat([hash, script.createCachedData()])));
    });
  };
};
