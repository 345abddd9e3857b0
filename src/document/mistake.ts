/** Mistakes in an edition folder: told in Chinese, with file and line, to whoever keeps the form. */

export interface TemplatePlace {
  /** From the edition folder's name on, e.g. `2026/tables/02-income.hbs`. */
  readonly file: string;
  /** Absent when the mistake is of the whole file. */
  readonly line?: number;
}

const placeInWords = ({ file, line }: TemplatePlace) => (line === undefined ? file : `${file} 第 ${line} 行`);

/** What the three kinds (EditionError, TemplateError, MarkupError) have in common. */
export class FormMistake extends Error {
  constructor(
    readonly problem: string,
    readonly place?: TemplatePlace,
  ) {
    super(place ? `${placeInWords(place)}：${problem}` : problem);
  }
}

/**
 * What templates print is only parsed when it is whole, far from the file that printed it: each tag takes its place
 * along in this attribute (`withPlaces`).
 */
export const placeAttribute = 'at';

/** Undefined for what no template wrote (the root). */
export function placeOf({
  attributes,
}: {
  readonly attributes: Readonly<Record<string, string>>;
}): TemplatePlace | undefined {
  const [, file, line] = /^(.*):(\d+)$/s.exec(attributes[placeAttribute] ?? '') ?? [];
  return file === undefined ? undefined : { file, line: Number(line) };
}
