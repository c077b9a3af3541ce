import { GrafanaAnnotation } from './GrafanaDashboardSource';

interface WireAnnotation {
  id?: unknown;
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
      if (typeof id !== 'number' || typeof time !== 'number') {
        return [];
      }
      const { tags } = one;
      const dashboardUid = textOf(one.dashboardUID);
      const alertName = textOf(one.alertName);
      return [
        {
          id,
          ...(dashboardUid && { dashboardUid }),
          ...(typeof panelId === 'number' && panelId > 0 && { panelId }),
          from: time,
          ...(typeof timeEnd === 'number' && timeEnd > time && { to: timeEnd }),
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

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
