/**
 * One tool in a process of its own: `cold` makes one document and writes it, `warm` makes as many as it can in a number
 * of seconds of its main thread.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { makers } from './tools.js';

const { tool, mode, input, output, seconds } = JSON.parse(process.argv[2]);
const make = await makers[tool](input);

const peak = () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;

/** Milliseconds that the main thread has spent on a processor. */
const spent = () =>
  Number(readFileSync(`/proc/${process.pid}/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;

if (mode === 'cold') {
  writeFileSync(output, await make());
  console.log(JSON.stringify({ megabytes: peak() }));
} else {
  for (let index = 0; index < 10; index += 1) await make();
  const times = [];
  const until = spent() + seconds * 1000;
  for (let before = spent(); before < until || times.length < 3; ) {
    await make();
    const after = spent();
    times.push(after - before);
    before = after;
  }
  times.sort((a, b) => a - b);
  console.log(JSON.stringify({ milliseconds: times[times.length >> 1], count: times.length, megabytes: peak() }));
}
