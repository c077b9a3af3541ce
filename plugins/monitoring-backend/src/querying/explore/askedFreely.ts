import { InputError } from '@backstage/errors';

/** Where Prometheus found a fault: in the text that it was sent, which is not what was typed. */
const PLACE = /(?:invalid parameter "query": )?\d+:\d+: (?=parse error)/;

/**
 * Asks Prometheus, and takes the place out of what it refuses: it is that of the expression with the
 * scope in it.
 */
export async function askedFreely<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof InputError && PLACE.test(error.message)) {
      throw new InputError(error.message.replace(PLACE, ''));
    }
    throw error;
  }
}
