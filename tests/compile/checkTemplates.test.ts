import { describe, expect, test } from '@jest/globals';
import { TemplateError } from '../../src/compile/checkTemplates.js';
import { compile, type Sources, told } from './templates.js';

/** A mistake, what is said about it, and the same template without it. */
interface Case {
  readonly kind: string;
  readonly wrong: Sources | string;
  readonly says: string;
  readonly right: Sources | string;
}

const cases: readonly Case[] = [
  {
    kind: 'a path that the view does not have',
    wrong: '<section>\n<p>{{naem}}</p>\n</section>',
    says: '2027/document.hbs 第 2 行：没有“naem”这个名称（“naem”不存在，最接近的是“name”）。',
    right: '<section>\n<p>{{name}}</p>\n</section>',
  },
  {
    kind: 'a name that every object has',
    wrong: { document: '{{> row constructor}}', row: '' },
    says: '2027/document.hbs 第 1 行：没有“constructor”这个名称',
    right: { document: '{{> row classes}}', row: '' },
  },
  {
    kind: 'a template whose name is computed',
    wrong: { document: '{{> (name)}}', row: '' },
    says: '2027/document.hbs 第 1 行：{{> …}} 后面应直接写模板的名称。',
    right: { document: '{{> row}}', row: '' },
  },
  {
    kind: 'a parameter by name where none is read',
    wrong: '{{#if isDepartment includeZero=constructor.x.y}}{{name}}{{/if}}',
    says: '2027/document.hbs 第 1 行：这里不能写“includeZero=…”。',
    right: '{{#if isDepartment}}{{name}}{{/if}}',
  },
  {
    kind: 'a path inside a branch that is not taken',
    wrong: '{{#if isDepartment}}\n  {{amount amounts.al.total}}\n{{/if}}',
    says: '2027/document.hbs 第 2 行：没有“amounts.al.total”这个名称（“al”不存在，最接近的是“all”）。',
    right: '{{#if isDepartment}}\n  {{amount amounts.all.total}}\n{{/if}}',
  },
  {
    kind: 'a path inside a list',
    wrong: '{{#each classes}}\n\n{{title}}\n{{/each}}',
    says: '2027/document.hbs 第 3 行：没有“title”这个名称',
    right: '{{#each classes}}\n\n{{name}}\n{{/each}}',
  },
  {
    kind: 'a path in a partial',
    wrong: { document: '{{> row classes}}', row: '\n{{#each codes}}{{/each}}' },
    says: '2027/row.hbs 第 2 行：没有“codes”这个名称',
    right: { document: '{{> row codes=classes}}', row: '\n{{#each codes}}{{name}}{{/each}}' },
  },
  {
    kind: 'a word that the edition does not define',
    wrong: '<p>\n{{words.marc}}</p>',
    says: '2027/document.hbs 第 2 行：没有“words.marc”这个名称（“marc”不存在，最接近的是“mark”）。',
    right: '<p>\n{{words.mark}}</p>',
  },
  {
    kind: 'a switch that the edition does not define',
    wrong: '{{#if switches.numberd}}{{/if}}',
    says: '第 1 行：没有“switches.numberd”这个名称',
    right: '{{#if switches.numbered}}{{/if}}',
  },
  {
    kind: 'an unknown helper',
    wrong: '\n\n{{amuont amounts.all.total}}',
    says: '2027/document.hbs 第 3 行：没有名为“amuont”的助手，最接近的是“amount”。',
    right: '\n\n{{amount amounts.all.total}}',
  },
  {
    kind: 'an unknown block',
    wrong: '\n{{#nonezero amounts.all.total}}{{/nonezero}}',
    says: '第 2 行：没有名为“nonezero”的助手，最接近的是“nonzero”。',
    right: '\n{{#nonzero amounts.all.total}}{{/nonzero}}',
  },
  {
    kind: 'a helper without its parameter',
    wrong: '{{amount}}',
    says: '第 1 行：“amount”后面应写明印什么。',
    right: '{{amount amounts.all.total}}',
  },
  {
    kind: 'a helper with a parameter of the wrong kind',
    wrong: '{{amount name}}',
    says: '第 1 行：“amount”的参数“name”不对：应为数。',
    right: '{{amount amounts.all.total}}',
  },
  {
    kind: 'a figure printed without saying how',
    wrong: '{{amounts.all.total}}',
    says: '“amounts.all.total”是数，请写明怎样印，如 {{amount amounts.all.total}}。',
    right: '{{amount amounts.all.total}}',
  },
  {
    kind: 'a figure as a condition',
    wrong: '{{#if amounts.all.total}}{{/if}}',
    says: '应为是或否（数请用 {{#nonzero …}}）。',
    right: '{{#nonzero amounts.all.total}}{{/nonzero}}',
  },
  {
    kind: 'an order that depends on text',
    wrong: '{{#putFirst name}}1{{else}}2{{/putFirst}}',
    says: '第 1 行：“putFirst”的参数“name”不对：应为是或否。',
    right: '{{#putFirst switches.numbered}}1{{else}}2{{/putFirst}}',
  },
  {
    kind: 'a parameter that would hide a name of the whole document',
    wrong: { document: '\n{{> row year=name}}', row: '{{year}}' },
    says: '2027/document.hbs 第 2 行：“year”在哪里都是整份文档的，不能另作参数的名称。',
    right: { document: '\n{{> row years=name}}', row: '{{years}}' },
  },
  {
    kind: 'a block that is not closed',
    wrong: '<p>\n{{#if isDepartment}}\n{{name}}\n</p>\n',
    says: '2027/document.hbs 第 2 行：{{#if}} 没有结束，缺少 {{/if}}。',
    right: '<p>\n{{#if isDepartment}}\n{{name}}\n{{/if}}</p>\n',
  },
  {
    kind: 'blocks that are closed crosswise',
    wrong: '{{#if isDepartment}}\n{{#each duties}}\n{{/if}}\n{{/each}}',
    says: '2027/document.hbs 第 2 行：{{#each}} 没有配对：第 3 行结束的是 {{/if}}。',
    right: '{{#if isDepartment}}\n{{#each duties}}\n{{/each}}\n{{/if}}',
  },
  {
    kind: 'an end without a beginning',
    wrong: '{{name}}\n{{/if}}',
    says: '2027/document.hbs 第 2 行：{{/if}} 前面没有 {{#if}}。',
    right: '{{!-- {{/if}} --}}{{name}}\n',
  },
  {
    kind: 'braces that do not close',
    wrong: '\n{{name}\n',
    says: '2027/document.hbs 第 2 行：写法有误',
    right: '\n{{name}}\n',
  },
  {
    kind: 'a template that does not exist',
    wrong: { document: '\n{{> tables/02-incom}}', 'tables/02-income': '' },
    says: '2027/document.hbs 第 2 行：没有名为“tables/02-incom”的模板，最接近的是“tables/02-income”。',
    right: { document: '\n{{> tables/02-income}}', 'tables/02-income': '' },
  },
  {
    kind: 'a template that calls itself',
    wrong: { document: '{{> a}}', a: '{{> a}}' },
    says: '2027/a.hbs 第 1 行：模板“a”嵌套过深，可能调用了自己。',
    right: { document: '{{> a}}', a: '' },
  },
  {
    kind: 'printing without escaping',
    wrong: '{{{name}}}',
    says: '第 1 行：不能用 {{{…}}}',
    right: '{{name}}',
  },
  {
    kind: 'a position outside a list',
    wrong: '{{number @index}}',
    says: '“number”的参数“@index”不对',
    right: '{{#each duties}}{{number @index}}{{/each}}',
  },
  {
    kind: 'a way of writing that we do not have',
    wrong: '\n{{#> row}}{{/row}}',
    says: '2027/document.hbs 第 2 行：用了本工具不支持的写法。',
    right: { document: '\n{{> row}}', row: '' },
  },
];

describe('a mistake in a template is told with file and line', () => {
  test.each(cases)('$kind', ({ wrong, says }) => {
    expect(told(() => compile(wrong))).toContain(says);
    expect(() => compile(wrong)).toThrow(TemplateError);
  });

  test.each(cases)('$kind: mended, it loads', ({ right }) => {
    expect(() => compile(right)).not.toThrow();
  });
});
