import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  DashboardReference,
  MonitoringSpec,
} from '@sightline/backstage-plugin-monitoring-common';
import { FoundDashboard, ReadOptions } from './FoundDashboard';
import { GrafanaReader } from './GrafanaReader';
import { LINK_NOT_ALLOWED } from './linkNotAllowed';

/**
 * A dashboard that the entity links to by uid or by tag, or any other that the operator lets people
 * look at.
 *
 * @throws `NotFoundError` when Grafana has it not, or the entity does not link to one that is not
 *   for all
 * @throws `NotAllowedError` when the entity links to it and the operator does not let it, or when
 *   Grafana does not let us read it
 * @throws `ServiceUnavailableError` when Grafana does not answer
 */
export async function readLinkedDashboard(
  uid: string,
  spec: MonitoringSpec,
  grafana: GrafanaReader | undefined,
  options: ReadOptions & { onlyNamed?: boolean },
): Promise<FoundDashboard> {
  const isLink = async () =>
    grafana !== undefined &&
    (await isLinked(uid, spec.dashboards, grafana, options));
  const mayPick = !options.onlyNamed && grafana?.allowsSome();
  if (grafana && (mayPick || (await isLink()))) {
    const read = await grafana.read(uid, options);
    if ('failure' in read) {
      throw read.failure;
    }
    if (read.value && grafana.mayBeLinked(read.value)) {
      const { title, url, model } = read.value;
      return {
        summary: { uid, title, source: 'grafana', url },
        identity: model,
        model: () => model,
      };
    }
    if (read.value && (await isLink())) {
      throw new NotAllowedError(LINK_NOT_ALLOWED);
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
