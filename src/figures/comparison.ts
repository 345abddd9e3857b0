/** This year against last year, as the explanations tell it (FORM money-3 to money-5). */
import type { Cell } from '../workbook/layout/types.js';
import { type AmountFigure, change, type Figure, isIncrease, rate, share } from './figure.js';
import { clause, isReason } from './view/clause.js';

export interface Comparison {
  readonly now: AmountFigure;
  readonly last: AmountFigure;
  /** Of the whole it belongs to. */
  readonly share: Figure;
  readonly change: Figure;
  readonly rate: Figure;
  /** 增加 / 增长 when true, 减少 / 下降 when false. */
  readonly increased: boolean;
  /** Neither year has money. */
  readonly bothZero: boolean;
  readonly hasReason: boolean;
  /** As typed, '' when there is none. */
  readonly reason: string;
}

/**
 * `whole` is what the share is of; all amounts in 元, exact. Share, change and rate are of printed amounts, in % and
 * 万元.
 */
export function compareYears(
  now: AmountFigure,
  last: AmountFigure,
  whole: AmountFigure,
  reason: Cell<string> | undefined,
): Comparison {
  const words = clause(reason);
  const bothZero = now.isZero && last.isZero;
  const changed = change(`${now.id}/增减额`, now, last);
  return {
    now,
    last,
    share: share(`${now.id}/占比`, now, whole),
    change: changed,
    rate: rate(`${now.id}/增减率`, changed, last, last.isZero && !now.isZero),
    increased: isIncrease(now, last),
    bothZero,
    hasReason: isReason(words, bothZero),
    reason: words,
  };
}
