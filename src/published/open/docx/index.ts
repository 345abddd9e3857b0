/**
 * Any Word file (.docx) as a reader sees it. With the bounded zip and XML reading of the workbook and not with mammoth,
 * which drops grid spans, the order number of a paragraph and tracked moves, and reads a hostile file without limits.
 */
import { openPackage, type Package } from '../../../container/package.js';
import { openZip } from '../../../container/readZip.js';
import type { PublishedDocument } from '../../document.js';
import { assemble } from '../assemble.js';
import { refuse } from '../refusal.js';
import { BodyReading } from './body.js';
import { ListsReading, noLists } from './numbering.js';
import { styleOf, stylesReading } from './styles.js';

/** Throws ReadProblem. */
export function openDocx(bytes: Uint8Array): PublishedDocument {
  return readDocument(openPackage(openZip(bytes), { inflated: 0, cells: 0 }));
}

function readDocument(opened: Package): PublishedDocument {
  const main = mainPart(opened) ?? refuse('F35');
  const related = (type: string): string | undefined => {
    const target = opened.relationships(main).find((relationship) => relationship.type === type)?.target;
    return target !== undefined && opened.has(target) ? target : undefined;
  };
  const [stylePart, listPart] = [related('styles'), related('numbering')];
  const styles = stylePart === undefined ? styleOf(new Map()) : opened.read(stylePart, 'styles', stylesReading());
  const lists = listPart === undefined ? noLists : opened.read(listPart, 'numbering', new ListsReading());
  const { blocks, notices } = opened.read(main, 'document', new BodyReading(styles, lists));
  return assemble('docx', blocks, notices);
}

/** The part that holds the text, by its relationship. Undefined when the package has none. */
export function mainPart(opened: Package): string | undefined {
  if (!opened.has('[Content_Types].xml') || !opened.has('_rels/.rels')) return undefined;
  const main = opened.relationships('').find(({ type }) => type === 'officeDocument')?.target;
  return main !== undefined && opened.has(main) ? main : undefined;
}
