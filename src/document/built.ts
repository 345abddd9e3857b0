/**
 * What the build makes ahead beside the code, in dist/precompiled (scripts/precompile.js). The only place that knows where that folder lies:
 * beside the folder of this module, and of a bundle that takes its place. Without it, as when the sources run by themselves, everything
 * works all the same, only slower.
 */

import { createRequire } from 'node:module';

/** A file of the folder, `.cjs` or `.json`; undefined when there is none. */
export function builtFile(name: string): unknown {
  try {
    return createRequire(import.meta.url)(`../precompiled/${name}`);
  } catch {
    return undefined;
  }
}
