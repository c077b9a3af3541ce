import { Request } from 'express';
import { badRequest, Status } from './statuses';

/** The object that a request to the Kubernetes form of the API carries, or why it carries none. */
export function readObject(
  req: Request,
  kind: string,
): { body: Record<string, any> } | { refusal: Status } {
  const text = Buffer.isBuffer(req.body) ? req.body.toString('utf8') : '';
  try {
    const body = JSON.parse(text);
    if (body !== null && typeof body === 'object' && !Array.isArray(body)) {
      return { body };
    }
  } catch {
    // Answered below, as is a body that is JSON and no object.
  }
  return {
    refusal: badRequest(
      `the object provided is unrecognized (must be of type ${kind}): couldn't get version/kind; json parse error: unexpected end of JSON input (${text})`,
    ),
  };
}

/** First word of the user agent, by which 12.4 tells who owns a field. */
export function managerOf(req: Request): string {
  return (req.get('user-agent') ?? '').split('/')[0] || 'unknown';
}
