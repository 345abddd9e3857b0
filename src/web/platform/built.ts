/** As src/platform/built.ts, in a browser: what the build made lies in the page itself (scripts/page.js). */
import { builtFiles } from 'page:built';

/** A file of dist/precompiled; undefined when there is none. */
export const builtFile = (name: string): unknown => builtFiles[name]?.();
