/**
 * Where a title of two lines is broken: by sense (GB/T 9704-2012: 词意完整，排列对称), not where the line happens to be full. Done by indents
 * from both sides, not by a line break, so that the contents and the navigation pane still see one line.
 */

import { emWidth } from './text.js';

/** After these a name can be broken: 2026年｜乌鲁木齐市｜某某局｜（…）｜部门预算公开. */
const ENDS = '　年省州市区县旗局厅委会院校所处办部）';
/** What Word and LibreOffice put between Chinese and Latin or digits, em. */
const AUTO_SPACE = 0.25;
/** Room beyond the first line, em: less than the next character. */
const SLACK = 0.5;

/** Indent from each side in DXA that makes a title of `size` (DXA for one em) break by sense in `width`; 0 where it does not matter. */
export function titleIndent(text: string, size: number, width: number): number {
  const room = width / size;
  const whole = titleWidth(text);
  if (whole <= room || whole > 2 * room) return 0;
  const characters = [...text];
  let best = 0;
  for (let at = 1; at < characters.length; at++) {
    if (!ENDS.includes(characters[at - 1] ?? '') && characters[at] !== '（') continue;
    const [first, second] = [characters.slice(0, at).join(''), characters.slice(at).join('')].map(titleWidth);
    if (first === undefined || second === undefined) continue;
    // the second line must be no longer than the first, or the indents would break it again
    const fits = first + SLACK <= room && second <= first;
    if (fits && (best === 0 || first < best)) best = first;
  }
  return best === 0 ? 0 : Math.max(0, Math.floor(((room - best - SLACK) * size) / 2));
}

function titleWidth(text: string): number {
  const borders = text.match(/[\u4e00-\u9fff](?=\w)|\w(?=[\u4e00-\u9fff])/g)?.length ?? 0;
  return emWidth(text.trim()) + borders * AUTO_SPACE;
}
