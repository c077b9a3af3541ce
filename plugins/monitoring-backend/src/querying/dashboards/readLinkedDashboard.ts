import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  DashboardReference,
  MonitoringSpec,
} from '@sightline/backstage-plugin-monitoring-common';
import { FoundDashboard, ReadOptions } from './FoundDashboard';
import { GrafanaReader } from './GrafanaReader';
import { LINK_NOT_ALLOWED } from './linkNotAllowed';

/**
 * A dashboard that the entity links to by uid or by tag.
 *
 * @throws `NotFoundError` when it links to no such dashboard, or Grafana has it not
 * @throws `NotAllowedError` when the operator does not let entities link to it
 * @throws `ServiceUnavailableError` when Grafana does not answer
 */
export async function readLinkedDashboard(
  uid: string,
  spec: MonitoringSpec,
  grafana: GrafanaReader | undefined,
  options: ReadOptions,
): Promise<FoundDashboard> {
  if (grafana && (await isLinked(uid, spec.dashboards, grafana, options))) {
    const read = await grafana.read(uid, options);
    if ('failure' in read) {
      throw read.failure;
    }
    if (read.value && !grafana.mayBeLinked(read.value)) {
      throw new NotAllowedError(LINK_NOT_ALLOWED);
    }
    if (read.value) {
      const { title, url, model } = read.value;
      return {
        summary: { uid, title, source: 'grafana', url },
        model: () => model,
      };
    }
  }
  throw new NotFoundError(`'${spec.entityRef}' has no dashboard '${uid}'`);
}

async function isLinked(
  uid: string,
  references: DashboardReference[],
  grafana: GrafanaReader,
  options: ReadOptions,
): Promise<boolean> {
  if (references.some(({ type, value }) => type === 'uid' && value === uid)) {
    return true;
  }
  for (const { type, value } of references) {
    if (type === 'tag') {
      const list = await grafana.listByTag(value, options);
      if ('failure' in list) {
        throw list.failure;
      }
      if (list.value.some(link => link.uid === uid)) {
        return true;
      }
    }
  }
  return false;
}
