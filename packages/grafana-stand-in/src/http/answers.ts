import { Response } from 'express';

function send(
  res: Response,
  options: { status: number; contentType: string; text?: string },
): void {
  const { status, contentType, text } = options;
  res.status(status);
  res.setHeader('cache-control', 'no-store');
  // `res.set` would add a charset, which 12.4 does only in some answers.
  res.setHeader('content-type', contentType);
  res.end(text);
}

/** Answers with what is JSON already. */
export function answerText(res: Response, status: number, text: string): void {
  send(res, { status, contentType: 'application/json', text });
}

/** Answers in the JSON form that most recorded answers have. */
export function answer(res: Response, status: number, body: unknown): void {
  answerText(res, status, JSON.stringify(body));
}

/** Answers in the form of 12.4's own middleware, which names the charset. */
export function answerWithCharset(
  res: Response,
  status: number,
  body: unknown,
): void {
  send(res, {
    status,
    contentType: 'application/json; charset=UTF-8',
    text: JSON.stringify(body),
  });
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
  send(res, { status, contentType: 'application/json' });
}

/** Answers 403 the way the access control of 12.4 does. */
export function answerForbidden(res: Response, permissions: string): void {
  answerWithCharset(res, 403, {
    accessErrorId: 'ACE0000000000',
    message: `You'll need additional permissions to perform this action. Permissions needed: ${permissions}`,
    title: 'Access denied',
  });
}

/** Answers 404 for an object that an Editor or Viewer looks up through access control. */
export function answerNotFoundByAccessControl(
  res: Response,
  message: string,
): void {
  answerWithCharset(res, 404, { message, title: 'Not found' });
}

/** Answers in the words of a router that does not know a path. */
export function answerPageNotFound(res: Response): void {
  send(res, {
    status: 404,
    contentType: 'text/plain; charset=utf-8',
    text: '404 page not found\n',
  });
}
