/** The command line is wrong, or there is nothing to read; the message says what to do. */
export class UsageError extends Error {}
