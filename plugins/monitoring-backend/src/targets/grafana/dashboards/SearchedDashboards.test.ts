import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { DashboardsApi, StoredDashboard } from '../api/DashboardsApi';
import { GrafanaSearchHit } from '../api/search';
import { hashDashboard } from './dashboardContent';
import { markDashboard, OWNER_TAG } from './dashboardMarks';
import { SearchedDashboards } from './SearchedDashboards';

function aDashboard(index: number, text = 'A'): DesiredObject {
  const uid = `sl-${index}`;
  const content = { uid, title: uid, text, tags: [] };
  return {
    key: `component:default/a|dashboard|${index}`,
    kind: 'dashboard',
    entityRef: 'component:default/a',
    target: 'grafana:default',
    uid,
    title: uid,
    content,
    hash: hashDashboard(content),
  };
}

/** A Grafana in memory, which counts what is read. */
function setUp() {
  const stored = new Map<string, StoredDashboard>();
  const reads: string[] = [];
  const failures = new Map<string, Error>();
  const api = {
    find: async (uid: string) => {
      reads.push(uid);
      const failure = failures.get(uid) ?? failures.get('all');
      if (failure) {
        throw failure;
      }
      return stored.get(uid);
    },
  } as unknown as DashboardsApi;
  const hits = () =>
    [...stored.values()]
      .map(({ dashboard }) => dashboard as GrafanaSearchHit)
      .filter(({ tags }) => tags.includes(OWNER_TAG));
  const dashboards = new SearchedDashboards('https://grafana');
  const write = (object: DesiredObject) => {
    const { uid } = object;
    const dashboard = markDashboard(object.content, object);
    const written = { uid, folderUid: 'folder', dashboard, version: 1 };
    stored.set(uid, written);
    dashboards.remember(written, object);
  };
  const edit = (uid: string, change: object) => {
    const { dashboard, ...rest } = stored.get(uid)!;
    stored.set(uid, { ...rest, dashboard: { ...dashboard, ...change } });
  };
  const readsOf = async (wanted: DesiredObject[]) => {
    reads.length = 0;
    const actual = await dashboards.list(api, wanted, hits());
    return { actual, reads: [...reads] };
  };
  return { write, edit, failures, readsOf };
}

describe('SearchedDashboards', () => {
  const wanted = Array.from({ length: 250 }, (_, index) => aDashboard(index));

  function aFleet() {
    const fleet = setUp();
    for (const object of wanted) {
      fleet.write(object);
    }
    return fleet;
  }

  it('reads some of many in turn, and knows them all', async () => {
    const { readsOf } = aFleet();
    const read = new Set<string>();
    for (let run = 0; run < 3; run += 1) {
      const { actual, reads } = await readsOf(wanted);
      expect(actual).toHaveLength(250);
      expect(actual.every(({ hash, owner }) => hash === owner?.hash)).toBe(
        true,
      );
      expect(reads).toHaveLength(100);
      reads.forEach(uid => read.add(uid));
    }
    expect(read.size).toBe(250);
  });

  it('finds what a person edited within a few runs, and does not lose sight of it', async () => {
    const { edit, readsOf } = aFleet();
    edit('sl-249', { text: 'By hand' });
    for (let run = 0; run < 3; run += 1) {
      await readsOf(wanted);
    }
    for (let run = 0; run < 2; run += 1) {
      const { actual, reads } = await readsOf(wanted);
      expect(reads).toContain('sl-249');
      expect(actual.find(({ uid }) => uid === 'sl-249')?.content).toMatchObject(
        { text: 'By hand' },
      );
    }
  });

  it('reads at once what looks otherwise in the list, is to change, or is missing', async () => {
    const { edit, readsOf } = aFleet();
    await readsOf(wanted);
    edit('sl-1', { title: 'Renamed' });
    const { reads } = await readsOf([
      ...wanted.slice(0, 249),
      aDashboard(249, 'B'),
      aDashboard(250),
    ]);
    expect(reads.slice(0, 3).sort()).toEqual(['sl-1', 'sl-249', 'sl-250']);
  });

  it.each([
    ['forbidden', new NotAllowedError('Grafana does not let us')],
    ['too large', new ServiceUnavailableError('Grafana answered too much')],
  ])(
    'lets one dashboard that is %s stop no other, and leaves it alone',
    async (_what, failure) => {
      const { failures, readsOf } = aFleet();
      failures.set('sl-7', failure);
      for (let run = 0; run < 2; run += 1) {
        const changed = wanted.map((object, index) =>
          index === 7 ? aDashboard(7, 'New') : object,
        );
        const { actual, reads } = await readsOf(changed);
        expect(actual).toHaveLength(250);
        expect(reads).toContain('sl-7');
        const unreadable = actual.filter(({ obstacle }) => obstacle);
        expect(unreadable).toEqual([
          expect.objectContaining({
            uid: 'sl-7',
            title: 'sl-7',
            owner: { entityRef: 'component:default/a', hash: wanted[7].hash },
            obstacle: expect.stringContaining(failure.message),
          }),
        ]);
      }
      failures.clear();
      const { actual } = await readsOf(wanted);
      expect(actual).toHaveLength(250);
      expect(actual.filter(({ obstacle }) => obstacle)).toEqual([]);
    },
  );

  it('does not take what it may not read for missing or for ours', async () => {
    const { failures, readsOf } = aFleet();
    failures.set('sl-250', new NotAllowedError('Grafana does not let us'));
    const { actual } = await readsOf([...wanted, aDashboard(250)]);
    expect(actual.find(({ uid }) => uid === 'sl-250')).toMatchObject({
      owner: undefined,
      obstacle: expect.stringContaining('cannot be read'),
    });
  });

  it('gives up when Grafana does not answer at all', async () => {
    const { failures, readsOf } = aFleet();
    failures.set('all', new ServiceUnavailableError('Grafana does not answer'));
    await expect(readsOf(wanted)).rejects.toThrow('Grafana does not answer');
    await expect(readsOf([wanted[7]])).rejects.toThrow(
      'Grafana does not answer',
    );
  });

  it('reads no others for one that is asked for alone', async () => {
    const { readsOf } = aFleet();
    expect((await readsOf([wanted[7]])).reads).toEqual(['sl-7']);
  });
});
