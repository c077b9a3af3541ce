import { ServiceUnavailableError } from '@backstage/errors';

/** The upstream gave no answer, or only a part of one: it is down, or as good as. */
export class NoAnswerError extends ServiceUnavailableError {
  readonly isTimeout: boolean;

  constructor(message: string, options: { isTimeout?: boolean } = {}) {
    super(message);
    this.isTimeout = options.isTimeout ?? false;
  }
}
