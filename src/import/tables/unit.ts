/** The unit of a table's amounts, and the amounts in it. */
import { fenOf, fenTyped } from '../amounts.js';
import type { Piece } from './pieces.js';

export const tableUnits = ['万元', '元'] as const;
export type TableUnit = (typeof tableUnits)[number];

/** Whether a cell holds a number as amounts and codes are written. */
export const isNumber = (text: string): boolean => /^-?[\d,，]+(\.\d+)?$/.test(text.trim());

/** 单位：元, but not 编制单位：元…; a head may say 预算数（元）. */
const captionUnit = /(?<![\p{L}])(?:金额)?单位[：:](?:人民币)?(百元|千元|万元|亿元|元)(?![\p{L}])/u;
const headUnit = /[（(](?:金额)?(?:单位[：:])?(百元|千元|万元|亿元|元)[)）]$/;
const loneUnit = /^[（(]?(万元|元)[)）]?$/;

/** Whether a text is the line that names the unit of a table's amounts. */
export const saysUnit = (text: string): boolean => captionUnit.test(text) || loneUnit.test(text);

/** Every unit that a table names, each once. */
export function unitsNamed({ above, heads, sheet }: Piece): string[] {
  const captions = above.flatMap((text) => {
    const plain = text.replaceAll(/\s/g, '');
    return captionUnit.exec(plain)?.[1] ?? loneUnit.exec(plain)?.[1] ?? headUnit.exec(plain)?.[1] ?? [];
  });
  const texts = [...heads.flat(), sheet];
  const named = texts.flatMap((text) => headUnit.exec(text.replaceAll(/\s/g, ''))?.[1] ?? []);
  return [...new Set([...captions, ...named])];
}

export interface ReadAmount {
  /** As a form in 万元 prints it. */
  readonly text: string;
  /** Exact, in 分. */
  readonly fen: bigint;
}

/** Nothing stands there: blank, or a dash as spreadsheets show zero. */
export const isNothing = (text: string): boolean => /^[-－—–]*$/.test(text.trim());

/** Undefined for what is no amount. Nothing is nothing. */
export function amountIn(text: string, unit: TableUnit): ReadAmount | undefined {
  if (isNothing(text)) return { text: '', fen: 0n };
  const fen = unit === '元' ? fenTyped(text) : fenOf(text, '');
  if (fen === undefined) return undefined;
  return unit === '元' && fen === 0n ? { text: '', fen } : { text: shown(fen), fen };
}

/** 万元 with two decimals, half up. */
function shown(fen: bigint): string {
  const hundredths = (fen + 5000n) / 10_000n;
  const whole = String(hundredths / 100n).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${whole}.${String(hundredths % 100n).padStart(2, '0')}`;
}
