/**
 * Where something is printed, as the help says it. The layout names tables and explanations by what they are about;
 * their numbers are those of an edition.
 */

/** By name, the template that prints the number. */
const templates = {
  表: {
    income: 'tables/02-income',
    expenditure: 'tables/03-expenditure',
    general: 'tables/05-general',
    basic: 'tables/06-general-basic',
    projects: 'tables/07-general-projects',
    fund: 'tables/08-fund',
    capital: 'tables/09-capital',
    threePublic: 'tables/10-three-public',
    commissioned: 'tables/commissioned',
    carryOver: 'tables/carry-over',
  },
  说明: {
    income: 'explanations/02-income',
    expenditure: 'explanations/03-expenditure',
    fiscal: 'explanations/04-fiscal-balance',
    generalChange: 'explanations/general-change',
    generalUse: 'explanations/general-use',
    basic: 'explanations/06-general-basic',
    projects: 'explanations/07-general-projects',
    threePublic: 'explanations/10-three-public',
    commissioned: 'explanations/commissioned',
    carryOver: 'explanations/carry-over',
    operating: 'explanations/operating',
    procurement: 'explanations/procurement',
    assets: 'explanations/assets',
    performance: 'explanations/performance',
    remarks: 'explanations/remarks',
  },
} as const satisfies Record<string, Record<string, string>>;

/** The numbers of an edition, by the name of the template that prints each: `12`, `十三`, `十三（二）`. */
export type PartNumbers = Readonly<Record<string, string>>;

/**
 * `{表 general fund}` and `{说明 general}` in a text with the edition's numbers: 表5、8 and 说明五（三）; what the edition does
 * not have is left out.
 */
export function withPartNumbers(text: string, numbers: PartNumbers): string {
  const filled = text.replace(/\{(表|说明) ([\w ]+)\}/g, (_, word: keyof typeof templates, names: string) => {
    const known = names.split(' ').flatMap((name) => numbers[templateOf(word, name)] ?? []);
    return known.length > 0 ? `${word}${known.join('、')}` : '';
  });
  return filled === text ? text : filled.replace(/([，、]){2,}/g, '$1').replace(/^[，、]|[，、]$/g, '');
}

function templateOf(word: keyof typeof templates, name: string): string {
  const template = (templates[word] as Readonly<Record<string, string>>)[name];
  if (template === undefined) throw new Error(`no ${word} “${name}”`);
  return template;
}

/** The text without them, for comparing what is said in the words of any edition. */
export const withoutPartNumbers = (text: string): string => text.replace(/\{(?:表|说明) [\w ]+\}/g, '');
