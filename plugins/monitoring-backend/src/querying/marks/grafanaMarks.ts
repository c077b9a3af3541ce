import {
  DashboardAnnotation,
  DashboardMark,
  interpolateVariables,
  variableReferences,
} from '@sightline/backstage-plugin-monitoring-common';
import { MarkContext } from './MarkContext';
import {
  DEPLOYMENT_TAGS,
  markOfGrafana,
  MarkStyle,
  namesEntity,
} from './marksOfGrafana';

/** Of Grafana's own annotations, when the dashboard says no other. */
const GRAFANA_LIMIT = 100;
const MOST_OF_GRAFANA = 500;

/** How marks of deployments are shown that no annotation of the dashboard asks for. */
export const DEPLOYMENTS: MarkStyle = { name: 'Deployments', color: 'blue' };

/**
 * Marks of Grafana's own, by dashboard or by tags; none without a Grafana.
 *
 * @throws `ServiceUnavailableError` when Grafana does not answer
 */
export async function grafanaMarks(
  annotation: DashboardAnnotation,
  context: MarkContext,
): Promise<DashboardMark[]> {
  const { grafana, range, uid, signal, caller } = context;
  const { tags, matchAny, limit = GRAFANA_LIMIT } = annotation;
  if (!grafana || tags?.length === 0) {
    return [];
  }
  const read = await grafana.annotations(
    {
      ...range,
      ...(tags
        ? { tags: await fillTags(tags, context), matchAny }
        : { dashboardUid: uid }),
      limit: Math.min(Math.max(1, limit), MOST_OF_GRAFANA),
    },
    { signal, caller },
  );
  if ('failure' in read) {
    throw read.failure;
  }
  return (
    read.value
      // Other dashboards may be for others' eyes: their marks are not told here.
      .filter(one => one.dashboardUid === undefined || one.dashboardUid === uid)
      .map(one => markOfGrafana(one, annotation))
  );
}

/** A variable with several values stands for several tags, as in Grafana. */
async function fillTags(
  tags: string[],
  { prometheus }: MarkContext,
): Promise<string[]> {
  if (variableReferences(tags.join(' ')).length === 0) {
    return tags;
  }
  const { read } = await prometheus();
  const separator = '\n';
  return tags
    .flatMap(tag =>
      interpolateVariables(tag, {
        variables: read.values,
        definitions: read.definitions,
        defaultFormat: `join:${separator}`,
      }).split(separator),
    )
    .filter(tag => tag !== '');
}

/**
 * New versions of the entity, by whoever tells Grafana of them.
 *
 * @throws `ServiceUnavailableError` when Grafana does not answer
 */
export async function deploymentMarks({
  grafana,
  entity,
  range,
  signal,
  caller,
}: MarkContext): Promise<DashboardMark[]> {
  const read = await grafana?.annotations(
    {
      ...range,
      tags: DEPLOYMENT_TAGS,
      matchAny: true,
      limit: MOST_OF_GRAFANA,
    },
    { signal, caller },
  );
  if (read && 'failure' in read) {
    throw read.failure;
  }
  const { entityRef } = entity.monitoring.spec;
  return (read?.value ?? [])
    .filter(
      ({ dashboardUid, tags }) =>
        dashboardUid === undefined && namesEntity(tags, entityRef),
    )
    .map(one => markOfGrafana(one, DEPLOYMENTS));
}
