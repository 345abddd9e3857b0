/**
 * The style of the page: the look of the Word document on a screen and on a phone, by day and by night, and its pages
 * when printed.
 */

const colours = `
:root { color-scheme: light dark; --ground: #f2f2f2; --paper: #fff; --ink: #000; --line: #000; --link: #003a8c; --bar: #3a5f8f; --last: #a9bdd6;
  --soft: #eef2f8; }
@media (prefers-color-scheme: dark) { :root { --ground: #111; --paper: #1c1c1e; --ink: #e8e8e8; --line: #777; --link: #9cc3ff; --bar: #7ba4d9;
  --last: #47607f; --soft: #26303d; } }
`;

const text = `
* { box-sizing: border-box; }
html { font-size: 106.25%; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.75 "Times New Roman", "仿宋_GB2312", "仿宋", FangSong, "Noto Serif CJK SC", "Songti SC", serif; }
main, nav, header, aside.box { background: var(--paper); max-width: 64rem; margin: 0 auto; padding: 1.5rem 2.5rem; overflow-wrap: anywhere; }
a { color: var(--link); } a:focus-visible, .wide:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
h1, h2, .table-title { font-family: "Times New Roman", "方正小标宋简体", "宋体", SimSun, "Noto Serif CJK SC", serif; font-weight: normal;
  text-align: center; line-height: 1.5; }
h1 { font-size: 1.9rem; padding: 2.5rem 0; margin: 0; }
h2 { font-size: 1.6rem; margin: 3rem 0 1rem; }
h3, h4 { font-size: 1rem; font-weight: normal; line-height: 1.75; text-indent: 2em; }
h3 { font-family: "Times New Roman", "黑体", SimHei, "Noto Sans CJK SC", sans-serif; margin: 1.5rem 0 0; }
h4 { font-family: "Times New Roman", "楷体_GB2312", "楷体", KaiTi, serif; margin: .5rem 0 0; }
h2.table-title, h3.table-title, h4.table-title { font-size: 1.3rem; text-indent: 0; margin: .25rem 0; text-align: center; }
p { margin: 0; text-indent: 2em; text-align: justify; }
p.plain, p.table-number { text-indent: 0; }
p.table-number { font-family: "Times New Roman", "黑体", SimHei, sans-serif; margin-top: 3rem; }
p.signature { text-align: right; margin-right: 4em; } p.signature:first-of-type, :not(.signature) + p.signature { margin-top: 2em; }
p.left, .left { text-align: left; } p.center, .center { text-align: center; } p.right, .right { text-align: right; }
p.center, p.right { text-indent: 0; }
nav h2 { margin-top: 0; } nav ol { list-style: none; padding: 0; margin: 0; } nav ol ol { padding-left: 2em; }
nav li { padding: .1rem 0; } section { scroll-margin-top: 1rem; } :target { scroll-margin-top: 3rem; }
`;

const tables = `
.wide { overflow-x: auto; margin: 0 0 1rem; }
table { --size: .85rem; border-collapse: separate; border-spacing: 0; width: 100%; min-width: calc(var(--em) * var(--size));
  font-size: var(--size); line-height: 1.35; table-layout: fixed; border-top: 1px solid var(--line); border-left: 1px solid var(--line); }
td, th { border: 1px solid var(--line); border-width: 0 1px 1px 0; padding: .2rem .35rem; font-weight: normal; text-align: left; }
td.bare { border-width: 0 0 1px; background: var(--paper); position: relative; }
table:has(.bare) { border-top: 0; border-left: 0; } table:has(.bare) tr:not(:has(.bare)) > :first-child { border-left-width: 1px; }
td.center, th.center { text-align: center; } td.right, th.right { text-align: right; }
.b, thead th { font-weight: bold; } td.right { white-space: nowrap; } .i1 { padding-left: 1.2em; } .i2 { padding-left: 2.4em; }
.statement tbody th[scope=row] { position: sticky; left: 0; background: var(--paper); z-index: 1; }
`;

const boxes = `
aside.box { border-top: 1px solid var(--line); } aside.box h2, main.chart h2 { margin-top: .5rem; font-size: 1.4rem; }
.words { background: var(--soft); } aside.words h3, section.words h3 { text-indent: 0; margin-top: .75rem; } .words p { text-indent: 0; }
section.words { padding: .5rem 1rem; margin-bottom: 1.5rem; } header.short h1 { padding: 1rem 0 0; }
figure { margin: 0 0 1.5rem; break-inside: avoid; } figure h3 { text-indent: 0; display: flex; justify-content: space-between; gap: 1rem; }
.unit { font-size: .85rem; white-space: nowrap; } figcaption { font-size: .95rem; }
.bars { list-style: none; margin: .25rem 0; padding: 0; font-size: .9rem; line-height: 1.4; }
.bars li { display: grid; grid-template-columns: minmax(0, 16em) minmax(0, 1fr); column-gap: 1em; padding: .2rem 0; align-items: center; }
.bars .value { grid-column: 2; display: flex; align-items: center; gap: .5em; } .bars .label { grid-row: 1 / span 2; }
.bars svg { flex: 1 1 auto; height: .9em; min-width: 0; fill: var(--bar); border-left: 1px solid var(--line); overflow: hidden; }
.bars .last svg { fill: var(--last); } .bars .amount { flex: 0 0 7em; text-align: right; } .bars .series { flex: 0 0 4em; }
`;

const origins = `
a.figure { color: inherit; text-decoration: underline dotted; text-underline-offset: .2em; }
.origin { display: none; }
.origin:target { display: block; position: fixed; inset: auto 0 0; z-index: 2; max-height: 50vh; overflow: auto; padding: 1rem 1.5rem;
  background: var(--paper); border-top: 3px solid var(--link); box-shadow: 0 0 1rem #0006; overflow-wrap: anywhere; }
.origin p { text-indent: 0; text-align: left; } a.figure:target { outline: 3px solid var(--link); }
`;

const phone = `
@media (max-width: 40rem) {
  p { text-align: left; }
  main, nav, header, aside.box { padding: 1rem; } h1 { font-size: 1.5rem; padding: 1rem 0; } h2 { font-size: 1.3rem; margin-top: 2rem; }
  h2.table-title, h3.table-title, h4.table-title { font-size: 1.15rem; } p.signature { margin-right: 0; } nav ol ol { padding-left: 1em; }
  .bars li { grid-template-columns: minmax(0, 1fr); } .bars .value { grid-column: 1; } .bars .label { grid-row: auto; }
}
`;

/** The area of GB/T 9704: 156 mm across, 257 mm where a page lies on its side. Tables are set as large as they fit. */
const print = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@page chart { size: A4; margin: 12mm 18mm; }
@page wide { size: A4 landscape; margin: 28mm 20mm 26mm; }
@media print {
  :root { --paper: #fff; --ink: #000; --line: #000; --link: #000; --bar: #555; --last: #bbb; --soft: #fff; }
  html { font-size: 15pt; } body { background: none; line-height: 27pt; }
  main, nav, header, aside.box { padding: 0; max-width: none; } h3, h4 { line-height: 27pt; }
  .skip, .origin { display: none !important; } a { color: inherit; text-decoration: none; } .wide { overflow: visible; }
  aside.box { break-before: page; border: 0; } figure { margin-bottom: .75rem; }
  section, nav { break-before: page; } section.landscape { page: wide; }
  main.chart section { break-before: auto; } html:has(main.chart) { font-size: 8.5pt; } body:has(main.chart) { page: chart; }
  :has(main.chart) :is(p, h3, figcaption) { line-height: 1.35; } main.chart figure { margin-bottom: .6rem; }
  main.chart :is(h2, h3, .bars) { margin-top: 0; margin-bottom: 0; } main.chart h2 { font-size: 1.2rem; } main.chart .bars li { padding: .08rem 0;
    grid-template-columns: minmax(0, 24em) minmax(0, 1fr); }
  main.chart section.words { padding: 0; margin-bottom: 0; } header.short h1 { font-size: 1.6rem; }
  table { --size: min(9pt, calc(154mm / var(--em))); min-width: 0; line-height: 1.2; } .landscape table { --size: min(9pt, calc(254mm / var(--em))); }
  td, th { padding: .12em .3em; } tr { break-inside: avoid; } thead { display: table-header-group; }
  .statement tbody th[scope=row] { position: static; }
  h2, h3, h4, p.table-number { break-after: avoid; } p.table-number { margin-top: 0; } h2 { margin-top: 1rem; }
}
`;

export const styleSheet = colours + text + tables + boxes + origins + phone + print;
