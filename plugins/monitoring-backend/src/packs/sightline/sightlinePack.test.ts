import path from 'node:path';
import { checkPack } from '@sightline/backstage-plugin-monitoring-node';
import {
  documentationFaults,
  expressionsWithoutData,
  RecordedPrometheus,
} from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { sightlinePack } from './sightlinePack';

const context = {
  entityRef: 'component:default/portal',
  name: 'portal',
  title: 'Portal',
  selector: 'service="portal"',
  options: {},
};

/** As the Prometheus exporter of OpenTelemetry says it, apart from the labels of the scope. */
const page = (count: number) => `
sightline_provisioning_runs_total{status="succeeded",trigger="schedule"} ${count}
sightline_provisioning_runs_total{status="failed",trigger="schedule"} ${
  count / 100
}
sightline_provisioning_run_duration_seconds_bucket{le="1"} ${count}
sightline_provisioning_run_duration_seconds_bucket{le="+Inf"} ${count}
sightline_provisioning_writes_total{target="grafana:default",kind="dashboard",action="create",outcome="done"} ${count}
sightline_provisioning_writes_total{target="grafana:default",kind="dashboard",action="update",outcome="failed"} ${count}
sightline_provisioning_objects{target="grafana:default",kind="dashboard",state="in-sync"} 90
sightline_provisioning_objects{target="grafana:default",kind="dashboard",state="failed"} 2
sightline_provisioning_objects{target="grafana:default",kind="dashboard",state="drifted"} 1
sightline_provisioning_target_up{target="grafana:default"} 1
sightline_provisioning_brake_waiting 0
sightline_provisioning_last_success_timestamp_seconds 1.7e9
${['hit', 'partial', 'miss', 'bypass', 'stale']
  .map(
    state =>
      `sightline_query_range_answers_total{upstream="prometheus:default",state="${state}"} ${count}`,
  )
  .join('\n')}
sightline_query_samples_total{upstream="prometheus:default",source="cache"} ${
  count / 10
}
sightline_query_samples_total{upstream="prometheus:default",source="upstream"} ${count}
sightline_query_joins_total{upstream="prometheus:default"} ${count}
sightline_query_reused_lines_total{upstream="prometheus:default"} ${count}
sightline_query_cache_bytes{cache="ranges"} 1e6
sightline_upstream_requests_total{upstream="prometheus:default",outcome="answered"} ${count}
sightline_upstream_requests_total{upstream="prometheus:default",outcome="breaker-open"} ${count}
sightline_upstream_requests_total{upstream="prometheus:default",outcome="queue-full"} ${count}
sightline_upstream_request_duration_seconds_bucket{upstream="prometheus:default",le="1"} ${count}
sightline_upstream_request_duration_seconds_bucket{upstream="prometheus:default",le="+Inf"} ${count}
sightline_upstream_queue_wait_seconds_bucket{upstream="prometheus:default",le="1"} ${count}
sightline_upstream_queue_wait_seconds_bucket{upstream="prometheus:default",le="+Inf"} ${count}
sightline_upstream_active_requests{upstream="prometheus:default"} 2
sightline_upstream_waiting_requests{upstream="prometheus:default"} 0
sightline_upstream_breaker_state{upstream="prometheus:default",state="open"} 1
`;

describe('the sightline pack', () => {
  it('is sound', () => {
    expect(checkPack(sightlinePack, context)).toEqual([]);
  });

  it('has a page with its alerts and SLIs, and a runbook for each alert', () => {
    const docs = path.resolve(__dirname, '../../../../../docs');
    expect(documentationFaults(sightlinePack, context, docs)).toEqual([]);
  });

  it('finds something with each expression on the metrics page', async () => {
    const prometheus = await RecordedPrometheus.start([
      { labels: { service: 'portal' }, pages: [page(1_000), page(2_000)] },
    ]);
    try {
      expect(
        await expressionsWithoutData(prometheus, sightlinePack, context),
      ).toEqual([]);
    } finally {
      await prometheus.stop();
    }
  });

  it('leaves no panel empty where nothing ever failed', async () => {
    const healthy = page(1_000)
      .split('\n')
      .filter(line => !line.includes('"failed"'))
      .join('\n');
    const prometheus = await RecordedPrometheus.start([
      { labels: { service: 'portal' }, pages: [healthy, healthy] },
    ]);
    try {
      const empty = await expressionsWithoutData(
        prometheus,
        sightlinePack,
        context,
      );
      expect(empty.filter(where => !/^(alert|SLI) /.test(where))).toEqual([]);
    } finally {
      await prometheus.stop();
    }
  });
});
