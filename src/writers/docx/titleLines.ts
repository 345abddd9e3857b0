/**
 * Where a title of two lines is broken: by sense (GB/T 9704-2012: 词意完整，排列对称), not where the line happens to be full.
 * Done by indents from both sides, not by a line break, so that the contents and the navigation pane still see one
 * line.
 */

import { emWidth } from '../../document/text.js';

/** After these a name can be broken: 2026年｜乌鲁木齐市｜某某局｜（…）｜部门预算公开. */
const ENDS = '　年省州市区县旗局厅委会院校所处办部）';
/** What Word and LibreOffice put between Chinese and Latin or digits, em. */
const AUTO_SPACE = 0.25;
/**
 * What a title's longer line may stand out beyond the text rather than be broken within a word, both sides together,
 * em.
 */
const OVERHANG = 0.9;
/** Room beyond the first line, em: less than the next character. */
const SLACK = 0.5;

/**
 * Indent from each side in DXA (a little below 0 at most) that makes a title of `size` (DXA for one em) break by sense
 * in `width`; 0: none.
 */
export function titleIndent(text: string, size: number, width: number): number {
  const room = width / size;
  // the second line must be no longer than the first, or the indents would break it again
  const even = (first: number, second: number) => second <= first;
  const lines = bestLines(text, room, room, even) ?? bestLines(text, room, room + OVERHANG, even);
  return lines ? Math.floor(((room - lines.first - SLACK) * size) / 2) : 0;
}

/**
 * Where a title that stands in no contents takes a line break, as its second line is the longer one; undefined where
 * indents do.
 */
export function titleBreak(text: string, size: number, width: number): number | undefined {
  if (titleIndent(text, size, width) !== 0) return undefined;
  return nameBreak(text, size, width);
}

/** Where a name that does not fit on one line is broken by sense, whichever line is the longer. */
export function nameBreak(text: string, size: number, width: number): number | undefined {
  return bestLines(text, width / size, width / size, () => true)?.at;
}

interface Lines {
  /** Offset of the second line. */
  readonly at: number;
  /** Widths in em. */
  readonly first: number;
  readonly second: number;
}

/**
 * The most even two lines that the ends of words allow, none wider than `longest`; undefined when the title needs one
 * line, or more than two.
 */
function bestLines(
  text: string,
  room: number,
  longest: number,
  allowed: (first: number, second: number) => boolean,
): Lines | undefined {
  const whole = titleWidth(text);
  if (whole <= room || whole > 2 * room) return undefined;
  let best: Lines | undefined;
  for (let at = 1; at < text.length; at++) {
    if (!ENDS.includes(text[at - 1] ?? '') && text[at] !== '（') continue;
    const [first, second] = [titleWidth(text.slice(0, at)), titleWidth(text.slice(at))];
    if (Math.max(first, second) + SLACK > longest || !allowed(first, second)) continue;
    if (best === undefined || Math.max(first, second) < Math.max(best.first, best.second)) best = { at, first, second };
  }
  return best;
}

/** Width of a line of text in em, with what programs put between Chinese and Latin. */
export function titleWidth(text: string): number {
  const borders = text.match(/[\u4e00-\u9fff](?=\w)|\w(?=[\u4e00-\u9fff])/g)?.length ?? 0;
  return emWidth(text.trim()) + borders * AUTO_SPACE;
}

/** Chinese characters and nothing else: these break anywhere. */
const PLAIN = /^[\u4e00-\u9fff]+$/;

/**
 * By how much the lines of a text in a cell are to be shorter so that its last one is not a single character: 对企业｜补助,
 * not 对企业补｜助. DXA, as `room` and `size` (one em); 0 where the last line is longer, or the text would take a line more.
 */
export function loneEnd(text: string, size: number, room: number): number {
  const most = Math.floor(room / size);
  const count = text.length;
  if (most < 3 || count <= most || count % most !== 1 || !PLAIN.test(text)) return 0;
  if (Math.ceil(count / (most - 1)) > Math.ceil(count / most)) return 0;
  return Math.floor(room - (most - 1 + SLACK) * size);
}
