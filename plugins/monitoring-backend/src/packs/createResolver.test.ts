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
