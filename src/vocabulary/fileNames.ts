/** Names of files made of names of offices. */

/** File systems take 255 bytes, a Chinese character has three, and endings are added. */
const longestName = 70;

/** A name that is safe as a file name on Windows too. */
export function safeFileName(name: string): string {
  const short = [...name].slice(0, longestName).join('');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const safe = short.replace(/[\\/:*?"<>|\u0000-\u001F\u2028]/g, '_').replace(/[. ]+$/, '');
  return safe === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(safe) ? `_${safe}` : safe;
}
