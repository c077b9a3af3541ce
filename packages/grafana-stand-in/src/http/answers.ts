import { Response } from 'express';

/** Answers in the JSON form that all recorded legacy answers have. */
export function answer(res: Response, status: number, body: unknown): void {
  res
    .status(status)
    .set('cache-control', 'no-store')
    .set('content-type', 'application/json')
    .end(JSON.stringify(body));
}

/** Answers with a plain `message`. */
export function answerMessage(
  res: Response,
  status: number,
  message: string,
  more: Record<string, unknown> = {},
): void {
  answer(res, status, { message, ...more });
}

/** Answers without a body. */
export function answerEmpty(res: Response, status: number): void {
  res.status(status).set('cache-control', 'no-store').end();
}

/** Answers 403 the way the access control of 12.4 does. */
export function answerForbidden(res: Response, permissions: string): void {
  res
    .status(403)
    .set('cache-control', 'no-store')
    .set('content-type', 'application/json; charset=UTF-8')
    .end(
      JSON.stringify({
        accessErrorId: 'ACE0000000000',
        message: `You'll need additional permissions to perform this action. Permissions needed: ${permissions}`,
        title: 'Access denied',
      }),
    );
}

/** Answers 404 for an object that an Editor or Viewer looks up through access control. */
export function answerNotFoundByAccessControl(
  res: Response,
  message: string,
): void {
  res
    .status(404)
    .set('cache-control', 'no-store')
    .set('content-type', 'application/json; charset=UTF-8')
    .end(JSON.stringify({ message, title: 'Not found' }));
}
