import { ConfigReader } from '@backstage/config';
import { validatePromql } from '@sightline/backstage-plugin-monitoring-common';
import { readMonitoringConfig } from '../../config';
import { aSharingEntity } from '../__testUtils__/setUpReconciler';
import { desiredObjects } from './desiredObjects';

const REF = 'component:default/ingestor';

function desired(
  options: {
    annotations?: Record<string, string>;
    provisioning?: object;
    datasource?: string;
  } = {},
) {
  return desiredObjects(
    [aSharingEntity('ingestor', options.annotations)],
    readMonitoringConfig(
      new ConfigReader({
        monitoring: {
          prometheus: [
            { id: 'default', url: 'http://prometheus' },
            { id: 'eu', url: 'http://eu' },
          ],
          grafana: [
            {
              id: 'default',
              url: 'http://grafana',
              datasource: options.datasource,
            },
          ],
          provisioning: {
            ruleFiles: { directory: '/rules' },
            ...options.provisioning,
          },
        },
      }),
    ),
  );
}

const rulesOf = (kind: string) => {
  const object = desired().objects.find(found => found.kind === kind);
  return (object!.content.groups as any[]).flatMap(({ rules }) => rules);
};

describe('desiredObjects', () => {
  it('are the same each time', () => {
    expect(desired()).toEqual(desired());
  });

  it('name each object by a key, and each target by its id', () => {
    expect(desired().objects.map(({ key, target }) => [key, target])).toEqual([
      ['sightline/default|folder|folder', 'grafana:default'],
      [`${REF}|dashboard|http/overview`, 'grafana:default'],
      [`${REF}|alert-rule-group|alerts`, 'rule-files:default'],
      [
        'sightline/shared-slos|slo-rule-group|rule-files:default',
        'rule-files:default',
      ],
    ]);
  });

  it('label an alert with nothing that changes by itself', () => {
    for (const { labels } of rulesOf('alert-rule-group')) {
      expect(Object.keys(labels)).toEqual(['severity', 'entity', 'service']);
    }
  });

  it('mark every alert with the key of its object, and lead to its dashboard', () => {
    for (const { annotations } of rulesOf('alert-rule-group')) {
      expect(annotations).toMatchObject({
        sightline_key: `${REF}|alert-rule-group|alerts`,
        summary: expect.any(String),
        description: expect.any(String),
        dashboard_url: expect.stringMatching(
          /^http:\/\/grafana\/d\/sl-.*\?viewPanel=\d+$/,
        ),
      });
    }
  });

  it.each(['ruleFiles', 'grafana'])(
    'let no owner of the catalog start a template, in %s',
    alerts => {
      const entity = aSharingEntity('ingestor');
      entity.monitoring.spec.owner =
        'group:default/{{ query "secret" | first | value }}';
      const { objects } = desiredObjects(
        [entity],
        readMonitoringConfig(
          new ConfigReader({
            monitoring: {
              grafana: [{ id: 'default', url: 'http://grafana' }],
              prometheus: [{ id: 'default', url: 'http://prometheus' }],
              provisioning: { alerts, ruleFiles: { directory: '/rules' } },
            },
          }),
        ),
      );
      const groups = objects.filter(({ kind }) => kind.endsWith('rule-group'));
      expect(groups).toHaveLength(2);
      const rules = groups
        .flatMap(({ content }) => (content.groups ?? [content]) as any[])
        .flatMap(group => group.rules);
      expect(JSON.stringify(rules)).toContain('secret');
      // Labels of recording rules are no templates.
      const templates = rules
        .filter(({ record }) => !record)
        .map(({ annotations, labels }) =>
          JSON.stringify([annotations, labels]),
        );
      expect(templates.join()).not.toMatch(/\{\{[^}]*secret/);
    },
  );

  it('hold only PromQL that parses', () => {
    const rules = [
      ...rulesOf('alert-rule-group'),
      ...rulesOf('slo-rule-group'),
    ];
    expect(rules.length).toBeGreaterThan(5);
    expect(rules.map(({ expr }) => validatePromql(expr))).toEqual(
      rules.map(() => undefined),
    );
  });

  it.each([
    ['none', [], 3],
    ['slos', ['slo-rule-group'], 2],
    ['dashboards, alerts', ['folder', 'dashboard', 'alert-rule-group'], 1],
  ])('respect monitoring/provision: %s', (provision, kinds, disabled) => {
    const found = desired({
      annotations: { 'monitoring/provision': provision },
    });
    expect(found.objects.map(({ kind }) => kind)).toEqual(kinds);
    expect(found.disabled).toHaveLength(disabled);
  });

  it.each([
    [undefined, undefined, 2],
    ['default', undefined, 2],
    ['eu', undefined, 0],
    ['eu', 'eu', 2],
    [undefined, 'eu', 0],
  ])(
    'of an entity on Prometheus %s put into the folder of %s hold %s rule files',
    (own, folder, count) => {
      const { objects, disabled } = desired({
        annotations: own ? { 'monitoring/prometheus': own } : {},
        provisioning: {
          ruleFiles: { directory: '/rules', prometheus: folder },
        },
      });
      expect(
        objects.filter(({ target }) => target === 'rule-files:default'),
      ).toHaveLength(count);
      expect(objects.map(({ kind }) => kind)).toContain('dashboard');
      expect(disabled).toEqual([]);
    },
  );

  it('ask the default data source of a Grafana, or the configured one', () => {
    const datasourceOf = (datasource?: string) => {
      const { objects } = desired({
        datasource,
        provisioning: { alerts: 'grafana' },
      });
      const group = objects.find(({ kind }) => kind === 'alert-rule-group')!;
      return (group.content.rules as any[])[0].data[0].datasourceUid;
    };
    expect(datasourceOf()).toBe('(default)');
    expect(datasourceOf('eu')).toBe('eu');
  });

  it('open a dashboard on the configured data source', () => {
    const dashboard = desired({ datasource: 'eu' }).objects.find(
      ({ kind }) => kind === 'dashboard',
    )!;
    const [variable] = (dashboard.content.templating as any).list;
    expect(variable.current).toEqual({ text: 'eu', value: 'eu' });
  });

  it('show the value of the query in the text of a Grafana rule', () => {
    const { objects } = desired({ provisioning: { alerts: 'grafana' } });
    const group = objects.find(({ kind }) => kind === 'alert-rule-group')!;
    const texts = (group.content.rules as any[]).map(
      ({ annotations }) => annotations.description,
    );
    expect(texts.join(' ')).toContain('$values.A.Value');
    expect(texts.join(' ')).not.toMatch(/\$value\b/);
  });
});
