import { UpstreamAuth } from '../../config';

/**
 * The headers that prove who we are; nothing of the caller is ever among them.
 *
 * @param tenant - whose data is meant, of a server that holds those of several
 */
export function authHeaders(
  auth: UpstreamAuth,
  tenant?: string,
): Record<string, string> {
  return {
    ...credentials(auth),
    ...(tenant ? { 'x-scope-orgid': tenant } : {}),
  };
}

function credentials(auth: UpstreamAuth): Record<string, string> {
  switch (auth.method) {
    case 'bearer':
      return { authorization: `Bearer ${auth.token}` };
    case 'basic': {
      const pair = `${auth.username}:${auth.password}`;
      return {
        authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
      };
    }
    case 'headers':
      // In one spelling: of two, both would be sent.
      return Object.fromEntries(
        Object.entries(auth.headers).map(([name, value]) => [
          name.toLowerCase(),
          value,
        ]),
      );
    default:
      return {};
  }
}
