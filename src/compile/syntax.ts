/**
 * What is wrong with a template that Handlebars cannot parse; its own message is English and names the wrong line (FACT
 * handlebars-3).
 */
import { FormMistake } from '../document/mistake.js';

/** A mistake in a template, in Chinese, with file and line. */
export class TemplateError extends FormMistake {
  constructor(
    readonly file: string,
    readonly line: number,
    problem: string,
  ) {
    super(problem, { file, line });
  }
}

interface Opened {
  readonly name: string;
  readonly line: number;
}

const lineAt = (source: string, offset: number) => source.slice(0, offset).split('\n').length;

/** `message` is what Handlebars said. */
export function syntaxError(file: string, source: string, message: string): TemplateError {
  const block = unpairedBlock(source);
  if (block) return new TemplateError(file, block.line, block.problem);
  const line = Number(/line (\d+)/.exec(message)?.[1] ?? 1);
  return new TemplateError(file, line, '写法有误，多半是 {{ }} 没有配对，或名称里有不能用的字符。');
}

function unpairedBlock(source: string): { line: number; problem: string } | undefined {
  const open: Opened[] = [];
  // comments first, so that a block inside one does not count
  for (const match of source.matchAll(/\{\{!--[\s\S]*?--\}\}|\{\{!.*?\}\}|\{\{~?([#/])\s*([^\s}~]+)/g)) {
    const [, mark, name = ''] = match;
    const line = lineAt(source, match.index);
    if (mark === '#') open.push({ name, line });
    if (mark !== '/') continue;
    const last = open.pop();
    if (!last) return { line, problem: `{{/${name}}} 前面没有 {{#${name}}}。` };
    if (last.name !== name)
      return { line: last.line, problem: `{{#${last.name}}} 没有配对：第 ${line} 行结束的是 {{/${name}}}。` };
  }
  const last = open.at(-1);
  return last && { line: last.line, problem: `{{#${last.name}}} 没有结束，缺少 {{/${last.name}}}。` };
}
