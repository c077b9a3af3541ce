import { createServiceFactory } from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { setupServer } from 'msw/node';
import request from 'supertest';
import {
  component,
  entityUrl,
  httpDashboardUid,
  letOwnRequestsThrough,
  rangeQueries,
  servePrometheus,
  startMonitoringBackend,
} from './__testUtils__';
import { recordMetrics } from './__testUtils__/recordMetrics';

const upstreams = setupServer();
registerMswTestHooks(upstreams);
beforeEach(() => letOwnRequestsThrough(upstreams));

it('counts how panels are answered, and what is asked for them', async () => {
  const { metrics, series } = recordMetrics();
  const queries = servePrometheus(upstreams);
  const server = await startMonitoringBackend({
    entities: [component('ingestor')],
    features: [
      createServiceFactory({
        service: metricsServiceRef,
        deps: {},
        factory: () => metrics,
      }),
    ],
  });
  const to = Date.now() - 3_600_000;
  const ask = () =>
    request(server)
      .post(entityUrl('ingestor', '/panels/query'))
      .send({
        dashboard: httpDashboardUid('ingestor'),
        panels: [10],
        range: { from: to - 3_600_000, to },
      });
  expect((await ask()).status).toBe(200);
  expect((await ask()).status).toBe(200);
  const of = (name: string, labels = '') =>
    series.get(`sightline_${name}{upstream="prometheus:default"${labels}}`);
  expect(of('query_range_answers', ',state="miss"')).toBe(
    rangeQueries(queries).length,
  );
  expect(of('query_reused_lines')).toBe(1);
  expect(of('upstream_requests', ',outcome="answered"')).toBeGreaterThan(0);
  expect(of('upstream_breaker_state', ',state="closed"')).toBe(1);
});
