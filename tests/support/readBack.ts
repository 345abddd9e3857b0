/** The law: reading what was rendered gives the values that were rendered. */
import type { View } from '../../src/figures/view/viewShape.js';
import type { Match } from '../../src/published/match/index.js';
import type { Expected } from './printedValues.js';

/** What the cover fixes and what belongs to the form is read as the form's own words, and is no value. */
const fixed = (view: View): ReadonlyMap<string, string> =>
  new Map([
    ...(['year', 'lastYear', 'name', 'kind', 'self'] as const).map((path) => [path, view[path]] as const),
    ...view.classes.flatMap(({ code, name }, index) => [
      [`classes[${index}].code`, code] as const,
      [`classes[${index}].name`, name] as const,
    ]),
  ]);

const told = (path: string, text: string) => `${path} = ${text.replace(/\s+/g, '')}`;

function counted(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

const over = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): string[] =>
  [...a].filter(([line, count]) => (b.get(line) ?? 0) < count).map(([line]) => line);

/**
 * Values that were not read, that were read but not printed, and that were left in doubt; all empty when the law holds.
 */
export function breaches(view: View, expected: readonly Expected[], match: Match) {
  const known = fixed(view);
  const printed = expected.filter(({ path }) => !known.has(path) && !/^(words|switches)\./.test(path));
  // a blank cell is a zero that was not printed: the rendering leaves no trace of it
  const read = match.values.filter(({ hole, text }) => hole !== 'cell' || text !== '');
  const [want, got] = [
    counted(printed.map(({ path, text }) => told(path, text))),
    counted(read.map(({ path, text }) => told(path, text))),
  ];
  return {
    lost: over(want, got),
    wrong: over(got, want),
    doubtful: match.doubtful.map(({ path, text }) => told(path, text)),
    unmatched: match.unmatched,
    missing: match.missing.map(({ template, words }) => `${template.file}:${template.line} ${words}`),
  };
}

export const noBreach: ReturnType<typeof breaches> = { lost: [], wrong: [], doubtful: [], unmatched: [], missing: [] };
