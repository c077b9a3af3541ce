import { MonitoringSpec } from '@sightline/backstage-plugin-monitoring-common';

/** The page about burn-rate alerts, whatever their SLO. */
export const SLO_RUNBOOK = 'SloBurnRate';

/**
 * Address of a page of an entity's runbooks; `undefined` when nobody says where they are.
 *
 * @param base - of entities that name none of their own; without a trailing slash
 */
export function runbookUrl(
  { runbook }: Pick<MonitoringSpec, 'runbook'>,
  base: string | undefined,
  page: string,
): string | undefined {
  const own = runbook ?? base;
  return own ? `${own}/${page}` : undefined;
}
