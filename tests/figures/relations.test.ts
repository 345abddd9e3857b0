/**
 * The law of audit: a relation between printed values holds in the view of any facts. Values are read off documents of
 * random facts, and each relation is held against the exact amounts of the figures that were printed.
 */
import { expect, test } from '@jest/globals';
import { audit, readsOf } from '../../src/audit/audit.js';
import { type Read, type Relation, relationsOf } from '../../src/figures/relations/index.js';
import { buildView } from '../../src/figures/view/view.js';
import type { View } from '../../src/figures/view/viewShape.js';
import { match } from '../../src/published/match/index.js';
import { placeText } from '../../src/published/place.js';
import { printedWithPaths, publishedOf } from '../support/printedValues.js';
import { randomFacts } from '../support/randomFacts.js';
import { editions, examined, namesIn, sampleBytes } from '../support/samples.js';

interface Exact {
  readonly exact: string;
}

/** Exact amounts in 分, so that sums are exact. */
function exactOf(view: View, path: string): bigint {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  const figure = steps.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], view) as Exact;
  const [whole = '', decimals = ''] = figure.exact.split('.');
  return BigInt(whole + decimals.padEnd(4, '0').slice(0, 4));
}

/** Facts that the workbook states twice, and that its checks hold against each other (T01 to T14). */
const isChecked = (values: readonly Read[]): boolean =>
  values.some(({ path }) => /^(performance\.entityGoal|procurement\.reserved|organization\.headcount)/.test(path)) ||
  (values.some(({ path }) => path.startsWith('economic')) && values.some(({ path }) => path.startsWith('amounts')));

function breach(relation: Relation<Read>, view: View): string[] {
  const exact = ({ path }: Read) => exactOf(view, path);
  const told = (values: readonly Read[]) => [
    `${relation.rule} ${values.map(({ path, text }) => `${path}=${text}`).join(' ')}`,
  ];
  if (relation.rule === 'same') {
    const [first, ...rest] = relation.values.map(exact);
    return !isChecked(relation.values) && rest.some((value) => value !== first) ? told(relation.values) : [];
  }
  if (relation.rule === 'sum') {
    const values = [relation.whole, ...relation.parts];
    const sum = relation.parts.reduce((total, part) => total + exact(part), 0n);
    return !isChecked(values) && sum !== exact(relation.whole) ? told(values) : [];
  }
  if (relation.rule !== 'order') return [];
  const codes = relation.rows.map(({ code }) => code);
  return codes.every((code, at) => at === 0 || code >= (codes[at - 1] ?? '')) ? [] : [`order ${codes.join(' ')}`];
}

/** What no facts can make wrong, whether they add up or not. */
const always: readonly string[] = ['share', 'rate', 'direction', 'list', 'note', 'name', 'year', 'row'];

test.each(namesIn('samples', '.xlsx'))(
  '%s and facts made of it',
  (name) => {
    const { facts: sample, edition } = examined(name, sampleBytes(name));
    const seen = new Set<string>();
    for (const facts of [sample, ...[1, 2, 3, 4, 5].map((seed) => randomFacts(sample, seed))]) {
      const view = buildView(facts, edition);
      const document = publishedOf(printedWithPaths(view, edition).tree);
      const matched = match(document, editions);
      const { relations, nameless } = relationsOf(readsOf(matched));
      expect(relations.flatMap((relation) => breach(relation, view))).toEqual([]);
      expect(nameless.filter(({ sheet, text }) => sheet >= 0 && text !== '')).toEqual([]);
      const wrong = audit(document, matched).findings.filter(({ kind }) => always.includes(kind));
      expect(wrong.map(({ kind, place, message }) => `${kind} ${placeText(place)} ${message}`)).toEqual([]);
      for (const { rule } of relations) seen.add(rule);
    }
    expect([...seen].sort()).toEqual(expect.arrayContaining(['comparison', 'order', 'same', 'share', 'sum']));
  },
  120_000,
);
