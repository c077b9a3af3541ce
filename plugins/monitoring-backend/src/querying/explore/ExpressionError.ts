import { InputError } from '@backstage/errors';
import {
  ExpressionPosition,
  PromqlError,
} from '@sightline/backstage-plugin-monitoring-common';

/** A typed expression that is refused, with its place for the editor: errors are sent with their fields. */
export class ExpressionError extends InputError {
  readonly position: ExpressionPosition;

  /**
   * Does something with what was typed.
   *
   * @throws `ExpressionError` in place of a `PromqlError`
   */
  static from<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw error instanceof PromqlError ? new ExpressionError(error) : error;
    }
  }

  private constructor({ message, offset, length, line, column }: PromqlError) {
    super(`${message} (line ${line}, column ${column})`);
    this.position = { offset, length, line, column };
  }
}
