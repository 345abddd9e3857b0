/**
 * The samples against the published documents: data taken from the forms, never from our own output (FORM money-1 to
 * money-6, row-1 to row-3, text-1 to text-8).
 */
import { describe, expect, test } from '@jest/globals';
import type { DocumentTree } from '../../src/document/tree.js';
import { compose, renderDocx } from '../../src/index.js';
import {
  allTexts,
  docxParagraphs,
  goalTables,
  type StatementTable,
  sentences,
  statementTables,
} from '../support/document.js';
import { differences, type Published } from '../support/published.js';
import { examined, namesIn, readJson, sampleBytes } from '../support/samples.js';

const samples = namesIn('samples', '.xlsx');
const forms = namesIn('tests/published', '.json');

const figuresIn = (texts: readonly string[], pattern: string) =>
  texts.flatMap((text) => text.match(new RegExp(pattern, 'g')) ?? []);

test('every sample workbook is held against a published form', () => {
  expect(samples.filter((name) => !forms.includes(name))).toEqual([]);
});
for (const name of forms.filter((form) => !samples.includes(form))) test.todo(`${name} has no sample workbook yet`);

describe.each(samples)('%s', (name) => {
  const published = readJson<Published>(`tests/published/${name}.json`);
  const checked = examined(name, sampleBytes(name));
  const { tree } = compose(checked.facts, checked.edition);

  test('the workbook has no error', () => {
    expect(checked.findings.filter((found) => found.severity === 'error')).toEqual([]);
    expect(checked.waiting).toEqual([]);
  });

  test('every table, sentence and performance table says what was published', () => {
    expect(differences(tree, published)).toEqual([]);
  });

  const base = differences(tree, published).join('\n');

  test('the comparison notices any published text that changes by one digit', () => {
    const data = structuredClone(published);
    const unnoticed = digitTexts(data).filter(({ change }) =>
      change(() => differences(tree, data).join('\n') === base),
    );
    expect(unnoticed.map(({ where }) => where)).toEqual([]);
  });

  test('the comparison notices any printed figure that changes by one digit', () => {
    const copy = structuredClone(tree);
    const runs = figureRuns(copy);
    const unnoticed = runs.filter(({ change }) => change(() => differences(copy, published).join('\n') === base));
    expect(runs.length).toBeGreaterThan(100);
    expect(unnoticed.map(({ where }) => where)).toEqual([]);
  });

  test('the Word file holds the figures of the document tree, in the same order', async () => {
    const { bytes } = await renderDocx(checked.facts, checked.edition);
    const printed = figuresIn(docxParagraphs(bytes), published.figurePattern);
    expect(printed.length).toBeGreaterThan(100);
    expect(printed).toEqual(figuresIn(allTexts(tree), published.figurePattern));
  });

  test('there is something to compare', () => {
    const hasContent = ({ rows, note }: StatementTable) => rows.length > 0 || note !== '';
    expect(statementTables(tree).every((table) => table.title !== '' && hasContent(table))).toBe(true);
    expect(sentences(tree).length).toBe(published.paragraphs.length);
    expect(goalTables(tree).length).toBe((published.goals?.length ?? 0) + (published.entityGoal ? 1 : 0));
  });
});

const otherDigit = (text: string): string => text.replace(/\d(?!.*\d)/, (digit) => String((Number(digit) + 1) % 10));

/** One text of a piece of data; `change` alters its last digit while the question is asked. */
interface Digit {
  readonly where: string;
  readonly change: (ask: () => boolean) => boolean;
}

function digitIn(holder: Record<string, unknown>, key: string, text: string, where: string): Digit {
  const change = (ask: () => boolean) => {
    holder[key] = otherDigit(text);
    const answer = ask();
    holder[key] = text;
    return answer;
  };
  return { where, change };
}

/** Every text with a digit that the comparison is to look at. */
function digitTexts({ tables, paragraphs, goals, entityGoal }: Published): Digit[] {
  const found: Digit[] = [];
  const walk = (part: object, path: string) => {
    const holder = part as Record<string, unknown>;
    for (const [key, inner] of Object.entries(holder)) {
      const where = `${path}.${key}`;
      // where pieces stand, the frame is the first of them; the basis of an indicator is the office's prose
      const skipped = key === 'unitPrinted' || (key === 'frame' && 'pieces' in part) || /^entityGoal.*\.3$/.test(where);
      if (typeof inner === 'string' && /\d/.test(inner) && !skipped) found.push(digitIn(holder, key, inner, where));
      else if (typeof inner === 'object' && inner !== null) walk(inner, where);
    }
  };
  for (const [name, part] of Object.entries({ tables, paragraphs, goals, entityGoal })) if (part) walk(part, name);
  return found;
}

/** Every run of the tree that prints a figure. */
function figureRuns(tree: DocumentTree): Digit[] {
  const found: Digit[] = [];
  const walk = (part: unknown) => {
    if (typeof part !== 'object' || part === null) return;
    const holder = part as Record<string, unknown>;
    const { kind, text, figure } = holder;
    if (kind === 'text' && typeof text === 'string' && typeof figure === 'string') {
      found.push(digitIn(holder, 'text', text, `${figure} ${text}`));
    }
    for (const inner of Object.values(holder)) walk(inner);
  };
  walk(tree);
  return found;
}
