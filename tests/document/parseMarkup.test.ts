import { describe, expect, test } from '@jest/globals';
import { MarkupError } from '../../src/document/element.js';
import type { Block, Inline } from '../../src/document/tree.js';
import { told, tree } from '../compile/templates.js';

type ViewPart = Parameters<typeof tree>[1];

const blocks = (template: string, view: ViewPart = {}): readonly Block[] =>
  tree(`<section>${template}</section>`, view).sections.flatMap((section) => section.blocks);

function inlines(template: string, view: ViewPart = {}): readonly Inline[] {
  const [block] = blocks(template, view);
  return block && 'inlines' in block ? block.inlines : [];
}

const printed = (template: string, view: ViewPart = {}): string =>
  inlines(template, view)
    .map((run) => (run.kind === 'text' ? run.text : '↵'))
    .join('');

describe('what an office typed comes out as written', () => {
  test.each([
    '<p>不是段落</p> & “引号” "直引号" \'单引号\'',
    '{{name}} {{{name}}} {{> cover}} {{#if}}',
    '</p></section><table>',
    '&lt;b&gt; &amp;amp; &#65;',
    'a=b `c` <!-- 注 --> <![CDATA[x]]> <?x?>',
    ']]>',
    'at="2026/a.hbs:1"',
  ])('%s', (name) => {
    expect(printed('<p>{{name}}</p>', { name })).toBe(name);
  });

  test('its own line breaks are breaks, and the ends of the paragraph are trimmed', () => {
    expect(printed('<p>{{name}}</p>', { name: '第一行\u2028第二行' })).toBe('第一行↵第二行');
    expect(printed('<p>  {{name}}  </p>', { name: '甲' })).toBe('甲');
  });

  test('it cannot end a heading of the contents either', () => {
    const [heading] = blocks('<h2 contents="一、{{name}}">{{name}}</h2>', { name: '甲"><p>乙' });
    expect(heading).toMatchObject({ kind: 'heading', level: 2, contents: '一、甲"><p>乙' });
  });
});

test('line ends and indents of a template vanish; spaces inside a line stay', () => {
  expect(printed('<p>\n  {{name}}\n  {{year}}年 度\n</p>', { name: '甲', year: '2026' })).toBe('甲2026年 度');
});

test('bold runs and breaks', () => {
  expect(inlines('<p><b>一、</b>二<br/>三</p>')).toEqual([
    { kind: 'text', text: '一、', bold: true },
    { kind: 'text', text: '二', bold: false },
    { kind: 'break' },
    { kind: 'text', text: '三', bold: false },
  ]);
});

test('headings stand in the contents as printed, otherwise, or not at all', () => {
  const headings = blocks('<h1>甲</h1><h2 for="table" contents="一、乙">乙</h2><h3 contents="no">丙</h3>');
  expect(headings).toMatchObject([
    { level: 1, contents: '甲', tableTitle: false },
    { level: 2, contents: '一、乙', tableTitle: true },
    { level: 3, contents: false },
  ]);
});

test('a section has its page', () => {
  const { sections } = tree('<section orientation="landscape" numbering="none" vertical="center"></section>');
  expect(sections).toEqual([{ orientation: 'landscape', numbering: 'none', vertical: 'center', blocks: [] }]);
});

describe('markup that means nothing is told with file and line', () => {
  test.each([
    ['a tag that is not closed', '<section>\n<p>甲\n</section>', '第 2 行：标记有误'],
    ['an element in the wrong place', '<section>\n<tr></tr>\n</section>', '第 2 行：<section> 里不能有 <tr>。'],
    ['text outside a paragraph', '\n<section>\n甲\n</section>', '第 2 行：<section> 里不能直接写文字“甲”。'],
    ['a table in a paragraph', '<section>\n<p>\n<table widths="1"/></p></section>', '第 3 行：文字里不能有 <table>。'],
    ['an unknown style', '<section>\n\n<p style="titel">甲</p></section>', '第 3 行：<p> 的 style="titel" 应为 body、'],
  ])('%s', (_, template, says) => {
    expect(told(() => tree(template))).toContain(`2027/document.hbs ${says}`);
    expect(() => tree(template)).toThrow(MarkupError);
  });

  test('a line stays right behind comments and expressions of several lines', () => {
    const template = '{{!-- <p>\n --}}<section>\n{{#if\n isDepartment}}{{/if}}\n<q/></section>';
    expect(told(() => tree(template, { isDepartment: true }))).toContain('第 5 行：<section> 里不能有 <q>。');
  });
});
