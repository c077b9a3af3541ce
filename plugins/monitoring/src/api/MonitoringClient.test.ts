import { PanelAnswer } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringClient } from './MonitoringClient';

const REF = 'component:default/ingestor';
const PROVISIONING = 'plugin://monitoring/v1/provisioning';
const PATH = 'plugin://monitoring/v1/entities/component/default/ingestor';

function streamOf(...chunks: string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      chunks.forEach(chunk => controller.enqueue(encoder.encode(chunk)));
      controller.close();
    },
  });
}

function setUp(answer: Partial<Response> | Error) {
  const fetch = jest.fn(
    async (_url: string | URL | Request, _init?: RequestInit) => {
      if (answer instanceof Error) {
        throw answer;
      }
      return { ok: true, json: async () => ({}), ...answer } as Response;
    },
  );
  return { client: MonitoringClient.create({ fetchApi: { fetch } }), fetch };
}

describe('MonitoringClient', () => {
  it('lets go of marks and of dashboards that nobody waits for', async () => {
    const { client, fetch } = setUp({});
    const { signal } = new AbortController();
    const range = { from: 1, to: 2 };
    await client.getDashboardMarks(REF, 'a', { range }, { signal });
    await client.getAvailableDashboards(REF, {}, { signal });
    expect(fetch.mock.calls.map(([, init]) => init?.signal)).toEqual([
      signal,
      signal,
    ]);
  });

  it.each<[string, (client: MonitoringClient) => Promise<unknown>, string]>([
    ['the entity', c => c.getEntity(REF), PATH],
    ['its SLOs', c => c.getSlos(REF), `${PATH}/slos`],
    ['its alerts', c => c.getAlerts(REF), `${PATH}/alerts`],
    [
      'its SLOs in an environment',
      c => c.getSlos(REF, { environment: 'stage' }),
      `${PATH}/slos?environment=stage`,
    ],
    [
      'its alerts in an environment',
      c => c.getAlerts(REF, { environment: 'stage' }),
      `${PATH}/alerts?environment=stage`,
    ],
    [
      'its suggestions in an environment',
      c => c.getSuggestions(REF, { environment: 'stage' }),
      `${PATH}/suggestions?environment=stage`,
    ],
    [
      'its dashboards in an environment',
      c => c.getDashboards(REF, { environment: 'stage' }),
      `${PATH}/dashboards?environment=stage`,
    ],
    [
      'one dashboard in an environment',
      c => c.getDashboard(REF, 'a', { environment: 'stage' }),
      `${PATH}/dashboards/a?environment=stage`,
    ],
    [
      'what can be looked at of Grafana',
      c =>
        c.getAvailableDashboards(
          REF,
          { query: 'a & b', limit: 5 },
          { environment: 'stage' },
        ),
      `${PATH}/available-dashboards?query=a+%26+b&limit=5&environment=stage`,
    ],
    [
      'the history of an SLO',
      c => c.getSloHistory(REF, 'availability', { from: 1, to: 2 }),
      `${PATH}/slos/availability/history?from=1&to=2`,
    ],
    [
      'one SLO',
      c => c.getSloDetail(REF, 'availability'),
      `${PATH}/slos/availability`,
    ],
    [
      'SLOs by domain',
      c => c.getSloRollups('domain', { state: ['ok'], sort: 'name', limit: 5 }),
      'plugin://monitoring/v1/slos/rollups?by=domain&state=ok',
    ],
    [
      'the trends of SLOs',
      c =>
        c.getSloTrends([
          { entityRef: REF, id: 'availability' },
          { entityRef: REF, id: 'latency' },
        ]),
      'plugin://monitoring/v1/slos/trends?slo=component%3Adefault%2Fingestor%7Cavailability&slo=component%3Adefault%2Fingestor%7Clatency',
    ],
    ['its suggestions', c => c.getSuggestions(REF), `${PATH}/suggestions`],
    ['its dashboards', c => c.getDashboards(REF), `${PATH}/dashboards`],
    [
      'one dashboard',
      c => c.getDashboard(REF, 'a/b'),
      `${PATH}/dashboards/a%2Fb`,
    ],
    [
      'X07 · an entity whose name is a path',
      c => c.getEntity('component:default/../../other-plugin/api'),
      'plugin://monitoring/v1/entities/component/default/..%2f..%2fother-plugin%2fapi',
    ],
    [
      'X07 · an SLO whose id is a path',
      c => c.getSloHistory(REF, '../../..?a#b', { from: 1, to: 2 }),
      `${PATH}/slos/..%2F..%2F..%3Fa%23b/history?from=1&to=2`,
    ],
    [
      'SLOs of the fleet',
      c =>
        c.listSlos({
          state: ['burning', 'exhausted'],
          owner: ['group:default/media'],
          search: undefined,
          limit: 5,
        }),
      'plugin://monitoring/v1/slos?state=burning&state=exhausted&owner=group%3Adefault%2Fmedia&limit=5',
    ],
    [
      'alerts of the fleet',
      c => c.listAlerts(),
      'plugin://monitoring/v1/alerts',
    ],
    ['provisioning', c => c.getProvisioning(), PROVISIONING],
    [
      'runs that did something',
      c => c.listProvisioningRuns({ eventful: true, limit: 20, cursor: 'a=' }),
      `${PROVISIONING}/runs?eventful=true&limit=20&cursor=a%3D`,
    ],
    ['a run', c => c.getProvisioningRun('a/b'), `${PROVISIONING}/runs/a%2Fb`],
    [
      'steps of a run',
      c =>
        c.listProvisioningSteps('7', {
          outcome: ['failed', 'kept'],
          kind: ['dashboard'],
          entityRef: REF,
        }),
      `${PROVISIONING}/runs/7/steps?outcome=failed&outcome=kept&kind=dashboard&entityRef=component%3Adefault%2Fingestor`,
    ],
    [
      'what belongs to no entity',
      c => c.listSharedObjects(),
      `${PROVISIONING}/shared`,
    ],
    [
      'both sides of an object that is shared',
      c => c.compareSharedObject('sightline/shared-slos|x'),
      `${PROVISIONING}/shared/comparison?key=sightline%2Fshared-slos%7Cx`,
    ],
    [
      'what is provisioned for the entity',
      c => c.getEntityProvisioning(REF),
      `${PATH}/provisioning`,
    ],
    ['its plan', c => c.planEntity(REF), `${PATH}/provisioning/plan`],
    [
      'both sides of an object',
      c => c.compareObject(REF, 'component:default/ingestor|dashboard|http'),
      `${PATH}/provisioning/comparison?key=component%3Adefault%2Fingestor%7Cdashboard%7Chttp`,
    ],
  ])('asks for %s', async (_what, ask, url) => {
    const { client, fetch } = setUp({});
    await ask(client);
    expect(fetch).toHaveBeenCalledWith(url, undefined);
  });

  it.each<
    [string, (client: MonitoringClient) => Promise<unknown>, string, object]
  >([
    [
      'what can be chosen for variables',
      c =>
        c.getVariableChoices(REF, 'a', {
          variables: { job: 'x' },
          range: { from: 1, to: 2 },
        }),
      `${PATH}/dashboards/a/variables`,
      { variables: { job: 'x' }, range: { from: 1, to: 2 } },
    ],
    [
      'choices in an environment',
      c =>
        c.getVariableChoices(
          REF,
          'a',
          { range: { from: 1, to: 2 } },
          { environment: 'stage' },
        ),
      `${PATH}/dashboards/a/variables?environment=stage`,
      { range: { from: 1, to: 2 } },
    ],
    [
      'marks on the graphs of a dashboard',
      c =>
        c.getDashboardMarks(
          REF,
          'a/b',
          { variables: { job: 'x' }, range: { from: 1, to: 2 } },
          { environment: 'stage' },
        ),
      `${PATH}/dashboards/a%2Fb/marks?environment=stage`,
      { variables: { job: 'x' }, range: { from: 1, to: 2 } },
    ],
    [
      'a test of a channel',
      c => c.sendTestNotification(REF, 'media-slack'),
      `${PATH}/notifications/test`,
      { channel: 'media-slack' },
    ],
    [
      'a decision',
      c =>
        c.decideObject(REF, {
          key: 'k',
          decision: 'take-ours',
          theirs: 'hash',
        }),
      `${PATH}/provisioning/decisions`,
      { key: 'k', decision: 'take-ours', theirs: 'hash' },
    ],
    [
      'a decision about an object that is shared',
      c =>
        c.decideSharedObject({ key: 'k', decision: 'adopt', theirs: 'hash' }),
      `${PROVISIONING}/shared/decisions`,
      { key: 'k', decision: 'adopt', theirs: 'hash' },
    ],
    [
      'an answer to the brake',
      c => c.answerBrake({ digest: 'd', answer: 'delete', objects: 214 }),
      `${PROVISIONING}/brake`,
      { digest: 'd', answer: 'delete', objects: 214 },
    ],
  ])('posts for %s', async (_, call, url, body) => {
    const { client, fetch } = setUp({});
    await call(client);
    expect(fetch).toHaveBeenCalledWith(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  });

  it.each<[string, (client: MonitoringClient) => Promise<unknown>, string]>([
    [
      'a run over all',
      c => c.startProvisioningRun(),
      `POST ${PROVISIONING}/runs`,
    ],
    [
      'a run of the entity',
      c => c.applyEntity(REF),
      `POST ${PATH}/provisioning/apply`,
    ],
    [
      'the end of a run',
      c => c.stopProvisioningRun('7'),
      `POST ${PROVISIONING}/runs/7/stop`,
    ],
    [
      'the end of all pauses',
      c => c.resumeProvisioning(),
      `DELETE ${PROVISIONING}/pause`,
    ],
    [
      "the end of the entity's pause",
      c => c.resumeProvisioning(REF),
      `DELETE ${PATH}/provisioning/pause`,
    ],
  ])('asks for %s without a body', async (_, call, sent) => {
    const { client, fetch } = setUp({});
    await call(client);
    const [method, url] = sent.split(' ');
    expect(fetch).toHaveBeenCalledWith(url, { method });
  });

  it.each([
    ['everything', undefined, PROVISIONING],
    ['one entity', REF, `${PATH}/provisioning`],
  ])('pauses %s', async (_, entityRef, path) => {
    const { client, fetch } = setUp({});
    await client.pauseProvisioning({ reason: 'freeze' }, entityRef);
    expect(fetch).toHaveBeenCalledWith(`${path}/pause`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: '{"reason":"freeze"}',
    });
  });

  it('needs no answer where success says all', async () => {
    const { client } = setUp({
      status: 204,
      json: async () => {
        throw new SyntaxError('Unexpected end of JSON input');
      },
    });
    await expect(client.stopProvisioningRun('7')).resolves.toBeUndefined();
  });

  it('hands on the error of the backend with its status', async () => {
    const { client } = setUp({
      ok: false,
      status: 403,
      statusText: 'Forbidden',
      headers: new Headers({ 'content-type': 'application/json' }),
      text: async () =>
        JSON.stringify({
          error: { name: 'NotAllowedError', message: 'no' },
          response: { statusCode: 403 },
        }),
    });
    await expect(client.getSlos(REF)).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 403,
      cause: { name: 'NotAllowedError' },
    });
  });

  it('reports each panel as its line arrives, however the lines are cut', async () => {
    const lines = [
      '{"panelId":1,"frames":[]}\n{"pan',
      'elId":2,"frames":[],"error":"zu gro',
      'ß"}\n\n',
      '{"panelId":3,"frames":[]}',
    ];
    const { client, fetch } = setUp({ body: streamOf(...lines) });
    const results: PanelAnswer[] = [];
    const signal = new AbortController().signal;
    const request = {
      dashboard: 'uploads',
      panels: [1, 2, 3],
      range: { from: 0, to: 1 },
    };

    await client.queryPanels(REF, request, {
      signal,
      onResult: result => results.push(result),
    });

    expect(results.map(result => result.panelId)).toEqual([1, 2, 3]);
    expect(results[1]).toMatchObject({ error: 'zu groß' });
    expect(fetch).toHaveBeenCalledWith(
      `${PATH}/panels/query`,
      expect.objectContaining({
        method: 'POST',
        signal,
        body: JSON.stringify(request),
      }),
    );
  });

  it('fails when the connection breaks in the middle of the panels', async () => {
    const encoder = new TextEncoder();
    let pulls = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulls += 1;
        if (pulls === 1) {
          controller.enqueue(encoder.encode('{"panelId":1,"frames":[]}\n'));
        } else {
          controller.error(new Error('connection lost'));
        }
      },
    });
    const { client } = setUp({ body });
    const onResult = jest.fn();

    await expect(
      client.queryPanels(
        REF,
        { dashboard: 'uploads', panels: [1, 2], range: { from: 0, to: 1 } },
        { onResult },
      ),
    ).rejects.toThrow('connection lost');
    expect(onResult).toHaveBeenCalledTimes(1);
  });
});
