import { recordMetrics } from '../__testUtils__/recordMetrics';
import { aDesired, anActual } from './__testUtils__/builders';
import { setUpReconciler } from './__testUtils__/setUpReconciler';
import { ProvisioningMetrics } from './ProvisioningMetrics';

function setUp() {
  const { metrics, series } = recordMetrics();
  return { metrics: ProvisioningMetrics.create({ metrics }), series };
}

const NAMES = [
  'sightline_provisioning_brake_waiting',
  'sightline_provisioning_last_success_timestamp_seconds',
  'sightline_provisioning_objects',
  'sightline_provisioning_run_duration_seconds',
  'sightline_provisioning_runs',
  'sightline_provisioning_target_up',
  'sightline_provisioning_writes',
];

describe('ProvisioningMetrics', () => {
  it('are told by a run', async () => {
    const { metrics, series } = setUp();
    const { grafana, run } = setUpReconciler({}, { metrics });
    grafana.failWrites = uid =>
      uid.includes('overview') ? 'Grafana is full' : undefined;
    await run();
    expect(
      [...new Set([...series.keys()].map(id => id.split('{')[0]))].sort(),
    ).toEqual(NAMES);
    expect(Object.fromEntries(series)).toMatchObject({
      'sightline_provisioning_runs{status="succeeded",trigger="manual",scope="all"}': 1,
      'sightline_provisioning_writes{target="grafana:default",kind="dashboard",action="create",outcome="failed"}': 1,
      'sightline_provisioning_writes{target="grafana:default",kind="folder",action="create",outcome="done"}': 1,
      'sightline_provisioning_objects{target="grafana:default",kind="dashboard",state="failed"}': 1,
      'sightline_provisioning_target_up{target="grafana:default"}': 1,
      'sightline_provisioning_brake_waiting{}': 0,
      'sightline_provisioning_last_success_timestamp_seconds{}': 1_795_521_600,
    });
  });

  it('say that a target is down, and tell no success then', async () => {
    const { metrics, series } = setUp();
    const { grafana, run } = setUpReconciler({}, { metrics });
    grafana.failList = 'Grafana does not answer';
    await run();
    expect(
      series.get('sightline_provisioning_target_up{target="grafana:default"}'),
    ).toBe(0);
    expect(
      series.has('sightline_provisioning_last_success_timestamp_seconds{}'),
    ).toBe(false);
  });

  it('let what is gone fall to 0', () => {
    const { metrics, series } = setUp();
    const row = { ...aDesired('a'), state: 'in-sync' as const };
    metrics.objects([row, { ...row, key: 'b' }]);
    metrics.objects([{ ...row, state: 'drifted' }]);
    expect([...series.values()]).toEqual([0, 1]);
  });

  it('do not count what was not tried', () => {
    const { metrics, series } = setUp();
    const object = aDesired('a');
    metrics.tried({
      step: { action: 'create', object },
      written: false,
      error: 'It was not tried',
      untried: true,
    });
    metrics.tried({
      step: { action: 'nothing', object, actual: anActual(object) },
      written: false,
    });
    expect(series.size).toBe(0);
  });

  it('tell how much waits for a person, unless he said that it stays', async () => {
    const { metrics, series } = setUp();
    const run = await setUpReconciler().run();
    const brake = {
      digest: 'a',
      objects: 214,
      managed: 1_000,
      maxShare: 0.1,
      byKind: {},
      entities: [],
      entityCount: 100,
      since: run.startedAt,
    };
    const waiting = () => series.get('sightline_provisioning_brake_waiting{}');
    metrics.ended({ ...run, brake });
    expect(waiting()).toBe(214);
    metrics.ended({ ...run, brake, entityRef: 'component:default/a' });
    expect(waiting()).toBe(214);
    const answer = { answer: 'keep' as const, by: 'lea', at: run.startedAt };
    metrics.ended({ ...run, brake: { ...brake, answer } });
    expect(waiting()).toBe(0);
  });
});
