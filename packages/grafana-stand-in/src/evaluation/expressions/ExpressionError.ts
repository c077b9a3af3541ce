/** A rule whose expressions cannot be computed: what 12.4 calls an execution error. */
export class ExpressionError extends Error {
  constructor(
    message: string,
    /** The query that failed, when one did. */
    readonly query?: { refId: string; datasourceUid: string },
  ) {
    super(message);
    this.name = 'ExpressionError';
  }
}
