/** Width of a text in half-width columns, as a terminal and a spreadsheet count it: a Chinese character takes two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += (char.codePointAt(0) ?? 0) > 0xff ? 2 : 1;
  return width;
}
