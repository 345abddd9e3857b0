/** The texts of the project as they stand in the working folder: what people wrote, not what was built or installed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface TextFile {
  /** From the root of the project, with `/`. */
  readonly path: string;
  readonly text: string;
}

const folders = ['src', 'tests', 'scripts', 'bench', 'samples', 'templates', 'docs', 'bin', '.ci'];
const isText = /\.(ts|tsx|js|cjs|mjs|json|md|hbs|csv|html|css|sh)$|^\.ci\/run$/;
/** Installed packages, and what the scripts write for a person to look at. */
const isForeign = /(^|\/)(node_modules|out|\.cache)\//;

const within = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
    (path) => `${folder}/${path.replaceAll('\\', '/')}`,
  );

/** Every text of the project's folders, and the pages of its root, in the order of their paths. */
export function trackedTexts(root: string): TextFile[] {
  const pages = readdirSync(root).filter((name) => name.endsWith('.md'));
  const paths = [...pages, ...folders.flatMap((folder) => within(root, folder))];
  return paths
    .filter((path) => isText.test(path) && !isForeign.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
