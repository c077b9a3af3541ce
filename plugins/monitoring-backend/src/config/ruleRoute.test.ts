import { ConfigReader } from '@backstage/config';
import { readMonitoringConfig } from './readMonitoringConfig';
import { ruleRoute } from './ruleRoute';

const config = (provisioning: object, datasources?: object) =>
  readMonitoringConfig(
    new ConfigReader({
      monitoring: {
        prometheus: [
          { id: 'default', url: 'http://prometheus' },
          { id: 'eu', url: 'http://eu' },
          { id: 'us', url: 'http://us' },
        ],
        grafana: [
          { id: 'default', url: 'http://grafana', datasource: 'uid-here' },
          { id: 'other', url: 'http://other', datasources },
        ],
        provisioning: {
          ruleFiles: [
            { id: 'here', directory: './here' },
            { id: 'eu', directory: './eu', prometheus: 'eu' },
          ],
          mimir: [{ id: 'eu', prometheus: 'eu' }],
          slos: 'none',
          ...provisioning,
        },
      } as any,
    }),
    { targets: ['acme:rules'] },
  );

describe('ruleRoute', () => {
  it.each([
    ['ruleFiles', undefined, 'rule-files:here'],
    ['ruleFiles', 'eu', 'rule-files:eu'],
    ['mimir', 'eu', 'mimir:eu'],
    ['acme:rules', 'us', 'acme:rules'],
  ])('to %s of an entity on %s leads to %s', (alerts, prometheus, target) => {
    expect(ruleRoute('alerts', { prometheus }, config({ alerts }))).toEqual({
      form: 'groups',
      target,
    });
  });

  it.each([
    [
      'ruleFiles',
      'us',
      `Alert rules are provisioned as files for the Prometheus 'default', 'eu' only, and this entity uses 'us': it gets none`,
    ],
    [
      'mimir',
      undefined,
      `Alert rules are provisioned in Mimir for the Prometheus 'eu' only, and this entity uses 'default': it gets none`,
    ],
    [
      'grafana',
      'us',
      `The Grafana 'default' has no data source for the Prometheus 'us' that this entity uses (monitoring.grafana[].datasources), so it gets no alert rules there`,
    ],
    ['none', 'us', undefined],
  ])('to %s of an entity on %s leads nowhere: %s', (alerts, own, reason) => {
    expect(
      ruleRoute('alerts', { prometheus: own }, config({ alerts })),
    ).toMatchObject({ form: 'none', ...(reason ? { reason } : {}) });
  });

  it('says once of alerts and SLOs that go the same way what keeps both away', () => {
    const both = config({ alerts: 'ruleFiles', slos: 'ruleFiles' });
    for (const kind of ['alerts', 'slos'] as const) {
      expect(ruleRoute(kind, { prometheus: 'us' }, both)).toEqual({
        form: 'none',
        reason:
          "Rules are provisioned as files for the Prometheus 'default', 'eu' only, and this entity uses 'us': it gets none",
        example: 'default',
      });
    }
  });

  it.each([
    [undefined, undefined, 'grafana:default', 'uid-here'],
    [undefined, 'other', 'grafana:other', undefined],
    ['eu', 'other', 'grafana:other', 'uid-eu'],
  ])(
    'to Grafana asks the data source of %s in %s: %s, %s',
    (prometheus, grafana, target, datasource) => {
      expect(
        ruleRoute(
          'alerts',
          { prometheus, grafana },
          config({ alerts: 'grafana' }, { eu: 'uid-eu' }),
        ),
      ).toMatchObject({ form: 'grafana', target, datasource });
    },
  );
});
