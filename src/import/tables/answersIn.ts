/**
 * The file of answers as an office gives it back: saved by any editor, edited by hand. Everything in it is taken or
 * told, all of it at once.
 */
import { bomOf, strictly } from '../../published/open/html/decode.js';
import { type Answers, coverKinds, isRecord } from './answers.js';
import { tableUnits } from './unit.js';

export type AnswersRead =
  | { readonly ok: true; readonly answers: Answers }
  /** In whole sentences, a line each. */
  | { readonly ok: false; readonly sentence: string };

type Entries = Readonly<Record<string, unknown>>;

/** UTF-8 or UTF-16 with its mark, else the encoding of Chinese systems; undefined when it is neither. */
function textOf(bytes: Uint8Array): string | undefined {
  for (const encoding of [bomOf(bytes), 'utf-8', 'gb18030']) {
    const text = encoding && strictly(bytes, encoding);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Names that stand twice within one pair of braces: of those a program keeps only the last. `text`: JSON. */
function namedTwice(text: string): string[] {
  const twice: string[] = [];
  const open: (Set<string> | undefined)[] = [];
  for (const [token, isName] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (isName !== undefined) {
      const name = JSON.parse(token.slice(0, -isName.length)) as string;
      const names = open.at(-1);
      if (names?.has(name)) twice.push(name);
      names?.add(name);
    }
  }
  return twice;
}

/** The line of a syntax error, as far as the machine tells. */
function lineOf(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const [, line] = /line (\d+)/.exec(message) ?? [];
  const [, position] = /position (\d+)/.exec(message) ?? [];
  if (line !== undefined) return `第 ${line} 行附近`;
  return position === undefined ? '有一处' : `第 ${text.slice(0, Number(position)).split('\n').length} 行附近`;
}

/** What we write for the reader's sake. */
const decoration: readonly string[] = ['说明', '可选的写法'];
const single = ['年度', '公开类型', '名称'] as const;
const byTable = ['表', '金额单位'] as const;
const byWords = ['列', '行'] as const;
const known: readonly string[] = [...single, ...byTable, ...byWords];

const kindOf = (value: unknown): string => {
  if (Array.isArray(value)) return '方括号里的几项';
  if (isRecord(value)) return '花括号里的几项';
  return typeof value === 'number' ? `数字 ${value}` : '不是文字的内容';
};

class Entry {
  readonly faults: string[] = [];

  /** The text of an entry; '' where it is blank. A year may be written as a number. */
  text(value: unknown, where: string): string {
    if (typeof value === 'string') return value.trim();
    if (where === '“年度”' && typeof value === 'number') return String(value);
    this.faults.push(`${where}右边应写用引号括住的文字，现在是${kindOf(value)}`);
    return '';
  }

  /** Blank ones are left out. */
  texts(value: unknown, where: string): Readonly<Record<string, string>> {
    if (!isRecord(value)) {
      this.faults.push(
        `${where}右边应是花括号，里面一行写一处，现在是${typeof value === 'string' ? '文字' : kindOf(value)}`,
      );
      return {};
    }
    const texts = Object.entries(value).map(([key, text]) => [key, this.text(text, `${where}里的“${key}”`)] as const);
    return Object.fromEntries(texts.filter(([, text]) => text !== ''));
  }

  oneOf(text: string | undefined, choices: readonly string[], where: string): void {
    if (text !== undefined && text !== '' && !choices.includes(text))
      this.faults.push(`${where}写的“${text}”不能用，只能写${choices.map((one) => `“${one}”`).join('、')}`);
  }
}

function answersOf(file: Entries): { readonly answers: Answers; readonly faults: readonly string[] } {
  const entry = new Entry();
  const answers: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(file)) {
    const where = `“${key}”`;
    if (decoration.includes(key)) continue;
    if ((single as readonly string[]).includes(key)) answers[key] = entry.text(value, where);
    else if ((byTable as readonly string[]).includes(key)) answers[key] = entry.texts(value, where);
    else if ((byWords as readonly string[]).includes(key)) {
      const tables = isRecord(value) ? Object.entries(value) : [];
      if (!isRecord(value)) entry.texts(value, where);
      answers[key] = Object.fromEntries(
        tables.map(([table, own]) => [table, entry.texts(own, `${where}里的“${table}”`)]),
      );
    } else entry.faults.push(`${where}不是对应文件里的一项，可以写的有${known.map((one) => `“${one}”`).join('、')}`);
  }
  const { 年度, 公开类型, 金额单位 } = answers as Answers;
  if (年度 && !/^20\d\d$/.test(年度)) entry.faults.push(`“年度”写的“${年度}”不能用，请写四位数字，如“2026”`);
  entry.oneOf(公开类型, coverKinds, '“公开类型”');
  for (const [table, unit] of Object.entries(金额单位 ?? {})) entry.oneOf(unit, tableUnits, `“金额单位”里的“${table}”`);
  const filled = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''));
  return { answers: filled as Answers, faults: entry.faults };
}

const anew = '请另选文件；或不带它重新导入，照新写下的对应文件改。';

/** `name`: of the file, as the office calls it. Never throws. */
export function answersIn({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): AnswersRead {
  const none = `“${name}”不是导入时写下的对应文件`;
  const text = textOf(bytes)?.replace(/^\uFEFF/, '');
  if (text === undefined || text.includes('\0')) return { ok: false, sentence: `${none}，${anew}` };
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    if (!/^\s*\{/.test(text)) return { ok: false, sentence: `${none}，${anew}` };
    const rule = '每处应是 "左边": "右边"，用英文的引号和冒号，除最后一处外行末加英文逗号';
    return { ok: false, sentence: `“${name}”${lineOf(text, error)}写法不对，读不出来：${rule}。` };
  }
  if (!isRecord(file)) return { ok: false, sentence: `${none}，${anew}` };
  const { answers, faults } = answersOf(file);
  const twice = [...new Set(namedTwice(text))].map((one) => `“${one}”写了两次，不知道照哪一处`);
  const all = [...faults, ...twice];
  if (all.length > 0) return { ok: false, sentence: `“${name}”有 ${all.length} 处要改：\n${all.join('；\n')}。` };
  return { ok: true, answers };
}
