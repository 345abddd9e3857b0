/** Mistakes in an edition folder: told in Chinese, with file and line, to whoever keeps the form. */

export interface Place {
  /** From the edition folder's name on, e.g. `2026/tables/02-income.hbs`. */
  readonly file: string;
  /** Absent when the mistake is of the whole file. */
  readonly line?: number;
}

const told = ({ file, line }: Place) => (line === undefined ? file : `${file} 第 ${line} 行`);

/** What the three kinds (EditionError, TemplateError, MarkupError) have in common. */
export class FormMistake extends Error {
  constructor(
    readonly problem: string,
    readonly place?: Place,
  ) {
    super(place ? `${told(place)}：${problem}` : problem);
  }
}
