import { MonitoringSpec } from '@sightline/backstage-plugin-monitoring-common';
import { aService } from '../__testUtils__/builders';
import { AlertOwners } from './AlertOwners';

function spec(
  name: string,
  options: Parameters<typeof aService>[1] = {},
): MonitoringSpec {
  return aService(name, options).monitoring.spec;
}

function inEnvironment(environment: string): MonitoringSpec {
  return spec('gateway', {
    environment,
    selector: [
      { label: 'service', operator: '=', value: 'gateway' },
      { label: 'env', operator: '=', value: environment },
    ],
  });
}

const owners = AlertOwners.create(
  [
    spec('ingestor'),
    inEnvironment('prod'),
    inEnvironment('stage'),
    spec('new', { renamedFrom: 'component:default/old' }),
  ].map(one => ({
    spec: one,
    mayTell: ({ secret }: Record<string, string>) => secret === undefined,
  })),
);

describe('AlertOwners', () => {
  it.each<[Record<string, string>, object | undefined]>([
    [
      { entity: 'component:default/ingestor' },
      { entityRef: 'component:default/ingestor' },
    ],
    [
      { entity: 'component:default/ingestor', environment: 'prod' },
      { entityRef: 'component:default/ingestor' },
    ],
    [
      { entity: 'component:default/gateway', environment: 'stage' },
      { entityRef: 'component:default/gateway', environment: 'stage' },
    ],
    [
      { entity: 'component:default/gateway', environment: 'gone' },
      { entityRef: 'component:default/gateway' },
    ],
    [
      { service: 'gateway', env: 'stage' },
      { entityRef: 'component:default/gateway', environment: 'stage' },
    ],
    [{ service: 'gateway', env: 'test' }, undefined],
    [
      { entity: 'component:default/old' },
      { entityRef: 'component:default/new' },
    ],
    [{ entity: 'component:default/new' }, undefined],
    [{ entity: 'component:default/ingestor', secret: 'yes' }, undefined],
    [{ service: 'gateway', env: 'stage', secret: 'yes' }, undefined],
  ])('knows whom an alert with %o is about', (labels, owner) => {
    expect(owners.find({ labels })).toEqual(owner);
  });

  it.each([
    ['of its instance', ['prometheus:a', 'alertmanager:default'], true],
    ['of another instance', ['prometheus:b', 'alertmanager:default'], false],
    ['of another instance and Grafana', ['prometheus:b', 'grafana:a'], false],
    ['of Alertmanager alone', ['alertmanager:b'], true],
    ['of Grafana alone', ['grafana:b'], true],
  ])('tells an entity what is %s: %j', (_, sources, isTold) => {
    const own = AlertOwners.create([
      { spec: spec('ingestor'), instance: 'a', mayTell: () => true },
    ]);
    const waysToSayIt: Record<string, string>[] = [
      { entity: 'component:default/ingestor' },
      { service: 'ingestor' },
    ];
    for (const labels of waysToSayIt) {
      expect(own.find({ labels, sources }) !== undefined).toBe(isTold);
      expect(own.instanceOf(labels)).toBe('a');
    }
  });
});
