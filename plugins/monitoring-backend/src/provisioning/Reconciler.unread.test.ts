import { RuleGroup } from '@sightline/backstage-plugin-monitoring-common';
import { MemoryTarget } from './__testUtils__/builders';
import {
  anEntity,
  aSharingEntity,
  setUpReconciler as setUp,
} from './__testUtils__/setUpReconciler';
import { sharedSlosKey } from './desired';

const DAY = 86_400_000;
const TARGET = 'rule-files:default';
const GATEWAY = 'component:default/gateway';
const PART = `${GATEWAY}|slo-rule-group|shared-slos`;
const OWN = { 'monitoring/selector': 'job="special"' };

const slos = (text: string) => ({ 'monitoring/slos': text });
const BOTH = slos('availability 99.9% 30d; latency p95 < 500ms 30d');
const TYPO = slos('availabilty 99.9% 30d; latency p95 < 500ms 30d');
const KEPT =
  "Not all of monitoring/slos could be read, so the rules of 'availability' stay as they were applied";

const document = (objective: string) => `apiVersion: openslo/v1
kind: SLO
metadata: { name: availability }
spec:
  service: gateway
  budgetingMethod: Occurrences
  timeWindow: [{ duration: 30d, isRolling: true }]
  indicator:
    metadata: { name: availability }
    spec:
      ratioMetric:
        counter: true
        bad: { metricSource: { type: Prometheus, spec: { query: 'errors_total{service="gateway"}' } } }
        total: { metricSource: { type: Prometheus, spec: { query: 'requests_total{service="gateway"}' } } }
  objectives: [{ target: ${objective} }]
`;

/** Ids of SLOs of the gateway that alert. */
function alertsOf(files: MemoryTarget): string[] {
  const groups = [...files.objects.values()]
    .filter(({ content }) => JSON.stringify(content).includes('gateway'))
    .flatMap(({ content }) => content.groups as RuleGroup[]);
  const ids = groups
    .flatMap(({ rules }) => rules)
    .flatMap(rule => ('alert' in rule ? rule.labels?.slo ?? [] : []));
  return [...new Set(ids)].sort();
}

function world(annotations: Record<string, string>, provisioning = {}) {
  const parts = setUp({
    dashboards: 'none',
    alerts: 'none',
    ...provisioning,
  });
  const write = (more: Record<string, string>) => {
    parts.state.entities = [aSharingEntity('gateway', more)];
  };
  write(annotations);
  const later = async (milliseconds: number) => {
    parts.state.now = new Date(parts.state.now.getTime() + milliseconds);
    return parts.run();
  };
  return { ...parts, write, later };
}

describe.each([
  ['shared', {}],
  ['own', OWN],
])('Reconciler, of %s SLO rules that cannot be read any more,', (_, kind) => {
  it.each([
    ['one short form of several', BOTH, TYPO],
    ['its objective', BOTH, slos('availability 99,9; latency p95 < 500ms')],
    ['all short forms', BOTH, slos('availabilty 99.9%; latncy p95 < 500ms')],
    [
      'its query',
      slos(document('0.999')),
      slos(document('0.999').replace('errors_total{', 'errors_total{{')),
    ],
    ['the document', slos(document('0.999')), slos('apiVersion: [openslo/v1')],
  ])('keeps them while %s is unreadable', async (__, before, after) => {
    const { files, store, write, run, later } = world({ ...before, ...kind });
    await run();
    const alerts = alertsOf(files);
    expect(alerts).toContain('availability');
    const { writes } = files;
    write({ ...after, ...kind });
    const record = await run();
    expect(record.counts).toMatchObject({ pruned: 0, updated: 0, waiting: 0 });
    expect(record.errors).toEqual([
      expect.objectContaining({
        entityRef: GATEWAY,
        message: expect.stringContaining("'availability'"),
      }),
    ]);
    await later(2 * DAY);
    await later(2 * DAY);
    expect(alertsOf(files)).toEqual(alerts);
    expect(files.writes).toBe(writes);

    // Mended, all rests; and the other way round nothing is left behind.
    write({ ...before, ...kind });
    const mended = await run();
    expect(mended).toMatchObject({ errors: [], counts: { updated: 0 } });
    expect([...store.objects.values()].map(({ state }) => state)).not.toContain(
      'pending',
    );
  });

  it('lets them go when the annotation is without faults', async () => {
    const { files, write, run, later } = world({ ...BOTH, ...kind });
    await run();
    write({ ...TYPO, ...kind });
    await run();
    write({ ...slos('latency p95 < 500ms 30d'), ...kind });
    await run();
    expect(alertsOf(files)).toEqual(['latency-500-ms']);
    write({ 'monitoring/slos': '', ...kind });
    await run();
    await later(DAY);
    expect(files.objects.size).toBe(0);
  });

  it('keeps nothing that was never applied', async () => {
    const { files, run } = world({ ...TYPO, ...kind });
    const record = await run();
    expect(record).toMatchObject({ errors: [], counts: { waiting: 0 } });
    expect(alertsOf(files)).toEqual(['latency-500-ms']);
  });

  it('keeps them in a run of their entity, too', async () => {
    const { files, reconciler, write, run } = world({ ...BOTH, ...kind });
    await run();
    write({ ...TYPO, ...kind });
    const one = await reconciler.run({ trigger: 'event', entityRef: GATEWAY });
    expect(one.errors).toHaveLength(1);
    expect(alertsOf(files)).toEqual(['availability', 'latency-500-ms']);
  });

  it('removes them when everything is removed', async () => {
    const { files, store, state, write, run } = world({ ...BOTH, ...kind });
    await run();
    write({ ...TYPO, ...kind });
    await run();
    const gone = setUp(
      { dashboards: 'none', alerts: 'none', mode: 'remove' },
      { store, targets: [files] },
    );
    gone.state.entities = state.entities;
    await gone.run();
    expect(files.objects.size).toBe(0);
  });
});

describe('Reconciler, of SLO rules that cannot be read any more,', () => {
  it('applies what can be read of shared ones, and says what stays', async () => {
    const { files, store, write, run } = world(BOTH);
    await run();
    write(slos('availabilty 99.9% 30d; latency p99 < 500ms 30d'));
    await run();
    expect(store.parts.get(`${TARGET}|${PART}`)!.content).toMatchObject({
      slos: [
        { id: 'availability', objective: '0.999' },
        { id: 'latency-500-ms', objective: '0.99' },
      ],
    });
    expect(store.objects.get(sharedSlosKey(TARGET))!.state).toBe('in-sync');
    const record = await run();
    expect(record.counts.updated).toBe(0);
    expect(store.objects.get(PART)).toMatchObject({
      state: 'pending',
      reason: KEPT,
    });
    expect(alertsOf(files)).toEqual(['availability', 'latency-500-ms']);
  });

  it('keeps own ones whole, and applies what can be read when nothing would go', async () => {
    const { files, store, write, run } = world({ ...BOTH, ...OWN });
    await run();
    write({
      ...slos('availabilty 99.9%; latency p99 < 500ms 30d'),
      ...OWN,
    });
    await run();
    expect([...store.objects.values()]).toEqual([
      expect.objectContaining({
        state: 'pending',
        reason: expect.stringContaining(KEPT),
      }),
    ]);
    write({
      ...slos('availability 99%; latency p99 < 500ms 30d; somthing 99%'),
      ...OWN,
    });
    expect((await run()).counts.updated).toBe(1);
    expect(alertsOf(files)).toEqual(['availability', 'latency-500-ms']);
  });

  it('does not take a part out for rules of its own that lack an SLO', async () => {
    const { files, store, write, run } = world(BOTH);
    await run();
    write({ ...TYPO, ...OWN });
    await run();
    await run();
    expect(store.parts.get(`${TARGET}|${PART}`)!.content).toMatchObject({
      slos: [{ id: 'availability' }],
    });
    expect(alertsOf(files)).toEqual(['availability', 'latency-500-ms']);
  });

  it('does not take rules of its own away for a part that lacks an SLO', async () => {
    const { files, write, run } = world({ ...BOTH, ...OWN });
    await run();
    write(TYPO);
    await run();
    await run();
    expect(alertsOf(files)).toEqual(['availability', 'latency-500-ms']);
    write(BOTH);
    await run();
    await run();
    expect(files.objects.size).toBe(1);
  });

  it('keeps alerts in a Grafana, and whom they tell', async () => {
    const { config, grafana, state, run } = setUp(
      { dashboards: 'none', alerts: 'none', slos: 'grafana' },
      {
        notifications: {
          channels: [{ name: 'hook', type: 'webhook', url: 'http://hook' }],
        },
      },
    );
    const { channels } = config.notifications;
    const write = (annotations: Record<string, string>) => {
      state.entities = [
        anEntity(
          'gateway',
          { 'monitoring/notify': 'hook', ...annotations },
          { channels, default: [] },
        ),
      ];
    };
    write(BOTH);
    await run();
    const before = structuredClone([...grafana.objects.values()]);
    expect(before.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['contact-point', 'slo-rule-group']),
    );
    write(slos('availabilty 99.9%'));
    expect((await run()).errors).toHaveLength(1);
    state.now = new Date(state.now.getTime() + 2 * DAY);
    await run();
    expect([...grafana.objects.values()]).toEqual(before);
  });
});
