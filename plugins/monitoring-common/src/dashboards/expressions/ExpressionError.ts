/**
 * An expression of a panel that cannot be calculated; the message is for people.
 *
 * @public
 */
export class ExpressionError extends Error {
  override name = 'ExpressionError';
}
