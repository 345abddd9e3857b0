export const repository: string;
export const sampleFile: string;
export function sampleParts(): Record<string, string>;
export function zipped(parts: Record<string, string | Uint8Array>, level?: 0 | 6): Uint8Array;
export function sheetPart(parts: Record<string, string>, sheet: string): string;
