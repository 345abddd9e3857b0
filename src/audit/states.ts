/** What is said of a document of many: how far it could be held against itself. */
export const auditStates = {
  audited: '已核对',
  partly: '只读出一部分',
  notRecognised: '没有认出',
  unreadable: '读不了',
} as const;
export type AuditState = keyof typeof auditStates;
