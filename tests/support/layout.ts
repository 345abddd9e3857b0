/**
 * Pages as LibreOffice lays them out: every line and word of the PDF with its box, in points from the upper left
 * corner.
 */
import { readFileSync } from 'node:fs';
import { inFolder, laidOut, pdfText } from './tools.js';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly text: string;
}

export interface Line extends Box {
  readonly words: readonly Box[];
}

export interface Page {
  readonly width: number;
  readonly height: number;
  /** What stands within the margins: no page numbers. */
  readonly lines: readonly Line[];
  /** What stands in the margins below and left: page numbers. */
  readonly margins: readonly Line[];
}

/** The text areas of page.ts: 156 × 225 mm upright, 257 × 156 mm turned. */
const AREA = {
  upright: { left: 79.4, right: 521.6, top: 104.9, bottom: 742.7 },
  turned: { left: 56.7, right: 785.2, top: 79.4, bottom: 521.6 },
};

export const areaOf = ({ width, height }: Pick<Page, 'width' | 'height'>) =>
  AREA[width < height ? 'upright' : 'turned'];

export interface Layout {
  readonly pdf: Uint8Array;
  readonly pages: readonly Page[];
}

export function layoutOf(docx: Uint8Array): Layout {
  return inFolder((folder) => {
    const pdf = laidOut(docx, 'docx', folder);
    return { pdf: readFileSync(pdf), pages: pagesOf(pdfText(pdf, true)) };
  });
}

function pagesOf(xml: string): Page[] {
  return xml
    .split('<page ')
    .slice(1)
    .map((page) => {
      const [width = 0, height = 0] = numbers(page, 'width', 'height');
      const area = areaOf({ width, height });
      const lines = [...page.matchAll(/<line ([^>]*)>(.*?)<\/line>/gs)].map(([, box = '', words = '']) =>
        lineOf(box, words),
      );
      const isInside = (line: Line) => line.top < area.bottom && line.right > area.left;
      const margins = lines.filter((line) => !isInside(line));
      return { width, height, lines: lines.filter(isInside), margins };
    });
}

function lineOf(box: string, content: string): Line {
  const words = [...content.matchAll(/<word ([^>]*)>(.*?)<\/word>/gs)].map(([, own = '', text = '']) =>
    boxOf(own, unescaped(text)),
  );
  return { ...boxOf(box, words.map(({ text }) => text).join('')), words };
}

function boxOf(attributes: string, text: string): Box {
  const [left = 0, top = 0, right = 0, bottom = 0] = numbers(attributes, 'xMin', 'yMin', 'xMax', 'yMax');
  return { left, top, right, bottom, text };
}

const numbers = (source: string, ...names: string[]): number[] =>
  names.map((name) => Number(new RegExp(`${name}="([^"]*)"`).exec(source)?.[1]));

const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
