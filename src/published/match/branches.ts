/**
 * Everything that nodes can print, with names for what comes from the view: so that branches can be held against each
 * other.
 */
import type { Node } from '../../document/grammar.js';
import { charactersOf } from './characters.js';

/** Beyond so many, texts are not told one by one. */
const most = 200;

/** The different texts that nodes can print, no more than a few of them. */
export function printedBy(nodes: readonly Node[]): ReadonlySet<string> {
  let texts: ReadonlySet<string> = new Set(['']);
  for (const node of nodes) {
    const own = printedByNode(node);
    texts = new Set([...texts].flatMap((before) => [...own].map((text) => before + text)).slice(0, most));
  }
  return texts;
}

function printedByNode(node: Node): ReadonlySet<string> {
  switch (node.kind) {
    case 'text':
      return new Set([charactersOf(node.text).text]);
    case 'hole':
      return new Set([`{${node.hole.helper} ${node.hole.path}}`]);
    case 'position':
      return new Set(['{#}']);
    case 'line':
      return new Set(['']);
    case 'choice':
      return new Set(node.branches.flatMap((branch) => [...printedBy(branch)]));
    case 'repeat':
      return new Set([`{${node.path}: ${[...printedBy(node.body)].join('|')}}`, ...printedBy(node.otherwise ?? [])]);
    case 'join':
      return new Set([...printedBy(node.body)].map((text) => (text === '' ? '' : `{join ${text}}`)));
    case 'tag':
      return new Set([...printedBy(node.children)].map((text) => `<${node.name}>${text}</${node.name}>`));
  }
}
