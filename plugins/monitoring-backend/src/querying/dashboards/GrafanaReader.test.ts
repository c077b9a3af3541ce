import { GrafanaCallOptions, GrafanaDashboardSource } from '../../sources';
import { DefaultDashboardService } from './DefaultDashboardService';
import { GrafanaReader } from './GrafanaReader';
import { MonitoredEntity } from '../../catalog';

/** A Grafana that remembers who asked. */
function rememberingReader() {
  const asked: Record<string, string | undefined> = {};
  const remember =
    <T>(what: string, answer: T) =>
    async (_: unknown, options?: GrafanaCallOptions) => {
      asked[what] = options?.caller;
      return answer;
    };
  const link = { uid: 'a', title: 'A', url: '', folderUid: 'media', tags: [] };
  const source = {
    id: 'default',
    urlOf: (uid: string) => uid,
    read: remember('read', {
      ...link,
      model: { panels: [{ libraryPanel: { uid: 'p' } }] },
    }),
    readLibraryPanel: remember('readLibraryPanel', {}),
    listByTag: remember('listByTag', [link]),
    search: remember('search', [link]),
    annotations: remember('annotations', []),
  } satisfies GrafanaDashboardSource;
  const reader = GrafanaReader.create({
    source,
    linkable: { folders: ['media'], tags: [] },
    now: () => 0,
  });
  return { reader, asked };
}

describe('GrafanaReader', () => {
  it('says who asks in every call, so that nobody takes all slots', async () => {
    const { reader, asked } = rememberingReader();
    const options = { caller: 'me' };
    await reader.read('a', options);
    await reader.listByTag('t', options);
    await reader.listAllowed('', options);
    await reader.annotations({ from: 0, to: 1, limit: 1 }, options);
    expect(asked).toEqual({
      read: 'me',
      readLibraryPanel: 'me',
      listByTag: 'me',
      search: 'me',
      annotations: 'me',
    });
  });

  it('is told who asks by the service', async () => {
    const { reader, asked } = rememberingReader();
    const service = DefaultDashboardService.create({ grafana: [reader] });
    const monitoring = {
      spec: {
        dashboards: [
          { type: 'uid', value: 'a' },
          { type: 'tag', value: 't' },
        ],
        selector: [],
      },
      dashboards: [],
    };
    const entity = {
      entity: {},
      monitoring,
      environments: [monitoring],
    } as unknown as MonitoredEntity;
    await service.list(entity, { caller: 'me' });
    await service.listAvailable(entity, {}, { caller: 'me' });
    expect(asked).toMatchObject({ listByTag: 'me', search: 'me', read: 'me' });
  });
});
