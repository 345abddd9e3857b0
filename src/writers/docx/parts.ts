/** The parts of the package that are ours, and those of them that are the same in every document or hold only its title. */

import { cleanText, escapeXml } from '../../document/text.js';
import { fontTableXml } from './fonts.js';
import { stylesXml } from './styles.js';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export const CONTENT_TYPES = '[Content_Types].xml';
export const DOCUMENT = 'word/document.xml';
export const PROPERTIES = 'docProps/core.xml';
const STYLES = 'word/styles.xml';
const FONT_TABLE = 'word/fontTable.xml';
const SETTINGS = 'word/settings.xml';

/** Parts that are ours; the others are the library's. */
export const OWN: readonly string[] = [DOCUMENT, PROPERTIES, STYLES, FONT_TABLE, SETTINGS];

/** Those of ours that are the same in every document. */
export const ownConstantParts = (): ReadonlyMap<string, string> =>
  new Map([
    [STYLES, stylesXml()],
    [FONT_TABLE, fontTableXml()],
    [SETTINGS, settingsXml()],
  ]);

/** No `updateFields`: Word would ask the reader whether to update them. Compatibility flags are those of a Chinese Word. */
function settingsXml(): string {
  return (
    `${DECLARATION}<w:settings xmlns:w="${W}"><w:defaultTabStop w:val="640"/><w:evenAndOddHeaders/>` +
    '<w:characterSpacingControl w:val="compressPunctuation"/>' +
    '<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>' +
    '<w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>' +
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
  );
}

/** Title and office; no dates, no person, no program: nothing that the published file should not tell. */
export function corePropertiesXml(title: string, entity: string): string {
  return (
    `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escapeXml(cleanText(title))}</dc:title><dc:creator>${escapeXml(cleanText(entity))}</dc:creator>` +
    '<dc:language>zh-CN</dc:language></cp:coreProperties>'
  );
}
