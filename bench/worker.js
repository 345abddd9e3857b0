/**
 * One tool in a process of its own: `cold` makes one document and writes it, `warm` makes as many as it can in a number
 * of seconds.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { makers } from './tools.js';

const { tool, mode, input, output, seconds } = JSON.parse(process.argv[2]);
const make = await makers[tool](input);

function peak() {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

if (mode === 'cold') {
  writeFileSync(output, await make());
  console.log(JSON.stringify({ megabytes: peak() }));
} else {
  for (let index = 0; index < 10; index += 1) await make();
  const times = [];
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until || times.length < 3) {
    const started = performance.now();
    await make();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  console.log(
    JSON.stringify({ median: times[times.length >> 1], best: times[0], count: times.length, megabytes: peak() }),
  );
}
