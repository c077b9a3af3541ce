import { ConfigReader } from '@backstage/config';
import { MonitoringSpec } from '@sightline/backstage-plugin-monitoring-common';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { MonitoredEntity } from '../../catalog';
import { readMonitoringConfig } from '../../config';
import { anEntity, aSharingEntity } from '../__testUtils__/setUpReconciler';
import { desiredObjects } from './desiredObjects';

const REF = 'component:default/ingestor';
const CHANNELS = {
  channels: [{ name: 'slack', type: 'slack' as const }],
  default: [],
};

function configOf(monitoring: object, targets?: string[]) {
  return readMonitoringConfig(
    new ConfigReader({
      monitoring: {
        prometheus: [
          { id: 'default', url: 'http://prometheus' },
          { id: 'eu', url: 'http://eu' },
        ],
        grafana: [
          { id: 'default', url: 'http://grafana' },
          { id: 'other', url: 'http://other', datasources: { eu: 'uid-eu' } },
        ],
        notifications: {
          channels: [{ name: 'slack', type: 'slack', url: 'https://hooks/x' }],
          muteTimings: [
            { name: 'nights', intervals: [{ weekdays: ['sunday'] }] },
            { name: 'unused', intervals: [{ weekdays: ['monday'] }] },
          ],
        },
        ...monitoring,
      } as any,
    }),
    { targets },
  );
}

const FILES = {
  ruleFiles: [
    { id: 'here', directory: '/here' },
    { id: 'eu', directory: '/eu', prometheus: 'eu' },
  ],
};

/** An entity whose specification says something that its annotations need not say in each test. */
function withSpec(
  entity: MonitoredEntity,
  ...specs: Partial<MonitoringSpec>[]
): MonitoredEntity {
  const environments = specs.map(spec => ({
    ...entity.monitoring,
    spec: { ...entity.monitoring.spec, ...spec },
  }));
  return { ...entity, monitoring: environments[0], environments };
}

const targetsOf = (objects: DesiredObject[], kind: string) =>
  objects.filter(object => object.kind === kind).map(({ target }) => target);

const of = (objects: DesiredObject[], kind: string) =>
  objects.filter(object => object.kind === kind);

describe('objects of entities on several instances', () => {
  it('go to the folder of rule files and the Grafana of each entity', () => {
    const config = configOf({ provisioning: FILES });
    const { objects } = desiredObjects(
      [
        anEntity('a'),
        withSpec(anEntity('b'), { prometheus: 'eu', grafana: 'other' }),
      ],
      config,
    );
    const expected = ['rule-files:here', 'rule-files:eu'];
    expect(targetsOf(objects, 'alert-rule-group')).toEqual(expected);
    expect(targetsOf(objects, 'slo-rule-group')).toEqual(expected);
    expect(targetsOf(objects, 'dashboard')).toEqual([
      'grafana:default',
      'grafana:other',
    ]);
    expect(targetsOf(objects, 'folder')).toEqual([
      'grafana:default',
      'grafana:other',
    ]);
  });

  it('go to the Mimir of each entity, and nowhere without one', () => {
    const config = configOf({
      provisioning: {
        mimir: [{ id: 'eu', prometheus: 'eu' }],
        alerts: 'mimir',
        slos: 'mimir',
      },
    });
    const { objects, errors } = desiredObjects(
      [anEntity('a'), withSpec(anEntity('b'), { prometheus: 'eu' })],
      config,
    );
    expect(targetsOf(objects, 'alert-rule-group')).toEqual(['mimir:eu']);
    expect(targetsOf(objects, 'slo-rule-group')).toEqual(['mimir:eu']);
    expect(errors).toEqual([]);
  });

  it('ask in Grafana the data source of their own server, or have no alerts there', () => {
    const config = configOf({ provisioning: { alerts: 'grafana' } });
    const groupsOf = (spec: Partial<MonitoringSpec>) =>
      of(
        desiredObjects([withSpec(anEntity('a'), spec)], config).objects,
        'alert-rule-group',
      );
    const [group] = groupsOf({ prometheus: 'eu', grafana: 'other' });
    const [rule] = group.content.rules as any[];
    expect(rule.data[0].datasourceUid).toBe('uid-eu');
    expect(groupsOf({ prometheus: 'eu' })).toEqual([]);
    expect(groupsOf({})).toHaveLength(1);
  });

  it('go to a target that a module added, in the form of Prometheus', () => {
    const config = configOf(
      {
        provisioning: {
          dashboards: 'acme:x',
          alerts: 'acme:x',
          slos: 'acme:x',
        },
      },
      ['acme:x'],
    );
    const { objects } = desiredObjects([anEntity('a')], config);
    expect(objects.map(({ kind, target }) => [kind, target])).toEqual([
      ['dashboard', 'acme:x'],
      ['alert-rule-group', 'acme:x'],
      ['slo-rule-group', 'acme:x'],
    ]);
    expect(objects[0].content).toMatchObject({ panels: expect.any(Array) });
    expect(objects[1].content).toEqual({
      groups: [expect.objectContaining({ rules: expect.any(Array) })],
    });
  });
});

describe('objects of an entity with environments', () => {
  const stages = withSpec(
    aSharingEntity('ingestor'),
    { environment: 'prod' },
    { environment: 'stage', prometheus: 'eu', grafana: 'other' },
  );

  it('are one for each, with keys, groups and labels of their own', () => {
    const { objects, parts } = desiredObjects(
      [stages],
      configOf({ provisioning: FILES }),
    );
    const groups = of(objects, 'alert-rule-group');
    expect(
      groups.map(({ key, environment, target }) => [key, environment, target]),
    ).toEqual([
      [`${REF}|alert-rule-group|alerts@prod`, 'prod', 'rule-files:here'],
      [`${REF}|alert-rule-group|alerts@stage`, 'stage', 'rule-files:eu'],
    ]);
    expect(
      new Set(objects.map(({ uid, target }) => `${target}|${uid}`)).size,
    ).toBe(objects.length);
    const [group] = groups[1].content.groups as any[];
    expect(group.name).toBe(`sightline:alerts:${REF}@stage`);
    expect(group.rules[0].labels).toEqual({
      severity: 'critical',
      entity: REF,
      service: 'ingestor',
      environment: 'stage',
    });
    expect(groups[1].title).toBe('ingestor · stage · alerts');
    expect(parts.map(({ key, target }) => [key, target])).toEqual([
      [`${REF}|slo-rule-group|shared-slos@prod`, 'rule-files:here'],
      [`${REF}|slo-rule-group|shared-slos@stage`, 'rule-files:eu'],
    ]);
  });

  it('share their contact points within one Grafana', () => {
    const told = anEntity(
      'ingestor',
      { 'monitoring/notify': 'slack' },
      CHANNELS,
    );
    const { objects } = desiredObjects(
      [withSpec(told, { environment: 'a' }, { environment: 'b' })],
      configOf({ provisioning: { alerts: 'grafana' } }),
    );
    expect(of(objects, 'contact-point').map(({ title }) => title)).toEqual([
      `sightline:critical:${REF}`,
      `sightline:warning:${REF}`,
    ]);
    expect(of(objects, 'contact-point')[0].environment).toBeUndefined();
  });

  it('are all kept while one of them is not known', () => {
    const [first, second] = stages.environments;
    const { incomplete } = desiredObjects(
      [
        {
          ...stages,
          environments: [first, { ...second, incomplete: 'No pack' }],
        },
      ],
      configOf({ provisioning: FILES }),
    );
    expect([...incomplete]).toEqual([[REF, 'No pack']]);
  });
});

describe('objects of a renamed entity', () => {
  const renamedFrom = 'component:default/old';
  const renamed = withSpec(
    anEntity('new', { 'monitoring/notify': 'slack' }, CHANNELS),
    { renamedFrom },
  );

  it.each(['ruleFiles', 'grafana'])(
    'are those that it had in %s, under the mark of the new name',
    alerts => {
      const config = configOf({ provisioning: { ...FILES, alerts } });
      const identity = ({ key, uid }: DesiredObject) => `${key} ${uid}`;
      const before = desiredObjects(
        [anEntity('old', { 'monitoring/notify': 'slack' }, CHANNELS)],
        config,
      ).objects;
      const after = desiredObjects([renamed], config).objects;
      const rules = (objects: DesiredObject[]) =>
        objects.filter(({ kind }) => kind !== 'dashboard').map(identity);
      expect(rules(after)).toEqual(rules(before));
      expect(of(after, 'alert-rule-group')[0]).toMatchObject({
        entityRef: 'component:default/new',
        formerEntityRef: renamedFrom,
      });
      const [group] = of(after, 'alert-rule-group');
      const content = group.content as any;
      const [rule] = (content.groups?.[0] ?? content).rules;
      expect(rule.labels).toMatchObject({
        entity: renamedFrom,
        service: 'old',
      });
    },
  );

  it('are kept under both names while they are not known', () => {
    const config = configOf({ provisioning: FILES });
    const part = { ...renamed.monitoring, incomplete: 'No pack' };
    const unknown = { ...renamed, monitoring: part, environments: [part] };
    expect([...desiredObjects([unknown], config).incomplete.keys()]).toEqual([
      'component:default/new',
      renamedFrom,
    ]);
  });
});

describe('one entity that cannot be worked out', () => {
  it('stops no other', () => {
    const broken = withSpec(anEntity('broken'), {
      renamedFrom: 'component:default/old',
    });
    Object.defineProperty(broken.environments[0], 'alerts', {
      get: () => {
        throw new Error('no idea');
      },
    });
    const { objects, errors, incomplete } = desiredObjects(
      [broken, anEntity('a')],
      configOf({ provisioning: FILES }),
    );
    expect(errors).toEqual([
      {
        entityRef: 'component:default/broken',
        message: expect.stringContaining('no idea'),
      },
    ]);
    expect([...incomplete.keys()]).toEqual(['component:default/old']);
    expect(of(objects, 'alert-rule-group')).toHaveLength(1);
  });
});

describe('folders of dashboards', () => {
  const grafana = (by: string) => [
    { id: 'default', url: 'http://grafana', folders: { by } },
  ];
  const entities = [
    withSpec(anEntity('a'), { owner: 'group:default/media' }),
    withSpec(anEntity('b'), { owner: 'group:default/media' }),
    withSpec(anEntity('c'), { owner: 'user:team-x/jane' }),
    anEntity('d'),
  ];

  it('are one for each owner, below the root, where alert rules stay', () => {
    const { objects } = desiredObjects(
      entities,
      configOf({
        grafana: grafana('owner'),
        provisioning: { alerts: 'grafana' },
      }),
    );
    const [root, media, jane, ...more] = of(objects, 'folder');
    expect(more).toEqual([]);
    expect(media).toMatchObject({
      key: 'sightline/default|folder|owner:group:default/media',
      entityRef: 'sightline/default',
      title: 'media',
      content: { title: 'media', parentUid: root.uid },
    });
    expect(jane.title).toBe('user:team-x/jane');
    expect(of(objects, 'dashboard').map(({ folder }) => folder)).toEqual([
      media.uid,
      media.uid,
      jane.uid,
      undefined,
    ]);
    expect(of(objects, 'alert-rule-group').map(({ folder }) => folder)).toEqual(
      [undefined, undefined, undefined, undefined],
    );
  });

  it('are none by default, and none of those who have no dashboards', () => {
    const none = desiredObjects(entities, configOf({}));
    expect(of(none.objects, 'folder')).toHaveLength(1);
    const { objects } = desiredObjects(
      [
        withSpec(anEntity('a'), {
          owner: 'group:default/x',
          provision: ['slos'],
        }),
      ],
      configOf({ grafana: grafana('owner'), provisioning: FILES }),
    );
    expect(of(objects, 'folder')).toEqual([]);
  });
});

describe('mute timings', () => {
  const muted = (notify: Record<string, string>) =>
    withSpec(anEntity('a', notify, CHANNELS), {
      mute: [{ timing: 'nights', severity: 'warning' }],
    });
  const config = configOf({ provisioning: { alerts: 'grafana' } });

  it('stand in Grafana when they are used, and are named by the rules that they mean', () => {
    const { objects } = desiredObjects(
      [muted({ 'monitoring/notify': 'slack' })],
      config,
    );
    expect(of(objects, 'mute-timing')).toEqual([
      expect.objectContaining({
        key: 'sightline/default|mute-timing|nights',
        entityRef: 'sightline/default',
        uid: 'sightline:nights',
        content: { time_intervals: [{ weekdays: ['sunday'] }] },
      }),
    ]);
    const [group] = of(objects, 'alert-rule-group');
    const mutes = (group.content.rules as any[]).map(rule => [
      rule.labels.severity,
      rule.notification_settings.mute_time_intervals,
    ]);
    expect(mutes).toEqual([
      ['critical', undefined],
      ['warning', ['sightline:nights']],
      ['warning', ['sightline:nights']],
    ]);
  });

  it('are of no use to whoever tells nobody', () => {
    const { objects } = desiredObjects([muted({})], config);
    expect(of(objects, 'mute-timing')).toEqual([]);
  });
});

describe('objects of an unchanged entity', () => {
  const config = configOf({ provisioning: FILES });

  it('are the same again, and their content is worked out when it is read', () => {
    const entity = anEntity('a');
    const [first] = of(desiredObjects([entity], config).objects, 'dashboard');
    const [second] = of(desiredObjects([entity], config).objects, 'dashboard');
    expect(second).toBe(first);
    expect(second.content).not.toBe(first.content);
    expect(second.content).toEqual(first.content);
    const other = configOf({ provisioning: FILES });
    const [third] = of(desiredObjects([entity], other).objects, 'dashboard');
    expect(third).not.toBe(first);
  });

  it('cost a second run next to nothing', () => {
    const entities = Array.from({ length: 1_000 }, (_, index) =>
      anEntity(`s${index}`),
    );
    const count = desiredObjects(entities, config).objects.length;
    const start = process.hrtime.bigint();
    expect(desiredObjects(entities, config).objects).toHaveLength(count);
    const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
    expect(milliseconds).toBeLessThan(200);
  });
});
