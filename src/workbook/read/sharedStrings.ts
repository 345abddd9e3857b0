/** The shared strings part: the texts that cells refer to by index. */
import { limits } from '../../container/limits.js';
import type { Package } from '../../container/package.js';
import { fail } from '../../container/problem.js';
import type { PartReading } from '../../container/xml.js';
import { textCollector } from './text.js';

/** By their index. Throws ReadProblem. */
export function readSharedStrings(opc: Package, part: string): readonly string[] {
  return opc.read(part, 'sst', stringsReading());
}

function stringsReading(): PartReading<readonly string[]> {
  const strings: string[] = [];
  const collector = textCollector();
  return {
    open: (name, attributes) => collector.open(name, attributes),
    text: (text) => collector.text(text),
    close(name, depth) {
      collector.close(name);
      if (name !== 'si' || depth !== 1) return;
      if (strings.length >= limits.sharedStrings) fail('F32', { what: '文字', limit: String(limits.sharedStrings) });
      strings.push(collector.take());
    },
    result: () => strings,
  };
}
