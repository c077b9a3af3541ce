import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { assertHeaders, assertHeaderValue } from './assertHeaders';
import { UpstreamAuth } from './types';

const ALL_METHODS: UpstreamAuth['method'][] = [
  'none',
  'bearer',
  'basic',
  'headers',
];

/**
 * Reads the `auth` of one instance.
 *
 * @throws `InputError` that names the key and what was expected
 */
export function readUpstreamAuth(
  instance: Config,
  options: {
    path: string;
    /** Default: all. */ methods?: UpstreamAuth['method'][];
  },
): UpstreamAuth {
  const auth = instance.getOptionalConfig('auth');
  if (!auth) {
    return { method: 'none' };
  }
  const { methods = ALL_METHODS } = options;
  const method = auth.getString('method');
  if (!methods.some(known => known === method)) {
    throw new InputError(
      `${
        options.path
      }.auth.method is '${method}'; expected one of ${methods.join(', ')}`,
    );
  }
  switch (method) {
    case 'bearer': {
      const token = auth.getString('token');
      assertHeaderValue(token, `${options.path}.auth.token`);
      return { method, token };
    }
    case 'basic':
      return {
        method,
        username: auth.getString('username'),
        password: auth.getString('password'),
      };
    case 'headers': {
      const headers = auth.get<Record<string, string>>('headers');
      assertHeaders(headers, `${options.path}.auth.headers`);
      return { method, headers };
    }
    default:
      return { method: 'none' };
  }
}
