/**
 * What an officer says of tables that the form does not know: read from a file that the first run has written, in
 * words of the form.
 */

export const unusedAnswer = '不用';
/** What may be answered to 公开类型. */
export const coverKinds = ['部门', '单位'] as const;

export interface Answers {
  readonly 年度?: string;
  readonly 公开类型?: string;
  readonly 名称?: string;
  /** By a table's label. */
  readonly 表?: Readonly<Record<string, string>>;
  readonly 金额单位?: Readonly<Record<string, string>>;
  /** By a table's label, then by its own words. */
  readonly 列?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly 行?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export type QuestionKind = '年度' | '公开类型' | '名称' | '表' | '金额单位' | '列' | '行';

/** What has to be known before a workbook is made; `key`: the words that the file has. */
export interface Question {
  readonly kind: QuestionKind;
  /** The table's label; '' for what concerns all. */
  readonly table: string;
  /** Of a column or row, the table's own words. */
  readonly key: string;
  /** The form's words that are most like it; '' when nothing is. */
  readonly nearest: string;
  /** All that may be answered; none: any text. */
  readonly choices: readonly string[];
}

/** What stands in braces in a file of answers. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const intro = [
  '把每个冒号右边改成表样中的写法，改完保存，再用 --map 带上这个文件重新导入。',
  '右边已写的是最接近的写法，请核对；空着的必须填写；用不到的表、列、行写“不用”。',
  '可选的写法列在最后。',
];

/** Where the answer to a question stands in the file. */
function pathOf({ kind, table, key }: Question): readonly string[] {
  if (kind === '列' || kind === '行') return [kind, table, key];
  return kind === '表' || kind === '金额单位' ? [kind, table] : [kind];
}

function put(of: unknown, [first = '', ...rest]: readonly string[], text: string | undefined): Record<string, unknown> {
  const known = isRecord(of) ? of : {};
  return { ...known, [first]: rest.length === 0 ? text : put(known[first], rest, text) };
}

/** Answers with one more; '' takes it back. */
export const withAnswer = (answers: Answers, question: Question, text: string): Answers =>
  put(answers, pathOf(question), text === '' ? undefined : text);

/** The file for an officer: what was answered before, and what is asked, with the nearest answer already in place. */
export function answersFile(answers: Answers, questions: readonly Question[]): string {
  const choices: Record<string, readonly string[]> = {};
  for (const { kind, table, choices: own } of questions)
    if (own.length > 0) choices[kind === '列' || kind === '行' ? `${kind}：${table}` : kind] = own;
  const file = questions.reduce<unknown>((all, one) => put(all, pathOf(one), one.nearest), answers);
  return `${JSON.stringify({ 说明: intro, ...(file as object), 可选的写法: choices }, null, 2)}\n`;
}

const said: Readonly<Record<QuestionKind, (question: Question) => string>> = {
  年度: () => '没有读到预算年度',
  公开类型: () => '没有读到是部门还是单位',
  名称: () => '没有读到部门（单位）名称',
  表: ({ table }) => `“${table}”不知道是表样的哪张表`,
  金额单位: ({ table }) => `“${table}”没有注明金额是元还是万元`,
  列: ({ table, key }) => `“${table}”的列“${key}”表样里没有`,
  行: ({ table, key }) => `“${table}”的行“${key}”表样里没有`,
};

/** A question in one line, with the nearest answer. */
export const questionText = (question: Question): string =>
  `${said[question.kind](question)}${question.nearest === '' ? '' : `，最接近的是“${question.nearest}”`}`;
