/** Text that must not be published is found in every spelling, and never repeated in a message. */
import { describe, expect, test } from '@jest/globals';
import { blotted, hasValidCheckDigit, sensitiveKinds } from '../../src/checks/privacy.js';
import { contradicts, isEmptyReason } from '../../src/checks/wording.js';
import { sampleBook } from '../support/book.js';
import { examined, namesIn, sampleBytes } from '../support/samples.js';

const id = '11010519491231002X';
const mobile = '13900000000';
const kinds = (text: string) => [...sensitiveKinds(text)];

describe('personal numbers', () => {
  test.each([id, id.toLowerCase(), '１１０１０５１９４９１２３１００２Ｘ', `号${id}。`, '110105 19491231 002X'])(
    'ID number: %s',
    (text) => {
      expect(kinds(text)).toEqual(['P01']);
    },
  );

  test.each(['110105194912310021', `8${id}`, '110105194913310020', '2024年乌财企〔2025〕121号'])(
    'no ID number: %s',
    (text) => {
      expect(kinds(text)).toEqual([]);
    },
  );

  test('the check digit is that of GB 11643', () => {
    expect(hasValidCheckDigit(id)).toBe(true);
    expect(hasValidCheckDigit('11010519491231003X')).toBe(false);
  });

  test.each([mobile, '139-0000-0000', '139 0000 0000', `电话：${mobile}（办公室）`])('mobile number: %s', (text) => {
    expect(kinds(text)).toEqual(['P02']);
  });

  test.each(['13900000000元', '1390000000', '139000000000', '金额13,900,000,000', '0991-0000000'])(
    'no mobile number: %s',
    (text) => {
      expect(kinds(text)).toEqual([]);
    },
  );
});

describe('markings', () => {
  test.each(['秘密★10年', '机密 ☆', '绝密', '（机密）', '密级：秘密', '某某专项（绝密级）'])('%s', (text) => {
    expect(kinds(text)).toEqual(['P03']);
  });

  test.each(['保守国家秘密', '涉密项目3个', '不得泄露商业秘密', '负责机关保密工作'])('none: %s', (text) => {
    expect(kinds(text)).toEqual([]);
  });
});

describe('no message repeats what must not be published', () => {
  test('neither its own nor that of another finding about the cell', () => {
    const book = sampleBook('2026-unit')
      .set('项目支出', 2, { 项目名称: `某某 ${mobile} 工作经费` })
      .set('其他说明', 1, { 内容: `联系 ${id}` })
      .set('主要职能', 1, { 内容: '秘密★10年 某某专项' });
    const { findings } = book.examine();
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['R01', 'P01', 'P03']));
    const told = JSON.stringify(findings);
    for (const secret of [mobile, id, '某某专项', '★10年']) expect(told).not.toContain(secret);
  });

  test('other numbers are left as they are', () => {
    for (const text of ['2150502', '1,603,400.00元', '〔2025〕121号', 'a-b 1 2']) expect(blotted(text)).toBe(text);
  });

  test('what a withheld project holds is not even looked at', () => {
    const book = sampleBook('2026-unit').set('项目信息', 4, { 是否公开: '不予公开', 设立的政策依据: `机密★ ${id}` });
    expect(book.examine().findings.filter(({ code }) => code.startsWith('P'))).toEqual([]);
  });
});

describe('reasons', () => {
  test.each(['增加', '预算增加。', '无', '同上', '略有增长', '正常增加', '—', '工作需要', '本年经费减少'])(
    'say nothing: %s',
    (text) => {
      expect(isEmptyReason(text, true)).toBe(true);
    },
  );

  test.each(['在职人员增加', '缴费基数提高', '已完成的项目不再安排', '本年未安排公务接待', '残疾人就业保障金增加'])(
    'say something: %s',
    (text) => {
      expect(isEmptyReason(text, true)).toBe(false);
    },
  );

  test('持平 is reason enough where nothing changed', () => {
    expect([isEmptyReason('与上年持平', false), isEmptyReason('与上年持平', true)]).toEqual([false, true]);
  });

  test('contradict only when they speak of the other direction alone', () => {
    expect(contradicts('在职人员增加', -1)).toBe(true);
    expect(contradicts('压减一般性支出', 1)).toBe(true);
    expect(contradicts('人员减少，但工资标准提高', 1)).toBe(false);
    expect(contradicts('没有新增项目', -1)).toBe(false);
    expect(contradicts('在职人员增加', 0)).toBe(false);
  });
});

test.each(namesIn('samples', '.xlsx'))('%s gets none of these warnings', (name) => {
  const codes = examined(name, sampleBytes(name)).findings.map(({ code }) => code);
  expect(codes.filter((code) => /^(P\d\d|N1[456]|T1[678])$/.test(code))).toEqual([]);
});
