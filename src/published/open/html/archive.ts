/**
 * A page in one file with all that belongs to it (.mht, .mhtml), as Word, Excel and browsers save it: the HTML in its
 * parts (RFC 2557, 2045).
 */
import { bytesOfBase64 } from '../../../platform/base64.js';

/** More parts, or headers longer than this, are no page's. */
const MOST_PARTS = 2_000;
const LONGEST_HEADERS = 20_000;
const DEEPEST = 3;

interface Part {
  readonly type: string;
  readonly encoding: string;
  /** As bytes, one a character. */
  readonly body: string;
}

/**
 * Whether a file begins with the headers of a letter that say so; `start` is its beginning, one character a byte.
 */
export const isArchive = (start: string): boolean =>
  /^\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*mime-version:/i.test(start);

/**
 * The pages of an archive as they were before they were packed: the first one, or where that only divides a window into
 * frames, all the others.
 */
export function pagesOfArchive(bytes: Uint8Array): Uint8Array[] {
  const whole = partOf(new TextDecoder('latin1').decode(bytes));
  const parts = partsOf(whole);
  const pages = parts.filter(({ type }) => /^(?:text\/html|application\/xhtml\+xml)/i.test(type)).map(decoded);
  const [first, ...others] = pages;
  const isFrames = first && /<frameset\b/i.test(new TextDecoder('latin1').decode(first));
  return isFrames && others.length > 0 ? others : first ? [first] : [];
}

/** Headers up to the first blank line; what is folded belongs to the line before. */
function partOf(text: string): Part {
  const end = /\r?\n[ \t]*\r?\n/.exec(text.slice(0, LONGEST_HEADERS));
  const head = (end ? text.slice(0, end.index) : '').replace(/\r?\n[ \t]+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  return {
    type: header('Content-Type'),
    encoding: header('Content-Transfer-Encoding').toLowerCase(),
    body: end ? text.slice(end.index + end[0].length) : '',
  };
}

/** The parts of a part, a few levels deep, as of a page beside a plain text; what has none is one itself. */
function partsOf(part: Part, depth = 0): Part[] {
  if (depth > DEEPEST) return [];
  const boundary = /^multipart\/.*\bboundary="?([^";]+)"?/i.exec(part.type)?.[1]?.trim();
  if (boundary === undefined) return [part];
  return part.body
    .split(`--${boundary}`, MOST_PARTS)
    .slice(1)
    .filter((text) => !text.startsWith('--'))
    .flatMap((text) => partsOf(partOf(text.replace(/^[ \t]*\r?\n/, '')), depth + 1));
}

function decoded({ encoding, body }: Part): Uint8Array {
  if (encoding === 'base64') return bytesOfBase64(body.replace(/[^A-Za-z0-9+/]+/g, ''));
  const plain =
    encoding === 'quoted-printable'
      ? body
          .replace(/=[ \t]*\r?\n/g, '')
          .replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      : body;
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}
