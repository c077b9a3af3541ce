import { GrafanaApiDetector } from './GrafanaApis';
import { GrafanaHttp } from './GrafanaHttp';
import { KubernetesDashboards } from './KubernetesDashboards';
import { KubernetesFolders } from './KubernetesFolders';
import { LegacyDashboards } from './LegacyDashboards';
import { LegacyFolders } from './LegacyFolders';

const group = (name: string, ...versions: string[]) => ({
  name: `${name}.grafana.app`,
  versions: versions.map(version => ({ version })),
});

/** What it is answered by path, and what it was asked. */
function setUp(answers: Record<string, [number, unknown?]>) {
  const asked: string[] = [];
  let now = new Date('2026-01-01T00:00:00Z');
  const http = GrafanaHttp.fromConfig(
    {
      id: 'default',
      url: 'http://grafana.example',
      publicUrl: 'http://grafana.example',
      auth: { method: 'none' },
      folder: 'Sightline',
    },
    {
      fetch: async url => {
        const { pathname } = new URL(String(url));
        asked.push(pathname);
        const [status, body = {}] = answers[pathname] ?? [404];
        return new Response(JSON.stringify(body), { status });
      },
    },
  );
  return {
    asked,
    http,
    answers,
    detector: new GrafanaApiDetector(http, () => now),
    later: (time: number) => {
      now = new Date(now.getTime() + time);
    },
  };
}

/** What a read that converted says; one that did not may say the same of before. */
const storedIn = (storedVersion: string): [number, unknown] => [
  200,
  { status: { conversion: { storedVersion } } },
];

const ORG = { '/api/org': [200, { id: 1 }] as [number, unknown] };

describe('GrafanaApiDetector', () => {
  it('takes /apis where they keep what they are sent', async () => {
    const { detector } = setUp({
      ...ORG,
      '/apis': [
        200,
        {
          groups: [
            group('dashboard', 'v1beta1', 'v0alpha1', 'v2beta1'),
            group('folder', 'v1beta1'),
          ],
        },
      ],
    });
    const { dashboards, folders } = await detector.detect();
    expect(dashboards).toBeInstanceOf(KubernetesDashboards);
    expect(folders).toBeInstanceOf(KubernetesFolders);
  });

  it.each([
    ['no form that is kept as sent', [group('dashboard', 'v1', 'v1beta1')]],
    ['no dashboards', []],
  ])('takes the legacy API where they have %s', async (_what, groups) => {
    const { detector } = setUp({ ...ORG, '/apis': [200, { groups }] });
    const { dashboards, folders } = await detector.detect();
    expect(dashboards).toBeInstanceOf(LegacyDashboards);
    expect(folders).toBeInstanceOf(LegacyFolders);
  });

  it.each<[string, Record<string, [number, unknown?]>, boolean]>([
    ['is of the second schema', { v2beta1: [200, {}] }, true],
    [
      'was of the second schema once',
      { v2beta1: storedIn('v1beta1'), v1: storedIn('v1beta1') },
      false,
    ],
    [
      'is of the second schema, and was of the first before',
      { v2beta1: storedIn('v1beta1'), v1: storedIn('v2beta1') },
      true,
    ],
    ['may be of the second schema', { v2beta1: storedIn('v1beta1') }, true],
    ['is not known to /apis', {}, false],
  ])(
    'by the legacy API too, sees that a dashboard %s',
    async (_what, versions, isSecond) => {
      const { answers, detector } = setUp({
        ...ORG,
        '/apis': [200, { groups: [group('dashboard', 'v1', 'v2beta1')] }],
        '/api/dashboards/uid/a': [
          200,
          { meta: { version: 1 }, dashboard: { title: 'A' } },
        ],
      });
      for (const [version, answer] of Object.entries(versions)) {
        answers[
          `/apis/dashboard.grafana.app/${version}/namespaces/default/dashboards/a`
        ] = answer;
      }
      const { dashboards } = await detector.detect();
      const { obstacle } = (await dashboards.find('a'))!;
      expect(/second version of the dashboard/.test(obstacle ?? '')).toBe(
        isSecond,
      );
    },
  );

  it.each([403, 404, 501])(
    'takes the legacy API where /apis answer %s',
    async status => {
      const { detector } = setUp({ ...ORG, '/apis': [status] });
      expect((await detector.detect()).dashboards).toBeInstanceOf(
        LegacyDashboards,
      );
    },
  );

  it.each([
    [1, 'default', 'v1', ['v1beta1', 'v1']],
    [7, 'org-7', 'v1beta1', ['v1beta1']],
  ])(
    'looks in the namespace of organisation %s',
    async (id, namespace, version, versions) => {
      const { asked, detector } = setUp({
        '/api/org': [200, { id }],
        '/apis': [
          200,
          {
            groups: [
              group('dashboard', 'v0alpha1'),
              group('folder', ...versions),
            ],
          },
        ],
      });
      const { dashboards, folders } = await detector.detect();
      await dashboards.find('a');
      await folders.find('b');
      expect(asked.slice(2)).toEqual([
        `/apis/dashboard.grafana.app/v0alpha1/namespaces/${namespace}/dashboards/a`,
        `/apis/folder.grafana.app/${version}/namespaces/${namespace}/folders/b`,
      ]);
    },
  );

  it('asks once an hour', async () => {
    const { asked, detector, later } = setUp({ '/apis': [404] });
    await detector.detect();
    later(3_599_000);
    await detector.detect();
    expect(asked).toEqual(['/apis']);
    later(1_000);
    await detector.detect();
    expect(asked).toEqual(['/apis', '/apis']);
  });

  it('does not take a Grafana that does not answer for an old one', async () => {
    const { answers, detector } = setUp({ '/apis': [502] });
    await expect(detector.detect()).rejects.toThrow('answered 502');
    answers['/apis'] = [404];
    expect((await detector.detect()).dashboards).toBeInstanceOf(
      LegacyDashboards,
    );
  });
});
