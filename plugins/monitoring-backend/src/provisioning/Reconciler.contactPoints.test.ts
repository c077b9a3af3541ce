import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  RunningStandIn,
  STAND_IN_TOKENS,
  startGrafanaStandIn,
} from '@sightline/grafana-stand-in';
import { readMonitoringConfig } from '../config';
import { GrafanaTarget } from '../targets';
import { MemoryStore } from './__testUtils__/builders';
import { anEntity, setUpReconciler } from './__testUtils__/setUpReconciler';

const PATH = '/api/v1/provisioning/contact-points';
const SECRETS = ['hook-path', 'hook-token', 'slack-path', 'pager-key'];

function channels(hookToken: string = 'hook-token') {
  return [
    {
      name: 'hook',
      type: 'webhook',
      url: 'http://sink.example/hook-path',
      auth: { method: 'bearer', token: hookToken },
    },
    {
      name: 'slack',
      type: 'slack',
      url: 'http://sink.example/slack-path',
    },
    { name: 'pager', type: 'pagerduty', routingKey: 'pager-key' },
    { name: 'mail', type: 'email', addresses: ['media@example.com'] },
  ];
}

function readChannels(from: object[] = channels()) {
  return readMonitoringConfig(
    new ConfigReader({ monitoring: { notifications: { channels: from } } }),
  ).notifications.channels;
}

describe('contact points in a Grafana', () => {
  let standIn: RunningStandIn;
  let requests: string[];
  let queries: string[];
  let store: MemoryStore;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    requests = [];
    queries = [];
    store = new MemoryStore();
    logger.warn.mockClear();
    standIn = await startGrafanaStandIn({
      port: 0,
      prometheusUrl: 'http://127.0.0.1:9',
    });
  });

  afterEach(() => standIn.close());

  function setUp(
    options: {
      notify?: string;
      channels?: object[];
      key?: string;
      onDrift?: string;
      annotations?: Record<string, string>;
      fetch?: typeof fetch;
    } = {},
  ) {
    const notifications = { channels: options.channels ?? channels() };
    const read = { channels: readChannels(notifications.channels) };
    const target = GrafanaTarget.fromConfig(
      {
        id: 'default',
        url: standIn.url,
        publicUrl: standIn.url,
        folder: 'Sightline',
        auth: { method: 'bearer', token: STAND_IN_TOKENS.editor },
      },
      {
        alerts: true,
        contactPoints: {
          channels: read.channels,
          key: options.key ?? 'key',
          wait: async () => {},
        },
        fetch: async (url, init) => {
          const { pathname, search } = new URL(String(url));
          requests.push(`${init?.method} ${pathname}`);
          if (init?.method === 'GET' && pathname === PATH) {
            queries.push(`${pathname}${search}`);
          }
          return (options.fetch ?? fetch)(url, init);
        },
      },
    );
    const set = setUpReconciler(
      {
        alerts: 'grafana',
        slos: 'none',
        prune: { maxShare: 1, grace: { hours: 0 } },
        onDrift: options.onDrift ?? 'keep',
      },
      { targets: [target], notifications, logger, store },
    );
    const entity = (notify: string, annotations = {}) =>
      anEntity(
        'ingestor',
        { ...(notify ? { 'monitoring/notify': notify } : {}), ...annotations },
        { channels: read.channels, default: [] },
      );
    const { notify = 'slack, hook, pager[critical]' } = options;
    set.state.entities = [entity(notify, options.annotations)];
    return { ...set, entity };
  }

  async function asPerson(method: string, path: string, body?: unknown) {
    const answer = await fetch(`${standIn.url}${path}`, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}`,
        'content-type': 'application/json',
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return (await answer.json()) as any;
  }

  const contactPoints = async (): Promise<any[]> => asPerson('GET', PATH);
  const names = async () =>
    [...new Set((await contactPoints()).map(({ name }) => name))].sort();
  const receivers = async () => {
    const rules: any[] = await asPerson(
      'GET',
      '/api/v1/provisioning/alert-rules',
    );
    return new Set(
      rules.map(({ labels, notification_settings: settings }) =>
        settings ? `${labels.severity} → ${settings.receiver}` : 'nobody',
      ),
    );
  };
  const writes = () => requests.filter(request => !request.startsWith('GET'));
  const ruleLists = () =>
    requests.filter(request => request.endsWith('/alert-rules')).length;
  /** Reads of contact points. */
  const reads = () =>
    queries.reduce<Record<string, number>>((counts, query) => {
      const [path, parameters = ''] = query.split('?');
      const what = `${path.split('/').pop()} ${
        parameters.startsWith('name=') ? 'by name' : 'all'
      }`;
      return { ...counts, [what]: (counts[what] ?? 0) + 1 };
    }, {});

  it('are one for each severity, with a part for each channel, and the rules name them', async () => {
    const { run } = setUp();
    expect((await run()).errors).toEqual([]);
    const [critical, warning] = ['critical', 'warning'].map(
      severity => `sightline:${severity}:component:default/ingestor`,
    );
    expect(
      (await contactPoints()).map(({ name, type }) => `${name} ${type}`).sort(),
    ).toEqual([
      `${critical} pagerduty`,
      `${critical} slack`,
      `${critical} webhook`,
      `${warning} slack`,
      `${warning} webhook`,
    ]);
    expect([...(await receivers())].sort()).toEqual([
      `critical → ${critical}`,
      `warning → ${warning}`,
    ]);
  });

  it('are not written again by the next run, nor by a process that starts anew', async () => {
    await setUp().run();
    requests = [];
    expect((await setUp().run()).counts).toMatchObject({
      created: 0,
      updated: 0,
    });
    expect(writes()).toEqual([]);
  });

  it('are written once, and no more, when the database and its key are lost', async () => {
    await setUp().run();
    store.objects.clear();
    expect((await setUp({ key: 'another' }).run()).counts.updated).toBe(2);
    requests = [];
    expect((await setUp({ key: 'another' }).run()).counts.updated).toBe(0);
    expect(writes()).toEqual([]);
  });

  it('change with the channels of a team, and no rule with them: a firing alert goes on', async () => {
    await setUp().run();
    requests = [];
    const changed = { notify: 'mail, hook' };
    expect((await setUp(changed).run()).errors).toEqual([]);
    expect(new Set((await contactPoints()).map(({ type }) => type))).toEqual(
      new Set(['email', 'webhook']),
    );
    expect(writes().filter(request => !request.includes(PATH))).toEqual([]);
    expect((await setUp(changed).run()).counts).toMatchObject({
      updated: 0,
      drifted: 0,
    });
  });

  it('are shared by all entities that name no channel', async () => {
    const byDefault = {
      channels: readChannels(),
      default: [{ channel: 'hook' }],
    };
    const { state, run } = setUp();
    state.entities = ['ingestor', 'gateway'].map(name =>
      anEntity(name, {}, byDefault),
    );
    expect((await run()).errors).toEqual([]);
    expect(await names()).toEqual([
      'sightline:critical:default',
      'sightline:warning:default',
    ]);
  });

  it('are written once when a secret changes, and the rules are left alone', async () => {
    await setUp().run();
    requests = [];
    const rotated = { channels: channels('another-token') };
    expect((await setUp(rotated).run()).counts.updated).toBe(2);
    expect(writes().filter(request => !request.includes(PATH))).toEqual([]);
    expect((await setUp(rotated).run()).counts.updated).toBe(0);
  });

  it('survive what a person edits, and are shown as drifted, until the operator says otherwise', async () => {
    await setUp().run();
    const [edited] = await contactPoints();
    await asPerson('PUT', `${PATH}/${edited.uid}`, {
      ...edited,
      disableResolveMessage: true,
    });
    expect((await setUp().run()).counts).toMatchObject({
      drifted: 1,
      updated: 0,
    });
    expect(
      [...store.objects.values()].find(({ state }) => state === 'drifted'),
    ).toMatchObject({
      kind: 'contact-point',
      title: edited.name,
      reason: 'A person changed it and the change is kept',
      differences: [{ theirs: 'true', ours: 'false' }],
    });
    expect((await setUp({ onDrift: 'revert' }).run()).counts.updated).toBe(1);
    expect((await setUp().run()).counts).toMatchObject({ drifted: 0 });
  });

  it('show that an address is another one without showing either', async () => {
    await setUp({ notify: 'hook' }).run();
    const [edited] = await contactPoints();
    await asPerson('PUT', `${PATH}/${edited.uid}`, {
      ...edited,
      settings: { ...edited.settings, url: 'http://elsewhere.example/theirs' },
    });
    await setUp({ notify: 'hook' }).run();
    expect(
      [...store.objects.values()].flatMap(
        ({ differences }) => differences ?? [],
      ),
    ).toMatchObject([{ theirs: '(another secret)', ours: '(secret)' }]);
  });

  it('go after the rules that tell them, when nobody is told any more', async () => {
    await setUp().run();
    await setUp({ notify: '' }).run();
    expect([...(await receivers())]).toEqual(['nobody']);
    expect(await names()).toHaveLength(2);
    expect((await setUp({ notify: '' }).run()).errors).toEqual([]);
    expect(await names()).toEqual([]);
  });

  it('are asked for by no rule of an entity that opts out of notifications', async () => {
    const { run } = setUp({
      annotations: { 'monitoring/provision': 'dashboards, alerts' },
    });
    await run();
    expect(await names()).toEqual([]);
    expect([...(await receivers())]).toEqual(['nobody']);
  });

  it('of other people are never touched, also under the name of ours', async () => {
    const theirs = {
      uid: 'theirs',
      name: 'sightline:critical:component:default/ingestor',
      type: 'webhook',
      settings: { url: 'http://theirs.example' },
    };
    await asPerson('POST', PATH, theirs);
    expect((await setUp({ notify: 'hook' }).run()).counts.conflict).toBe(1);
    await setUp({ notify: '' }).run();
    await setUp({ notify: '' }).run();
    expect(await contactPoints()).toMatchObject([theirs]);
  });

  it('are tried again when other people write at the same time', async () => {
    let lost = 0;
    const { run } = setUp({
      notify: 'hook',
      fetch: async (url, init) => {
        if (init?.method === 'POST' && String(url).endsWith(PATH) && !lost) {
          lost += 1;
          // Taken, and yet answered like this.
          await fetch(url, init);
          return new Response('{"message":"Internal Server Error"}', {
            status: 500,
          });
        }
        return fetch(url, init);
      },
    });
    expect((await run()).counts).toMatchObject({ failed: 0 });
    expect(await names()).toHaveLength(2);
    expect(lost).toBe(1);
  });

  it('need no permission where no channel is configured', async () => {
    const forbidden: typeof fetch = async (url, init) =>
      String(url).endsWith(PATH)
        ? new Response('{}', { status: 403 })
        : fetch(url, init);
    const without = { notify: '', channels: [], fetch: forbidden };
    expect((await setUp(without).run()).errors).toEqual([]);
    expect((await setUp({ fetch: forbidden }).run()).errors).toMatchObject([
      { message: expect.stringContaining('needs the role Editor') },
    ]);
  });

  it('are listed once in a run, however many; each write and deletion reads its own alone', async () => {
    const names50 = Array.from(
      { length: 50 },
      (_, index) => `service-${index}`,
    );
    const notified = (notify: string) =>
      names50.map(name =>
        anEntity(
          name,
          {
            'monitoring/provision': 'alerts, notifications',
            ...(notify ? { 'monitoring/notify': notify } : {}),
          },
          { channels: readChannels(), default: [] },
        ),
      );
    const { state, run } = setUp();
    state.entities = notified('hook');
    expect((await run()).counts).toMatchObject({ failed: 0, updated: 0 });
    expect(await names()).toHaveLength(100);
    // Before and after each write.
    expect(reads()).toEqual({
      'contact-points all': 1,
      'contact-points by name': 200,
    });
    expect(ruleLists()).toBe(1);
    state.entities = notified('');
    await run();
    queries = [];
    requests = [];
    expect((await run()).counts).toMatchObject({ failed: 0, pruned: 100 });
    expect(await names()).toEqual([]);
    expect(reads()).toEqual({
      'contact-points all': 1,
      'contact-points by name': 100,
    });
    // Once for the groups, once for who is still told.
    expect(ruleLists()).toBe(2);
  }, 60_000);

  it('never let a secret out, whatever goes wrong', async () => {
    const all = { notify: 'hook, slack, pager, mail' };
    const first = await setUp(all).run();
    const [edited] = await contactPoints();
    await asPerson('PUT', `${PATH}/${edited.uid}`, {
      ...edited,
      settings: { ...edited.settings, title: 'Mine' },
    });
    const second = await setUp(all).run();
    const refused = await setUp({
      notify: 'slack, hook',
      fetch: async (url, init) => {
        if (init?.method === 'GET' || !String(url).includes(PATH)) {
          return fetch(url, init);
        }
        const { settings } = JSON.parse(String(init?.body));
        const message = `cannot take ${settings.url} ${settings.authorization_credentials}`;
        return new Response(JSON.stringify({ message }), { status: 400 });
      },
    }).run();
    expect(refused.counts.failed).toBeGreaterThan(0);
    const said = JSON.stringify([
      first,
      second,
      refused,
      [...store.objects.values()],
      [logger.info, logger.warn, logger.error, logger.debug].map(
        ({ mock }) => mock.calls,
      ),
    ]);
    expect(said).toContain('cannot take');
    expect(SECRETS.filter(secret => said.includes(secret))).toEqual([]);
  });
});
