import type { Definition } from '../finding.js';

export const totalFindings = {} as const satisfies Record<string, Definition>;
