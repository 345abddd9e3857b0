/**
 * The numbers that Word prints before the paragraphs of a list, by the formats of ECMA-376 part 1, 17.18.59 that
 * Chinese offices use.
 */

const DIGITS = '〇一二三四五六七八九';
const CAPITALS = '零壹贰叁肆伍陆柒捌玖';

type Format = (value: number) => string;

const formats: Readonly<Record<string, Format>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) =>
    String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  chineseCounting: (value) => chinese(value, DIGITS, '十百千'),
  chineseCountingThousand: (value) => chinese(value, DIGITS, '十百千'),
  japaneseCounting: (value) => chinese(value, DIGITS, '十百千'),
  taiwaneseCounting: (value) => chinese(value, DIGITS, '十百千'),
  taiwaneseCountingThousand: (value) => chinese(value, DIGITS, '十百千'),
  ideographTraditional: (value) => '甲乙丙丁戊己庚辛壬癸'[value - 1] ?? String(value),
  ideographDigital: (value) => String(value).replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? ''),
  chineseLegalSimplified: (value) => chinese(value, CAPITALS, '拾佰仟'),
  ideographLegalTraditional: (value) => chinese(value, CAPITALS, '拾佰仟'),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: (value) => `${value}.`,
  decimalEnclosedParen: (value) => `(${value})`,
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  none: () => '',
};

/** A number in one of Word's formats; an unknown one is told in digits. */
export const inFormat = (value: number, format: string): string => (formats[format] ?? String)(value);

/** 十 and 一十二 for 12 are told apart: a list counts 十、十一. */
function chinese(value: number, digits: string, units: string): string {
  if (value <= 0 || value > 9999) return String(value);
  let text = '';
  let gap = false;
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) gap = text !== '';
    else {
      text +=
        (gap ? (digits === DIGITS ? '零' : (digits[0] ?? '')) : '') + (digits[digit] ?? '') + (units[power - 1] ?? '');
      gap = false;
    }
  }
  return text.replace(/^[一壹](?=[十拾])/, (one) => (one === '一' ? '' : one));
}

function circled(value: number): string {
  if (value >= 1 && value <= 20) return String.fromCharCode(0x2460 + value - 1);
  return value >= 21 && value <= 35 ? String.fromCharCode(0x3251 + value - 21) : String(value);
}

/** a … z, aa, bb … */
function letters(value: number): string {
  if (value < 1 || value > 780) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let [rest, text] = [value, ''];
  for (const [amount, letter] of ROMAN) {
    while (rest >= amount) {
      text += letter;
      rest -= amount;
    }
  }
  return text;
}
