import { InputError } from '@backstage/errors';
import { GrafanaConfig, MimirConfig } from './types';

function assertDifferent(
  entries: { path: string; place: unknown }[],
  what: string,
): void {
  const seen = new Map<string, string>();
  for (const { path, place } of entries) {
    const key = JSON.stringify(place);
    const other = seen.get(key);
    if (other !== undefined) {
      throw new InputError(
        `${path} is the same ${what} as ${other}, and each would delete what the other wrote; expected one entry for it`,
      );
    }
    seen.set(key, path);
  }
}

/**
 * What is ours in a place is told by its marks, and what of it nobody wants there is deleted.
 *
 * @throws `InputError` when two entries write to one organisation of a Grafana: credentials are of
 *   one organisation
 */
export function assertOwnOrganisations(grafana: GrafanaConfig[]): void {
  assertDifferent(
    grafana.map(({ url, auth }, index) => ({
      path: `monitoring.grafana[${index}]`,
      place: [url, auth],
    })),
    'organisation',
  );
}

/** @throws `InputError` when two rulers write to one namespace of one tenant */
export function assertOwnNamespaces(mimir: MimirConfig[]): void {
  assertDifferent(
    mimir.map(({ url, tenant, namespace }, index) => ({
      path: `monitoring.provisioning.mimir[${index}]`,
      place: [url, tenant, namespace],
    })),
    'namespace of the same tenant',
  );
}
