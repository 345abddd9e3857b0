/**
 * What may stand in a `w:t`, and how wide it is on paper. Office text comes from cells that people pasted into: control characters,
 * halves of surrogate pairs, bidi overrides. U+FFFE and U+FFFF pass through the docx library and make Word refuse the file.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: old line ends, vertical tab and form feed
const LINE_ENDS = /\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * The lines of a text, each fit for XML 1.0: characters that XML or Word refuse are dropped, a tab becomes one space.
 * Markup characters are left as they are; whoever serialises escapes them.
 */
export function cleanLines(text: string): string[] {
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
const WIDE = '%@WMmw';

/** Width of a text in em, Chinese set full width and Latin in Times New Roman. A measure for layout, not a promise. */
export function emWidth(text: string): number {
  let em = 0;
  for (const char of text) {
    if ((char.codePointAt(0) ?? 0) >= 0x80) em += 1;
    else if (NARROW_QUARTER.includes(char)) em += 0.25;
    else if (NARROW_THIRD.includes(char)) em += 0.34;
    else if (WIDE.includes(char)) em += 0.83;
    else if (char >= 'A' && char <= 'Z') em += 0.7;
    else em += 0.5;
  }
  return em;
}

/** Width in em of the widest piece that cannot be broken over lines: a number, a code, a Latin word, one Chinese character. */
export function unbreakableEm(text: string): number {
  const pieces = text.match(/[\u0021-\u007e]+|./gu) ?? [];
  return pieces.reduce((widest, piece) => Math.max(widest, emWidth(piece)), 0);
}
