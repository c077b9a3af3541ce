/** What an error says, for people. */
export function describeError(error: unknown): string {
  return error instanceof Error && error.message
    ? error.message
    : String(error);
}
