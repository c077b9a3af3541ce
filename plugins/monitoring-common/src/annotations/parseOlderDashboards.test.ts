import { cpuStopwatch } from '../dashboards/__testUtils__/cpuStopwatch';
import { anEntity, OPTIONS } from './__testUtils__/parseAnnotations';
import { parseMonitoringSpec } from './parseMonitoringSpec';

function parse(annotations: Record<string, string>) {
  const { value, problems } = parseMonitoringSpec(
    anEntity(annotations),
    OPTIONS,
  );
  return {
    dashboards: value.dashboards.map(one => `${one.type}:${one.value}`),
    problems,
    optedIn: value.optedIn,
  };
}

it.each([
  ['grafana/dashboard-selector', 'ingestor', ['tag:ingestor']],
  ['grafana/tag-selector', 'team-media', ['tag:team-media']],
  ['grafana/dashboard-selector', `tags @> 'a b'`, ['tag:a b']],
  [
    'grafana/dashboard-selector',
    `(tags @> 'a') || uid == "xY-1"`,
    ['tag:a', 'uid:xY-1'],
  ],
  ['grafana/dashboard-selector', 'tag=a, uid=b', ['tag:a', 'uid:b']],
  [
    'grafana/overview-dashboard',
    'https://grafana.example.com/sub/d/abc/uploads?orgId=1&kiosk',
    ['uid:abc'],
  ],
  ['grafana/overview-dashboard', 'http://g/d/abc', ['uid:abc']],
])('%s: %s', (annotation, value, expected) => {
  expect(parse({ [annotation]: value })).toEqual({
    dashboards: expected,
    problems: [],
    optedIn: true,
  });
});

it('adds them to the dashboards that are named anew, each once', () => {
  expect(
    parse({
      'monitoring/dashboards': 'uid:own, tag:a',
      'grafana/dashboard-selector': 'a',
      'grafana/overview-dashboard': 'https://g/d/over/view',
    }).dashboards,
  ).toEqual(['uid:own', 'tag:a', 'uid:over']);
});

it.each([
  ['grafana/dashboard-selector', `tags @> 'a' && title == 'b'`],
  ['grafana/dashboard-selector', `!(tags @> 'a')`],
  ['grafana/dashboard-selector', 'app=order-service'],
  ['grafana/dashboard-selector', ''],
  ['grafana/overview-dashboard', 'ftp://g/d/abc'],
  ['grafana/overview-dashboard', 'https://g/dashboards'],
])('says what it does not understand of %s: %s', (annotation, value) => {
  const { dashboards, problems } = parse({ [annotation]: value });
  expect(dashboards).toEqual([]);
  expect(problems).toEqual([
    expect.objectContaining({
      annotation,
      severity: 'error',
      example: `monitoring/dashboards: 'uid:abc, tag:ingestor'`,
    }),
  ]);
});

it('ends soon with brackets that hold nothing but blanks', () => {
  const seconds = cpuStopwatch();
  parse({ 'grafana/dashboard-selector': `x, (${' '.repeat(5_000)}x` });
  expect(seconds()).toBeLessThan(3);
});
