/**
 * Why an expression or a list of label matchers is refused, and where.
 *
 * @public
 */
export class PromqlError extends Error {
  override readonly name = 'PromqlError';
  /** In UTF-16 code units from the start of the text. */
  readonly offset: number;
  /** At least 1. */
  readonly length: number;

  constructor(message: string, offset: number, length = 1) {
    super(message);
    this.offset = offset;
    this.length = Math.max(length, 1);
  }
}
