/**
 * Why an expression is refused, and where.
 *
 * @public
 */
export class PromqlError extends Error {
  override readonly name = 'PromqlError';
  /** In UTF-16 code units from the start of the expression. */
  readonly offset: number;
  /** At least 1. */
  readonly length: number;
  /** From 1. */
  readonly line: number;
  /** In UTF-16 code units from the start of the line, from 1. */
  readonly column: number;

  constructor(message: string, expression: string, offset = 0, length = 1) {
    super(message);
    const lines = expression.slice(0, offset).split('\n');
    this.offset = offset;
    this.length = Math.max(length, 1);
    this.line = lines.length;
    this.column = lines[lines.length - 1].length + 1;
  }
}
