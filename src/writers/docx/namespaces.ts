/** Namespaces of WordprocessingML and of its extensions (ECMA-376 part 1; [MS-DOCX]), as Word's parts declare them. */
const MICROSOFT = 'http://schemas.microsoft.com/office/';
const OPENXML = 'http://schemas.openxmlformats.org/';

const URIS = {
  wpc: `${MICROSOFT}word/2010/wordprocessingCanvas`,
  mc: `${OPENXML}markup-compatibility/2006`,
  o: 'urn:schemas-microsoft-com:office:office',
  r: `${OPENXML}officeDocument/2006/relationships`,
  m: `${OPENXML}officeDocument/2006/math`,
  v: 'urn:schemas-microsoft-com:vml',
  wp14: `${MICROSOFT}word/2010/wordprocessingDrawing`,
  wp: `${OPENXML}drawingml/2006/wordprocessingDrawing`,
  w10: 'urn:schemas-microsoft-com:office:word',
  w: `${OPENXML}wordprocessingml/2006/main`,
  w14: `${MICROSOFT}word/2010/wordml`,
  w15: `${MICROSOFT}word/2012/wordml`,
  wpg: `${MICROSOFT}word/2010/wordprocessingGroup`,
  wpi: `${MICROSOFT}word/2010/wordprocessingInk`,
  wne: `${MICROSOFT}word/2006/wordml`,
  wps: `${MICROSOFT}word/2010/wordprocessingShape`,
  cx: `${MICROSOFT}drawing/2014/chartex`,
  cx1: `${MICROSOFT}drawing/2015/9/8/chartex`,
  cx2: `${MICROSOFT}drawing/2015/10/21/chartex`,
  cx3: `${MICROSOFT}drawing/2016/5/9/chartex`,
  cx4: `${MICROSOFT}drawing/2016/5/10/chartex`,
  cx5: `${MICROSOFT}drawing/2016/5/11/chartex`,
  cx6: `${MICROSOFT}drawing/2016/5/12/chartex`,
  cx7: `${MICROSOFT}drawing/2016/5/13/chartex`,
  cx8: `${MICROSOFT}drawing/2016/5/14/chartex`,
  aink: `${MICROSOFT}drawing/2016/ink`,
  am3d: `${MICROSOFT}drawing/2017/model3d`,
  w16cex: `${MICROSOFT}word/2018/wordml/cex`,
  w16cid: `${MICROSOFT}word/2016/wordml/cid`,
  w16: `${MICROSOFT}word/2018/wordml`,
  w16sdtdh: `${MICROSOFT}word/2020/wordml/sdtdatahash`,
  w16se: `${MICROSOFT}word/2015/wordml/symex`,
} as const;

type Prefix = keyof typeof URIS;

const SHARED: readonly Prefix[] = [
  'wpc',
  'mc',
  'o',
  'r',
  'm',
  'v',
  'wp14',
  'wp',
  'w10',
  'w',
  'w14',
  'w15',
  'wpg',
  'wpi',
  'wne',
  'wps',
];
const CHARTS: readonly Prefix[] = ['cx', 'cx1', 'cx2', 'cx3', 'cx4', 'cx5', 'cx6', 'cx7', 'cx8'];

/** What each kind of part declares, whether it uses it or not. */
export const NAMESPACES: Readonly<Record<'document' | 'header' | 'footer', readonly Prefix[]>> = {
  document: [...SHARED, ...CHARTS, 'aink', 'am3d', 'w16cex', 'w16cid', 'w16', 'w16sdtdh', 'w16se'],
  header: [...SHARED, ...CHARTS, 'w16cid', 'w16se'],
  footer: SHARED,
};

/** The declarations, as attributes. */
export const namespaces = (prefixes: readonly Prefix[]): string =>
  prefixes.map((prefix) => `xmlns:${prefix}="${URIS[prefix]}"`).join(' ');
