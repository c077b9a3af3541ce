/** What 12.4 shows in place of a secret. */
export const REDACTED = '[REDACTED]';

/** Settings that 12.4 hides, by type of integration (recording `contact-points`). */
const SECRETS: Record<string, string[]> = {
  email: [],
  slack: ['token', 'url'],
  webhook: ['password', 'authorization_credentials'],
  pagerduty: ['integrationKey'],
  opsgenie: ['apiKey'],
  teams: [],
  googlechat: ['url'],
};

/** Whether there are integrations of a type. */
export function isKnownType(type: string): boolean {
  return type in SECRETS;
}

/** Settings as the API shows them. */
export function hideSecrets(
  type: string,
  settings: Record<string, any>,
): Record<string, any> {
  return Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [
      key,
      SECRETS[type].includes(key) ? REDACTED : value,
    ]),
  );
}

/**
 * Settings as they are kept: a hidden secret stands for the one that is there, and one that is
 * left out or empty is gone.
 */
export function keepSecrets(
  type: string,
  settings: Record<string, any>,
  before: Record<string, any> = {},
): Record<string, any> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([key, value]) => {
      if (!SECRETS[type].includes(key)) {
        return [[key, value]];
      }
      const secret = value === REDACTED ? before[key] : value;
      return secret ? [[key, secret]] : [];
    }),
  );
}
