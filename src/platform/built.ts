/**
 * What the build makes ahead, in dist/precompiled (scripts/precompile.js), which lies beside the folder of this module;
 * the bundle has these files inside (scripts/bundle.js). Without them, as when the sources run by themselves,
 * everything works all the same, only slower.
 */

import { createRequire } from 'node:module';

/** A file of the folder, `.cjs` or `.json`; undefined when there is none. */
export function builtFile(name: string): unknown {
  try {
    return createRequire(import.meta.url)(`../precompiled/${name}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
