/** The style of the page: the look of the Word document on a screen, and its pages when printed. */

export const styleSheet = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #f2f2f2; color: #000; line-height: 1.75;
  font: 1.0625rem/1.75 "Times New Roman", "仿宋_GB2312", "仿宋", FangSong, "Noto Serif CJK SC", "Songti SC", serif; }
main, nav, header { background: #fff; max-width: 62rem; margin: 0 auto; padding: 1.5rem 2.5rem; }
a { color: #003a8c; } a:focus, .wide:focus { outline: 3px solid #003a8c; outline-offset: 2px; }
.skip { position: absolute; left: -999rem; } .skip:focus { left: 1rem; top: 1rem; background: #fff; padding: .5rem; }
h1, h2, .table-title { font-family: "Times New Roman", "方正小标宋简体", "宋体", SimSun, "Noto Serif CJK SC", serif; font-weight: normal;
  text-align: center; line-height: 1.5; }
h1 { font-size: 1.9rem; padding: 3rem 0; margin: 0; }
h2 { font-size: 1.6rem; margin: 3rem 0 1rem; }
h3 { font: 1.0625rem/1.75 "Times New Roman", "黑体", SimHei, "Noto Sans CJK SC", sans-serif; margin: 1.5rem 0 0; text-indent: 2em; }
h4 { font: 1.0625rem/1.75 "Times New Roman", "楷体_GB2312", "楷体", KaiTi, serif; margin: .5rem 0 0; text-indent: 2em; }
h3.table-title, h4.table-title { font-size: 1.3rem; text-indent: 0; margin: .25rem 0; text-align: center; }
p { margin: 0; text-indent: 2em; text-align: justify; }
p.plain, p.table-number { text-indent: 0; }
p.table-number { font-family: "Times New Roman", "黑体", SimHei, sans-serif; margin-top: 3rem; }
p.signature { text-align: right; margin-right: 4em; } p.signature:first-of-type, :not(.signature) + p.signature { margin-top: 2em; }
.left { text-align: left; } .center { text-align: center; } .right { text-align: right; }
nav h2 { margin-top: 0; } nav ol { list-style: none; padding: 0; margin: 0; } nav ol ol { padding-left: 2em; }
.wide { overflow-x: auto; margin: 0 0 1rem; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; line-height: 1.35; }
td, th { border: 1px solid #000; padding: .2rem .35rem; font-weight: normal; }
td.bare, th.bare { border-width: 0 0 1px; text-align: left; } th.bare.right { text-align: right; }
.b, th:not(.bare) { font-weight: bold; } td.right { white-space: nowrap; } .i1 { padding-left: 1.2em; } .i2 { padding-left: 2.4em; }
[title] { cursor: help; } [title]:hover { background: #fff3bf; }
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@page wide { size: A4 landscape; margin: 28mm 20mm 26mm; }
@media print {
  body { background: none; font-size: 16pt; line-height: 28pt; } main, nav, header { padding: 0; max-width: none; }
  .skip { display: none; } a { color: inherit; text-decoration: none; } .wide { overflow: visible; }
  section { break-before: page; } section.landscape { page: wide; } nav { break-before: page; }
  table { font-size: 9pt; line-height: 1.2; } tr { break-inside: avoid; } thead { display: table-header-group; }
  h2, h3, h4, p.table-number { break-after: avoid; } p.table-number { margin-top: 0; }
}
`;
