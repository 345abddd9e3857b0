/**
 * Loaded before a program that is measured: when it ends, its peak memory (KB) and the nanoseconds that its main thread
 * has spent on a processor. A plain script: a module would have Node load what it reads modules with, which the command
 * line of yusuan does without.
 */
'use strict';
const { readFileSync } = require('node:fs');

process.on('exit', () => {
  const [, peak] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'));
  const [spent] = readFileSync(`/proc/${process.pid}/task/${process.pid}/schedstat`, 'utf8').split(' ');
  process.stderr.write(`@end ${peak} ${spent}`);
});
