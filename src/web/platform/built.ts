/** As src/platform/built.ts, in a browser: what the build made lies in the page itself (scripts/page.js). */
import { builtFiles } from 'page:built';

export const builtFile = (name: string): unknown => builtFiles[name]?.();
