import { isError, stringifyError } from '@backstage/errors';

/** What an error says, for people: without the name of its class. */
export function describeError(error: unknown): string {
  return isError(error) && error.message
    ? error.message
    : stringifyError(error);
}
