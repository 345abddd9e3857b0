/** How a part of the reader says that it cannot go on; `readWorkbook` turns it into findings. */
import type { Code } from '../diagnostics/catalogue/index.js';
import type { CellRef } from '../vocabulary/cells.js';

export interface Problem {
  readonly code: Code;
  /** For the `{name}`s of the catalogue's text; `{file}` is added by `readWorkbook`. */
  readonly values?: Readonly<Record<string, string>>;
  readonly at?: CellRef;
}

/** Never leaves this folder. */
export class ReadProblem extends Error {
  readonly problems: readonly Problem[];

  constructor(...problems: readonly Problem[]) {
    super(problems.map((problem) => problem.code).join(' '));
    this.problems = problems;
  }
}

/** Throws ReadProblem; `values` fill the `{name}`s of the finding's message. */
export const fail = (code: Code, values: Readonly<Record<string, string>> = {}): never => {
  throw new ReadProblem({ code, values });
};
