/**
 * Where in the templates an element of the markup was written. What templates print is only parsed when it is whole,
 * far from the file that printed it, so each tag takes its file and line along in an attribute.
 */
import Handlebars from 'handlebars';
import { placeAttribute } from '../document/mistake.js';

const tagOrMustache = /\{\{!--[\s\S]*?--\}\}|\{\{[\s\S]*?\}\}|<([a-z][a-z0-9-]*)(?=[\s/>{])/g;

/** The source with its place in every tag; lines stay where they are. */
export function withPlaces(file: string, source: string): string {
  const name = Handlebars.escapeExpression(file).replaceAll('{', '&#123;');
  let line = 1;
  let counted = 0;
  return source.replace(tagOrMustache, (match, tag: string | undefined, offset: number) => {
    if (tag === undefined) return match;
    line += source.slice(counted, offset).split('\n').length - 1;
    counted = offset;
    return `${match} ${placeAttribute}="${name}:${line}"`;
  });
}
