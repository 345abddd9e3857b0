/** The entities that XML knows without a DOCTYPE, by name (XML 1.0, 4.6). */
const xmlEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Text with its entities read; undefined when there is an ampersand that begins none, or one for a character that XML
 * does not allow.
 */
export function decoded(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let whole = true;
  const read = text.replace(/&(?:(\w{1,6})|#(\d{1,7})|#x([\dA-Fa-f]{1,6}));|&/g, (_, name, decimal, hexadecimal) => {
    const character = name ? xmlEntities[name] : characterOf(Number(decimal ?? `0x${hexadecimal}`));
    whole &&= character !== undefined;
    return character ?? '';
  });
  return whole ? read : undefined;
}

/** XML 1.0, 2.2: `Char`. */
function characterOf(code: number): string | undefined {
  const allowed =
    (code >= 0x20 && code <= 0xd7ff) || [0x09, 0x0a, 0x0d].includes(code) || (code >= 0xe000 && code <= 0x10ffff);
  return allowed && code !== 0xfffe && code !== 0xffff ? String.fromCodePoint(code) : undefined;
}
