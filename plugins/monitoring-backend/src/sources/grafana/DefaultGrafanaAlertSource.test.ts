import { registerMswTestHooks } from '@backstage/backend-test-utils';
import {
  AlertEvaluator,
  AlertStates,
  createStandIn,
  GrafanaState,
  putRuleGroup,
  STAND_IN_TOKENS,
} from '@sightline/grafana-stand-in';
import { once } from 'node:events';
import { AddressInfo } from 'node:net';
import { http, HttpResponse, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import { grafanaFolderUid } from '../../config';
import { DefaultGrafanaAlertSource } from './DefaultGrafanaAlertSource';

const server = setupServer();
registerMswTestHooks(server);

const RULES = 'http://grafana.test/sub/api/prometheus/grafana/api/v1/rules';

const config = {
  id: 'default',
  url: 'http://grafana.test/sub',
  publicUrl: 'https://grafana.example.com',
  auth: { method: 'bearer' as const, token: 'top-secret' },
  folder: 'Sightline',
};
const folderUid = grafanaFolderUid(config);
const source = DefaultGrafanaAlertSource.fromConfig(config);

function answerWithGroups(...groups: Record<string, unknown>[]) {
  server.use(
    http.get(RULES, ({ request }) =>
      request.headers.get('authorization') === 'Bearer top-secret'
        ? HttpResponse.json({ status: 'success', data: { groups } })
        : new HttpResponse(null, { status: 401 }),
    ),
  );
}

const answerWith = (...alerts: Record<string, unknown>[]) =>
  answerWithGroups({ folderUid, rules: [{ alerts }, {}] });

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

  it('leaves out other folders, which Grafana shows when it does not know ours', async () => {
    answerWithGroups(
      { folderUid: 'theirs', rules: [{ alerts: [firing] }] },
      { folderUid, rules: [] },
    );
    expect(await source.alerts()).toEqual([]);
  });

  it('asks for our folder, and for nothing of what is normal', async () => {
    const bodies: string[] = [];
    let time = 0;
    const now = () => new Date(time);
    const state = new GrafanaState(now);
    const alerts = new AlertStates();
    const evaluator = AlertEvaluator.create({
      state,
      alerts,
      now,
      query: async () =>
        ['down', 'up'].map((instance, value) => ({
          labels: { instance },
          value,
        })),
    });
    for (const folder of [folderUid, 'theirs']) {
      const data = [
        { refId: 'A', datasourceUid: 'prom', model: {} },
        {
          refId: 'C',
          datasourceUid: '__expr__',
          model: { type: 'math', expression: '$A < 1' },
        },
      ];
      state.folders.set(folder, { uid: folder, title: folder } as any);
      putRuleGroup(state, {
        folder,
        group: 'g',
        provenance: 'api',
        body: {
          interval: 60,
          rules: [
            { uid: folder, title: 'Down', condition: 'C', for: '0s', data },
          ],
        },
      });
    }
    await evaluator.evaluateDue();
    time += 60_000;
    await evaluator.evaluateDue();
    const app = createStandIn({
      prometheusUrl: 'http://unused',
      state,
      alerts,
    });
    const listening = app.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    server.use(http.all(/^http:\/\/127\.0\.0\.1:/, () => passthrough()));
    const url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
    try {
      const found = await DefaultGrafanaAlertSource.fromConfig(
        {
          ...config,
          url,
          auth: { method: 'bearer', token: STAND_IN_TOKENS.editor },
        },
        {
          fetch: async (input, init) => {
            const answer = await fetch(input, init);
            bodies.push(await answer.clone().text());
            return answer;
          },
        },
      ).alerts();
      expect(found.map(({ labels }) => labels.instance)).toEqual(['down']);
      expect(bodies).toHaveLength(1);
      expect(bodies[0]).not.toMatch(/"state":"Normal|theirs/);
    } finally {
      listening.close();
    }
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
    [200, '{"status":"success"}', /without alert rules/],
  ])('does not take a %s with %s for an answer', async (status, body, text) => {
    server.use(http.get(RULES, () => new HttpResponse(body, { status })));
    await expect(source.alerts()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(text),
    });
  });
});
