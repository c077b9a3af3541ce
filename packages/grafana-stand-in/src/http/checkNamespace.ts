import { NextFunction, Request, Response } from 'express';
import { answerWithCharset } from './answers';

/** Name of the organisation of a stand-in in the Kubernetes form of the API. */
export const NAMESPACE = 'default';

/** Refuses what is asked of another organisation. */
export function checkNamespace(
  req: Request,
  res: Response,
  next: NextFunction,
): void {
  if (req.params.namespace === NAMESPACE) {
    next();
    return;
  }
  answerWithCharset(res, 401, {
    extra: null,
    message: 'API key does not belong to the requested organization',
    messageId: 'api-key.organization-mismatch',
    statusCode: 401,
    traceID: '',
  });
}
