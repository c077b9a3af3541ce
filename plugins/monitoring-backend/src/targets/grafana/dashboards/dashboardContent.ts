import { hashContent } from '@sightline/backstage-plugin-monitoring-node';
import { isMark, tagsOf } from './dashboardMarks';

/** The dashboard as its author meant it: no marks, nothing that the server counts. */
export function dashboardContent(
  dashboard: Record<string, unknown>,
): Record<string, unknown> {
  const { id, version, ...content } = dashboard;
  return {
    ...content,
    tags: tagsOf(dashboard)
      .filter(tag => !isMark(tag))
      .sort(),
  };
}

/**
 * Hash of a dashboard's content. `refresh` is left out: Grafana raises it to its
 * `min_refresh_interval` (recording `limits`), which is nobody's edit.
 */
export function hashDashboard(content: Record<string, unknown>): string {
  const { refresh, ...rest } = content;
  return hashContent(rest);
}
