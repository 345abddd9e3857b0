/** word/theme/theme1.xml, which Word wants and our styles do not use: the docx library's, with our fonts. */
import { builtFile } from '../../platform/built.js';

/** Its file among what the build makes ahead. */
export const THEME_FILE = 'theme.json';

let theme: Promise<string> | undefined;

/** As the build kept it, as XML. Only sources that run without a build load the library, which takes a while. */
export function themeXml(): Promise<string> {
  theme ??= loadTheme();
  return theme;
}

async function loadTheme(): Promise<string> {
  const kept = builtFile(THEME_FILE) as string | undefined;
  return kept ?? (await import('./libraryTheme.js')).libraryTheme();
}
