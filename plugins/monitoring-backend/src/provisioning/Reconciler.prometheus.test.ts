import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { RuleFilesTarget } from '../targets';
import { ReloadablePrometheus } from './__testUtils__/ReloadablePrometheus';
import {
  anEntity,
  aSharingEntity,
  setUpReconciler,
} from './__testUtils__/setUpReconciler';

jest.setTimeout(60_000);

const MINUTE = 60_000;
const REF = 'component:default/ingestor';

describe('rule files and a real Prometheus', () => {
  let prometheus: ReloadablePrometheus;

  beforeEach(async () => {
    prometheus = await ReloadablePrometheus.start();
  });

  afterEach(() => prometheus?.stop());

  function setUp() {
    const target = RuleFilesTarget.fromConfig({
      id: 'default',
      directory: prometheus.rules,
      reloadUrl: `${prometheus.url}/-/reload`,
      promtool: 'promtool',
    });
    return setUpReconciler({ dashboards: 'none' }, { targets: [target] });
  }

  const lastReload = async () =>
    (await prometheus.get('status/runtimeinfo')).lastConfigTime;

  /** An alert that is true as soon as Prometheus has scraped itself. */
  function aFiringEntity(
    description: string,
    { threshold = 1, owner = 'group:default/media', neighbour = false } = {},
  ) {
    const entity = anEntity('ingestor');
    entity.monitoring.spec.owner = owner;
    const [other] = entity.monitoring.alerts;
    entity.monitoring.alerts = [
      ...(neighbour ? [{ ...other, name: 'Before' }] : []),
      {
        ...other,
        name: 'AlwaysOn',
        expression: 'up',
        operator: '>=',
        threshold,
        for: 0,
        description,
      },
    ];
    return entity;
  }

  it('has every rule loaded after one run, and is left alone after the second', async () => {
    const { run } = setUp();
    expect(await run()).toMatchObject({
      counts: { created: 2, failed: 0 },
      errors: [],
    });
    const groups = await prometheus.groups();
    expect(groups).toEqual(
      expect.arrayContaining([
        'sightline:alerts:component:default/ingestor',
        expect.stringMatching(/^sightline:slo:component:default\/ingestor:/),
      ]),
    );
    const reloaded = await lastReload();
    expect((await run()).counts).toMatchObject({ unchanged: 2 });
    expect(await lastReload()).toBe(reloaded);
  });

  it('keeps a firing alert when its threshold, text, owner and neighbours change', async () => {
    const { state, run } = setUp();
    state.entities = [aFiringEntity('Before')];
    await run();
    const firing = async () =>
      (await prometheus.get('alerts')).alerts.find(
        ({ state: shown }: { state: string }) => shown === 'firing',
      );
    await prometheus.until(
      'alerting',
      async () => (await firing()) !== undefined,
    );
    const { activeAt } = await firing();
    state.entities = [
      aFiringEntity('After', {
        threshold: 0.5,
        owner: 'group:default/search',
        neighbour: true,
      }),
    ];
    // The alerts of its SLO name the owner too.
    expect((await run()).counts.updated).toBe(2);
    await prometheus.until(
      'telling the new text',
      async () => (await firing()).annotations.description === 'After',
    );
    const after = await firing();
    expect(after.annotations).toMatchObject({
      owner: 'group:default/search',
      sightline_limit: '0.5',
    });
    expect(after.activeAt).toBe(activeAt);
  });

  it('goes on with the old rules when somebody else broke the configuration', async () => {
    const { state, store, run } = setUp();
    await run();
    const before = await prometheus.groups();
    const foreign = path.join(prometheus.rules, 'by-hand.yaml');
    await writeFile(foreign, 'groups: [{ name: a, rules: [{ alert: "x" }] }]');
    state.entities = [anEntity('ingestor'), anEntity('gateway')];
    const record = await run();
    expect(record.counts).toMatchObject({ created: 0, failed: 2 });
    expect(record.errors[0].message).toMatch(/what was there before is back/);
    expect(await prometheus.groups()).toEqual(before);
    expect(await readdir(prometheus.rules)).toHaveLength(3);
    expect(await readFile(foreign, 'utf8')).toContain('alert: "x"');

    await writeFile(foreign, 'groups: []');
    state.now = new Date(state.now.getTime() + MINUTE);
    expect((await run()).counts).toMatchObject({ created: 2, failed: 0 });
    expect(await prometheus.groups()).toHaveLength(before.length * 2);
    expect(
      [...store.objects.values()].map(({ state: shown }) => shown),
    ).toEqual(Array(4).fill('in-sync'));
  });

  it('takes rules of an entity over into the shared ones without a moment in which none is loaded', async () => {
    const { state, run } = setUp();
    await run();
    const sloGroups = async () =>
      ((await prometheus.groups()) as string[]).filter(name =>
        name.startsWith('sightline:slo:'),
      );
    expect((await sloGroups()).every(name => name.includes(REF))).toBe(true);
    state.entities = [aSharingEntity('ingestor'), aSharingEntity('gateway')];
    expect(await run()).toMatchObject({
      counts: { pruned: 1, failed: 0 },
      errors: [],
    });
    const groups = await sloGroups();
    expect(groups.length).toBeGreaterThan(0);
    expect(groups.every(name => name.includes(':shared:'))).toBe(true);
    expect((await run()).counts).toMatchObject({
      created: 0,
      updated: 0,
      pruned: 0,
    });
  });

  it('loads rules that more than a hundred services share', async () => {
    const { state, run } = setUp();
    state.entities = Array.from({ length: 120 }, (_, index) =>
      aSharingEntity(`service-${index}`),
    );
    expect(await run()).toMatchObject({
      errors: [],
      counts: { created: 241, failed: 0 },
    });
    expect((await run()).counts).toMatchObject({ unchanged: 241 });
  });
});
