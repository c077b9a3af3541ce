import { ConfigReader } from '@backstage/config';
import { parseMonitoringSpec } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { readMonitoringConfig } from '../config';
import { createResolver } from './createResolver';
import { PackRegistry } from './PackRegistry';

const plain: MonitoringPack = {
  id: 'plain',
  title: 'Plain',
  description: '',
  metricsFrom: '',
  probes: [{ id: 'a', title: 'A', metric: 'a' }],
  dashboards: ({ found }) => [
    { id: 'overview', title: `Found ${found ?? 'nothing'}`, model: {} },
  ],
  alerts: () => [],
  slis: () => [],
};
const depending: MonitoringPack = {
  ...plain,
  id: 'depending',
  lacks: ({ found }) => (found ? undefined : 'Nobody looked'),
};

async function resolve(packs: string) {
  const asked: string[][] = [];
  const resolver = createResolver({
    packs: PackRegistry.create(plain, depending),
    config: readMonitoringConfig(new ConfigReader({})),
    discovery: {
      find: async (_spec, wanted) => {
        asked.push(wanted.map(({ id }) => id));
        return new Map([['depending', ['a']]]);
      },
    },
  });
  const parsed = parseMonitoringSpec(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'a', annotations: { 'monitoring/packs': packs } },
      spec: {},
    },
    {
      defaultSelector: 'service="a"',
      defaultWindow: { type: 'rolling', duration: 2_592_000 },
    },
  );
  return { monitoring: await resolver(parsed), asked };
}

describe('createResolver', () => {
  it('looks only for what packs depend on', async () => {
    const { monitoring, asked } = await resolve('plain, depending, unknown');
    expect(asked).toEqual([['depending']]);
    expect(monitoring.dashboards.map(({ title }) => title)).toEqual([
      'Found ',
      'Found a',
    ]);
  });

  it('asks nobody when no pack depends on what is found', async () => {
    const { monitoring, asked } = await resolve('plain');
    expect(asked).toEqual([]);
    expect(monitoring.dashboards[0].title).toBe('Found nothing');
  });
});

describe('the servers of rules', () => {
  it.each<[object, string[]]>([
    [{ alerts: 'ruleFiles', slos: 'none' }, ['us']],
    [{ alerts: 'mimir', slos: 'mimir' }, ['eu', 'us']],
    [{ alerts: 'grafana', slos: 'none' }, ['eu', 'us']],
  ])('are those that %o writes for', async (provisioning, without) => {
    const resolver = createResolver({
      packs: PackRegistry.create(plain),
      config: readMonitoringConfig(
        new ConfigReader({
          monitoring: {
            prometheus: ['main', 'eu', 'us'].map(id => ({
              id,
              url: `http://${id}`,
            })),
            grafana: [{ id: 'default', url: 'http://grafana' }],
            provisioning: {
              ...provisioning,
              ruleFiles: [
                { id: 'main', prometheus: 'main', directory: '/main' },
                { id: 'eu', prometheus: 'eu', directory: '/eu' },
              ],
              mimir: [{ id: 'main', prometheus: 'main', url: 'http://mimir' }],
            },
          },
        }),
      ),
      discovery: { find: async () => undefined },
    });
    const warned = await Promise.all(
      ['main', 'eu', 'us'].map(async prometheus => {
        const { problems } = await resolver(
          parseMonitoringSpec(
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Component',
              metadata: {
                name: 'a',
                annotations: {
                  'monitoring/packs': 'plain',
                  'monitoring/prometheus': prometheus,
                },
              },
            },
            {
              defaultSelector: 'service="a"',
              defaultWindow: { type: 'rolling', duration: 2_592_000 },
            },
          ),
        );
        return problems.length > 0 ? [prometheus] : [];
      }),
    );
    expect(warned.flat()).toEqual(without);
  });
});

describe('what was resolved', () => {
  function aResolver(pack: MonitoringPack) {
    const state = { found: new Map([['plain', ['a']]]) };
    const resolver = createResolver({
      packs: PackRegistry.create(pack),
      config: readMonitoringConfig(new ConfigReader({})),
      discovery: { find: async () => new Map(state.found) },
    });
    return { resolver, state };
  }

  const parsed = () =>
    parseMonitoringSpec(
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'a', annotations: { 'monitoring/packs': 'plain' } },
        spec: {},
      },
      {
        defaultSelector: 'service="a"',
        defaultWindow: { type: 'rolling', duration: 2_592_000 },
      },
    );

  it('is the same object while the question and the metrics are the same', async () => {
    const { resolver, state } = aResolver({ ...plain, lacks: () => undefined });
    const question = parsed();
    const first = await resolver(question);
    expect(await resolver(question)).toBe(first);
    expect(await resolver(parsed())).not.toBe(first);
    state.found = new Map([['plain', ['b']]]);
    expect(await resolver(question)).not.toBe(first);
  });

  it('holds no dashboard: each is made when it is read', async () => {
    const dashboards = jest.fn(plain.dashboards);
    const { resolver } = aResolver({ ...plain, dashboards });
    const { dashboards: resolved } = await resolver(parsed());
    expect(dashboards).toHaveBeenCalledTimes(1);
    const [dashboard] = resolved;
    expect(dashboard.model).toEqual({ uid: dashboard.uid, links: [] });
    expect(dashboard.model).not.toBe(dashboard.model);
  });
});
