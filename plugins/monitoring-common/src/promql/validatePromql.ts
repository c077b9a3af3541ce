import { checkText } from './checkText';
import { parseTree } from './parseExpression';
import { PromqlError } from './PromqlError';

/**
 * Says what is wrong with an expression; `undefined` when it can be sent to a server.
 *
 * @param options - `anyLength`: it may be longer than 16 KiB, as rules that thousands of services share
 * @public
 */
export function validatePromql(
  expression: string,
  options: { anyLength?: boolean } = {},
): PromqlError | undefined {
  try {
    checkText(expression, options);
    parseTree(expression, options);
    return undefined;
  } catch (error) {
    if (error instanceof PromqlError) {
      return error;
    }
    throw error;
  }
}
