import { isMoment } from '../isMoment';
import { GrafanaAnnotation } from './GrafanaDashboardSource';

interface WireAnnotation {
  id?: unknown;
  dashboardId?: unknown;
  dashboardUID?: unknown;
  panelId?: unknown;
  time?: unknown;
  timeEnd?: unknown;
  text?: unknown;
  tags?: unknown;
  alertName?: unknown;
  newState?: unknown;
}

/** Reads a list of annotations (recording `annotations`); what is none of them is left out. */
export function parseGrafanaAnnotations(list: unknown): GrafanaAnnotation[] {
  return (Array.isArray(list) ? (list as WireAnnotation[]) : []).flatMap(
    one => {
      const { id, time, timeEnd, panelId } = one ?? {};
      if (typeof id !== 'number' || !isMoment(time)) {
        return [];
      }
      const { tags } = one;
      const dashboardUid =
        textOf(one.dashboardUID) ?? idOfDashboard(one.dashboardId);
      const alertName = textOf(one.alertName);
      return [
        {
          id,
          ...(dashboardUid && { dashboardUid }),
          ...(typeof panelId === 'number' && panelId > 0 && { panelId }),
          from: time,
          ...(isMoment(timeEnd) && timeEnd > time && { to: timeEnd }),
          text: textOf(one.text) ?? '',
          tags: Array.isArray(tags)
            ? tags.filter(tag => typeof tag === 'string')
            : [],
          ...(alertName && {
            alert: { name: alertName, state: textOf(one.newState) ?? '' },
          }),
        },
      ];
    },
  );
}

/** Old Grafanas name a dashboard by its number alone: it is some dashboard's, and not everybody's. */
function idOfDashboard(id: unknown): string | undefined {
  return typeof id === 'number' && id > 0 ? `#${id}` : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
