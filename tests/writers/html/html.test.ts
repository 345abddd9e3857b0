import { describe, expect, test } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { compose } from '../../../src/index.js';
import { writeHtml } from '../../../src/writers/html/index.js';
import { examined, namesIn, sampleBytes } from '../../support/samples.js';
import { cell, heading, paragraph, row, section, smallTable, statement, tree, wholeDocument } from '../docx/tree.js';

/** Opening tags of one name. */
const tags = (html: string, name: string) => html.match(new RegExp(`<${name}(?:\\s[^>]*)?>`, 'g')) ?? [];

/** Fails when a tag is not closed where it should be. */
function expectWellFormed(html: string): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(html.replace('<!doctype html>', '').replace(/<(meta|col|br)\b([^>]*)>/g, '<$1$2/>')).close();
}

describe('the page', () => {
  const html = writeHtml(wholeDocument());

  test('says its language, its title, and asks nothing of any other place', () => {
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toContain('<title>2026年某某局单位预算公开</title>');
    expect(html).not.toMatch(/<script|<link|<img|https?:|url\(/);
  });

  test('headings go down one level at a time and the contents lead to them', () => {
    const levels = tags(html, 'h[1-6]').map((tag) => Number(tag[2]));
    expect(levels[0]).toBe(1);
    expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
    const links = [...html.matchAll(/<a href="#(h\d+)">/g)].map((match) => match[1]);
    expect(links).toHaveLength(3);
    for (const id of links) expect(html).toContain(` id="${id}"`);
  });

  test('a table has heads with their scope, a name, and its spans', () => {
    const page = writeHtml(tree(section([heading(2, '单位收支总体情况表', '一、', true), smallTable()])));
    expect(tags(page, 'th')).toHaveLength(6);
    expect(tags(page, 'th').every((tag) => /scope="col(group)?"/.test(tag))).toBe(true);
    expect(page).toContain('<table aria-labelledby="h1"');
    expect(page).toContain('<th scope="colgroup" colspan="3" class="center">科目代码</th>');
    expect(page).toContain('<td colspan="4" class="bare">编制单位：某某局</td>');
  });

  // so that a page of A4 prints it in 8 to 9 pt
  test('a column that needs more takes it from the others before the table becomes wider', () => {
    const width = (widths: readonly number[], last: string) => {
      const body = [row(...widths.slice(1).map(() => cell('产出指标')), cell(last, { align: 'right' }))];
      const page = writeHtml(tree(section([statement(widths, [], body)])));
      const shares = [...page.matchAll(/<col style="width:([\d.]+)%">/g)].map(([, share]) => Number(share));
      return { em: Number(/--em:(\d+)/.exec(page)?.[1]), shares };
    };
    const roomy = width([50, 26, 12, 12], '8.00');
    expect(roomy).toEqual({ em: 42, shares: [50, 26, 12, 12] });
    const needy = width([50, 26, 12, 12], '12,345,678.90');
    expect(needy.em).toBe(48);
    expect(((needy.shares[3] ?? 0) / 100) * 48).toBeGreaterThan(6.25);
    expect(width([50, 26, 12, 12], '9'.repeat(60)).em).toBeGreaterThan(48);
  });

  test('whatever an office typed stays text', () => {
    const typed = '<script>alert("1")</script> & \u0000\ufffe甲\n乙';
    const page = writeHtml(tree(section([paragraph(typed)])));
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; 甲<br>乙');
    expectWellFormed(page);
  });

  test('for review inside a figure leads to where it comes from and back, plain text does not', () => {
    const run = { kind: 'text', text: '4,360.97', bold: false, figure: '收入/总计' } as const;
    const page = writeHtml(
      tree(section([{ kind: 'paragraph', style: 'body', inlines: [run, { ...run, figure: '别的' }] }])),
      { sourceOf: (id) => (id === '收入/总计' ? '合计 = 项目支出!F12 "甲"' : undefined) },
    );
    expect(page).toContain('<p><a class="figure" id="p1" href="#o1">4,360.97</a>4,360.97</p>');
    expect(page).toMatch(/id="o1" tabindex="-1">.*合计 = 项目支出!F12 &quot;甲&quot;.*<a href="#p1">/);
  });
});

describe.each(namesIn('samples', '.xlsx'))('%s', (name) => {
  const { facts, edition } = examined(name, sampleBytes(name));
  const { tree: document, printed } = compose(facts, edition);
  const html = writeHtml(document, { sourceOf: (id) => printed.get(id)?.rule });

  test('is well formed, the same every time, and every figure has a source', () => {
    expectWellFormed(html);
    expect(writeHtml(document, { sourceOf: (id) => printed.get(id)?.rule })).toBe(html);
    const runs = JSON.stringify(document).match(/"figure":/g) ?? [];
    expect(runs.length).toBeGreaterThan(100);
    expect(html.match(/<a class="figure"/g)).toHaveLength(runs.length);
  });
});
