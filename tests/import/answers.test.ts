/** The file of answers as it comes back from an office: each entry is taken or told. */
import { expect, test } from '@jest/globals';
import { answersIn } from '../../src/import/tables/index.js';

const name = '对应.json';
const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => answersIn({ name, bytes: utf8(text) });
const sentence = (text: string) => {
  const found = read(text);
  return found.ok ? '' : found.sentence;
};

test('what we write and what an officer may write in it', () => {
  const text =
    '{"说明": ["…"], "年度": 2026, "名称": " 某局 ", "表": {"甲": "不用", "乙": ""}, "列": {"甲": {"子": "结转"}}}';
  const answers = { 年度: '2026', 名称: '某局', 表: { 甲: '不用' }, 列: { 甲: { 子: '结转' } } };
  expect(read(text)).toEqual({ ok: true, answers });
  expect(read(`\uFEFF${text}`)).toEqual({ ok: true, answers });
});

test('saved in the encodings of Chinese systems and of notepads', () => {
  // {"名称":"中"} in GBK and in UTF-16
  const gbk = [0x7b, 0x22, 0xc3, 0xfb, 0xb3, 0xc6, 0x22, 0x3a, 0x22, 0xd6, 0xd0, 0x22, 0x7d];
  const utf16 = [...'\uFEFF{"名称":"中"}'].flatMap((one) => [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8]);
  for (const bytes of [gbk, utf16])
    expect(answersIn({ name, bytes: Uint8Array.from(bytes) })).toEqual({ ok: true, answers: { 名称: '中' } });
});

test.each([
  ['{"表格": {}}', /“表格”不是对应文件里的一项，可以写的有“年度”/],
  ['{"年度": "二六年"}', /“年度”写的“二六年”不能用/],
  ['{"公开类型": "局"}', /“公开类型”写的“局”不能用，只能写“部门”、“单位”/],
  ['{"金额单位": {"支出表": "亿元"}}', /“金额单位”里的“支出表”写的“亿元”不能用，只能写“万元”、“元”/],
  ['{"金额单位": "万元"}', /“金额单位”右边应是花括号/],
  ['{"表": {"支出表": 3}}', /“表”里的“支出表”右边应写用引号括住的文字，现在是数字 3/],
  ['{"列": {"支出表": "结转"}}', /“列”里的“支出表”右边应是花括号/],
  ['{"列": {"甲": {"子": ["结转"]}}}', /“列”里的“甲”里的“子”右边应写用引号括住的文字/],
  ['{"列": {"甲": {"子": "结转", "子": "事业收入"}}}', /“子”写了两次/],
  ['{\n"名称": "某局"\n"年度": "2026"}', /第 3 行附近写法不对/],
  ['{\n“名称”: "某局"}', /第 2 行附近写法不对/],
  ['[]', /不是导入时写下的对应文件/],
  ['不是', /不是导入时写下的对应文件/],
  ['', /不是导入时写下的对应文件/],
])('%j is told', (text, told) => expect(sentence(text)).toMatch(told));

test('all that has to be mended at once', () => {
  expect(sentence('{"表格": {}, "公开类型": "局"}')).toMatch(/有 2 处要改/);
});
