/**
 * What templates may name. The shape is data, so that every path of a template can be checked when the template is
 * loaded, and the type of the view follows from it, so that the view cannot lack what the shape promises.
 */
import type { Figure } from '../figure.js';

declare const shapeType: unique symbol;

export type ShapeKind = 'text' | 'flag' | 'figure' | 'list' | 'group';

export interface Shape<T> {
  readonly kind: ShapeKind;
  readonly fields?: Readonly<Record<string, AnyShape>>;
  readonly item?: AnyShape;
  /** Of a text that cannot say just anything, for those who read a document back; sticky. */
  readonly reads?: RegExp;
  readonly mayBeBlank?: boolean;
  /** What a text is the name of. */
  readonly nameOf?: 'unit' | 'class';
  readonly [shapeType]?: T;
}
// biome-ignore lint/suspicious/noExplicitAny: the widest shape; T is a phantom type that only inference reads
export type AnyShape = Shape<any>;
export type DataOf<S> = S extends Shape<infer T> ? T : never;

/** Words, printed as data; `{{x}}`. */
export const text: Shape<string> = { kind: 'text' };
/** Words that always have one look. */
export const textLike = (reads: RegExp, mayBeBlank = false): Shape<string> => ({ kind: 'text', reads, mayBeBlank });
/** One of a few words. */
export const oneOf = (words: readonly string[]): Shape<string> => textLike(new RegExp(words.join('|'), 'y'));
/** The name of a 预算单位. */
export const unitName: Shape<string> = { kind: 'text', nameOf: 'unit' };
/** The name of a 类 of the form. */
export const className: Shape<string> = { kind: 'text', nameOf: 'class' };
/** A condition; `{{#if x}}`. */
export const flag: Shape<boolean> = { kind: 'flag' };
/** A printed number with its history; `{{amount x}}` and its kin. */
export const figure: Shape<Figure> = { kind: 'figure' };
/** `{{#each x}}` */
export const list = <T>(item: Shape<T>): Shape<readonly T[]> => ({ kind: 'list', item });
/** An object of named parts. */
export const group = <F extends Readonly<Record<string, AnyShape>>>(
  fields: F,
): Shape<{ readonly [K in keyof F]: DataOf<F[K]> }> => ({ kind: 'group', fields });
/** A group whose fields are generated from a list of keys. */
export const record = <K extends string, T>(keys: readonly K[], item: Shape<T>): Shape<Readonly<Record<K, T>>> => ({
  kind: 'group',
  fields: Object.fromEntries(keys.map((key) => [key, item])),
});
