import { NextFunction, Request, Response } from 'express';
import { answerMessage } from './answers';

/** Answers a body that could not be read: too large, or packed in a form that 12.4 does not take. */
export function answerBrokenBody(
  error: { type?: string; expose?: boolean },
  _req: Request,
  res: Response,
  next: NextFunction,
): void {
  if (error.type === 'entity.too.large') {
    answerMessage(res, 413, 'Dashboard is too large, max is 16 MB');
  } else if (error.expose) {
    answerMessage(res, 400, 'bad request data');
  } else {
    next(error);
  }
}
