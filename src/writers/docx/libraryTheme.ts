/**
 * The one module that needs the docx library, and with it a development dependency: the package that users install has
 * what it makes instead.
 */
import { strFromU8, unzipSync } from 'fflate';
import { patchThemeFonts } from './fonts.js';
import { THEME } from './package.js';

/** The docx library's word/theme/theme1.xml, with our fonts. */
export async function libraryTheme(): Promise<string> {
  const { Document, Packer } = await import('docx');
  const written = unzipSync(new Uint8Array(await Packer.toArrayBuffer(new Document({ sections: [] }))));
  return patchThemeFonts(strFromU8(written[THEME] ?? new Uint8Array()));
}
