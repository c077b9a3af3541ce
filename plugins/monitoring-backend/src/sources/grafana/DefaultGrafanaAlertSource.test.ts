import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { DefaultGrafanaAlertSource } from './DefaultGrafanaAlertSource';

const server = setupServer();
registerMswTestHooks(server);

const URL = 'http://grafana.test/sub/api/prometheus/grafana/api/v1/alerts';

const source = DefaultGrafanaAlertSource.fromConfig({
  id: 'default',
  url: 'http://grafana.test/sub',
  publicUrl: 'https://grafana.example.com',
  auth: { method: 'bearer', token: 'top-secret' },
  folder: 'Sightline',
});

function answerWith(...alerts: Record<string, unknown>[]) {
  server.use(
    http.get(URL, ({ request }) =>
      request.headers.get('authorization') === 'Bearer top-secret'
        ? HttpResponse.json({ status: 'success', data: { alerts } })
        : new HttpResponse(null, { status: 401 }),
    ),
  );
}

const firing = {
  labels: {
    __alert_rule_uid__: 's-1',
    __name__: 'up',
    alertname: 'HighHttpErrorRate',
    entity: 'component:default/shop',
    grafana_folder: 'Sightline',
    severity: 'critical',
  },
  annotations: { summary: 'Too many errors', sightline_value: '0.07' },
  state: 'Alerting',
  activeAt: '2026-11-23T18:24:20Z',
  value: '1e+00',
};

describe('DefaultGrafanaAlertSource', () => {
  it('tells an alert as Prometheus would, with the value of its query', async () => {
    answerWith(firing);
    expect(await source.alerts()).toEqual([
      {
        labels: {
          alertname: 'HighHttpErrorRate',
          entity: 'component:default/shop',
          severity: 'critical',
        },
        annotations: { summary: 'Too many errors' },
        state: 'firing',
        activeAt: '2026-11-23T18:24:20Z',
        value: 0.07,
      },
    ]);
  });

  it.each([
    ['Alerting', 'firing'],
    ['Alerting (NoData)', 'firing'],
    ['Alerting (Error)', 'firing'],
    ['Recovering', 'firing'],
    ['Pending', 'pending'],
    ['Normal', undefined],
    ['Normal (NoData)', undefined],
    ['NoData', undefined],
    ['Error', undefined],
    [undefined, undefined],
  ])('takes %s for %s', async (state, expected) => {
    answerWith({ ...firing, state });
    expect((await source.alerts()).map(alert => alert.state)).toEqual(
      expected ? [expected] : [],
    );
  });

  it.each([undefined, '', '[no value]', 'NaN'])(
    'knows no value when the annotation is %j',
    async value => {
      answerWith({ ...firing, annotations: { sightline_value: value } });
      expect((await source.alerts())[0].value).toBeNaN();
    },
  );

  it.each([
    [401, '{"message":"Unauthorized"}', /refused the configured credentials/],
    [404, '{"message":"Not found"}', /answered 404: .*Not found/],
    [500, '<html>', /answered 500$/],
    [200, '<html>', /something that is not JSON/],
    [200, '{"status":"success"}', /without alerts/],
  ])('does not take a %s with %s for an answer', async (status, body, text) => {
    server.use(http.get(URL, () => new HttpResponse(body, { status })));
    await expect(source.alerts()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(text),
    });
  });
});
