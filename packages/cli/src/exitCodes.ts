/** What a command says to the shell. */
export const exitCodes = {
  fine: 0,
  /** Something in what was read is wrong. */
  problems: 1,
  /** The command line is wrong, or there is nothing to read. */
  usage: 2,
  /** A server that was to be asked does not answer. */
  unreachable: 3,
  /** `plan`: provisioning would change something. */
  changes: 4,
} as const;

/** One of {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
