import { ErrorRequestHandler } from 'express';

/** Nobody waits for an error when the caller has gone, and it is no fault of ours. */
export const dropGoneCallers: ErrorRequestHandler = (
  error,
  _req,
  res,
  next,
) => {
  if (res.closed) {
    return;
  }
  next(error);
};
