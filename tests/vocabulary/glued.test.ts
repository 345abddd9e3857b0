/** Figures that run into what stands beside them, told from figures that do not. */
import { expect, test } from '@jest/globals';
import { gluedIn, runsIntoBefore, runsIntoNext } from '../../src/vocabulary/glued.js';

const found = (text: string) => gluedIn(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['特定目标0710193B1,355.00万元，主要用于某用途', ['0710193B1,355.00']],
  ['特定目标371000499.14万元', ['371000499.14']],
  ['某项目Ａ3.00万元', ['Ａ3.00']],
  ['某项目202512,355.00 万元', ['202512,355.00']],
  ['某项目0125.00万元', ['0125.00']],
  ['2.2022年项目结转3.00万元', ['2.2022']],
  ['2.12345热线', ['2.12345']],
  ['3.5G基站', ['3.5G']],
])('%s', (text, glued) => expect(found(text)).toEqual(glued));

test.each([
  '收支总预算4,360.97万元，占51.36%',
  '财政拨款33898.98万元',
  '50万元以上大型设备2台，100万元以上0台',
  '1.一般公共服务支出（类）1,355.00万元',
  '2、2022年项目结转499.14万元',
  '3.15专项行动经费3.00万元',
  '1．2025年项目',
  '比上年减少-3.00万元',
  '2026年收入预算12，345.60万元',
  '项目（编码371000）499.14万元',
])('nothing in %s', (text) => expect(found(text)).toEqual([]));

test('letters and digits of half and full width stick, nothing else does', () => {
  for (const name of ['某局2', '某局２', '某中心A', '某中心ｂ']) expect(runsIntoNext(name)).toBe(true);
  for (const name of ['第10中学', '某局（2）', '二〇一', '']) expect(runsIntoNext(name)).toBe(false);
  expect([runsIntoBefore('5G专项'), runsIntoBefore('“5G”专项'), runsIntoBefore('教育支出')]).toEqual([
    true,
    false,
    false,
  ]);
});
