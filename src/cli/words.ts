/**
 * What yargs says to an officer, by its own English keys. All of it, so that nothing depends on yargs' files of words
 * being found, and none of their half-English sentences is shown. Its types know no plural forms (FACT yargs-1).
 */
const plural = (text: string) => ({ one: text, other: text });

export const words = {
  'Commands:': '命令：',
  'Options:': '选项：',
  'Examples:': '示例：',
  'Positionals:': '位置：',
  boolean: '布尔',
  count: '计数',
  string: '字符串',
  number: '数字',
  array: '数组',
  required: '必需',
  default: '默认值',
  'default:': '默认值：',
  'choices:': '可选值：',
  command: '命令',
  'Show help': '显示帮助信息',
  'Show version number': '显示版本号',
  'Not enough non-option arguments: got %s, need at least %s': plural('缺少文件名（写了 %s 个，至少要 %s 个）。'),
  'Too many non-option arguments: got %s, maximum of %s': plural('多写了文件名（写了 %s 个，最多 %s 个）。'),
  'Not enough arguments following: %s': '选项“%s”后面没有写值。',
  'Missing argument value: %s': plural('选项“%s”后面没有写值。'),
  'Missing required argument: %s': plural('缺少选项：--%s。'),
  'Unknown argument: %s': plural('不认识“%s”：多写了文件名，或选项写错。'),
  'Unknown arguments: %s': plural('不认识“%s”：多写了文件名，或选项写错。'),
  'Unknown command: %s': plural('没有命令“%s”。'),
  'Unknown commands: %s': plural('没有命令“%s”。'),
  'Did you mean %s?': '是不是 %s？',
  'Invalid values:': '值不在可选范围内：',
  'Argument: %s, Given: %s, Choices: %s': '--%s 写的是 %s，可选 %s',
  'Arguments %s and %s are mutually exclusive': '--%s 和 --%s 不能同时用。',
} as unknown as Record<string, string>;
