import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { RecordedPrometheus } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { PROBE_LABEL, probeQuery } from './probeQuery';

function aPack(
  id: string,
  probes: NonNullable<MonitoringPack['probes']>,
): MonitoringPack {
  return {
    id,
    title: id,
    description: '',
    metricsFrom: '',
    probes,
    dashboards: () => [],
    alerts: () => [],
    slis: () => [],
  };
}

const REQUESTS = 'http_request_duration_seconds_count';
const packs = [
  aPack('http', [
    {
      id: 'by-route',
      title: 'By route',
      metric: REQUESTS,
      matchers: 'route!=""',
    },
    {
      id: 'by-path',
      title: 'By path',
      metric: REQUESTS,
      matchers: 'path!="", route=""',
    },
    { id: 'spring', title: 'Spring', metric: 'http_server_requests_count' },
  ]),
  aPack('nodejs', [
    { id: 'prom-client', title: 'prom-client', metric: 'nodejs_version_info' },
  ]),
];

describe('probeQuery, in a real Prometheus', () => {
  let prometheus: RecordedPrometheus;

  beforeAll(async () => {
    const page = (label: string) =>
      `${REQUESTS}{${label}="/"} 1\n${REQUESTS}{${label}="/b"} 1\nnodejs_version_info{version="v22"} 1\n`;
    prometheus = await RecordedPrometheus.start([
      { labels: { service: 'routes' }, pages: [page('route')] },
      { labels: { service: 'paths' }, pages: [page('path')] },
    ]);
  });

  afterAll(() => prometheus?.stop());

  it.each([
    ['routes', ['http/by-route', 'nodejs/prom-client']],
    ['paths', ['http/by-path', 'nodejs/prom-client']],
    ['nobody', []],
  ])(
    'names the probes that the series of %s answer to, by labels as well as by name',
    async (service, expected) => {
      const selector = [
        { label: 'service', operator: '=' as const, value: service },
      ];
      const samples = await prometheus.query(probeQuery(selector, packs, '1h'));
      expect(samples.map(({ labels }) => labels[PROBE_LABEL]).sort()).toEqual(
        expected,
      );
    },
  );
});
