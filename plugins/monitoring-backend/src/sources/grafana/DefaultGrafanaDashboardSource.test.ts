import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { DefaultGrafanaDashboardSource } from './DefaultGrafanaDashboardSource';

const server = setupServer();
registerMswTestHooks(server);

const source = DefaultGrafanaDashboardSource.fromConfig({
  id: 'default',
  url: 'http://grafana.test/sub',
  publicUrl: 'https://grafana.example.com',
  auth: { method: 'bearer', token: 'top-secret' },
  folder: 'Sightline',
});

describe('DefaultGrafanaDashboardSource', () => {
  it('reads a dashboard as it stands in Grafana', async () => {
    let authorization: string | null = null;
    server.use(
      http.get(
        'http://grafana.test/sub/api/dashboards/uid/:uid',
        ({ request, params }) => {
          authorization = request.headers.get('authorization');
          return HttpResponse.json({
            meta: { url: '/d/sl-a/a', version: 3, folderUid: 'media' },
            dashboard: {
              uid: params.uid,
              title: 'Edited',
              tags: ['a', 7],
              panels: [{ id: 1 }],
            },
          });
        },
      ),
    );
    expect(await source.read('sl-a')).toEqual({
      uid: 'sl-a',
      title: 'Edited',
      url: 'https://grafana.example.com/d/sl-a',
      folderUid: 'media',
      tags: ['a'],
      model: {
        uid: 'sl-a',
        title: 'Edited',
        tags: ['a', 7],
        panels: [{ id: 1 }],
      },
    });
    expect(authorization).toBe('Bearer top-secret');
  });

  describe('a dashboard that is stored in the second schema', () => {
    const asked: string[] = [];
    const stored = (storedVersion?: string) => ({
      kind: 'Dashboard',
      spec: { elements: { a: {} } },
      status: storedVersion ? { conversion: { storedVersion } } : {},
    });
    /** As 12.4 converts it on reading (recording `apis-dashboards`). */
    const converted = {
      annotations: { list: [] },
      editable: true,
      fiscalYearStartMonth: 0,
      graphTooltip: 0,
      id: 3738434174066688,
      panels: [{ id: 1 }],
      preload: false,
      refresh: '',
      schemaVersion: 42,
      time: { from: 'now-6h', to: 'now' },
      timezone: 'browser',
      title: 'Two',
      uid: 'two',
      version: 4,
    };
    const serve = (first: object, versions: Record<string, object>) =>
      server.use(
        http.get('http://grafana.test/sub/api/dashboards/uid/two', () =>
          HttpResponse.json({ meta: {}, dashboard: first }),
        ),
        http.get(
          'http://grafana.test/sub/apis/dashboard.grafana.app/:version/namespaces/default/dashboards/two',
          ({ params }) => {
            const version = String(params.version);
            asked.push(version);
            return version in versions
              ? HttpResponse.json(versions[version] as object)
              : HttpResponse.json({ code: 404 }, { status: 404 });
          },
        ),
      );
    const aSource = () =>
      DefaultGrafanaDashboardSource.fromConfig({
        id: 'default',
        url: 'http://grafana.test/sub',
        publicUrl: 'https://grafana.example.com',
        auth: { method: 'none' },
        folder: 'Sightline',
      });

    beforeEach(() => {
      asked.length = 0;
    });

    it.each([
      ['of which the first form has everything', converted, undefined],
      ['of which the first form has but the title', { title: 'T' }, undefined],
      ['in an earlier version', converted, 'v2alpha1'],
    ])('is read so: %s', async (_, first, version) => {
      serve(first, { v2beta1: stored(version) });
      expect((await aSource().read('two'))?.model).toEqual(stored(version));
      expect(asked).toEqual(['v2', 'v2beta1']);
    });

    it('is asked for at once in the version that Grafana served before', async () => {
      serve(converted, { v2beta1: stored() });
      const grafana = aSource();
      await grafana.read('two');
      asked.length = 0;
      await grafana.read('two');
      expect(asked).toEqual(['v2beta1']);
    });

    it('is known when its status still tells the form of before', async () => {
      serve(converted, {
        v2beta1: stored('v0alpha1'),
        v1beta1: stored('v2beta1'),
      });
      expect((await aSource().read('two'))?.model).toEqual(stored('v0alpha1'));
    });

    it.each<[string, object, Record<string, object>]>([
      ['no Grafana serves that', converted, {}],
      ['it is empty there too', { title: 'T' }, { v2: { spec: {} } }],
      [
        'it is stored as the first, and only looks like the second',
        converted,
        { v2beta1: stored('v0alpha1'), v1beta1: stored('v0alpha1') },
      ],
    ])('is none when %s', async (_, first, versions) => {
      serve(first, versions);
      expect((await aSource().read('two'))?.model).toEqual(first);
    });

    it.each<[string, object]>([
      ['of an older version', { schemaVersion: 41 }],
      ['that no program filled in', { preload: undefined }],
      ['with a list that the other form would not have', { links: [] }],
      ['with no variables', { templating: { list: [] } }],
      ['with no settings of its times', { timepicker: {} }],
    ])(
      'is not even asked for where the first form is one %s',
      async (_, change) => {
        serve({ ...converted, ...change }, { v2beta1: stored() });
        await aSource().read('two');
        expect(asked).toEqual([]);
      },
    );

    it('shows what is known of it while the other API does not answer', async () => {
      serve(converted, {});
      server.use(
        http.get('http://grafana.test/sub/apis/*', () => HttpResponse.error()),
      );
      expect((await aSource().read('two'))?.model).toEqual(converted);
    });
  });

  it.each([
    { message: 'Dashboard not found' },
    { message: 'Dashboard not found', title: 'Not found' },
  ])('answers nothing when Grafana has it not: %o', async body => {
    server.use(
      http.get('http://grafana.test/sub/api/dashboards/uid/nope', () =>
        HttpResponse.json(body, { status: 404 }),
      ),
    );
    expect(await source.read('nope')).toBeUndefined();
  });

  it.each(['../../admin', 'a/b', '..', '%2e%2e', 'a?b=c', '', 'x'.repeat(41)])(
    'asks Grafana nothing for a uid that cannot be one: %s',
    async uid => {
      // A request would be an error: no handler is there for it.
      expect(await source.read(uid)).toBeUndefined();
    },
  );

  it.each([
    [404, '404 page not found', /answered 404: 404 page not found/],
    [401, '{"message":"Unauthorized"}', /refused the configured credentials/],
    [403, '<html>Forbidden', /refused the configured credentials/],
    [500, '<html>', /answered 500$/],
    [200, '<html>', /something that is not JSON/],
    [200, '{}', /without a dashboard/],
  ])('does not take a %s with %s for an answer', async (status, body, text) => {
    server.use(
      http.get(
        'http://grafana.test/sub/api/dashboards/uid/a',
        () => new HttpResponse(body, { status }),
      ),
    );
    await expect(source.read('a')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(text),
    });
  });

  it('says which dashboard it may not read, and what helps', async () => {
    server.use(
      http.get('http://grafana.test/sub/api/dashboards/uid/a', () =>
        HttpResponse.json(
          {
            accessErrorId: 'ACE6871404133',
            message:
              "You'll need additional permissions to perform this action. Permissions needed: dashboards:read",
            title: 'Access denied',
          },
          { status: 403 },
        ),
      ),
    );
    await expect(source.read('a')).rejects.toMatchObject({
      name: 'NotAllowedError',
      message:
        "Grafana 'default' does not let Sightline's service account read the dashboard 'a'. Give it the permission View on the dashboard's folder; Grafana may take a minute to heed it",
    });
  });

  it('lists dashboards by tag', async () => {
    let search = '';
    server.use(
      http.get('http://grafana.test/sub/api/search', ({ request }) => {
        search = new URL(request.url).search;
        return HttpResponse.json([
          { uid: 'd1', title: 'Alpha one', type: 'dash-db' },
          { uid: 'd2', title: 'Beta', tags: ['x'], folderUid: 'media' },
          { uid: '../x', title: 'Odd', type: 'dash-db' },
        ]);
      }),
    );
    expect(await source.listByTag('team&a')).toEqual([
      {
        uid: 'd1',
        title: 'Alpha one',
        url: 'https://grafana.example.com/d/d1',
        folderUid: 'general',
        tags: [],
      },
      {
        uid: 'd2',
        title: 'Beta',
        url: 'https://grafana.example.com/d/d2',
        folderUid: 'media',
        tags: ['x'],
      },
    ]);
    expect(search).toBe('?type=dash-db&tag=team%26a&limit=100');
  });

  it('looks for dashboards in folders and by tag, and drops what is none', async () => {
    let asked = '';
    server.use(
      http.get('http://grafana.test/sub/api/search', ({ request }) => {
        asked = new URL(request.url).search;
        return HttpResponse.json([
          {
            uid: 'a',
            title: 'A',
            folderUid: 'f',
            folderTitle: 'F',
            tags: ['t'],
          },
          { uid: '../x', title: 'B' },
          { title: 'C' },
        ]);
      }),
    );
    expect(
      await source.search({
        text: 'a&b',
        tag: 't',
        folderUids: ['f', 'general'],
        limit: 7,
      }),
    ).toEqual([
      {
        uid: 'a',
        title: 'A',
        url: 'https://grafana.example.com/d/a',
        folderUid: 'f',
        folder: 'F',
        tags: ['t'],
      },
    ]);
    expect(asked).toBe(
      '?type=dash-db&query=a%26b&tag=t&folderUIDs=f&folderUIDs=general&limit=7',
    );
  });

  it('reads panels of the library', async () => {
    server.use(
      http.get(
        'http://grafana.test/sub/api/library-elements/:uid',
        ({ params }) =>
          params.uid === 'lp1'
            ? HttpResponse.json({ result: { model: { type: 'stat' } } })
            : HttpResponse.json(
                { message: 'library element could not be found' },
                { status: 404 },
              ),
      ),
    );
    expect(await source.readLibraryPanel('lp1')).toEqual({ type: 'stat' });
    expect(await source.readLibraryPanel('nope')).toBeUndefined();
    expect(await source.readLibraryPanel('../x')).toBeUndefined();
  });

  it('reads annotations, and drops what is none', async () => {
    server.use(
      http.get('http://grafana.test/sub/api/annotations', () =>
        HttpResponse.json([
          {
            id: 1,
            dashboardUID: '',
            time: 5,
            timeEnd: 5,
            text: 'v1',
            tags: [3, 'a'],
          },
          { id: 2, dashboardUID: 'd', panelId: 0, time: 5, timeEnd: 9 },
          null,
          { id: 3 },
        ]),
      ),
    );
    expect(await source.annotations({ from: 1, to: 9, limit: 10 })).toEqual([
      { id: 1, from: 5, text: 'v1', tags: ['a'] },
      { id: 2, dashboardUid: 'd', from: 5, to: 9, text: '', tags: [] },
    ]);
  });
});
