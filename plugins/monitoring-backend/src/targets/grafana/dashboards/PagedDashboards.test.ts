import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { dashboard } from '../__testUtils__/builders';
import { DashboardsApi, StoredDashboard } from '../api/DashboardsApi';
import { hashDashboard } from './dashboardContent';
import { markDashboard } from './dashboardMarks';
import { isPaged, PagedDashboards } from './PagedDashboards';

const PAGE = 100;

function aDashboard(index: number, title = 'A'): DesiredObject {
  const made = dashboard(title);
  const uid = `sl-${index}`;
  const content = { ...made.content, uid };
  return { ...made, uid, content, hash: hashDashboard(content) };
}

/** A Grafana in memory that gives pages, and counts what it is asked. */
function setUp() {
  const stored = new Map<string, StoredDashboard>();
  const asked: string[] = [];
  let version = 0;
  async function* pages() {
    const all = [...stored.values()];
    for (let from = 0; from === 0 || from < all.length; from += PAGE) {
      yield all.slice(from, from + PAGE);
    }
  }
  const api: DashboardsApi = {
    async *readAll() {
      for await (const page of pages()) {
        asked.push('content');
        yield page;
      }
    },
    async *readVersions() {
      for await (const page of pages()) {
        asked.push('versions');
        yield page;
      }
    },
    find: async uid => {
      asked.push(uid);
      return stored.get(uid);
    },
    save: async () => undefined,
    remove: async () => {},
  };
  const put = (uid: string, content: Record<string, unknown>) => {
    version += 1;
    stored.set(uid, {
      uid,
      folderUid: 'folder',
      dashboard: content,
      version: String(version),
    });
  };
  const write = (object: DesiredObject) =>
    put(object.uid, markDashboard(object.content, object));
  const dashboards = new PagedDashboards('https://grafana');
  const list = async (wanted: DesiredObject[]) => {
    asked.length = 0;
    if (!isPaged(api)) {
      throw new Error('It gives no pages');
    }
    return dashboards.list(api, wanted);
  };
  return { stored, asked, put, write, list, dashboards };
}

describe('PagedDashboards', () => {
  const wanted = Array.from({ length: 250 }, (_, index) => aDashboard(index));

  function aFleet() {
    const fleet = setUp();
    wanted.forEach(fleet.write);
    fleet.put('theirs', { title: 'By hand', tags: [] });
    return fleet;
  }

  it('reads pages with content once, and then versions alone', async () => {
    const { asked, list } = aFleet();
    expect(await list(wanted)).toHaveLength(250);
    expect(asked).toEqual(['content', 'content', 'content']);
    const again = await list(wanted);
    expect(asked).toEqual(['versions', 'versions', 'versions']);
    expect(again).toHaveLength(250);
    expect(again.every(({ hash, owner }) => hash === owner?.hash)).toBe(true);
  });

  it('keeps no content of what stands as it was written', async () => {
    const { list } = aFleet();
    const listed = await list(wanted);
    expect(listed.every(({ content }) => !Object.keys(content).length)).toBe(
      true,
    );
  });

  it('finds every edit at once, and keeps it in sight', async () => {
    const { asked, list, put, stored } = aFleet();
    await list(wanted);
    const edited = stored.get('sl-249')!.dashboard;
    put('sl-249', { ...edited, description: 'By hand' });
    for (const reads of [['sl-249'], []]) {
      const found = (await list(wanted)).find(({ uid }) => uid === 'sl-249');
      expect(found?.content).toMatchObject({ description: 'By hand' });
      expect(asked.filter(entry => entry !== 'versions')).toEqual(reads);
    }
  });

  it('reads what is wanted otherwise, so that it can be compared', async () => {
    const { asked, list } = aFleet();
    await list(wanted);
    const changed = [...wanted.slice(1), aDashboard(0, 'B')];
    const listed = await list(changed);
    expect(listed.find(({ uid }) => uid === 'sl-0')?.content).toMatchObject({
      title: 'A',
    });
    expect(asked).toContain('sl-0');
  });

  it('reads pages again when many are wanted otherwise', async () => {
    const { asked, list } = aFleet();
    await list(wanted);
    await list(wanted.map((_, index) => aDashboard(index, 'B')));
    expect(asked.filter(entry => entry === 'content')).toHaveLength(3);
    expect(asked.filter(entry => entry.startsWith('sl-'))).toEqual([]);
  });

  it('sees what somebody marks or deletes', async () => {
    const { list, put, stored } = aFleet();
    await list(wanted);
    stored.delete('sl-1');
    put('theirs', markDashboard({ title: 'Copy' }, wanted[0] as any));
    const uids = (await list(wanted)).map(({ uid }) => uid);
    expect(uids).toContain('theirs');
    expect(uids).not.toContain('sl-1');
  });

  it('knows what was just written without reading it', async () => {
    const { asked, dashboards, list, stored, write } = aFleet();
    await list(wanted);
    const next = wanted.map((_, index) => aDashboard(index, 'B'));
    for (const object of next) {
      write(object);
      dashboards.remember(stored.get(object.uid)!, object);
    }
    const listed = await list(next);
    expect(listed.every(({ title }) => title === 'B')).toBe(true);
    expect(listed.every(({ hash, owner }) => hash === owner?.hash)).toBe(true);
    expect(asked).toEqual(['versions', 'versions', 'versions']);
  });

  it('asks for what a list leaves out, unless too much is missing', async () => {
    const { asked, list } = setUp();
    await list([aDashboard(1)]);
    expect(asked).toContain('sl-1');
    await list(wanted);
    expect(asked.filter(entry => entry.startsWith('sl-'))).toEqual([]);
  });
});
