import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  evaluateSloStatus,
  SloDetailResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { DefinedSlo } from '../../querying';
import { RouterOptions } from '../RouterOptions';

/** Everything about one SLO but its past: its definition, how it stands, and where to go from it. */
export async function describeSlo(
  { slo, monitoring, detail }: DefinedSlo,
  options: Pick<RouterOptions, 'slos' | 'provisioning'> & {
    credentials: BackstageCredentials;
  },
): Promise<SloDetailResponse> {
  const { credentials, slos, provisioning } = options;
  const { entityRef } = slo;
  const [ofEntity, objects] = await Promise.all([
    slos.listForEntity(entityRef, {
      credentials,
      environment: slo.environment,
    }),
    provisioning.listObjects(entityRef),
  ]);
  const dashboard = objects.find(
    ({ kind, url }) => kind === 'dashboard' && url !== undefined,
  );
  const { owner, system } = monitoring.spec;
  const status =
    ofEntity.items.find(({ id }) => id === slo.id) ??
    evaluateSloStatus({
      slo,
      owner,
      system,
      stale: 'It is new, and has not been measured yet',
    });
  return {
    status,
    ...detail,
    ...(dashboard ? { dashboardUrl: dashboard.url } : {}),
    health: ofEntity.health,
  };
}
