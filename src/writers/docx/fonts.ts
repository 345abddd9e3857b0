/**
 * The fonts of GB/T 9704-2012. 仿宋_GB2312, 楷体_GB2312 and 方正小标宋简体 are not on a plain Windows (FACT fonts-1); the font
 * table names for each what a program should take in its place (仿宋 is known as FangSong too, 楷体 as KaiTi), and by its
 * classification the kind of font it is, so that the document does not fall back to an arbitrary one.
 */

export const LATIN = 'Times New Roman';
export const FANGSONG = '仿宋_GB2312';
export const KAITI = '楷体_GB2312';
export const HEITI = '黑体';
export const SONGTI = '宋体';
export const TITLE_SONG = '方正小标宋简体';

interface Font {
  readonly name: string;
  readonly alternative?: string;
  /** PANOSE-1: by this Word looks for a font of the same kind when it has neither. */
  readonly panose: string;
  /** Windows character set: 86 is GB2312, 00 Latin. */
  readonly charset: '86' | '00';
  readonly family: 'roman' | 'modern' | 'auto';
  /**
   * How the PostScript names begin of this font and of those that are set as wide: its alternative, for Times New Roman
   * the free fonts made to its measures (FACT fonts-2).
   */
  readonly postScript: readonly string[];
}

const FONTS: readonly Font[] = [
  {
    ...{ name: LATIN, panose: '02020603050405020304', charset: '00', family: 'roman' },
    postScript: ['TimesNewRoman', 'LiberationSerif', 'Tinos'],
  },
  {
    ...{ name: SONGTI, alternative: 'SimSun', panose: '02010600030101010101', charset: '86', family: 'auto' },
    postScript: ['SimSun', 'NSimSun'],
  },
  {
    ...{ name: HEITI, alternative: 'SimHei', panose: '02010609060101010101', charset: '86', family: 'modern' },
    postScript: ['SimHei'],
  },
  {
    ...{ name: FANGSONG, alternative: '仿宋', panose: '02010609060101010101', charset: '86', family: 'modern' },
    postScript: ['FangSong'],
  },
  {
    ...{ name: KAITI, alternative: '楷体', panose: '02010609060101010101', charset: '86', family: 'modern' },
    postScript: ['KaiTi'],
  },
  {
    ...{ name: TITLE_SONG, alternative: '华文中宋', panose: '02010600040101010101', charset: '86', family: 'auto' },
    postScript: ['FZXBS', 'FZXiaoBiaoSong', 'STZhongsong'],
  },
];

/**
 * Those fonts of the form in whose place a PDF of the document has others, by the PostScript names of its fonts; none
 * where these are unknown. Every document has text in all of the fonts.
 */
export function fontsReplaced(postScriptNames: readonly string[]): string[] {
  if (postScriptNames.length === 0) return [];
  const has = (start: string) => postScriptNames.some((name) => name.startsWith(start));
  return FONTS.filter(({ postScript }) => !postScript.some(has)).map(({ name }) => name);
}

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** word/fontTable.xml */
export function fontTableXml(): string {
  const fonts = FONTS.map(
    ({ name, alternative, panose, charset, family }) =>
      `<w:font w:name="${name}">${alternative ? `<w:altName w:val="${alternative}"/>` : ''}` +
      `<w:panose1 w:val="${panose}"/><w:charset w:val="${charset}"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${NAMESPACE}">${fonts.join('')}</w:fonts>`;
}

/** The library's theme names Calibri and 等线, which WPS reports as missing: put ours in their place. */
export function patchThemeFonts(theme: string): string {
  return theme
    .replace(/<a:latin typeface="[^"]*"[^>]*\/>/g, `<a:latin typeface="${LATIN}"/>`)
    .replace(/<a:ea typeface="[^"]*"[^>]*\/>/g, `<a:ea typeface="${SONGTI}"/>`)
    .replace(/<a:font script="Hans" typeface="[^"]*"\/>/g, `<a:font script="Hans" typeface="${SONGTI}"/>`);
}
