import type { Definition } from '../finding.js';

export const narrativeFindings = {} as const satisfies Record<string, Definition>;
