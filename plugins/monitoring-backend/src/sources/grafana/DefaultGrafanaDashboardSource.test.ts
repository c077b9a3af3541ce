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
              panels: [],
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
      model: { uid: 'sl-a', title: 'Edited', tags: ['a', 7], panels: [] },
    });
    expect(authorization).toBe('Bearer top-secret');
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
});
