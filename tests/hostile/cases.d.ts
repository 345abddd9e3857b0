export type Outcome =
  | { readonly refused: string }
  | { readonly error: string }
  | { readonly same: true; readonly finding?: string }
  | { readonly differs: true };
export type Case = readonly [name: string, outcome: Outcome, make: () => Uint8Array];
export type PathCase = readonly [name: string, status: number, names: string, prepare: (folder: string) => string[]];
export function groups(): readonly (readonly [title: string, cases: readonly Case[]])[];
export function pathCases(): readonly PathCase[];
