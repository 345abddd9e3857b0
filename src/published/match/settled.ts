/**
 * A grammar with what the cover says put in: words in place of holes, one branch in place of two. Within a branch its
 * own condition is decided too.
 */
import type { Choice, Node, Tag } from '../../document/grammar.js';

/** By path in the view. */
export type Cover = Readonly<Record<string, string | boolean>>;

/** The grammar of one year, kind and name; nodes that the cover says nothing of stay the same ones. */
export function settledGrammar(nodes: readonly Node[], cover: Cover): readonly Node[] {
  const settled = nodes.flatMap((node) => settledNode(node, cover));
  return sameOr(nodes, settled);
}

/** `before` where it is what `after` is. */
const sameOr = <T>(before: readonly T[], after: readonly T[]): readonly T[] =>
  before.length === after.length && before.every((each, index) => each === after[index]) ? before : after;

function settledNode(node: Node, cover: Cover): readonly Node[] {
  if (node.kind === 'hole') {
    const known = cover[node.hole.path];
    return [typeof known === 'string' ? { kind: 'text', text: known } : node];
  }
  if (node.kind === 'choice') return settledChoice(node, cover);
  if (node.kind === 'repeat') {
    const otherwise = node.otherwise && settledGrammar(node.otherwise, cover);
    const body = settledGrammar(node.body, cover);
    return [body === node.body && otherwise === node.otherwise ? node : { ...node, body, otherwise }];
  }
  if (node.kind === 'join') {
    const body = settledGrammar(node.body, cover);
    return [body === node.body ? node : { ...node, body }];
  }
  return [node.kind === 'tag' ? settledTag(node, cover) : node];
}

function settledChoice(node: Choice, cover: Cover): readonly Node[] {
  const { condition, branches } = node;
  const holds = condition === undefined ? undefined : cover[condition];
  if (typeof holds === 'boolean') return settledGrammar(branches[holds ? 0 : 1] ?? [], cover);
  const within = branches.map((branch, index) =>
    settledGrammar(branch, condition === undefined ? cover : { ...cover, [condition]: index === 0 }),
  );
  return [sameOr(branches, within) === branches ? node : { ...node, branches: within }];
}

function settledTag(tag: Tag, cover: Cover): Tag {
  const children = settledGrammar(tag.children, cover);
  const known = Object.entries(tag.attributes).some(([, value]) => value.includes('{'));
  if (children === tag.children && !known) return tag;
  const attributes = Object.fromEntries(
    Object.entries(tag.attributes).map(([name, value]) => [
      name,
      value.replace(/\{([^}]*)\}/g, (_, path) => String(cover[path] ?? '')),
    ]),
  );
  return { ...tag, attributes, children };
}
