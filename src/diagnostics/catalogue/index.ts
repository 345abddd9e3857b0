/** Every finding the tool can make. Codes are stable: an office quotes them, docs/checks.md lists them. */
import { cellFindings } from './cell.js';
import { fileFindings } from './file.js';
import { mergeFindings } from './merge.js';
import { narrativeFindings } from './narrative.js';
import { privacyFindings } from './privacy.js';
import { referenceFindings } from './reference.js';
import { sheetFindings } from './sheet.js';
import { totalFindings } from './total.js';

export const catalogue = {
  ...fileFindings,
  ...sheetFindings,
  ...cellFindings,
  ...referenceFindings,
  ...totalFindings,
  ...narrativeFindings,
  ...privacyFindings,
  ...mergeFindings,
} as const;

export type Code = keyof typeof catalogue;
