import {
  DashboardAnnotation,
  DashboardMark,
} from '@sightline/backstage-plugin-monitoring-common';

/** Marks that are switched together. */
export interface MarkGroup {
  /** Name of the annotation, or of what was changed. */
  name: string;
  kind: DashboardMark['kind'];
  /** Named as dashboards name colours. */
  color: string;
  /** Whether nobody can switch it. */
  isHidden: boolean;
  /** Whether it is shown until somebody switches it. */
  isOn: boolean;
  count: number;
}

/**
 * What can be switched: the dashboard's annotations as it says, then what else was found, such as
 * deployments, which is shown.
 */
export function markGroups(
  annotations: DashboardAnnotation[],
  marks: DashboardMark[],
): MarkGroup[] {
  const groups = new Map<string, MarkGroup>();
  for (const { name, color, hidden, enabled } of annotations) {
    groups.set(name, {
      name,
      kind: 'annotation',
      color,
      isHidden: hidden,
      isOn: enabled,
      count: 0,
    });
  }
  for (const { name, kind, color } of marks) {
    const known = groups.get(name) ?? {
      name,
      kind,
      color,
      isHidden: false,
      isOn: true,
      count: 0,
    };
    groups.set(name, { ...known, count: known.count + 1 });
  }
  return [...groups.values()];
}
