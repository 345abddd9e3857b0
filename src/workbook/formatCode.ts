/** A number format code → its sections and their parts (ECMA-376 part 1, 18.8.31). Data in, data out: no number yet. */

/**
 * - `literal`: stands as it is, `text` may be a blank
 * - `digit`: one of `0`, `#`, `?`
 * - `slash`: of a fraction; `text` is the denominator where the code fixes it, or ''
 * - `whole`: `General` or `@`, the value as it was typed
 */
export interface FormatPart {
  readonly is: 'literal' | 'digit' | 'point' | 'comma' | 'percent' | 'exponent' | 'slash' | 'whole';
  readonly text: string;
}

export interface FormatCondition {
  readonly operator: string;
  readonly limit: number;
}

export interface FormatSection {
  readonly condition?: FormatCondition;
  readonly parts: readonly FormatPart[];
  /** It has an `@`: of texts, where it is the last of several. */
  readonly hasText: boolean;
}

const token =
  /"(?<quoted>[^"]*)"|\\(?<escaped>[\s\S])|_(?<gap>[\s\S])|\*(?<fill>[\s\S])|\[(?<bracket>[^\]]*)\]|(?<end>;)|(?<whole>General|G\/通用格式|@)|(?<exponent>E[+-])|(?<digit>[0#?])|(?<point>\.)|(?<comma>,)|(?<percent>%)|\/(?<slash>[1-9]\d*|)|(?<literal>[-+$():^'{}<>=~& ]|[^\p{ASCII}])/iuy;

const colour = /^(black|blue|cyan|green|magenta|red|white|yellow|color ?\d{1,2})$/i;
const condition = /^(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)$/;
/** A currency sign and a language; languages beyond 16 bits ask for digits of another script. */
const language = /^\$([^-]*)(?:-[0-9A-F]{1,4})?$/i;

/**
 * The sections of a code, one to four. Undefined for what is not understood for certain: dates, digits of other scripts
 * (`[DBNum1]`), letters that stand for nothing, a sign that fills the cell.
 */
export function formatSections(code: string): readonly FormatSection[] | undefined {
  const sections: { condition?: FormatCondition; parts: FormatPart[]; hasText: boolean }[] = [];
  let section: (typeof sections)[number] = { parts: [], hasText: false };
  sections.push(section);
  for (let at = 0; at < code.length; at = token.lastIndex) {
    token.lastIndex = at;
    const found = token.exec(code)?.groups;
    if (!found) return undefined;
    if (found.end !== undefined) {
      section = { parts: [], hasText: false };
      sections.push(section);
    } else if (found.bracket !== undefined) {
      const meaning = bracketMeaning(found.bracket);
      if (meaning === undefined) return undefined;
      if (typeof meaning === 'string') section.parts.push({ is: 'literal', text: meaning });
      else section.condition = meaning;
    } else {
      const part = partOf(found);
      if (part === undefined) return undefined;
      section.parts.push(part);
      section.hasText ||= found.whole === '@';
    }
  }
  return sections.length > 4 ? undefined : sections;
}

/** The code's section for texts by itself, undefined where it has none; whatever stands in the sections before it. */
export function textSection(code: string): string | undefined {
  const bare = code.replace(/"[^"]*"?|[\\_*][\s\S]|\[[^\]]*\]/g, (literal) => '\u0000'.repeat(literal.length));
  const sections = bare.split(';');
  const last = sections.at(-1) ?? '';
  return sections.length === 4 || last.includes('@') ? code.slice(code.length - last.length) : undefined;
}

function bracketMeaning(text: string): FormatCondition | string | undefined {
  if (colour.test(text)) return '';
  const compared = condition.exec(text);
  if (compared) return { operator: compared[1] ?? '', limit: Number(compared[2]) };
  return language.exec(text)?.[1];
}

function partOf(found: Readonly<Record<string, string | undefined>>): FormatPart | undefined {
  const literal = found.quoted ?? found.escaped ?? found.literal;
  if (literal !== undefined) return { is: 'literal', text: literal };
  if (found.gap !== undefined) return { is: 'literal', text: ' ' };
  // blanks that push the number to the right; any other sign fills as much as the column is wide
  if (found.fill !== undefined) return found.fill === ' ' ? { is: 'literal', text: '' } : undefined;
  for (const is of ['digit', 'point', 'comma', 'percent', 'exponent', 'slash', 'whole'] as const) {
    const text = found[is];
    if (text !== undefined) return { is, text };
  }
  return undefined;
}
