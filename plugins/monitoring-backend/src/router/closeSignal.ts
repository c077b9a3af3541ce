import { Response } from 'express';

/** Aborts when the caller goes away before the answer is complete. */
export function closeSignal(res: Response): AbortSignal {
  const controller = new AbortController();
  res.on('close', () => {
    if (!res.writableFinished) {
      controller.abort();
    }
  });
  return controller.signal;
}
