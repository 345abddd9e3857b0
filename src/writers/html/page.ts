/** The frame of every page that is written: one file that asks nothing of any other place. */
import { styleSheet } from './style.js';

/** `title` and `body` are HTML. */
export const pageHtml = (title: string, body: string): string =>
  '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n' +
  '<meta name="viewport" content="width=device-width, initial-scale=1">\n' +
  '<meta name="color-scheme" content="light dark">\n' +
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n` +
  `<title>${title}</title>\n<style>${styleSheet}</style>\n</head>\n<body>\n${body}</body>\n</html>\n`;
