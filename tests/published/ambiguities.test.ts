/**
 * What could not be read back is told when the form is checked; each kind has a template that trips it and one that
 * does not.
 */
import { describe, expect, test } from '@jest/globals';
import type { Edition } from '../../src/document/edition.js';
import { ambiguitiesOf } from '../../src/published/match/ambiguities.js';
import { templatesOf } from '../compile/templates.js';
import { editions } from '../support/samples.js';

const editionOf = (source: string): Edition => ({
  ...editions.load(2026),
  words: { mark: '、' },
  switches: { numbered: true },
  templates: templatesOf({ document: `<section>\n${source}\n</section>` }),
});

const table = (rows: string) => `<table widths="1 1"><tbody>${rows}</tbody></table>`;

interface Case {
  readonly kind: string;
  readonly wrong: string;
  readonly says: string;
  readonly right: string;
}

const cases: readonly Case[] = [
  {
    kind: 'a name and the amount after it',
    wrong: '{{#each projectsExplained}}<p>{{name}}{{amount amount}}万元</p>{{/each}}',
    says: '{{name}} 与 {{amount amount}} 之间没有文字，读回时分不清哪里到哪里。请在中间加上文字或标点。',
    right: '{{#each projectsExplained}}<p>{{name}}结转{{amount amount}}万元</p>{{/each}}',
  },
  {
    kind: 'two figures',
    wrong: '<p>{{count assets.cars}}{{amount assets.carsValue}}万元</p>',
    says: '{{count assets.cars}} 与 {{amount assets.carsValue}} 之间没有文字',
    right: '<p>{{count assets.cars}}辆，{{amount assets.carsValue}}万元</p>',
  },
  {
    kind: 'a list mark and a name that may begin with a digit',
    wrong: '{{#each carryOver.explained}}<p>{{number @index}}{{name}}</p>{{/each}}',
    says: '序号 与 {{name}} 之间没有文字',
    right: '{{#each carryOver.explained}}<p>{{number @index}}、{{name}}</p>{{/each}}',
  },
  {
    kind: 'names side by side, only one of which is of the form',
    wrong: '{{#each purposes.fund}}<p>{{purpose}}{{name}}</p>{{/each}}',
    says: '{{purpose}} 与 {{name}} 之间没有文字',
    right: '{{#each purposes.fund}}<p>{{name}}{{amount amount}}万元，{{purpose}}</p>{{/each}}',
  },
  {
    kind: 'branches that print the same',
    wrong: '<p>{{#if compared.basic.hasReason}}有{{else}}{{#if compared.basic.bothZero}}无{{else}}有{{/if}}{{/if}}</p>',
    says: '“hasReason”的两个分支会印出同样的内容，读回时分不清是哪一个。',
    right: '<p>{{#if compared.basic.hasReason}}有{{else}}{{#if compared.basic.bothZero}}无{{/if}}{{/if}}</p>',
  },
  {
    kind: 'an item of a list that may print nothing',
    wrong:
      '<p>{{#join "、"}}{{#each comparedCodes}}\n{{#if compared.bothZero}}{{itemName}}{{/if}}\n{{/each}}{{/join}}。</p>',
    says: '“comparedCodes”的一项可能什么也不印，读回时数不清是第几项。',
    right: '<p>{{#join "、"}}{{#each comparedCodes}}\n{{itemName}}\n{{/each}}{{/join}}。</p>',
  },
  {
    kind: 'rows that look alike',
    wrong: table(
      '{{#each commissioned.explained}}<tr><td>{{name}}</td><td>{{amount amount}}</td></tr>{{/each}}{{#each carryOver.explained}}<tr><td>{{name}}</td><td>{{amount amount}}</td></tr>{{/each}}',
    ),
    says: '各格相同，读回时分不清是哪一行。',
    right: table(
      '{{#each commissioned.explained}}<tr><td>{{name}}</td><td>{{amount amount}}</td></tr>{{/each}}<tr><td>合计</td><td>{{amount commissioned.total}}</td></tr>',
    ),
  },
];

describe.each(cases)('$kind', ({ wrong, says, right }) => {
  test('is told with file and line', () => {
    const [first] = ambiguitiesOf(editionOf(wrong));
    expect(first?.problem).toContain(says);
    expect([first?.file, first?.line]).toEqual(['2027/document.hbs', 2]);
  });
  test('is not told of what can be read back', () => expect(ambiguitiesOf(editionOf(right))).toEqual([]));
});

test.each(editions.years)('the form of %i can be read back', (year) => {
  expect(ambiguitiesOf(editions.load(year))).toEqual([]);
});
