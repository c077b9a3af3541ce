import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { DefaultAlertmanagerClient } from './DefaultAlertmanagerClient';

const server = setupServer();
registerMswTestHooks(server);

const client = DefaultAlertmanagerClient.fromConfig({
  id: 'default',
  url: 'http://alertmanager.test',
  auth: { method: 'bearer', token: 'top-secret' },
  tenant: 'media',
});

describe('DefaultAlertmanagerClient', () => {
  it('reads alerts', async () => {
    const alert = {
      labels: { alertname: 'A' },
      annotations: { summary: 'a' },
      startsAt: '2026-11-23T17:51:07.614Z',
      status: { silencedBy: ['s1'], inhibitedBy: ['6e6c4f1b6b9a6b0b'] },
    };
    server.use(
      http.get('http://alertmanager.test/api/v2/alerts', () =>
        HttpResponse.json([
          {
            ...alert,
            status: { state: 'suppressed', ...alert.status },
            endsAt: '2026-11-23T18:55:07.614Z',
            receivers: [{ name: 'x' }],
            generatorURL: 'http://p',
          },
        ]),
      ),
    );
    expect(await client.alerts()).toEqual([
      { ...alert, generatorUrl: 'http://p' },
    ]);
  });

  it('proves who it is, and names its tenant', async () => {
    const seen: Record<string, string>[] = [];
    server.use(
      http.get('http://alertmanager.test/api/v2/alerts', ({ request }) => {
        seen.push(Object.fromEntries(request.headers));
        return HttpResponse.json([]);
      }),
    );
    await client.alerts();
    expect(seen).toEqual([
      expect.objectContaining({
        authorization: 'Bearer top-secret',
        'x-scope-orgid': 'media',
      }),
    ]);
  });

  it('reads silences', async () => {
    server.use(
      http.get('http://alertmanager.test/api/v2/silences', () =>
        HttpResponse.json([
          {
            id: 's1',
            matchers: [{ name: 'alertname', value: 'A', isRegex: false }],
            startsAt: '2026-11-23T17:51:07.614Z',
            endsAt: '2026-11-23T18:51:07.614Z',
            createdBy: 'mara',
            comment: 'known',
            status: { state: 'active' },
          },
        ]),
      ),
    );
    expect(await client.silences()).toEqual([
      {
        id: 's1',
        endsAt: '2026-11-23T18:51:07.614Z',
        createdBy: 'mara',
        comment: 'known',
      },
    ]);
  });

  it('takes nothing but a text for a text, and nothing but an entry for one', async () => {
    server.use(
      http.get('http://alertmanager.test/api/v2/silences', () =>
        HttpResponse.json([
          null,
          'odd',
          { id: 's1', createdBy: { name: 'mara' }, comment: 7, endsAt: null },
        ]),
      ),
      http.get('http://alertmanager.test/api/v2/alerts', () =>
        HttpResponse.json([null, { labels: { alertname: 'A' } }]),
      ),
    );
    expect(await client.silences()).toEqual([
      { id: 's1', endsAt: '', createdBy: '', comment: '' },
    ]);
    expect(await client.alerts()).toMatchObject([
      { labels: { alertname: 'A' } },
    ]);
  });

  it.each([
    [500, '"cluster not ready"', /answered 500: "cluster not ready"/],
    [200, '{}', /without a list/],
    [200, '<html>', /not JSON/],
  ])('does not take a %s with %s for an answer', async (status, body, text) => {
    server.use(
      http.get(
        'http://alertmanager.test/api/v2/alerts',
        () => new HttpResponse(body, { status }),
      ),
    );
    await expect(client.alerts()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(text),
    });
  });
});
