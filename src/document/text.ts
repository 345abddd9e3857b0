/**
 * What may stand in a `w:t`, and how wide it is on paper. Office text comes from cells that people pasted into: control
 * characters, halves of surrogate pairs, bidi overrides. U+FFFE and U+FFFF pass through the docx library and make Word
 * refuse the file.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: old line ends, vertical tab and form feed
const LINE_ENDS = /\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: whatever the three above may take
export const SUSPECT = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]/;

/**
 * The lines of a text, each fit for XML 1.0: characters that XML or Word refuse are dropped, a tab becomes one space.
 * Markup characters are left as they are; whoever serialises escapes them.
 */
export function cleanLines(text: string): string[] {
  if (!SUSPECT.test(text)) return [text];
  return text.split(LINE_ENDS).map(cleanLine);
}

/** One line of clean text: line ends become spaces. For contents entries and properties. */
export function cleanText(text: string): string {
  return cleanLines(text).join(' ');
}

function cleanLine(line: string): string {
  return line.replace(/\t/g, ' ').replace(FORBIDDEN, '').replace(LONE_SURROGATE, '');
}

/** Escapes text for the parts of the package that we write as XML ourselves (element content and attributes). */
export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Advance widths of Times New Roman in em where they differ from a half. */
const NARROW_QUARTER = ",.;: '|";
const NARROW_THIRD = '-()[]/!ijltfrI';
const COMPARING = '<=>+~';
const WIDE = '%&mw';
const WIDEST = '@WM';

/** By character code below 0x80. */
const LATIN_WIDTHS = Float64Array.from({ length: 0x80 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (NARROW_QUARTER.includes(char)) return 0.25;
  if (NARROW_THIRD.includes(char)) return 0.34;
  if (COMPARING.includes(char)) return 0.57;
  if (WIDE.includes(char)) return 0.83;
  if (WIDEST.includes(char)) return 0.95;
  return char >= 'A' && char <= 'Z' ? 0.72 : 0.5;
});

const charEm = (code: number): number => (code < 0x80 ? (LATIN_WIDTHS[code] ?? 0) : 1);

/** Width of a text in em, Chinese set full width and Latin in Times New Roman. A measure for layout, not a promise. */
export function emWidth(text: string): number {
  let em = 0;
  for (let at = 0; at < text.length; at += 1) {
    em += charEm(text.charCodeAt(at));
    if (isPair(text, at)) at += 1;
  }
  return em;
}

const isPair = (text: string, at: number): boolean =>
  (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;

/** Signs that no program parts from the number beside them: ≥95.5, 12％, 20℃. */
const SIGNS = new Set([...'±×≈≠≤≥≦≧％‰￥¥°℃'].map((sign) => sign.charCodeAt(0)));

/**
 * Width in em of the widest piece that cannot be broken over lines: a number with its signs, a code, a Latin word, one
 * Chinese character.
 */
export function unbreakableEm(text: string): number {
  let widest = 0;
  let word = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const em = charEm(code);
    word = isInWord(code) ? word + em : 0;
    widest = Math.max(widest, word, em);
  }
  return widest;
}

const isInWord = (code: number): boolean => (code < 0x7f ? code > 0x20 : SIGNS.has(code));
