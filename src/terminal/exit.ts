/** Exit codes (README, 退出码), and the error that carries one to the end of a command. */
export const exitCodes = { fine: 0, findings: 1, usage: 2, unreadable: 3, cannotWrite: 4, fault: 5 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends a command with a plain message for the office. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly exitCode: ExitCode,
  ) {
    super(message);
  }
}
