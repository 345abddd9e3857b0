/** The shared strings part: the texts that cells refer to by index. */
import { limits } from './limits.js';
import type { Package } from './package.js';
import { fail } from './problem.js';
import { textCollector } from './text.js';

export function readSharedStrings(opc: Package, part: string): string[] {
  const strings: string[] = [];
  const collector = textCollector();
  opc.parse(part, 'sst', {
    open: (name, attributes) => collector.open(name, attributes),
    text: (text) => collector.text(text),
    close(name, depth) {
      collector.close(name);
      if (name !== 'si' || depth !== 1) return;
      if (strings.length >= limits.sharedStrings) fail('F32', { what: '文字', limit: String(limits.sharedStrings) });
      strings.push(collector.take());
    },
  });
  return strings;
}
