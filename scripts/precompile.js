/**
 * Second step of the build, into dist/precompiled: the templates of every edition, checked and compiled, and the theme
 * of the Word package. Making them takes a good part of a cold run; without these files everything works all the same.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { precompiledText } from '../dist/compile/compile.js';
import { grammarOf } from '../dist/compile/grammar.js';
import { editionHash } from '../dist/editions/hash.js';
import { packagedEditions } from '../dist/editions/packaged.js';
import { grammarFile } from '../dist/editions/precompiled.js';
import { libraryTheme } from '../dist/writers/docx/libraryTheme.js';
import { THEME_FILE } from '../dist/writers/docx/theme.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'dist', 'precompiled');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const year of packagedEditions.years) {
  const edition = packagedEditions.load(year);
  const hash = editionHash(edition);
  writeFileSync(join(folder, `${year}.cjs`), precompiledText(edition, hash));
  writeFileSync(join(folder, grammarFile(year)), JSON.stringify({ hash, ...grammarOf(edition) }));
}
writeFileSync(join(folder, THEME_FILE), JSON.stringify(await libraryTheme()));
