/** The entities that XML knows without a DOCTYPE, by name (XML 1.0, 4.6). */
const xmlEntities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Text with its entities read; undefined when there is an ampersand that begins none, or one for a character that XML
 * does not allow.
 */
export function decoded(text: string): string | undefined {
  let read = '';
  let at = 0;
  for (let next = text.indexOf('&'); next >= 0; next = text.indexOf('&', at)) {
    const end = text.indexOf(';', next);
    const name = text.slice(next + 1, Math.min(end, next + LONGEST));
    const character = end < 0 ? undefined : (xmlEntities.get(name) ?? numbered(name));
    if (character === undefined) return undefined;
    read += text.slice(at, next) + character;
    at = end + 1;
  }
  return at === 0 ? text : read + text.slice(at);
}

/** More than `&#0065533;` is nothing that a program writes. */
const LONGEST = 10;

/** `#65`, `#x41` */
function numbered(name: string): string | undefined {
  const digits = /^#(?:(\d{1,7})|x([\dA-Fa-f]{1,6}))$/.exec(name);
  if (!digits) return undefined;
  const code = Number(digits[1] ?? `0x${digits[2]}`);
  const isAllowed =
    code >= 0x20 ? code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) : code === 9 || code === 10 || code === 13;
  return isAllowed && code !== 0xfffe && code !== 0xffff ? String.fromCodePoint(code) : undefined;
}
