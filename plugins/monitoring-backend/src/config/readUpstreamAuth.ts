import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
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
    case 'bearer':
      return { method, token: auth.getString('token') };
    case 'basic':
      return {
        method,
        username: auth.getString('username'),
        password: auth.getString('password'),
      };
    case 'headers':
      return { method, headers: auth.get<Record<string, string>>('headers') };
    default:
      return { method: 'none' };
  }
}
