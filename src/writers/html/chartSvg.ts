/**
 * 图说预算 as one drawing (SVG) that other pages and programs can show: names and figures are text in it, and each sentence
 * stands below.
 */
import { plainText } from '../../document/parseInline.js';
import type { Bar, Picture } from '../../document/pictures.js';
import { cleanText, emWidth, escapeXml } from '../../document/text.js';

/** In units of the drawing, a pixel where it is shown at its own size. */
const WIDTH = 800;
const MARGIN = 24;
const SIZE = 15;
const LINE = 22;
const LABEL = 250;
const AMOUNT = 150;
const BAR = 14;
/** Figures of the sans-serif fonts are wider than those that `emWidth` knows. */
const SANS = 0.94;

const fills = ['#3a5f8f', '#a9bdd6'];

/** What has been drawn, and how far down. */
interface Drawn {
  readonly svg: string;
  readonly height: number;
}

/** `title` stands above all. The same pictures give the same text. */
export function writeChartSvg(title: string, pictures: readonly Picture[]): string {
  let y = MARGIN + 24;
  let svg = text(WIDTH / 2, y, cleanText(title), ' text-anchor="middle" font-size="22"');
  y += LINE;
  svg += text(WIDTH - MARGIN, y, '单位：万元', ' text-anchor="end"');
  for (const picture of pictures) {
    const drawn = pictureSvg(picture, y);
    svg += drawn.svg;
    y += drawn.height;
  }
  const height = y + MARGIN;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" ` +
    `xml:lang="zh-CN" font-family="'Noto Sans CJK SC','Microsoft YaHei','SimHei',sans-serif" font-size="${SIZE}">` +
    `<title>${escapeXml(cleanText(title))}</title><rect width="${WIDTH}" height="${height}" fill="#fff"/>${svg}</svg>\n`
  );
}

const text = (x: number, y: number, words: string, attributes = ''): string =>
  `<text x="${x}" y="${y}"${attributes}>${escapeXml(words)}</text>`;

function pictureSvg({ title, series, bars, sentence }: Picture, top: number): Drawn {
  let y = top + LINE * 1.5;
  let svg = text(MARGIN, y, cleanText(title), ' font-weight="bold" font-size="17"');
  y += LINE * 0.5;
  for (const bar of bars) {
    const drawn = barSvg(bar, series, y);
    svg += drawn.svg;
    y += drawn.height;
  }
  for (const line of linesOf(cleanText(plainText(sentence)), ((WIDTH - 2 * MARGIN) / SIZE) * SANS)) {
    y += LINE;
    svg += text(MARGIN, y, line, ' fill="#333"');
  }
  return { svg, height: y - top };
}

function barSvg({ label, values }: Bar, series: readonly string[], top: number): Drawn {
  const names = linesOf(cleanText(label), (LABEL / SIZE) * SANS);
  const left = MARGIN + LABEL + 10;
  const room = WIDTH - MARGIN - AMOUNT - left;
  const drawn = values.map(({ text: amount, length }, index) => {
    const width = Math.round(length * room * 100) / 100;
    const y = top + index * LINE;
    const said = series[index] === undefined ? amount : `${amount}（${series[index]}）`;
    const bar = `<rect x="${left}" y="${y + (LINE - BAR) / 2}" width="${width}" height="${BAR}" fill="${fills[index] ?? fills[1]}"/>`;
    return bar + text(left + Math.max(width, 1) + 6, y + LINE * 0.72, said);
  });
  const named = names.map((name, index) => text(MARGIN, top + index * LINE + LINE * 0.72, name));
  return { svg: named.join('') + drawn.join(''), height: Math.max(names.length, values.length) * LINE + 4 };
}

/** A text in lines of at most `em`; a figure is not broken, and no line begins with a mark that closes. */
function linesOf(words: string, em: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of words.match(/[\d,.%]+|[\s\S]/gu) ?? []) {
    if (emWidth(line + piece) > em && line !== '' && !/^[，。；：、）”]/.test(piece)) {
      lines.push(line);
      line = '';
    }
    line += piece;
  }
  return line === '' ? lines : [...lines, line];
}
