import { NextFunction, Request, Response } from 'express';
import { answerWithCharset } from './answers';
import { identify, Identity } from './identities';

const IDENTITY = Symbol('identity');

/** Refuses who is not known, in the form of the recorded 401 answers. */
export function authenticate(
  req: Request,
  res: Response,
  next: NextFunction,
): void {
  const identity = identify(req.headers.authorization);
  if ('messageId' in identity) {
    answerWithCharset(res, 401, {
      extra: null,
      message: identity.message,
      messageId: identity.messageId,
      statusCode: 401,
      traceID: '',
    });
    return;
  }
  (req as any)[IDENTITY] = identity;
  next();
}

/** Who sent an authenticated request. */
export function identityOf(req: Request): Identity {
  return (req as any)[IDENTITY];
}
