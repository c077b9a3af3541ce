import { parseExpression } from './parseExpression';
import { PromqlError } from './PromqlError';

/**
 * Says what is wrong with an expression; `undefined` when it can be sent to a server.
 *
 * @public
 */
export function validatePromql(expression: string): PromqlError | undefined {
  try {
    parseExpression(expression);
    return undefined;
  } catch (error) {
    if (error instanceof PromqlError) {
      return error;
    }
    throw error;
  }
}
