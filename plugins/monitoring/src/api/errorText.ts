import { isError } from '@backstage/errors';

/**
 * What an error says to people: the backend's own sentence when it gave one, which a `ResponseError`
 * keeps as its cause.
 */
export function errorText(error: unknown): string {
  if (!isError(error)) {
    return String(error);
  }
  return isError(error.cause) ? error.cause.message : error.message;
}
