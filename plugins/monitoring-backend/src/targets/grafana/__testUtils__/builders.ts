import {
  DesiredObject,
  hashContent,
} from '@sightline/backstage-plugin-monitoring-node';
import { hashDashboard } from '../dashboards/dashboardContent';
import { DEFAULT_DATASOURCE } from '../defaultDatasource';
import { hashRuleGroup } from '../hashRuleGroup';
import { hashMuteTiming } from '../muteTimings';

const HASHES: Record<string, (content: Record<string, unknown>) => string> = {
  dashboard: hashDashboard,
  'alert-rule-group': hashRuleGroup,
  'mute-timing': hashMuteTiming,
};

/** A desired object of one of Grafana's kinds. */
export function object(
  kind: DesiredObject['kind'],
  uid: string,
  content: Record<string, unknown>,
): DesiredObject {
  return {
    key: `component:default/ingestor|${kind}|${uid}`,
    kind,
    entityRef: 'component:default/ingestor',
    target: 'grafana:default',
    uid,
    title: String(content.title ?? uid),
    content,
    hash: (HASHES[kind] ?? hashContent)(content),
  };
}

/** A dashboard that the target should hold. */
export const dashboard = (title: string) =>
  object('dashboard', 'sl-a', {
    uid: 'sl-a',
    title,
    tags: ['http'],
    schemaVersion: 42,
    panels: [{ type: 'stat', id: 1, gridPos: { x: 0, y: 0, w: 6, h: 4 } }],
  });

/** A rule on the default data source. */
export const rule = (uid: string, title: string) => ({
  uid,
  title,
  condition: 'B',
  data: [
    {
      refId: 'A',
      datasourceUid: DEFAULT_DATASOURCE,
      relativeTimeRange: { from: 600, to: 0 },
      model: { refId: 'A', expr: 'up', instant: true, range: false },
    },
    {
      refId: 'B',
      datasourceUid: '__expr__',
      relativeTimeRange: { from: 600, to: 0 },
      model: { refId: 'B', type: 'math', expression: '$A > 1' },
    },
  ],
  noDataState: 'OK',
  execErrState: 'Error',
  for: '5m',
  annotations: { summary: title },
  labels: { severity: 'critical' },
  isPaused: false,
});

/** A rule group that the target should hold. */
export const group = (...titles: string[]) =>
  object('alert-rule-group', 'sightline:component:default/ingestor', {
    interval: 60,
    rules: titles.map(title => rule(`sl-${title}`, title)),
  });
