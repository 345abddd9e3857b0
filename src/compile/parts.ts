/** The numbers that an edition gives to its tables and explanations, for those who speak of them elsewhere. */
import type { EditionTexts } from '../document/edition.js';
import { branchesOf, type Node } from '../document/grammar.js';
import type { PartNumbers } from '../workbook/layout/printedIn.js';
import { grammarOf } from './grammar.js';

/**
 * By the name of the template that prints it, the first number of each: `12` for a table, `十三` for an explanation,
 * `十三（二）` for a part of one. Those that depend on what a workbook holds are left out. The templates must have passed
 * `checkTemplates`.
 */
export function partNumbersOf(edition: EditionTexts): PartNumbers {
  const names = new Map(edition.templates.map(({ file, name }) => [file, name]));
  const numbers = new Map<string, string>();
  let explanation = '';
  const visit = (node: Node): void => {
    if (node.kind !== 'tag') {
      for (const branch of branchesOf(node)) branch.forEach(visit);
      return;
    }
    if (node.number && node.number.text !== '') {
      const { numeral, text } = node.number;
      if (node.name === 'h2') explanation = numeral;
      const name = names.get(node.place.file);
      if (name !== undefined && !numbers.has(name))
        numbers.set(name, node.name === 'h3' ? explanation + text : numeral);
    }
    node.children.forEach(visit);
  };
  grammarOf(edition).nodes.forEach(visit);
  return Object.fromEntries(numbers);
}
