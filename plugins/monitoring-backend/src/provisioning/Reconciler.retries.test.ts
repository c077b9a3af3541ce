import { ServiceUnavailableError } from '@backstage/errors';
import { RetryLaterError } from '@sightline/backstage-plugin-monitoring-node';
import { MemoryTarget } from './__testUtils__/builders';
import {
  anEntity,
  setUpReconciler as setUp,
} from './__testUtils__/setUpReconciler';

const SECOND = 1_000;

function entities(count: number) {
  return Array.from({ length: count }, (_, index) =>
    anEntity(`service-${index}`),
  );
}

describe('Reconciler, trying again,', () => {
  it('tries an object that failed after longer and longer waits', async () => {
    const { reconciler, files, store, state } = setUp();
    const tried: number[] = [];
    const start = state.now.getTime();
    files.onWrite = object => {
      if (object.kind === 'alert-rule-group') {
        tried.push((state.now.getTime() - start) / SECOND);
        throw new Error('It is not valid');
      }
    };
    for (let second = 0; second <= 240; second += 10) {
      state.now = new Date(start + second * SECOND);
      await reconciler.run({ trigger: 'schedule' });
    }
    expect(tried).toEqual([0, 30, 90, 210]);
    expect(
      [...store.objects.values()].find(
        ({ kind }) => kind === 'alert-rule-group',
      ),
    ).toMatchObject({
      state: 'failed',
      reason: 'It is not valid',
      retry: {
        failures: 4,
        at: new Date(start + 450 * SECOND).toISOString(),
      },
    });
  });

  it('tries it at once when other content is wanted, or a person asks for it', async () => {
    const { reconciler, files, state } = setUp();
    let tries = 0;
    files.onWrite = object => {
      if (object.kind === 'alert-rule-group') {
        tries += 1;
        throw new Error('It is not valid');
      }
    };
    await reconciler.run({ trigger: 'schedule' });
    await reconciler.run({ trigger: 'schedule' });
    expect(tries).toBe(1);
    await reconciler.run({ trigger: 'manual' });
    expect(tries).toBe(2);
    state.entities = [
      anEntity('ingestor', { 'monitoring/alerts': 'SlowHttpResponses: off' }),
    ];
    await reconciler.run({ trigger: 'schedule' });
    expect(tries).toBe(3);
  });

  it('leaves a target in peace for as long as it asks', async () => {
    const { grafana, store, state, run } = setUp();
    state.entities = entities(20);
    let tries = 0;
    grafana.onWrite = object => {
      if (object.kind === 'dashboard') {
        tries += 1;
        throw new RetryLaterError('Too many requests', 600);
      }
    };
    const start = state.now.getTime();
    const record = await run();
    expect(tries).toBe(1);
    expect(record.status).toBe('failed');
    expect(record.counts).toMatchObject({ failed: 20 });
    expect(record.errors).toEqual([
      {
        target: 'grafana:default',
        message: expect.stringContaining('Too many requests'),
      },
    ]);
    expect(
      [...store.objects.values()].filter(({ retry }) => retry),
    ).toHaveLength(0);
    const lists = grafana.lists;
    state.now = new Date(start + 599 * SECOND);
    await run();
    expect(grafana.lists).toBe(lists);
    grafana.onWrite = undefined;
    state.now = new Date(start + 600 * SECOND);
    expect((await run()).counts).toMatchObject({ created: 20, failed: 0 });
  });

  it('leaves a target that fell silent under way in peace', async () => {
    const { grafana, state, run } = setUp();
    state.entities = entities(5);
    grafana.onWrite = object => {
      if (object.kind === 'dashboard') {
        throw new ServiceUnavailableError('Grafana does not answer');
      }
    };
    expect((await run()).status).toBe('failed');
    const lists = grafana.lists;
    await run();
    expect(grafana.lists).toBe(lists);
  });

  it('writes as many objects of a kind at once as the target bears', async () => {
    class WideTarget extends MemoryTarget {
      now = 0;
      readonly most = new Map<string, number>();

      parallelWrites(kind: string): number {
        return kind === 'dashboard' ? 4 : 1;
      }
    }
    const grafana = new WideTarget('grafana:default');
    const files = new WideTarget('rule-files:default');
    for (const target of [grafana, files]) {
      target.onWrite = async ({ kind }) => {
        target.now += 1;
        target.most.set(kind, Math.max(target.most.get(kind) ?? 0, target.now));
        await new Promise(resolve => setTimeout(resolve, 2));
        target.now -= 1;
      };
    }
    const { state, run } = setUp({}, { targets: [grafana, files] });
    state.entities = entities(9);
    expect((await run()).counts).toMatchObject({ created: 28, failed: 0 });
    expect(grafana.most).toEqual(
      new Map([
        ['folder', 1],
        ['dashboard', 4],
      ]),
    );
    expect(files.most).toEqual(
      new Map([
        ['alert-rule-group', 1],
        ['slo-rule-group', 1],
      ]),
    );
  });
});
