import { ErrorRequestHandler } from 'express';
import { UpstreamUnavailableError } from '../sources/http';

/** Says in `Retry-After` when it is worth asking again, if the error knows it. */
export const sayWhenToRetry: ErrorRequestHandler = (error, _req, res, next) => {
  if (error instanceof UpstreamUnavailableError && !res.headersSent) {
    res.set('Retry-After', String(error.retryAfterSeconds));
  }
  next(error);
};
