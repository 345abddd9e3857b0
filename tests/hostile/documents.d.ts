export type DocumentOutcome = { readonly refused: string } | { readonly read: true };
export type DocumentCase = readonly [name: string, outcome: DocumentOutcome, make: () => Uint8Array];
export function documentGroups(): readonly (readonly [title: string, cases: readonly DocumentCase[]])[];
