import recorded from './__fixtures__/apisRoundTrips.json';
import { GrafanaHttp } from './api/GrafanaHttp';
import { KubernetesDashboards } from './api/KubernetesDashboards';
import { KubernetesFolders } from './api/KubernetesFolders';
import { dashboardContent, hashDashboard } from './dashboards/dashboardContent';
import { describeDashboard } from './dashboards/describeDashboard';
import { hashMuteTiming } from './muteTimings';

/** A Grafana that answers one thing, whatever it is asked. */
function answering(body: unknown): GrafanaHttp {
  return {
    answer: async () => ({ status: 200, body: '' }),
    read: () => body,
    jsonOrNothing: async () => body,
  } as unknown as GrafanaHttp;
}

async function readDashboard(object: { metadata: { name: string } }) {
  const api = new KubernetesDashboards(answering(object), '/apis/d');
  const stored = await api.find(object.metadata.name);
  return describeDashboard(stored!, 'https://grafana');
}

describe('what a Grafana 12.4 gives back', () => {
  it.each(recorded.dashboards.map(entry => [entry.name, entry] as const))(
    'is the dashboard that was sent (%s)',
    async (_name, { sent, read }) => {
      const actual = await readDashboard(read);
      const uid = sent.metadata.name;
      expect(actual.hash).toBe(
        hashDashboard(dashboardContent({ ...sent.spec, uid })),
      );
      expect(actual).toMatchObject({
        uid,
        folder: 'f1',
        version: read.metadata.resourceVersion,
      });
      expect(actual).not.toHaveProperty('obstacle');
    },
  );

  it('is another dashboard when a person edited it', async () => {
    const [{ read }] = recorded.dashboards;
    const edited = { ...read, spec: { ...read.spec, description: 'By hand' } };
    expect((await readDashboard(edited)).hash).not.toBe(
      (await readDashboard(read)).hash,
    );
  });

  it('is no dashboard to write over when it is stored in the second schema', async () => {
    const actual = await readDashboard(recorded.second);
    expect(actual.obstacle).toMatch(/second version of the dashboard schema/);
    expect(actual).not.toHaveProperty('adoptable');
  });

  it.each([
    ['was of the second schema once', 'v0alpha1', 'v0alpha1', false],
    ['was of the first schema before', 'v0alpha1', 'v2beta1', true],
    ['never was of another', undefined, 'v2beta1', true],
    ['cannot be read in a third form', 'v0alpha1', 404, true],
  ])(
    'is in the way when other forms say that it is stored in the second schema (%s)',
    async (_what, inSecond, inThird, isInTheWay) => {
      const http = {
        jsonOrNothing: async () => recorded.second,
        answer: async ({ path }: { path: string }) => {
          const told = path.includes('/v2beta1/') ? inSecond : inThird;
          return { status: told === 404 ? 404 : 200, told };
        },
        read: ({ told }: any) => ({
          status: told ? { conversion: { storedVersion: told } } : {},
        }),
      } as unknown as GrafanaHttp;
      const base = '/apis/dashboard.grafana.app/v0alpha1/namespaces/default';
      const api = new KubernetesDashboards(http, base);
      const stored = await api.find('a');
      expect(stored?.obstacle !== undefined).toBe(isInTheWay);
    },
  );

  it.each(['terraform', 'kubectl', 'repo'])(
    'is no dashboard to write over when %s manages it',
    async manager => {
      const [{ read }] = recorded.dashboards;
      const annotations = { 'grafana.app/managedBy': manager };
      const metadata = { ...read.metadata, annotations };
      const actual = await readDashboard({ ...read, metadata } as any);
      expect(actual.obstacle).toMatch(`It is managed by '${manager}'`);
    },
  );

  it.each(recorded.folders.map(entry => [entry.name, entry] as const))(
    'is the folder that was sent (%s)',
    async (_name, { sent, read }) => {
      const api = new KubernetesFolders(answering(read), '/apis/f');
      const { annotations } = sent.metadata as {
        annotations?: Record<string, string>;
      };
      expect(await api.find(sent.metadata.name)).toMatchObject({
        uid: sent.metadata.name,
        title: sent.spec.title,
        parentUid: annotations?.['grafana.app/folder'],
      });
    },
  );

  it.each(recorded.muteTimings.map(entry => [entry.name, entry] as const))(
    'is the mute timing that was sent (%s)',
    (_name, { sent, read }) => {
      expect(hashMuteTiming(read)).toBe(hashMuteTiming(sent));
    },
  );

  it('is another mute timing when somebody changed it', () => {
    const [{ read }] = recorded.muteTimings;
    const [interval] = read.time_intervals;
    const changed = [{ ...interval, weekdays: ['monday'] }];
    expect(hashMuteTiming({ ...read, time_intervals: changed })).not.toBe(
      hashMuteTiming(read),
    );
  });
});
