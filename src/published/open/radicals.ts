/**
 * Radicals in place of the characters that they look like: a PDF whose maker went from glyphs back to characters often
 * names them (⻬ for 齐, ⼯ for 工), nobody writes them, and they go along when its text is copied into another file.
 */

/** Of U+2E80 to U+2EF3 what Unicode's EquivalentUnifiedIdeograph has; an ideographic space where nothing is in use. */
const SUPPLEMENT =
  '　厂乛乚乙亻冂　刀刂卜㔾小小兀尣尢　巳幺彑　忄心扌攵　旡日月歺母民氵氺灬爫爫丬牛犭王　目示礻　糹纟罓罒㓁冗　羊　　耂' +
  '肀聿肉　艹艹艹虎衤覀西见角　讠贝　车辶辶辶邑钅長镸长门　阝雨青韦页风飞食　飠饣　马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟';
const FIRST = 0x2e80;

/** Those of the second block whose plain form (NFKC) is one that is not written in the mainland. */
const MAINLAND: Readonly<Record<string, string>> = { '\u2f3e': '户', '\u2fad': '青', '\u2fc8': '黄' };

/** The text with characters in place of radicals. */
export const withoutRadicals = (text: string): string =>
  text.replace(/[\u2e80-\u2ef3\u2f00-\u2fd5]/g, (radical) => {
    const other = SUPPLEMENT.charAt(radical.charCodeAt(0) - FIRST).trim();
    return other === '' ? (MAINLAND[radical] ?? radical.normalize('NFKC')) : other;
  });
