import type { Definition } from '../finding.js';

export const referenceFindings = {} as const satisfies Record<string, Definition>;
