/** What a module names: its imports and exports, also those made when they are called for. */

/** Specifiers of a JavaScript module or of its type declarations, comments left out. */
export const specifiersOf = (source) =>
  [
    ...source
      .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
      .matchAll(/(?:\bfrom|\bimport|\bimport\()\s*['"]([^'"\n]+)['"]/g),
  ].map(([, specifier]) => specifier);
