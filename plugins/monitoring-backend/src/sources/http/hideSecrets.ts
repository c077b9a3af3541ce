/** Whose data is meant is no secret, and errors name it. */
const TENANT = /^(x-scope-orgid|thanos-tenant)$/i;

/** Shorter ones would be found in words that say something. */
const SHORTEST = 4;

/**
 * Takes out of what an upstream says what we proved to it who we are with: some repeat the request when
 * they refuse it.
 *
 * @param text - of an error
 * @param headers - that were sent from the configuration
 */
export function hideSecrets(
  text: string,
  headers: Record<string, string>,
): string {
  return Object.entries(headers)
    .flatMap(([name, value]) => (TENANT.test(name) ? [] : secretsOf(value)))
    .filter(({ length }) => length >= SHORTEST)
    .sort((a, b) => b.length - a.length)
    .reduce((left, secret) => left.replaceAll(secret, '(secret)'), text);
}

/** The value, what follows its scheme, and the password that this may hold. */
function secretsOf(value: string): string[] {
  const [scheme, credentials] = value.split(' ', 2);
  if (credentials === undefined) {
    return [value];
  }
  const pair = Buffer.from(credentials, 'base64').toString();
  const password = pair.slice(pair.indexOf(':') + 1);
  return /^basic$/i.test(scheme)
    ? [value, credentials, password]
    : [value, credentials];
}
