import { Response } from 'express';

/**
 * Aborts when the caller goes away before the answer is complete; at once for one who has gone.
 * To be made before anything is waited for.
 */
export function closeSignal(res: Response): AbortSignal {
  const controller = new AbortController();
  const abortUnlessAnswered = () => {
    if (!res.writableFinished) {
      controller.abort();
    }
  };
  if (res.closed || res.destroyed) {
    abortUnlessAnswered();
  } else {
    res.once('close', abortUnlessAnswered);
  }
  return controller.signal;
}
