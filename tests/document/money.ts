/** Amounts for tests. */
import { type Money, parseMoney } from '../../src/vocabulary/money.js';

export function readMoney(yuan: string): Money {
  const amount = parseMoney(yuan, 'yuan', 'exact');
  if (!amount) throw new Error(`no amount: ${yuan}`);
  return amount;
}
