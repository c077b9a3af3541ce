import { EntityChangedPayload } from '@sightline/backstage-plugin-monitoring-common';

/** It may come over HTTP, so nothing is known of it; `undefined` when it is not what we publish. */
export function readPayload(
  payload: unknown,
): EntityChangedPayload | undefined {
  const { entityRef, fingerprint } = (payload ??
    {}) as Partial<EntityChangedPayload>;
  return typeof entityRef === 'string' && typeof fingerprint === 'string'
    ? { entityRef, fingerprint }
    : undefined;
}
