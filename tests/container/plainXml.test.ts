/**
 * The short way through plain XML must see exactly what saxes sees, and nothing at all where saxes would see a mistake:
 * a workbook must not read differently because its XML happens to look simple.
 */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strToU8, unzipSync } from 'fflate';
import { parsePlain } from '../../src/container/plainXml.js';
import type { Sink } from '../../src/container/readZip.js';
import { parseXml, type XmlHandler } from '../../src/container/xml.js';
import { sampleBytes } from '../support/samples.js';

type Event = readonly [string, ...unknown[]];

/** What a handler is told inside the root, runs of text put together: how a text is cut is nobody's business. */
function recorder() {
  const events: Event[] = [];
  let text = '';
  let inside = false;
  const flush = () => {
    if (text !== '') events.push(['text', text]);
    text = '';
  };
  const handler: XmlHandler = {
    open: (name, attributes, depth) => {
      flush();
      inside = true;
      events.push(['open', name, { ...attributes }, depth]);
    },
    text: (more) => {
      if (inside) text += more;
    },
    close: (name, depth) => {
      flush();
      inside = depth > 0;
      events.push(['close', name, depth]);
    },
  };
  return { events, handler };
}

function plainly(root: string, xml: Uint8Array): readonly Event[] | 'not plain' {
  const { events, handler } = recorder();
  return parsePlain(root, xml, handler) ? 'not plain' : events;
}

/** As a part is read: the short way as far as it goes, saxes from there. */
function together(root: string, xml: Uint8Array): readonly Event[] | 'refused' {
  const { events, handler } = recorder();
  const rest = parsePlain(root, xml, handler);
  const feed = (sink: Sink) => {
    for (const [at, piece] of rest?.bytes.entries() ?? []) sink(piece, at === 1);
  };
  try {
    if (rest) parseXml('part', root, feed, handler, rest);
    return events;
  } catch {
    return 'refused';
  }
}

function bySaxes(root: string, xml: Uint8Array): readonly Event[] | 'refused' {
  const { events, handler } = recorder();
  try {
    parseXml('part', root, (sink) => sink(xml, true), handler);
    return events;
  } catch {
    return 'refused';
  }
}

test.each(['2024-department', '2026-unit'])('%s: every part is plain and reads as saxes reads it', (name) => {
  for (const [path, xml] of Object.entries(unzipSync(sampleBytes(name)))) {
    const root = /<(?:\w+:)?(\w+)[\s>]/.exec(Buffer.from(xml).toString())?.[1] ?? '';
    const seen = JSON.stringify(plainly(root, xml));
    expect([path, seen === JSON.stringify(bySaxes(root, xml))]).toEqual([path, true]);
  }
});

const plain: readonly [string, string][] = [
  ['one element', '<a/>'],
  ['a declaration', '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<a><b/></a>'],
  ['prefixes', '<x:a xmlns:x="u"><x:b x:c="1"/></x:a>'],
  ['entities', '<a b="&quot;&amp;&#10;">&lt;&gt;&apos;&#38;#60;</a>'],
  ['entities that look like others once read', '<a b="&amp;quot;&amp;amp;lt;">&amp;#65;&amp;apos;</a>'],
  ['white space between', '<a>\n  <b />\n\t<c d="e"\n f="g" />\n</a>\n'],
  ['a greater-than sign in a value', '<a b="x>y"><c/></a>'],
  ['line ends of Windows', '<a>x\r\ny\rz</a>'],
];

test.each(plain)('%s is read the short way', (_, text) => {
  const seen = plainly('a', strToU8(text));
  expect(seen).not.toBe('not plain');
  expect(seen).toEqual(bySaxes('a', strToU8(text)));
});

const left: readonly [string, string][] = [
  ['a comment', '<a><!-- b --></a>'],
  ['CDATA', '<a><![CDATA[b]]></a>'],
  ['a DOCTYPE', '<!DOCTYPE a><a/>'],
  ['an instruction', '<a><?b c?></a>'],
  ['another root', '<b/>'],
  ['a declaration in capitals', '<?XML version="1.0"?><a/>'],
  ['a declaration with VERSION', '<?xml VERSION="1.0"?><a/>'],
  ['a declaration with YES', '<?xml version="1.0" standalone="YES"?><a/>'],
  ['a no-break space behind the declaration', '<?xml version="1.0"?>\u00a0<a/>'],
  ['a root element that does not come to an end', `<a b="${'c'.repeat(70_000)}"/>`],
  ['another encoding', '<?xml version="1.0" encoding="GBK"?><a/>'],
  ['a name outside ASCII', '<a><汉/></a>'],
  ['single quotes', "<a b='c'/>"],
  ['an attribute twice', '<a b="1" b="2"/>'],
  [
    'an attribute twice among elements whose attributes change places',
    '<a><b c="1" d="2"/><b d="1" c="2"/><b c="1" d="2" c="3"/></a>',
  ],
  ['an attribute that objects have', '<a toString="1"/>'],
  ['__proto__', '<a __proto__="1"/>'],
  ['attributes without space between', '<a b="1"c="2"/>'],
  ['a tag in a value', '<a b="<c"/>'],
  ['a line end in a value', '<a b="c\nd"/>'],
  ['an unknown entity', '<a>&nbsp;</a>'],
  ['a bare ampersand', '<a>b & c</a>'],
  ['a forbidden character by number', '<a>&#1;</a>'],
  ['a control character', '<a>\u0001</a>'],
  ['the end of CDATA in text', '<a>]]></a>'],
  ['tags crossed', '<a><b></a></b>'],
  ['an end tag of a longer name', '<a><b></bc></a>'],
  ['an element not closed', '<a><b></a>'],
  ['the end missing', '<a><b'],
  ['two roots', '<a/><a/>'],
  ['text behind the root', '<a/>b'],
  ['text before the root', 'b<a/>'],
  ['nothing', ''],
];

test.each(left)('%s is left to saxes', (_, text) => {
  expect(plainly('a', strToU8(text))).toBe('not plain');
  expect(together('a', strToU8(text))).toEqual(bySaxes('a', strToU8(text)));
});

test('a part of many pieces: plain to its end, or saxes goes on in the midst of it', () => {
  const rows = Array.from({ length: 9_000 }, (_, n) => `<b x="${n}">汉&amp;\r\n${'汉字'.repeat(40)}<c/></b>`);
  const part = (middle: string) =>
    strToU8(`<a>${rows.slice(0, 5_000).join('')}${middle}${rows.slice(5_000).join('')}</a>`);
  for (const [middle, read] of [
    ['', plainly],
    ['<d><!-- e --></d>', together],
    ['<d>&#65;<![CDATA[f]]><b/></d>', together],
    ['<d', together],
  ] as const) {
    const xml = part(middle);
    expect([middle, JSON.stringify(read('a', xml)) === JSON.stringify(bySaxes('a', xml))]).toEqual([middle, true]);
  }
});

test('broken UTF-8 is left to saxes', () => {
  expect(plainly('a', Uint8Array.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e]))).toBe('not plain');
});

const pieces = [
  ...[
    '<a>',
    '</a>',
    '<b>',
    '</b>',
    '<c/>',
    '<b x="1">',
    '<b x="1" y="&lt;">',
    '<b\tz="2" >',
    '<c x = "1"/>',
    "<c x='1'/>",
  ],
  ...[
    'text',
    ' ',
    '\n',
    '&amp;',
    '&#65;',
    '&#x41;',
    '&',
    ';',
    '>',
    '"',
    "'",
    '=',
    '/',
    '<',
    ']]',
    '汉',
    '𠮷',
    '\u0085',
    '\r\n',
    '\t',
  ],
  ...[
    '<!-- -->',
    '<?p?>',
    '<x:b x:y="1">',
    '</x:b>',
    '</b >',
    '<b x="1" x="2">',
    '<b y="1" x="2">',
    '<c y="" x="" z=""/>',
    '<c x="" y="" x=""/>',
    '&amp;lt;',
    '&quot;',
  ],
];

test('whatever is put together: the same as saxes, which takes over anywhere', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), fc.boolean(), (parts, wrapped) => {
      const xml = strToU8(wrapped ? `<a>${parts.join('')}</a>` : parts.join(''));
      const seen = together('a', xml);
      if (seen !== 'refused') read += 1;
      expect(JSON.stringify(seen)).toBe(JSON.stringify(bySaxes('a', xml)));
    }),
    { numRuns: 10_000, seed: 2026 },
  );
  expect(read).toBeGreaterThan(500);
});

test('a single character changed in a real part: the same as saxes, which takes over anywhere', () => {
  const sheet = Object.entries(unzipSync(sampleBytes('2026-unit'))).find(([path]) => path.endsWith('sheet6.xml'))?.[1];
  const text = Buffer.from(sheet ?? []).toString();
  const characters = ['<', '>', '"', '&', '/', '=', ' ', '\n', 'r', '1', ';', ''];
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom(...characters), (at, character) => {
      const xml = strToU8(text.slice(0, at) + character + text.slice(at + 1));
      expect(JSON.stringify(together('worksheet', xml))).toBe(JSON.stringify(bySaxes('worksheet', xml)));
    }),
    { numRuns: 300, seed: 2026 },
  );
});
