import { MONITORING_ANNOTATION_SLOS } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../../catalog';
import { ResolvedMonitoring } from '../../packs';

/** Whether a part of what an entity's `monitoring/slos` asks for could not be read. */
export function hasUnreadSlos({
  problems,
}: Pick<ResolvedMonitoring, 'problems'>): boolean {
  return problems.some(
    ({ annotation, severity }) =>
      annotation === MONITORING_ANNOTATION_SLOS && severity === 'error',
  );
}

/**
 * Ids of the SLOs that could be read of an entity that asks for others, too, which could not:
 * nobody knows which of those that it had it still wants.
 *
 * @returns `undefined` when all could be read
 */
export function unreadSlos({
  monitoring,
  environments,
}: MonitoredEntity): Set<string> | undefined {
  return hasUnreadSlos(monitoring)
    ? new Set(environments.flatMap(({ slos }) => slos.map(({ id }) => id)))
    : undefined;
}

/**
 * Why rules stay of which nobody knows whether they are still wanted.
 *
 * @param ids - of their SLOs
 */
export function describeUnread(ids: string[]): string {
  return `Not all of ${MONITORING_ANNOTATION_SLOS} could be read, so the rules of ${ids
    .map(id => `'${id}'`)
    .join(', ')} stay as they were applied`;
}
