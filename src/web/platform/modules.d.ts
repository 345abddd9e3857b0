/** What scripts/page.js puts into the page. */
declare module 'page:built' {
  /** What the build made ahead (dist/precompiled), by the name of the file. */
  export const builtFiles: Readonly<Record<string, () => unknown>>;
}
declare module 'page:editions' {
  import type { EditionTexts } from '../../document/edition.js';

  /** The editions of the package, ascending by year. */
  export const editionTexts: readonly EditionTexts[];
}
declare module 'page:about' {
  import type { PartNumbers } from '../../workbook/layout/printedIn.js';

  /** Version of the package. */
  export const version: string;
  /** That have an edition, ascending. */
  export const years: readonly number[];
  /** Of the newest edition. */
  export const partNumbers: PartNumbers;
}
declare module 'page:sample' {
  import type { Content } from '../../workbook/write/index.js';

  /** A sample workbook as an office would have typed it. */
  const content: Content;
  export default content;
}
declare module 'core-js/*';
