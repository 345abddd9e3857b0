/** word/theme/theme1.xml, which Word wants and our styles do not use: the docx library's, with our fonts. A run never loads the library. */
import { strFromU8, unzipSync } from 'fflate';
import { builtFile } from '../../platform/built.js';
import { patchThemeFonts } from './fonts.js';
import { THEME } from './package.js';

/** Its file among what the build makes ahead. */
export const THEME_FILE = 'theme.json';

let theme: Promise<string> | undefined;

/** As the build kept it. Only sources that run without a build load the library, which takes a while. */
export function themeXml(): Promise<string> {
  theme ??= loadTheme();
  return theme;
}

const loadTheme = async (): Promise<string> => (builtFile(THEME_FILE) as string | undefined) ?? libraryTheme();

export async function libraryTheme(): Promise<string> {
  const { Document, Packer } = await import('docx');
  const written = unzipSync(new Uint8Array(await Packer.toArrayBuffer(new Document({ sections: [] }))));
  return patchThemeFonts(strFromU8(written[THEME] ?? new Uint8Array()));
}
