/** Which fonts of the form a laid-out PDF lacks. */
import { describe, expect, test } from '@jest/globals';
import { fontsReplaced } from '../../../src/writers/docx/fonts.js';
import { fontsOfPdf } from '../../../src/writers/pdf/fonts.js';

const all = ['TimesNewRomanPSMT', 'SimSun', 'SimHei', 'FangSong_GB2312', 'KaiTi_GB2312', 'FZXBSJW--GB1-0'];

describe('fonts of a PDF', () => {
  test('are named once and without the mark of a subset', () => {
    const pdf = '/FontName/BAAAAA+SimSun\n/Flags 6 /FontName/CAAAAA+SimSun\n/FontName/FZXBSJW--GB1-0 /Flags';
    expect(fontsOfPdf(Buffer.from(pdf))).toEqual(['SimSun', 'FZXBSJW--GB1-0']);
  });

  test('are all the form names: nothing was replaced', () => {
    expect(fontsReplaced(all)).toEqual([]);
  });

  test('of the same widths are as good', () => {
    expect(
      fontsReplaced(['LiberationSerif-Bold', 'NSimSun', ...all.slice(2, 3), 'FangSong', 'KaiTi', 'STZhongsong']),
    ).toEqual([]);
  });

  test.each([
    [all.slice(1), ['Times New Roman']],
    [all.slice(0, 3), ['仿宋_GB2312', '楷体_GB2312', '方正小标宋简体']],
    [['NotoSerifCJKsc-Regular'], ['Times New Roman', '宋体', '黑体', '仿宋_GB2312', '楷体_GB2312', '方正小标宋简体']],
  ])('others stand in: %j', (found, replaced) => {
    expect(fontsReplaced(found)).toEqual(replaced);
  });

  test('of a file whose fonts cannot be read nothing is said', () => {
    expect(fontsReplaced(fontsOfPdf(Buffer.from('%PDF-1.7 <compressed>')))).toEqual([]);
  });
});
