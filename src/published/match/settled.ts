/**
 * A grammar with what the cover says put in: words in place of holes, one branch in place of two. Within a branch its
 * own condition is decided too.
 */
import type { Choice, Node, Tag } from '../../document/grammar.js';

/** By path in the view. */
export type Cover = Readonly<Record<string, string | boolean>>;

/** The grammar of one year, kind and name. */
export const settledBy = (nodes: readonly Node[], cover: Cover): Node[] =>
  nodes.flatMap((node) => settledNode(node, cover));

function settledNode(node: Node, cover: Cover): Node[] {
  if (node.kind === 'hole') {
    const known = cover[node.hole.path];
    return [typeof known === 'string' ? { kind: 'text', text: known } : node];
  }
  if (node.kind === 'choice') return settledChoice(node, cover);
  if (node.kind === 'repeat') {
    const otherwise = node.otherwise && settledBy(node.otherwise, cover);
    return [{ ...node, body: settledBy(node.body, cover), otherwise }];
  }
  if (node.kind === 'join') return [{ ...node, body: settledBy(node.body, cover) }];
  return [node.kind === 'tag' ? settledTag(node, cover) : node];
}

function settledChoice(node: Choice, cover: Cover): Node[] {
  const { condition, branches } = node;
  if (condition === undefined) return [{ ...node, branches: branches.map((branch) => settledBy(branch, cover)) }];
  const holds = cover[condition];
  if (typeof holds === 'boolean') return settledBy(branches[holds ? 0 : 1] ?? [], cover);
  const within = branches.map((branch, index) => settledBy(branch, { ...cover, [condition]: index === 0 }));
  return [{ ...node, branches: within }];
}

const settledTag = (tag: Tag, cover: Cover): Tag => ({
  ...tag,
  attributes: Object.fromEntries(
    Object.entries(tag.attributes).map(([name, value]) => [
      name,
      value.includes('{') ? value.replace(/\{([^}]*)\}/g, (_, path) => String(cover[path] ?? '')) : value,
    ]),
  ),
  children: settledBy(tag.children, cover),
});
