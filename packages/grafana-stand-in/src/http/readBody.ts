import { Request } from 'express';

/**
 * The JSON object that a request carries; `undefined` when it carries anything else
 * (12.4 answers `bad request data` to that). No body at all is the empty object.
 */
export function readBody(req: Request): Record<string, any> | undefined {
  const text = Buffer.isBuffer(req.body) ? req.body.toString('utf8') : '';
  if (text === '') {
    return {};
  }
  if (!req.is('application/json')) {
    return undefined;
  }
  try {
    const body = JSON.parse(text);
    return body !== null && typeof body === 'object' && !Array.isArray(body)
      ? body
      : undefined;
  } catch {
    return undefined;
  }
}
