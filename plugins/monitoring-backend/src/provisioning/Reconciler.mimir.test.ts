import { MimirTarget } from '../targets';
import { TestRuler } from '../targets/mimir/__testUtils__/TestRuler';
import {
  anEntity,
  aSharingEntity,
  setUpReconciler,
} from './__testUtils__/setUpReconciler';

const TENANT = 'media';
const NAMESPACE = 'sightline';
const REF = 'component:default/ingestor';
const ALERTS = `sightline:alerts:${REF}`;
const HOUR = 3_600_000;

describe('rule groups in a Mimir', () => {
  let ruler: TestRuler;

  beforeEach(async () => {
    ruler = await TestRuler.start();
  });

  afterEach(() => ruler.stop());

  function setUp(provisioning: object = {}) {
    const mimir = { id: 'default', url: ruler.url, tenant: TENANT };
    return setUpReconciler(
      {
        dashboards: 'none',
        alerts: 'mimir',
        slos: 'mimir',
        mimir: [mimir],
        ...provisioning,
      },
      {
        targets: [
          MimirTarget.fromConfig({
            ...mimir,
            auth: { method: 'none' },
            namespace: NAMESPACE,
          }),
        ],
      },
    );
  }

  const there = () => ruler.groups(TENANT, NAMESPACE);
  const writes = () =>
    ruler.requests.filter(request => !request.startsWith('GET')).length;

  function edit(name: string, change: (rule: any) => object) {
    const group = there().get(name)!;
    ruler.put(TENANT, NAMESPACE, { ...group, rules: group.rules.map(change) });
  }

  it('are all there after one run, and are left alone after the second, which reads once', async () => {
    const { run, state } = setUp();
    state.entities = ['ingestor', 'gateway'].map(name => anEntity(name));
    expect(await run()).toMatchObject({
      status: 'succeeded',
      counts: { created: 4, failed: 0 },
      errors: [],
    });
    expect(there().size).toBe(8);
    ruler.requests.length = 0;
    expect(await run()).toMatchObject({ counts: { unchanged: 4 } });
    expect(ruler.requests).toHaveLength(1);
  });

  it('are known again after the database was lost', async () => {
    await setUp().run();
    const before = writes();
    expect(await setUp().run()).toMatchObject({ counts: { unchanged: 2 } });
    expect(writes()).toBe(before);
  });

  it('keep what a person changed, and are put back where that is wanted', async () => {
    const { run } = setUp();
    await run();
    edit(ALERTS, rule => ({ ...rule, expr: 'vector(1)' }));
    const before = writes();
    expect(await run()).toMatchObject({ counts: { drifted: 1 } });
    expect(writes()).toBe(before);
    await setUp({ onDrift: 'revert' }).run();
    expect(there().get(ALERTS)!.rules[0].expr).not.toBe('vector(1)');
  });

  it('do not take the place of what is somebody else’s, nor touch it', async () => {
    const theirs = { name: ALERTS, rules: [{ record: 'a', expr: 'up' }] };
    ruler.put(TENANT, NAMESPACE, theirs);
    ruler.put(TENANT, 'other', theirs);
    const { run } = setUp();
    expect(await run()).toMatchObject({ counts: { conflict: 1, created: 1 } });
    expect(there().get(ALERTS)).toEqual(theirs);
    expect(ruler.groups(TENANT, 'other').size).toBe(1);
  });

  it('change in place, which keeps the state of alerts', async () => {
    const { run, state } = setUp();
    await run();
    state.entities[0] = anEntity('ingestor', {
      'monitoring/alerts': 'HighHttpErrorRate: > 9%',
    });
    ruler.requests.length = 0;
    expect(await run()).toMatchObject({ counts: { updated: 1, unchanged: 1 } });
    expect(ruler.requests.filter(one => one.startsWith('DELETE'))).toEqual([]);
    expect(there().get(ALERTS)!.rules[0].expr).toContain('0.09');
  });

  it('go after the grace period when nobody wants them, and nothing else does', async () => {
    const { run, state } = setUp();
    const theirs = { name: 'by hand', rules: [{ record: 'a', expr: 'up' }] };
    ruler.put(TENANT, NAMESPACE, theirs);
    await run();
    state.entities = [];
    await run();
    expect(there().size).toBe(5);
    state.now = new Date(state.now.getTime() + 25 * HOUR);
    expect(await run()).toMatchObject({ counts: { pruned: 2 } });
    expect([...there().keys()]).toEqual(['by hand']);
  });

  it.each([
    ['before it was stored', 'intercept' as const],
    ['after it was stored', 'afterwards' as const],
  ])('come to rest when a write is answered by 500 %s', async (_, when) => {
    const { run, state } = setUp();
    let posts = 0;
    ruler[when] = ({ method }) => {
      posts += method === 'POST' ? 1 : 0;
      return method === 'POST' && posts === 2
        ? { status: 500, body: 'open /data/ruler: i/o timeout' }
        : undefined;
    };
    const first = await run();
    expect(JSON.stringify(first)).not.toContain('/data/ruler');
    ruler[when] = undefined;
    state.now = new Date(state.now.getTime() + HOUR);
    await run();
    state.now = new Date(state.now.getTime() + HOUR);
    expect(await run()).toMatchObject({
      counts: { unchanged: 2, drifted: 0, conflict: 0, failed: 0 },
    });
    expect(there().size).toBe(4);
  });

  it('wait as long as the ruler asks to be left in peace', async () => {
    const { run, state } = setUp();
    ruler.intercept = () => ({
      status: 429,
      headers: { 'retry-after': '600' },
      body: 'too many requests',
    });
    const refused = await run();
    expect(refused.errors[0].message).toMatch(/left in peace/);
    ruler.intercept = undefined;
    ruler.requests.length = 0;
    state.now = new Date(state.now.getTime() + 60_000);
    await run();
    expect(ruler.requests).toEqual([]);
    state.now = new Date(state.now.getTime() + HOUR);
    expect(await run()).toMatchObject({ counts: { created: 2 } });
  });

  it('leave nothing behind when Sightline goes', async () => {
    await setUp().run();
    ruler.put(TENANT, NAMESPACE, {
      name: 'by hand',
      rules: [{ record: 'a', expr: 'up' }],
    });
    await setUp({ mode: 'remove' }).run();
    expect([...there().keys()]).toEqual(['by hand']);
  });

  it('are shared by services that differ in their names alone, and rest', async () => {
    const { run, state } = setUp();
    state.entities = ['ingestor', 'gateway'].map(name => aSharingEntity(name));
    expect(await run()).toMatchObject({
      counts: { created: 5, failed: 0 },
      errors: [],
    });
    const shared = [...there().keys()].filter(name =>
      name.startsWith('sightline:slo:'),
    );
    expect(shared.every(name => name.startsWith('sightline:slo:shared:'))).toBe(
      true,
    );
    for (const { rules } of there().values()) {
      expect(rules.length).toBeLessThanOrEqual(20);
    }
    ruler.requests.length = 0;
    expect(await run()).toMatchObject({ counts: { unchanged: 5 } });
    expect(ruler.requests).toHaveLength(1);
  });

  it('follow one entity that joins the shared ones, and find a person’s copy no part of them', async () => {
    const { run, reconciler, state } = setUp();
    state.entities = [aSharingEntity('ingestor')];
    await run();
    const [group] = [...there().values()].filter(({ name }) =>
      name.startsWith('sightline:slo:shared:'),
    );
    ruler.put(TENANT, NAMESPACE, { ...group, name: 'my copy' });
    state.entities.push(aSharingEntity('gateway'));
    expect(
      await reconciler.run({
        trigger: 'event',
        entityRef: 'component:default/gateway',
      }),
    ).toMatchObject({ counts: { created: 2, updated: 1, conflict: 0 } });
    expect(JSON.stringify(there().get(group.name))).toContain(
      'gateway|ingestor',
    );
    expect(there().has('my copy')).toBe(true);
    expect(await run()).toMatchObject({
      counts: { created: 0, updated: 0, drifted: 0 },
    });
  });

  it('are refused as a whole where the tenant may have no more groups, and say so', async () => {
    const { run, store, state } = setUp();
    state.entities = [aSharingEntity('ingestor')];
    ruler.intercept = ({ method, path }) =>
      method === 'POST' && path.includes(NAMESPACE)
        ? {
            status: 400,
            body: 'per-user rule groups limit (limit: 70 actual: 71) exceeded',
          }
        : undefined;
    const record = await run();
    expect(record.errors.map(({ message }) => message).join()).toMatch(/70/);
    expect(
      store.objects.get(
        'component:default/ingestor|slo-rule-group|shared-slos',
      ),
    ).toMatchObject({
      state: 'failed',
      reason: expect.stringMatching(
        /shared SLO rules could not be written.*70/,
      ),
    });
    expect(store.parts.size).toBe(0);
  });
});
