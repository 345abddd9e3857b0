/** How a reader says that it cannot go on, in words about documents instead of workbooks. */

import { limits } from '../../container/limits.js';
import { fail, ReadProblem } from '../../container/problem.js';
import type { Code } from '../../diagnostics/catalogue/index.js';
import { type Finding, finding } from '../../diagnostics/finding.js';

type Values = Readonly<Record<string, string>>;

/** Throws ReadProblem. */
export const refuse = (code: Code, values: Values = {}): never => fail(code, values);

const irregular = (reason: string): readonly [Code, Values] => ['F44', { reason }];

/** What the container and its XML refuse, by the workbook's codes. */
const forDocuments: Readonly<Partial<Record<Code, readonly [Code, Values]>>> = {
  F04: ['F36', {}],
  F12: ['F39', {}],
  F13: ['F40', {}],
  F15: ['F41', { what: '内容' }],
  F16: ['F41', { what: '内部的部件' }],
  F17: irregular('有两个同名的部件'),
  F18: irregular('有不合规范的部件名称'),
  F19: irregular('含有 DOCTYPE 声明'),
  F20: irregular('有不是 UTF-8 编码的部件'),
  F21: ['F40', {}],
  F22: ['F40', {}],
  F34: ['F40', {}],
};

/**
 * The findings for whatever a reader has thrown. An error that is none of ours means a file that no one foresaw: it
 * counts as damaged.
 */
export function findingsOf(error: unknown, file: string): readonly Finding[] {
  const problems = error instanceof ReadProblem ? error.problems : [{ code: 'F40' as Code }];
  const [first] = problems;
  const [code, more] = forDocuments[first?.code ?? 'F40'] ?? [first?.code ?? 'F40', {}];
  const limit = String(limits.fileBytes / 1024 / 1024);
  return [finding(code, { values: { limit, ...first?.values, ...more, file } })];
}
