import { ServiceUnavailableError } from '@backstage/errors';
import {
  GrafanaCallOptions,
  GrafanaDashboardSource,
  QueueRefusalError,
} from '../../sources';
import { DefaultDashboardService } from './DefaultDashboardService';
import { GrafanaReader } from './GrafanaReader';
import { MonitoredEntity } from '../../catalog';

const LINK = { uid: 'a', title: 'A', url: '', folderUid: 'media', tags: [] };

/** A Grafana that remembers who asked. */
function rememberingReader(more: Partial<GrafanaDashboardSource> = {}) {
  const asked: Record<string, string | undefined> = {};
  const remember =
    <T>(what: string, answer: T) =>
    async (_: unknown, options?: GrafanaCallOptions) => {
      asked[what] = options?.caller;
      return answer;
    };
  const source = {
    id: 'default',
    urlOf: (uid: string) => uid,
    read: remember('read', {
      ...LINK,
      model: { panels: [{ libraryPanel: { uid: 'p' } }] },
    }),
    readLibraryPanel: remember('readLibraryPanel', {}),
    listByTag: remember('listByTag', [LINK]),
    search: remember('search', [LINK]),
    annotations: remember('annotations', []),
    ...more,
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

  it('keeps a failure of Grafana for a moment, and none of the caller’s own', async () => {
    const failures = [
      new QueueRefusalError('too much of yours', 5_000),
      new ServiceUnavailableError('Grafana is away'),
    ];
    let reads = 0;
    const { reader } = rememberingReader({
      read: async () => {
        reads += 1;
        throw failures.shift() ?? new Error('asked again');
      },
    });
    const messages: string[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const read = await reader.read('a');
      messages.push('failure' in read ? read.failure.message : 'none');
    }
    expect(messages).toEqual([
      'too much of yours',
      'Grafana is away',
      'Grafana is away',
    ]);
    expect(reads).toBe(2);
  });

  it('reads library panels in turns, so that a person has a place for each', async () => {
    let active = 0;
    let most = 0;
    const { reader } = rememberingReader({
      read: async () => ({
        ...LINK,
        model: {
          panels: Array.from({ length: 30 }, (_, index) => ({
            libraryPanel: { uid: `p${index}` },
          })),
        },
      }),
      readLibraryPanel: async () => {
        active += 1;
        most = Math.max(most, active);
        await new Promise(resolve => setImmediate(resolve));
        active -= 1;
        return { type: 'text' };
      },
    });
    const read = await reader.read('a');
    expect('value' in read && read.value?.model.panels).toEqual(
      Array.from({ length: 30 }, () =>
        expect.objectContaining({ type: 'text' }),
      ),
    );
    expect(most).toBe(4);
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
