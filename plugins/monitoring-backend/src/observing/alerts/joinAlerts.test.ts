import { AlertmanagerAlert, PrometheusAlert } from '../../sources';
import { joinAlerts, JoinInput } from './joinAlerts';
import { replicaLabels } from './replicaLabels';

const NOW = Date.parse('2026-11-23T14:32:00Z');
const LABELS = { alertname: 'DiskFull', service: 'ingestor' };

function evaluated(part: Partial<PrometheusAlert> = {}): PrometheusAlert {
  return {
    annotations: {},
    state: 'firing',
    activeAt: '2026-11-23T14:01:00Z',
    value: 0.9,
    ...part,
    labels: { ...LABELS, ...part.labels },
  };
}

function routed(part: Partial<AlertmanagerAlert> = {}): AlertmanagerAlert {
  return {
    annotations: {},
    startsAt: '2026-11-23T14:06:00Z',
    status: { silencedBy: [], inhibitedBy: [] },
    ...part,
    labels: { ...LABELS, ...part.labels },
  };
}

function join(
  sources: Record<string, PrometheusAlert[]>,
  alertmanagers: Record<string, AlertmanagerAlert[]> = {},
  more: Partial<JoinInput> = {},
) {
  return joinAlerts({
    evaluated: new Map(Object.entries(sources)),
    routed: new Map(
      Object.entries(alertmanagers).map(([id, alerts]) => [
        id,
        { alerts, silences: [] },
      ]),
    ),
    away: new Map(),
    remembered: [],
    replicaLabels: replicaLabels(),
    instanceOf: () => 'default',
    now: NOW,
    ...more,
  });
}

const rows = (alerts: ReturnType<typeof join>) =>
  alerts.map(({ state, sources }) => [state, sources]);

describe('one row for an alert', () => {
  it('of two replicas of Prometheus that Alertmanager tells without them', () => {
    const [a, b] = ['a', 'b'].map(name =>
      routed({
        labels: { ...LABELS, replica: name, prometheus: 'ops/k8s' },
        generatorUrl: `http://prometheus-${name}:9090/graph?g0.expr=x`,
      }),
    );
    const alerts = join({}, { default: [a, b] });
    expect(rows(alerts)).toEqual([['firing', ['alertmanager:default']]]);
    expect(alerts[0].labels).toEqual({ ...LABELS, prometheus: 'ops/k8s' });
    // Whichever replica is told, the row is the same.
    expect(join({}, { default: [b] })[0].id).toBe(alerts[0].id);
  });

  it('of two sources that evaluate, one of which adds external labels', () => {
    const labelled = evaluated({
      labels: { ...LABELS, prometheus_replica: '0' },
    });
    expect(
      rows(
        join({
          'prometheus:default': [evaluated()],
          'grafana:default': [labelled],
        }),
      ),
    ).toEqual([['firing', ['prometheus:default', 'grafana:default']]]);
  });

  it('of Grafana and its Alertmanager, which keeps Grafana’s own labels', () => {
    const copy = routed({
      labels: {
        ...LABELS,
        __alert_rule_uid__: 'sl-1',
        grafana_folder: 'Sightline',
      },
      generatorUrl: 'https://grafana/alerting/grafana/sl-1/view?orgId=1',
    });
    expect(
      rows(join({ 'grafana:default': [evaluated()] }, { grafana: [copy] })),
    ).toEqual([['firing', ['grafana:default', 'alertmanager:grafana']]]);
    const [alone] = join({}, { grafana: [copy] });
    expect(alone.labels).toEqual({ ...LABELS, grafana_folder: 'Sightline' });
    expect(alone.identity).toEqual(LABELS);
  });

  it('that two Alertmanagers of a cluster hold', () => {
    expect(rows(join({}, { a: [routed()], b: [routed()] }))).toEqual([
      ['firing', ['alertmanager:a', 'alertmanager:b']],
    ]);
  });
});

describe('two rows for two alerts', () => {
  it('on replicas of a database that one Prometheus evaluates', () => {
    const copies = ['db-0', 'db-1'].map(replica =>
      routed({
        labels: { ...LABELS, replica },
        generatorUrl: 'http://prometheus:9090/graph?g0.expr=x',
      }),
    );
    const originals = copies.map(({ labels }) => evaluated({ labels }));
    expect(join({}, { default: copies })).toHaveLength(2);
    expect(join({ 'prometheus:default': originals })).toHaveLength(2);
    expect(
      rows(join({ 'prometheus:default': originals }, { default: copies })),
    ).toEqual(
      Array(2).fill(['firing', ['prometheus:default', 'alertmanager:default']]),
    );
  });

  it('on replicas of a database that two Prometheus evaluate each', () => {
    const of = (replica: string) => [
      evaluated({ labels: { ...LABELS, replica } }),
    ];
    expect(
      join({ 'prometheus:a': of('db-0'), 'prometheus:b': of('db-1') }),
    ).toHaveLength(2);
  });

  it('of which one says more, when only Alertmanager knows them', () => {
    const general = routed();
    const special = routed({ labels: { ...LABELS, instance: 'a' } });
    expect(join({}, { default: [general, special] })).toHaveLength(2);
    expect(join({}, { default: [special, general] })).toHaveLength(2);
  });
});

describe('alerts of several instances of Prometheus', () => {
  const silenced = (labels: Record<string, string>) =>
    routed({ labels, status: { silencedBy: ['s'], inhibitedBy: [] } });
  const later = { activeAt: '2026-11-23T14:20:00Z' };

  it('are two, each with an id of its own that the other one does not change', () => {
    const both = join({
      'prometheus:a': [evaluated()],
      'prometheus:b': [evaluated()],
    });
    expect(rows(both)).toEqual([
      ['firing', ['prometheus:a']],
      ['firing', ['prometheus:b']],
    ]);
    const alone = join({ 'prometheus:b': [evaluated()] });
    expect(both.map(({ id }) => id)).toEqual([expect.anything(), alone[0].id]);
    expect(both[0].id).not.toBe(alone[0].id);
  });

  it('are joined with Grafana’s only where the entity uses the instance', () => {
    expect(
      rows(
        join(
          {
            'prometheus:a': [evaluated()],
            'prometheus:b': [evaluated()],
            'grafana:default': [evaluated()],
          },
          {},
          { instanceOf: () => 'b' },
        ),
      ),
    ).toEqual([
      ['firing', ['prometheus:a']],
      ['firing', ['prometheus:b', 'grafana:default']],
    ]);
  });

  it('have the copy of which they say most', () => {
    expect(
      rows(
        join(
          {
            'prometheus:a': [evaluated({ labels: { tenant: 'a' } })],
            'prometheus:b': [evaluated(later)],
          },
          { default: [silenced({ tenant: 'a' }), silenced({ tenant: 'b' })] },
        ),
      ),
    ).toEqual([
      ['silenced', ['prometheus:a', 'alertmanager:default']],
      ['silenced', ['prometheus:b', 'alertmanager:default']],
    ]);
  });

  it('have the copy of what fires, and not of what is pending', () => {
    expect(
      rows(
        join(
          {
            'prometheus:a': [evaluated({ state: 'pending', ...later })],
            'prometheus:b': [evaluated()],
          },
          { default: [routed()] },
        ),
      ),
    ).toEqual([
      ['pending', ['prometheus:a']],
      ['firing', ['prometheus:b', 'alertmanager:default']],
    ]);
  });

  it('share a copy when one passes on what the other evaluates', () => {
    // Thanos adds what tells its servers apart.
    expect(
      rows(
        join(
          {
            'prometheus:eu': [evaluated()],
            'prometheus:us': [evaluated(later)],
            'prometheus:thanos': [
              evaluated({ labels: { cluster: 'eu' } }),
              evaluated({ labels: { cluster: 'us' }, ...later }),
            ],
          },
          { default: [silenced({ cluster: 'eu' })] },
        ),
      ),
    ).toEqual([
      ['silenced', ['prometheus:eu', 'alertmanager:default']],
      ['firing', ['prometheus:us']],
      ['silenced', ['prometheus:thanos', 'alertmanager:default']],
      ['firing', ['prometheus:thanos']],
    ]);
  });

  it('have no copy that may be of either, and it makes no row of its own', () => {
    expect(
      rows(
        join(
          {
            'prometheus:a': [evaluated()],
            'prometheus:b': [evaluated(later)],
          },
          { default: [silenced({ cluster: 'a' })] },
        ),
      ),
    ).toEqual([
      ['firing', ['prometheus:a']],
      ['firing', ['prometheus:b']],
    ]);
  });
});

describe('what sources tell differently', () => {
  it('begins when the first says, in whatever zone its clock is', () => {
    const [alert] = join({
      'prometheus:default': [evaluated({ activeAt: '2026-11-23T14:30:00Z' })],
      'grafana:default': [evaluated({ activeAt: '2026-11-23T15:01:00+01:00' })],
      'grafana:other': [evaluated({ activeAt: '0001-01-01T00:00:00Z' })],
    });
    expect(alert.since).toBe('2026-11-23T14:01:00.000Z');
  });

  it('begins when Alertmanager was told, if nobody else says', () => {
    const [alert] = join(
      { 'grafana:default': [evaluated({ activeAt: '' })] },
      { default: [routed()] },
    );
    expect(alert.since).toBe('2026-11-23T14:06:00Z');
  });

  it('fires while it is over for one replica and not for the other', () => {
    expect(
      rows(join({ 'prometheus:default': [], 'grafana:a': [evaluated()] })),
    ).toEqual([['firing', ['grafana:a']]]);
  });

  it('fires for all when it is pending for one', () => {
    const pending = evaluated({ state: 'pending', value: NaN });
    const [alert] = join({
      'prometheus:default': [pending],
      'grafana:default': [evaluated()],
    });
    expect(alert).toMatchObject({ state: 'firing', value: 0.9 });
  });

  it('fires when people are told of it, though it is pending here', () => {
    const pending = { 'prometheus:a': [evaluated({ state: 'pending' })] };
    expect(join(pending)[0].state).toBe('pending');
    expect(join(pending, { default: [routed()] })[0].state).toBe('firing');
    // An Alertmanager that is away only says that it was so.
    const away = new Map([['alertmanager:default', NOW - 60_000]]);
    expect(join(pending, { default: [routed()] }, { away })[0].state).toBe(
      'pending',
    );
  });

  it('is no remnant of an ended alert when it began after that one’s end', () => {
    const remembered = [
      { identity: LABELS, at: Date.parse('2026-11-23T14:10:00Z') },
    ];
    const late = routed({ startsAt: '2026-11-23T14:20:00Z' });
    expect(join({}, { default: [routed()] }, { remembered })).toEqual([]);
    expect(join({}, { default: [late] }, { remembered })).toHaveLength(1);
  });
});

describe('a source that is away', () => {
  const at = Date.parse('2026-11-23T14:02:00Z');

  it('is told by its age when no other source tells the alert', () => {
    const away = new Map([['prometheus:default', at]]);
    const sources = { 'prometheus:default': [evaluated()] };
    expect(join(sources)[0].lastKnownAt).toBeUndefined();
    expect(join(sources, {}, { away })[0].lastKnownAt).toBe(at);
    expect(
      join(sources, { default: [routed()] }, { away })[0].lastKnownAt,
    ).toBeUndefined();
  });

  it('does not overrule what another knows now', () => {
    const away = new Map([['prometheus:default', at]]);
    const [alert] = join(
      {
        'prometheus:default': [evaluated({ value: 0.99 })],
        'grafana:default': [evaluated({ state: 'pending', value: 0.8 })],
      },
      {},
      { away },
    );
    expect(alert).toMatchObject({ state: 'pending', value: 0.8 });
    expect(alert.since).toBe('2026-11-23T14:01:00Z');
  });

  it('silences nothing beyond the end of its silences', () => {
    const silence = { id: 's', createdBy: 'mira', comment: 'known' };
    const state = (endsAt: string, isAway: boolean) =>
      join(
        { 'prometheus:default': [evaluated()] },
        {},
        {
          routed: new Map([
            [
              'default',
              {
                alerts: [
                  routed({ status: { silencedBy: ['s'], inhibitedBy: [] } }),
                ],
                silences: [{ ...silence, endsAt }],
              },
            ],
          ]),
          away: new Map(isAway ? [['alertmanager:default', at]] : []),
        },
      )[0].state;
    expect(state('2026-11-23T14:30:00Z', true)).toBe('firing');
    expect(state('2026-11-23T16:10:00Z', true)).toBe('silenced');
    // It knows better than our clock.
    expect(state('2026-11-23T14:30:00Z', false)).toBe('silenced');
  });
});
