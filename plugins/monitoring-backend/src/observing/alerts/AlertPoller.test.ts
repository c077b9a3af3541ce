import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { MonitoredEntity } from '../../catalog';
import {
  AlertmanagerAlert,
  AlertmanagerClient,
  AlertmanagerSilence,
  PrometheusAlert,
} from '../../sources';
import { aService, inEnvironments } from '../__testUtils__/builders';
import { entitiesOf } from '../__testUtils__/sources';
import { FakePrometheus } from '../__testUtils__/FakePrometheus';
import { AlertPoller } from './AlertPoller';
import { DefaultAlertService } from './DefaultAlertService';

const signal = new AbortController().signal;
const ingestor = 'component:default/ingestor';

function anAlert(
  alertname: string,
  part: Partial<PrometheusAlert> = {},
): PrometheusAlert {
  return {
    state: 'firing',
    activeAt: '2026-11-23T14:01:00Z',
    value: 0.07,
    annotations: {},
    ...part,
    labels: {
      alertname,
      entity: ingestor,
      severity: 'critical',
      ...part.labels,
    },
  };
}

function routed(
  alert: PrometheusAlert,
  part: Partial<AlertmanagerAlert> = {},
): AlertmanagerAlert {
  return {
    labels: { ...alert.labels, replica: 'a', cluster: 'eu' },
    annotations: alert.annotations,
    startsAt: '2026-11-23T14:06:00Z',
    status: { silencedBy: [], inhibitedBy: [] },
    ...part,
  };
}

const silence: AlertmanagerSilence = {
  id: 'silence-1',
  endsAt: '2026-11-23T16:10:00Z',
  createdBy: 'mira.novak',
  comment: 'Known, fix is on its way',
};

function setUp(
  entities: MonitoredEntity[] = [
    aService('ingestor', { owner: 'group:default/media' }),
  ],
  scopes: { id: string; scope: { label: string; from: string }[] }[] = [
    { id: 'default', scope: [] },
  ],
) {
  const clock = { time: Date.parse('2026-11-23T14:32:00Z') };
  const now = () => new Date(clock.time);
  const [prometheus, ...others] = scopes.map(
    ({ id }) => new FakePrometheus(id),
  );
  const held = {
    alerts: [] as AlertmanagerAlert[],
    silences: [] as AlertmanagerSilence[],
    down: false,
  };
  const alertmanager: AlertmanagerClient = {
    id: 'default',
    alerts: async () => {
      if (held.down) {
        throw new ServiceUnavailableError('no route');
      }
      return held.alerts;
    },
    silences: async () => held.silences,
  };
  const poller = AlertPoller.create({
    entities: entitiesOf(entities, now),
    prometheus: [prometheus, ...others],
    alertmanager: [alertmanager],
    scopes,
    interval: 15_000,
    logger: mockServices.logger.mock(),
    now,
  });
  return { poller, prometheus, others, held, clock };
}

describe('AlertPoller', () => {
  it('shows an alert that Prometheus and Alertmanager know once', async () => {
    const { poller, prometheus, held } = setUp();
    const alert = anAlert('HighUploadFailureRate', {
      annotations: {
        summary: 'Uploads fail',
        runbook_url: 'https://runbooks.example.com/HighUploadFailureRate',
        dashboard_url: 'data:text/html,not a page',
        sightline_unit: 'percent',
        sightline_limit: '0.05',
        __dashboardUid__: 'sl-ingestor',
        __panelId__: '2',
      },
    });
    prometheus.activeAlerts = [alert];
    held.alerts = [routed(alert)];
    await poller.poll(signal);
    expect(poller.snapshot.alerts).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{16}$/),
        name: 'HighUploadFailureRate',
        state: 'firing',
        severity: 'critical',
        since: '2026-11-23T14:01:00Z',
        value: 0.07,
        unit: 'percent',
        limit: 0.05,
        summary: 'Uploads fail',
        runbookUrl: 'https://runbooks.example.com/HighUploadFailureRate',
        dashboard: { uid: 'sl-ingestor', panelId: 2 },
        labels: alert.labels,
        entityRef: ingestor,
        sources: ['prometheus:default', 'alertmanager:default'],
      },
    ]);
  });

  it('says until when and by whom an alert is silenced', async () => {
    const { poller, prometheus, held } = setUp();
    const alert = anAlert('HighUploadFailureRate');
    prometheus.activeAlerts = [alert];
    held.alerts = [
      routed(alert, {
        status: {
          silencedBy: ['silence-1'],
          inhibitedBy: [],
        },
      }),
    ];
    held.silences = [silence];
    await poller.poll(signal);
    expect(poller.snapshot.alerts).toMatchObject([
      {
        state: 'silenced',
        silence: {
          until: '2026-11-23T16:10:00Z',
          by: 'mira.novak',
          comment: 'Known, fix is on its way',
        },
      },
    ]);
  });

  it('says that an alert is held back because of another one', async () => {
    const { poller, prometheus, held } = setUp();
    const alert = anAlert('HighUploadFailureRate');
    prometheus.activeAlerts = [alert];
    held.alerts = [
      routed(alert, {
        status: { silencedBy: [], inhibitedBy: ['f2'] },
      }),
    ];
    await poller.poll(signal);
    expect(poller.snapshot.alerts).toMatchObject([
      { state: 'silenced', inhibited: true },
    ]);
    expect(poller.snapshot.alerts[0].silence).toBeUndefined();
  });

  it('shows an alert as firing while one of its copies still tells somebody', async () => {
    const { poller, prometheus, held } = setUp();
    const alert = anAlert('HighUploadFailureRate');
    const silenced = {
      silencedBy: ['silence-1'],
      inhibitedBy: [],
    };
    prometheus.activeAlerts = [alert];
    held.silences = [silence];
    held.alerts = ['eu', 'us'].map(cluster =>
      routed(alert, {
        labels: { ...alert.labels, cluster },
        ...(cluster === 'us' ? { status: silenced } : {}),
      }),
    );
    await poller.poll(signal);
    expect(poller.snapshot.alerts).toMatchObject([
      {
        state: 'firing',
        sources: ['prometheus:default', 'alertmanager:default'],
      },
    ]);
    held.alerts = held.alerts.map(copy => ({ ...copy, status: silenced }));
    await poller.poll(signal);
    expect(poller.snapshot.alerts).toMatchObject([{ state: 'silenced' }]);
  });

  it('takes a copy for that of the alert which it resembles most', async () => {
    const { poller, prometheus, held } = setUp();
    const general = anAlert('TargetDown');
    const special = anAlert('TargetDown', { labels: { instance: 'a' } });
    prometheus.activeAlerts = [general, special];
    held.silences = [silence];
    held.alerts = [
      routed(special, {
        status: {
          silencedBy: ['silence-1'],
          inhibitedBy: [],
        },
      }),
      routed(general),
    ];
    await poller.poll(signal);
    expect(
      poller.snapshot.alerts.map(({ labels, state }) => [
        labels.instance,
        state,
      ]),
    ).toEqual([
      [undefined, 'firing'],
      ['a', 'silenced'],
    ]);
  });

  it('keeps two alerts apart that differ in a label', async () => {
    const { poller, prometheus, held } = setUp();
    const alerts = ['a', 'b'].map(instance =>
      anAlert('TargetDown', { labels: { instance } }),
    );
    prometheus.activeAlerts = alerts;
    held.alerts = alerts.map(alert => routed(alert));
    await poller.poll(signal);
    expect(
      poller.snapshot.alerts.map(({ labels, sources }) => [
        labels.instance,
        sources.length,
      ]),
    ).toEqual([
      ['a', 2],
      ['b', 2],
    ]);
  });

  it('does not show what Alertmanager still holds of an alert that has ended', async () => {
    const { poller, prometheus, held, clock } = setUp();
    const alert = anAlert('HighUploadFailureRate');
    prometheus.activeAlerts = [alert];
    // Prometheus has added its external labels on the way.
    held.alerts = [routed(alert)];
    await poller.poll(signal);
    prometheus.activeAlerts = [];
    clock.time += 15_000;
    await poller.poll(signal);
    expect(poller.snapshot.alerts).toEqual([]);
  });

  it('shows an alert that only Alertmanager knows', async () => {
    const { poller, held } = setUp();
    held.alerts = [routed(anAlert('FromElsewhere'))];
    await poller.poll(signal);
    expect(poller.snapshot.alerts).toMatchObject([
      {
        name: 'FromElsewhere',
        state: 'firing',
        sources: ['alertmanager:default'],
      },
    ]);
  });

  it('shows one burn-rate alert per SLO, the most urgent, since the first', async () => {
    const { poller, prometheus } = setUp();
    const burn = (
      name: string,
      slo: string,
      activeAt: string,
      state: 'firing' | 'pending' = 'firing',
    ) => anAlert(name, { activeAt, state, labels: { slo } });
    prometheus.activeAlerts = [
      burn('SloBurnRateLong', 'availability', '2026-11-23T10:00:00Z'),
      burn('SloBurnRateFast', 'availability', '2026-11-23T14:01:00Z'),
      burn('SloBurnRateMedium', 'availability', '2026-11-23T14:05:00Z'),
      burn('SloBurnRateSlow', 'latency', '2026-11-23T14:05:00Z'),
    ];
    await poller.poll(signal);
    expect(
      poller.snapshot.alerts.map(({ name, sloId, since }) => [
        name,
        sloId,
        since,
      ]),
    ).toEqual([
      ['SloBurnRateFast', 'availability', '2026-11-23T10:00:00Z'],
      ['SloBurnRateSlow', 'latency', '2026-11-23T14:05:00Z'],
    ]);
  });

  it.each([
    ['by its label', { entity: ingestor }, ingestor],
    [
      'by the selector',
      { entity: '', service: 'gateway', env: 'prod' },
      'component:default/gateway',
    ],
    [
      'of no entity when a matcher fails',
      { entity: '', service: 'gateway', env: 'test' },
      undefined,
    ],
    [
      'of no entity when a regular expression does not match the whole value',
      { entity: '', service: 'player', env: 'preprod' },
      undefined,
    ],
    [
      'by a regular expression that matches',
      { entity: '', service: 'player', env: 'prod' },
      'component:default/player',
    ],
    [
      'by the selector that says most',
      { entity: '', service: 'player', env: 'prod', region: 'eu' },
      'component:default/player-eu',
    ],
    [
      'of no entity when the label names a stranger',
      { entity: 'component:default/other' },
      undefined,
    ],
  ])('finds whose an alert is: %s', async (_, labels, owner) => {
    const { poller, prometheus } = setUp([
      aService('ingestor'),
      aService('gateway', {
        selector: [
          { label: 'service', operator: '=', value: 'gateway' },
          { label: 'env', operator: '!=', value: 'test' },
        ],
      }),
      aService('player', {
        selector: [
          { label: 'service', operator: '=', value: 'player' },
          { label: 'env', operator: '=~', value: 'prod|stage' },
        ],
      }),
      aService('player-eu', {
        selector: [
          { label: 'service', operator: '=', value: 'player' },
          { label: 'region', operator: '=', value: 'eu' },
        ],
      }),
    ]);
    prometheus.activeAlerts = [anAlert('Any', { labels })];
    await poller.poll(signal);
    expect(poller.snapshot.alerts[0].entityRef).toBe(owner);
  });

  it('tells an entity of no alert without the labels to which its queries are limited', async () => {
    const { poller, prometheus, held } = setUp(
      [aService('ingestor')],
      [
        {
          id: 'default',
          scope: [{ label: 'namespace', from: 'metadata.namespace' }],
        },
      ],
    );
    prometheus.activeAlerts = [
      anAlert('Ours', { labels: { namespace: 'default' } }),
      anAlert('Theirs', { labels: { namespace: 'payments' } }),
      anAlert('Nobodys'),
    ];
    held.alerts = [
      routed(anAlert('Elsewhere', { labels: { namespace: 'payments' } })),
    ];
    await poller.poll(signal);
    const { items } = await DefaultAlertService.create({
      poller,
    }).listForEntity(ingestor);
    expect(items.map(({ name }) => name)).toEqual(['Ours']);
  });

  it('keeps the alerts of the others when a source answers with garbage', async () => {
    const { poller, prometheus, held } = setUp();
    const garbage = {
      ...anAlert('Garbage', { labels: { severity: 5 as any } }),
      activeAt: 2026 as any,
    };
    prometheus.activeAlerts = [
      garbage,
      { ...anAlert('Ours'), activeAt: garbage.activeAt },
    ];
    held.alerts = [
      routed(garbage),
      routed(anAlert('Odd'), { status: { silencedBy: 's' } as any }),
      routed(anAlert('Routed'), { startsAt: garbage.activeAt }),
    ];
    await poller.poll(signal);
    expect(
      poller.snapshot.alerts.map(({ name, since }) => [name, since]),
    ).toEqual([
      ['Ours', '2026-11-23T14:32:00.000Z'],
      ['Routed', '2026-11-23T14:32:00.000Z'],
    ]);
  });

  it('keeps the last alerts of a source that does not answer, and says so', async () => {
    const { poller, prometheus, held, clock } = setUp();
    prometheus.activeAlerts = [anAlert('HighUploadFailureRate')];
    await poller.poll(signal);
    expect(poller.snapshot.alerts[0].lastKnownAt).toBeUndefined();
    prometheus.down = true;
    held.down = true;
    clock.time += 600_000;
    await poller.poll(signal);
    expect(poller.snapshot.alerts).toMatchObject([
      { state: 'firing', lastKnownAt: '2026-11-23T14:32:00.000Z' },
    ]);
    expect(poller.health().map(({ source, state }) => [source, state])).toEqual(
      [
        ['prometheus:default', 'unreachable'],
        ['alertmanager:default', 'unreachable'],
      ],
    );
    prometheus.down = false;
    prometheus.activeAlerts = [];
    await poller.poll(signal);
    expect(poller.snapshot.alerts).toEqual([]);
    expect(poller.health()[0].state).toBe('ok');
  });
});

describe('tenants that have a Prometheus each', () => {
  const BY_SELECTOR = { entity: '', service: 'api' };
  const media = 'component:default/media-api';
  const shop = 'component:default/shop-api';

  const ofTenant = (name: string, environment?: string) =>
    aService(`${name}-api`, {
      prometheus: name,
      selector: [{ label: 'service', operator: '=', value: 'api' }],
      environment,
    });

  function setUpTenants(
    entities: MonitoredEntity[] = [ofTenant('media'), ofTenant('shop')],
  ) {
    const { others, prometheus, ...rest } = setUp(entities, [
      { id: 'media', scope: [] },
      { id: 'shop', scope: [] },
    ]);
    return { ...rest, ofMedia: prometheus, ofShop: others[0] };
  }

  const told = ({ snapshot }: AlertPoller) =>
    snapshot.alerts.map(({ entityRef, name, state, sources }) => [
      entityRef,
      name,
      state,
      sources.join(),
    ]);

  it('are told of what their own evaluates, however alike their selectors are', async () => {
    const { poller, ofShop } = setUpTenants();
    ofShop.activeAlerts = [anAlert('Slow', { labels: BY_SELECTOR })];
    await poller.poll(signal);
    expect(told(poller)).toEqual([[shop, 'Slow', 'firing', 'prometheus:shop']]);
  });

  it('are told of no alert of another that names their entity', async () => {
    const { poller, ofMedia, ofShop } = setUpTenants();
    const burn = (activeAt: string, alertname: string) =>
      anAlert(alertname, {
        activeAt,
        labels: { entity: media, slo: 'availability' },
      });
    ofMedia.activeAlerts = [burn('2026-11-23T14:05:00Z', 'SloBurnRateSlow')];
    ofShop.activeAlerts = [burn('2026-11-23T10:00:00Z', 'SloBurnRateFast')];
    await poller.poll(signal);
    expect(
      poller.snapshot.alerts
        .filter(({ entityRef }) => entityRef !== undefined)
        .map(({ name, since }) => [name, since]),
    ).toEqual([['SloBurnRateSlow', '2026-11-23T14:05:00Z']]);
  });

  it('have a row each for alerts with the same labels, with their own figures', async () => {
    const { poller, ofMedia, ofShop } = setUpTenants();
    ofMedia.activeAlerts = [
      anAlert('Slow', { labels: BY_SELECTOR, value: 1, state: 'pending' }),
    ];
    ofShop.activeAlerts = [anAlert('Slow', { labels: BY_SELECTOR, value: 2 })];
    await poller.poll(signal);
    expect(told(poller)).toEqual([
      [media, 'Slow', 'pending', 'prometheus:media'],
      [shop, 'Slow', 'firing', 'prometheus:shop'],
    ]);
    const [first, second] = poller.snapshot.alerts;
    expect([first.value, second.value]).toEqual([1, 2]);
    expect(first.id).not.toBe(second.id);
    const before = second.id;
    ofMedia.activeAlerts = [];
    await poller.poll(signal);
    expect(poller.snapshot.alerts.map(({ id }) => id)).toEqual([before]);
  });

  it('see one row with the silence of Alertmanager when only one of them has the alert', async () => {
    const { poller, ofShop, held } = setUpTenants();
    const alert = anAlert('Slow', { labels: BY_SELECTOR });
    ofShop.activeAlerts = [alert];
    held.silences = [silence];
    held.alerts = [
      routed(alert, { status: { silencedBy: [silence.id], inhibitedBy: [] } }),
    ];
    await poller.poll(signal);
    expect(told(poller)).toEqual([
      [shop, 'Slow', 'silenced', 'prometheus:shop,alertmanager:default'],
    ]);
  });

  it('are told nothing by a copy in Alertmanager that may be of either', async () => {
    const { poller, ofMedia, ofShop, held } = setUpTenants();
    const alert = anAlert('Slow', { labels: BY_SELECTOR });
    ofMedia.activeAlerts = [alert];
    ofShop.activeAlerts = [{ ...alert, activeAt: '2026-11-23T13:00:00Z' }];
    held.silences = [silence];
    held.alerts = [
      routed(alert, { status: { silencedBy: [silence.id], inhibitedBy: [] } }),
    ];
    await poller.poll(signal);
    expect(told(poller)).toEqual([
      [media, 'Slow', 'firing', 'prometheus:media'],
      [shop, 'Slow', 'firing', 'prometheus:shop'],
    ]);
    expect(JSON.stringify(poller.snapshot.alerts)).not.toContain('mira');
  });

  it('are matched by labels alone when only Alertmanager knows the alert', async () => {
    const { poller, held } = setUpTenants();
    held.alerts = [routed(anAlert('Slow', { labels: BY_SELECTOR }))];
    await poller.poll(signal);
    expect(told(poller)).toEqual([
      [media, 'Slow', 'firing', 'alertmanager:default'],
    ]);
  });

  it('may be environments of one entity', async () => {
    const inStage = { ...ofTenant('media', 'stage').monitoring };
    const { poller, ofMedia, ofShop } = setUpTenants([
      inEnvironments(ofTenant('shop', 'prod'), {
        ...ofTenant('media'),
        monitoring: {
          ...inStage,
          spec: { ...inStage.spec, entityRef: shop },
        },
      }),
    ]);
    const alert = anAlert('Slow', { labels: { entity: shop } });
    const ofProd = anAlert('Slow', {
      labels: { entity: shop, environment: 'prod' },
    });
    ofMedia.activeAlerts = [anAlert('Slow', { labels: BY_SELECTOR }), ofProd];
    ofShop.activeAlerts = [alert, ofProd];
    await poller.poll(signal);
    expect(
      poller.snapshot.alerts.map(({ entityRef, environment, sources }) => [
        entityRef,
        environment,
        sources[0],
      ]),
    ).toEqual([
      [shop, 'stage', 'prometheus:media'],
      [undefined, undefined, 'prometheus:media'],
      [shop, undefined, 'prometheus:shop'],
      [shop, 'prod', 'prometheus:shop'],
    ]);
  });
});

describe('DefaultAlertService', () => {
  it('lists the most urgent first, filters, and tells the total', async () => {
    const { poller, prometheus } = setUp();
    prometheus.activeAlerts = [
      anAlert('Pending', { state: 'pending' }),
      anAlert('Warning', { labels: { severity: 'warning' } }),
      anAlert('Critical'),
      anAlert('Stranger', { labels: { entity: '' } }),
    ];
    await poller.poll(signal);
    const service = DefaultAlertService.create({ poller });
    const credentials = mockCredentials.user();
    const list = async (query: Parameters<typeof service.list>[0]) => {
      const { items, totalItems } = await service.list(query, { credentials });
      return [items.map(({ name }) => name), totalItems];
    };
    expect(await list({ owner: ['group:default/media'] })).toEqual([
      ['Critical', 'Warning', 'Pending'],
      3,
    ]);
    expect(
      await list({ limit: 1, state: ['firing'], severity: ['warning'] }),
    ).toEqual([['Warning'], 1]);
    expect(
      (await service.listForEntity(ingestor)).items.map(({ name }) => name),
    ).toEqual(['Critical', 'Warning', 'Pending']);
    expect(await service.entityRefs()).toEqual([ingestor]);
  });
});
