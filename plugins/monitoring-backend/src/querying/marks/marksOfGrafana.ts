import { DashboardMark } from '@sightline/backstage-plugin-monitoring-common';
import { GrafanaAnnotation } from '../../sources';

/** Tags by which people and pipelines call a new version. */
export const DEPLOYMENT_TAGS = ['deploy', 'deployment', 'deployed', 'release'];

const DEPLOYMENT = /^(deploy|release)/i;

/** What an alert came to when it is no trouble any more. */
const CALM = /^(normal|ok)/i;

/** How a mark of Grafana's own is shown. */
export type MarkStyle = Pick<DashboardMark, 'name' | 'color' | 'filter'>;

/** The mark that an annotation of Grafana's is. */
export function markOfGrafana(
  { id, from, to, text, tags, alert, panelId }: GrafanaAnnotation,
  { name, color, filter }: MarkStyle,
): DashboardMark {
  const ofPanel =
    panelId === undefined ? undefined : { exclude: false, panelIds: [panelId] };
  return {
    id: `grafana-${id}`,
    kind: kindOf(alert, tags),
    name,
    color: alert ? colorOfState(alert.state) : color,
    from,
    ...(to !== undefined && { to }),
    ...(alert && { title: `${alert.name}: ${alert.state}` }),
    ...(text && { text }),
    tags,
    ...((filter ?? ofPanel) && { filter: filter ?? ofPanel }),
  };
}

function kindOf(
  alert: GrafanaAnnotation['alert'],
  tags: string[],
): DashboardMark['kind'] {
  if (alert) {
    return 'alert';
  }
  return tags.some(tag => DEPLOYMENT.test(tag)) ? 'deployment' : 'annotation';
}

function colorOfState(state: string): string {
  if (CALM.test(state)) {
    return 'green';
  }
  return /^pending/i.test(state) ? 'orange' : 'red';
}

/** Whether a tag names an entity: by its ref, or by its name alone or behind a key. */
export function namesEntity(tags: string[], entityRef: string): boolean {
  const ref = entityRef.toLocaleLowerCase('en-US');
  const [, name] = ref.split('/');
  return tags.some(tag => {
    const lower = tag.toLocaleLowerCase('en-US');
    return (
      lower.endsWith(ref) ||
      lower === name ||
      lower.endsWith(`:${name}`) ||
      lower.endsWith(`=${name}`)
    );
  });
}
