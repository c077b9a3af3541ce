import { Entity } from '@backstage/catalog-model';
import { parseMonitoringSpec } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { httpPack } from './http';
import { infrastructurePack } from './infrastructure';
import { PackRegistry } from './PackRegistry';
import { postgresqlPack } from './postgresql';
import { resolveMonitoring } from './resolveMonitoring';

/** Packs of these tests that read HTTP metrics: their probes are answered. */
const FOUND = new Map(
  ['http', 'broken', 'other'].map(pack => [pack, ['prom-client']]),
);

function resolve(
  annotations: Record<string, string>,
  registry = PackRegistry.create(httpPack),
  title?: string,
  more: object = {},
) {
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'ingestor', title, annotations },
    spec: {},
  };
  return resolveMonitoring(
    parseMonitoringSpec(entity, {
      // eslint-disable-next-line no-template-curly-in-string
      defaultSelector: 'service="${{ name }}"',
      defaultWindow: { type: 'rolling', duration: 2_592_000 },
    }),
    registry,
    {
      runbookBaseUrl: 'https://runbooks.example.com',
      portalUrl: 'https://portal.example.com/',
      found: FOUND,
      ...more,
    },
  );
}

describe('resolveMonitoring', () => {
  it('gives an entity the dashboards, alerts and SLOs of its packs', () => {
    const monitoring = resolve({
      'monitoring/packs': 'http',
      'monitoring/slos': 'availability 99.9% 30d; latency p95 < 500ms 30d',
    });
    expect(monitoring.problems).toEqual([]);
    expect(monitoring.dashboards).toHaveLength(1);
    const [dashboard] = monitoring.dashboards;
    expect(dashboard).toMatchObject({
      key: 'component:default/ingestor|dashboard|http/overview',
      pack: 'http',
      title: 'ingestor · HTTP',
    });
    expect(dashboard.uid).toMatch(/^sl-[a-z0-9-]+$/);
    expect(dashboard.uid.length).toBeLessThanOrEqual(40);
    expect(dashboard.model.uid).toBe(dashboard.uid);
    expect(dashboard.model.links).toEqual([
      expect.objectContaining({
        type: 'link',
        title: 'ingestor in the portal',
        url: 'https://portal.example.com/catalog/default/component/ingestor/monitoring',
      }),
    ]);
    expect(monitoring.alerts.map(({ name }) => name)).toEqual([
      'HighHttpErrorRate',
      'SlowHttpResponses',
      'HttpMetricsMissing',
    ]);
    expect(monitoring.alerts[0]).toMatchObject({
      runbookUrl: 'https://runbooks.example.com/HighHttpErrorRate',
      dashboard: { uid: dashboard.uid, panelId: 11 },
      expression: expect.stringContaining('service="ingestor"'),
    });
    expect(monitoring.slos.map(({ sliId }) => sliId)).toEqual([
      'http:availability',
      'http:latency',
    ]);
  });

  it('applies what the entity changes about an alert', () => {
    const { alerts, problems } = resolve({
      'monitoring/packs': 'http',
      'monitoring/alerts':
        'HighHttpErrorRate: > 3% for 10m warning; SlowHttpResponses: off; HttpMetricsMissing: off',
      'monitoring/runbook': 'https://wiki.example.com/media',
    });
    expect(problems).toEqual([]);
    expect(alerts).toEqual([
      expect.objectContaining({
        name: 'HighHttpErrorRate',
        threshold: 0.03,
        for: 600,
        severity: 'warning',
        runbookUrl: 'https://wiki.example.com/media/HighHttpErrorRate',
      }),
    ]);
  });

  it.each([
    [{ 'monitoring/packs': 'htp, http' }, /did you mean 'http'/],
    [{ 'monitoring/packs': 'http(colour=red)' }, /has no option 'colour'/],
    [
      {
        'monitoring/packs': 'http',
        'monitoring/alerts': 'HighHttpErorRate: off',
      },
      /did you mean 'HighHttpErrorRate'/,
    ],
    [
      { 'monitoring/packs': 'http', 'monitoring/slos': 'uptime 99%' },
      /No pack of this entity has an SLI for 'uptime'/,
    ],
  ])(
    'names what cannot be resolved in %j and uses the rest',
    (annotations, message) => {
      const { problems, dashboards } = resolve(annotations);
      expect(problems).toEqual([
        expect.objectContaining({ message: expect.stringMatching(message) }),
      ]);
      expect(dashboards).toHaveLength(1);
    },
  );

  const DOCUMENTS = `
version: prometheus/v1
service: ingestor
slos:
  - name: uploads
    objective: 99.9
    sli: { raw: { error_ratio_query: 'upload_error_ratio{$selector}' } }
  - name: downloads
    objective: 100
    sli: { raw: { error_ratio_query: download_error_ratio } }
`;

  it('makes SLOs of documents without any pack, and names those that could not be read', () => {
    const { slos, invalidSlos, incomplete } = resolve({
      'monitoring/slos': DOCUMENTS,
    });
    expect(incomplete).toBeUndefined();
    expect(slos).toMatchObject([
      {
        id: 'uploads',
        sliId: 'sloth:uploads',
        selector: 'service="ingestor"',
        source: 'sloth',
      },
    ]);
    expect(invalidSlos).toEqual([
      {
        id: 'downloads',
        title: 'downloads',
        message: expect.stringContaining('no error budget'),
      },
    ]);
  });

  it('says of rules of documents, too, when they are written nowhere', () => {
    const problem = {
      annotation: 'monitoring/prometheus',
      severity: 'warning' as const,
      message: 'elsewhere',
    };
    const { problems } = resolve(
      { 'monitoring/slos': DOCUMENTS },
      undefined,
      undefined,
      { findRulesElsewhere: () => [problem] },
    );
    expect(problems).toContain(problem);
  });

  it('lets SLOs alert as the portal does when they do not say it', () => {
    const { slos } = resolve(
      {
        'monitoring/packs': 'http',
        'monitoring/slos': 'availability 99.9%; availability 99% name=a min=5',
      },
      undefined,
      undefined,
      { alerting: { minimumEvents: 100 } },
    );
    expect(slos.map(({ alerting }) => alerting?.minimumEvents)).toEqual([
      100, 5,
    ]);
  });

  it('leaves out a pack that fails, and uses the others', () => {
    const broken = {
      ...httpPack,
      id: 'broken',
      dashboards: () => {
        throw new Error('no idea');
      },
    };
    const { problems, dashboards } = resolve(
      { 'monitoring/packs': 'broken, http' },
      PackRegistry.create(httpPack, broken),
    );
    expect(problems[0].message).toMatch(/The pack 'broken' failed/);
    expect(dashboards).toHaveLength(1);
  });

  it('says that the whole is not known while a pack is missing or fails', () => {
    const broken = {
      ...httpPack,
      id: 'broken',
      slis: () => {
        throw new Error('no idea');
      },
    };
    const registry = PackRegistry.create(httpPack, broken);
    const incompleteOf = (packs: string) =>
      resolve({ 'monitoring/packs': packs }, registry).incomplete;
    expect(incompleteOf('http')).toBeUndefined();
    expect(incompleteOf('http(colour=red)')).toBeUndefined();
    expect(incompleteOf('htp, http')).toBe("There is no pack 'htp'");
    expect(incompleteOf('http, http')).toBeUndefined();
    expect(incompleteOf('My Pack, http')).toBe(
      'A part of monitoring/packs is not understood',
    );
    expect(incompleteOf('broken, htp')).toBe(
      "The pack 'broken' failed; there is no pack 'htp'",
    );
  });

  it.each([
    ['http', ['none here']],
    ['', []],
  ])('says of packs %s that their rules go nowhere: %j', (packs, messages) => {
    const { problems } = resolve(
      packs
        ? { 'monitoring/packs': packs }
        : { 'monitoring/dashboards': 'uid:a' },
      undefined,
      undefined,
      {
        findRulesElsewhere: ({ entityRef }: { entityRef: string }) => [
          {
            annotation: 'monitoring/prometheus',
            severity: 'warning',
            message: entityRef && 'none here',
          },
        ],
      },
    );
    expect(problems.map(({ message }) => message)).toEqual(messages);
  });

  it('uses the first of two alerts with one name, and says so where the other judges differently', () => {
    const other: MonitoringPack = {
      ...httpPack,
      id: 'other',
      alerts: context =>
        httpPack
          .alerts(context)
          .map(alert =>
            alert.name === 'SlowHttpResponses'
              ? { ...alert, threshold: 3 }
              : { ...alert, expression: `vector(0) or ${alert.expression}` },
          ),
    };
    const { alerts, dashboards, problems } = resolve(
      { 'monitoring/packs': 'http, other' },
      PackRegistry.create(httpPack, other),
    );
    expect(alerts.map(({ pack, name }) => `${pack} ${name}`)).toEqual([
      'http HighHttpErrorRate',
      'http SlowHttpResponses',
      'http HttpMetricsMissing',
    ]);
    expect(dashboards.map(({ pack }) => pack)).toEqual(['http', 'other']);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /'http' and 'other' both have an alert 'SlowHttpResponses'; that of 'http' is used/,
      ),
    ]);
  });

  it.each([
    [
      'infrastructure, postgresql(database=media)',
      "The packs 'infrastructure' and 'postgresql' share the alerts 'PostgresqlDeadlocks', 'PostgresqlLongTransaction'; those of 'infrastructure' are used, without 'database=media' of 'postgresql'. Name 'postgresql' before 'infrastructure' to have its own",
    ],
    ['postgresql(database=media), infrastructure(postgresql=on)'],
    ['infrastructure(postgresql=on), postgresql'],
  ])('says which alerts of %s are not narrowed', (packs, ...expected) => {
    const { problems } = resolve(
      { 'monitoring/packs': packs },
      PackRegistry.create(infrastructurePack, postgresqlPack),
      undefined,
      { found: new Map([['infrastructure', ['postgresql-exporter']]]) },
    );
    expect(problems.map(({ message }) => message)).toEqual(expected);
  });

  it('lets no title and no runbook start a template, which could query the series of others', () => {
    const { alerts, spec } = resolve(
      {
        'monitoring/packs': 'http',
        'monitoring/runbook':
          'https://wiki.example.com/{{`secret`|query|first|value}}',
      },
      undefined,
      '{{{ query "secret" | first | value }}}',
    );
    const templates = alerts.flatMap(
      ({ summary, description, runbookUrl = '' }) =>
        [summary, description, runbookUrl].flatMap(
          text => text.match(/\{\{[^}]*\}\}/g) ?? [],
        ),
    );
    expect(templates).toEqual([
      '{{ $value | humanizePercentage }}',
      '{{ $value | humanizeDuration }}',
      '{{ $value }}',
    ]);
    // The SLO rules take it from here.
    expect(spec.runbook).not.toContain('{');
  });

  it('refuses two packs with one id', () => {
    expect(() => PackRegistry.create(httpPack, httpPack)).toThrow(
      "Two monitoring packs are called 'http'",
    );
  });
});
