/**
 * The grammar of an edition's form: what its templates can print, as literals, holes, alternatives and repetitions.
 * Plain data, the same for all documents of the edition; `src/compile` makes it.
 */

export interface Grammar {
  readonly nodes: readonly Node[];
}

/** Where in the templates something is written. */
export interface FormPlace {
  readonly file: string;
  readonly line: number;
}

/** Something that a template prints from the view. */
export interface Hole {
  /**
   * In the view; the index of a list stands as `[#n]`, n the number of the repetition
   * (`codes.all[#3].amounts.all.total`).
   */
  readonly path: string;
  /** The helper that prints it; `text` without one. */
  readonly helper: string;
  /** All that it can print, where the form has a list of it. */
  readonly words?: readonly string[];
  readonly place: FormPlace;
}

export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'hole'; readonly hole: Hole }
  /** The position in a list, as a helper writes it. */
  | { readonly kind: 'position'; readonly helper: string }
  /** The first branch is that of a condition that holds; `condition` is its path, undefined where the view has none. */
  | Choice
  | Repeat
  /** Each line that the body prints is an item; the separator stands between them. */
  | { readonly kind: 'join'; readonly separator: string; readonly body: readonly Node[] }
  /** The end of a line within a `join`. */
  | { readonly kind: 'line' }
  | Tag;

export interface Choice {
  readonly kind: 'choice';
  readonly condition: string | undefined;
  readonly branches: readonly (readonly Node[])[];
  readonly place: FormPlace;
}

export interface Repeat {
  readonly kind: 'repeat';
  /** Its number, as paths name it. */
  readonly number: number;
  readonly path: string;
  readonly body: readonly Node[];
  /** What is printed for an empty list; undefined when nothing is. */
  readonly otherwise: readonly Node[] | undefined;
  readonly place: FormPlace;
}

/** An element of the markup. What an attribute takes from the view stands there as its path in braces. */
export interface Tag {
  readonly kind: 'tag';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  readonly place: FormPlace;
  /** The number that the form counts; it already stands among the children, or in the attribute `contents-number`. */
  readonly number?: { readonly text: string; readonly numeral: string };
}

/** The alternatives of a node that is not printed as it stands. */
export function branchesOf(node: Node): readonly (readonly Node[])[] {
  if (node.kind === 'choice') return node.branches;
  if (node.kind === 'repeat') return [node.body, node.otherwise ?? []];
  return node.kind === 'join' ? [node.body] : [];
}
