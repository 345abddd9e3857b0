import { describe, expect, test } from '@jest/globals';
import { emWidth } from '../../../src/document/text.js';
import { loneEnd, titleBreak, titleIndent } from '../../../src/writers/docx/titleLines.js';

const WIDTH = 8844;

/** How many em the indents leave for the first line. */
const room = (text: string, size: number) => (WIDTH - 2 * titleIndent(text, size, WIDTH)) / size;

describe('a title of two lines', () => {
  test('is broken before a second name in brackets', () => {
    const name = '乌鲁木齐市工业和信息化局（乌鲁木齐市数据局）';
    const left = room(name, 520);
    expect(left).toBeGreaterThanOrEqual(emWidth('乌鲁木齐市工业和信息化局'));
    expect(left).toBeLessThan(emWidth('乌鲁木齐市工业和信息化局（'));
  });

  test('is broken after 自治州, not within 信息化', () => {
    const left = room('第一部分　2025年昌吉回族自治州工业和信息化局部门概况', 440);
    const first = emWidth('第一部分　2025年昌吉回族自治州') + 0.5;
    expect(left).toBeGreaterThanOrEqual(first);
    expect(left).toBeLessThan(first + 1);
  });

  test('is broken by a line break where the second line is the longer one', () => {
    const name = '乌鲁木齐市工业和信息化局（乌鲁木齐市大数据发展局）';
    expect(titleIndent(name, 520, WIDTH)).toBe(0);
    expect(titleBreak(name, 520, WIDTH)).toBe(name.indexOf('（'));
    expect(titleBreak('乌鲁木齐市工业和信息化局（乌鲁木齐市数据局）', 520, WIDTH)).toBeUndefined();
  });

  test('stands out a little beyond the text rather than be broken within a word', () => {
    const title = '第一部分　2024年乌鲁木齐市工业和信息化局（乌鲁木齐市大数据发展局）部门概况';
    const indent = titleIndent(title, 440, WIDTH);
    expect(indent).toBeLessThan(0);
    expect(indent).toBeGreaterThan(-220);
  });

  test('one that stands on one line, or has no place to break, is left alone', () => {
    expect(titleIndent('第四部分　名词解释', 440, WIDTH)).toBe(0);
    expect(titleIndent('信'.repeat(25), 440, WIDTH)).toBe(0);
    expect(titleIndent('局'.repeat(80), 440, WIDTH)).toBe(0);
  });
});

describe('the last line of a cell', () => {
  const lineOf = (text: string, characters: number) =>
    Math.floor((characters * 200 - loneEnd(text, 200, characters * 200)) / 200);

  test.each([
    ['对企业补助', 4, 3],
    ['其他支出', 3, 2],
    ['一般公共预算', 5, 4],
    ['政府性基金预算', 6, 5],
  ])('is not a single character: %s in %i takes lines of %i', (text, room, line) => {
    expect(lineOf(text, room)).toBe(line);
  });

  test.each([
    ['一般公共预算', 4],
    ['单位资金', 2],
    ['公用经费', 4],
    ['资本性支出（基本建设）', 5],
    ['2026年预算数合', 5],
    // it would take a line more
    ['一二三四五六七', 3],
  ])('stays as it falls where that is none, or nothing is won: %s in %i', (text, room) => {
    expect(loneEnd(text, 200, room * 200)).toBe(0);
  });
});
