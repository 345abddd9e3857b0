/** Numbers that are not written as the form writes them, whatever they come to. */
import { helperDefinitions } from '../document/helpers.js';
import { grouped } from '../model/grouped.js';
import { inThrees } from '../vocabulary/money.js';
import type { AuditFigure, ReadDocument } from './audit.js';
import type { AuditFault } from './finding.js';
import { compact } from './misnamed.js';
import { unitsOf } from './numbers.js';

/** Between commas stand three digits each; a comma that a program has lost leaves six. */
export const isParted = (text: string): boolean =>
  text.trim() === '' || /^[-+]?\d+(?:,(?:\d{3})+)*(?:\.|%|$)/.test(compact(text));

/** What is wrong with a number; undefined where the form writes it so. Zero is written in many ways. */
export function miswriting({ text, hole }: AuditFigure): string | undefined {
  const number = compact(text);
  const units = unitsOf(number);
  const { prints } = helperDefinitions[hole] ?? {};
  if (!prints || units === 0n) return undefined;
  if (number.startsWith('+')) return '前面多了加号';
  if (!isParted(text)) return '的千分位逗号点错了位置';
  const whole = inThrees(number.replace(/,/g, ''));
  const isPrinted = (text: string) => new RegExp(`^(?:${prints.source})$`).test(text);
  if (isPrinted(whole)) return undefined;
  if (isPrinted(`${whole}%`)) return '缺少百分号';
  return isPrinted(whole.replace(/%$/, '')) ? '多了百分号' : '的小数位数与表样不同';
}

/** What is written with numbers, or for them. */
const ofNumbers = /[零〇一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟元圆角分整约近余多]/g;

/**
 * Not all digits, and not a text that a shifted cell has brought there: `1O0.00`, `12.5.0`, `约5.00万元`, `壹佰`, `#REF!`.
 */
export const damagedFaults = ({ match }: ReadDocument): AuditFault[] =>
  match.doubtful.flatMap(({ hole, text, at }): AuditFault[] => {
    const isOther = hole === 'text' || unitsOf(text) !== undefined || /[一-龥]/.test(text.replace(ofNumbers, ''));
    return isOther ? [] : [{ kind: 'written', message: `“${text}”不是一个数`, at }];
  });

/** Told once for a table or paragraph, and nothing of a figure that is told of already. */
export function writtenFaults({ figures, told }: ReadDocument): AuditFault[] {
  const wrong = figures.flatMap((figure) => {
    const what = told.has(figure.at) ? undefined : miswriting(figure);
    return what === undefined ? [] : [{ ...figure, what }];
  });
  const places = grouped(wrong, ({ at, what }) => `${at.block} ${what}`);
  return [...places.values()].flatMap(([first, ...more]): AuditFault[] => {
    if (!first) return [];
    const others = more.length > 0 ? `（同一处另有 ${more.length} 个）` : '';
    return [{ kind: 'written', message: `“${first.text}”${first.what}${others}`, at: first.at }];
  });
}
