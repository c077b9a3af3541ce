import { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Tells callers apart: the same key only for the same user or service with the same restrictions. */
export function callerKey({ principal }: BackstageCredentials): string {
  return JSON.stringify(principal);
}
